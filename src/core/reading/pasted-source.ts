import { readBibliography } from '../bibliography/read';
import { parseWebAddress, queryValue, type WebAddress } from '../text/web-address';
import { arxivKey, doiKey, plainDoi } from './identifiers';
import type { SourceInput } from './source-draft';

/** What an address or an id says of a source without asking the network. */
export type PastedSource = Partial<SourceInput> & { readonly title: string };

/** How many sources a text names as entries of a bibliography; 0 where it is none. */
export function countEntries(text: string): number {
  return readBibliography(text)?.items.length ?? 0;
}

/** What the one entry of a bibliography says (BibTeX, RIS and their like); null where the text holds none, or several. */
export function readPastedEntry(text: string): PastedSource | null {
  const items = readBibliography(text)?.items ?? [];
  const [item] = items;
  if (item === undefined || items.length > 1) return null;
  const { kind, title, authors, year, venue, citekey, arxiv, doi, url } = item.draft;
  return {
    kind,
    title,
    authors: authors.join('; '),
    year: year === null ? '' : String(year),
    venue: venue ?? '',
    citekey: citekey ?? '',
    arxiv: arxiv ?? '',
    doi: doi ?? '',
    url: url ?? '',
  };
}

/**
 * Reads what was pasted in place of a title: an entry of a bibliography, an arXiv id or a DOI, alone or in its address, or the address of a page whose
 * site says in it what it shows (OpenReview, CVF, ACL Anthology, YouTube, Bilibili) or of any other page. The year and the
 * venue are given only where the address holds them.
 *
 * @returns null where the text is none of these, so that it may be a title
 */
export function readPastedSource(written: string): PastedSource | null {
  const text = written.trim();
  if (/\s/.test(text)) return readPastedEntry(text);
  const arxiv = arxivKey(text);
  if (arxiv !== null) return { kind: 'paper', title: '', arxiv, ...yearOfArxiv(arxiv) };
  const doi = doiKey(text);
  if (doi !== null) return { kind: 'paper', title: '', doi: plainDoi(text) };
  const whole = KNOWN_SITE.test(text) ? `https://${text}` : text;
  const address = parseWebAddress(whole);
  if (address === null) return null;
  for (const site of SITES) {
    const found = site(address, whole);
    if (found !== null) return found;
  }
  return { title: '', url: withoutTracking(address, whole) };
}

/** Sites whose addresses are known without `https://`, as browsers show them. */
const KNOWN_SITE =
  /^(?:www\.|m\.)?(?:openreview\.net|openaccess\.thecvf\.com|aclanthology\.org|youtube\.com|youtu\.be|bilibili\.com|b23\.tv)\//i;

/** The year in which the id was given: new ids begin with it (arxiv.org/help/arxiv_identifier). */
function yearOfArxiv(id: string): Partial<SourceInput> {
  const two = /^\d{2}/.exec(id)?.[0];
  return two === undefined ? {} : { year: `20${two}` };
}

type Site = (address: WebAddress, written: string) => PastedSource | null;

const isAt = ({ host }: WebAddress, name: string): boolean => host === name || host.endsWith(`.${name}`);

const openReview: Site = (address) => {
  const id = queryValue(address, 'id');
  if (!isAt(address, 'openreview.net') || id === null || !/^\/(?:forum|pdf)$/.test(address.path)) return null;
  return { kind: 'paper', title: '', url: `https://openreview.net/forum?id=${encodeURIComponent(id)}` };
};

/** `…/He_Deep_Residual_Learning_CVPR_2016_paper.html`: the first author's family name, the title's words, where, when. */
const cvf: Site = (address, written) => {
  if (!isAt(address, 'openaccess.thecvf.com')) return null;
  const name = /([^/]+)_(CVPR|ICCV|WACV|ACCV|ECCV)W?_(\d{4})_paper\.(?:html|pdf)$/.exec(address.path);
  if (name === null) return null;
  const [, words = '', venue = '', year = ''] = name;
  const title = decoded(words).split('_').slice(1).join(' ');
  return { kind: 'paper', title, venue, year, url: written };
};

/** Letters of ids before 2020 (aclanthology.org/info/ids). */
const ACL_VENUES: Readonly<Record<string, string>> = {
  P: 'ACL',
  N: 'NAACL',
  D: 'EMNLP',
  E: 'EACL',
  Q: 'TACL',
  J: 'Computational Linguistics',
  K: 'CoNLL',
  C: 'COLING',
};

const acl: Site = (address) => {
  if (!isAt(address, 'aclanthology.org')) return null;
  const id = address.path.replace(/^\//, '').replace(/\/$|\.pdf$|\.bib$/, '');
  const page = { kind: 'paper' as const, title: '', url: `https://aclanthology.org/${id}/` };
  const now = /^(\d{4})\.(findings-)?([a-z]+)[-.]/.exec(id);
  if (now !== null) {
    const [, year = '', findings, name = ''] = now;
    const venue = ['acl', 'emnlp', 'naacl', 'eacl', 'tacl', 'conll', 'coling']
      .find((one) => one === name)
      ?.toUpperCase();
    const where = venue === undefined ? {} : { venue: findings === undefined ? venue : `Findings of ${venue}` };
    return { ...page, year, ...where };
  }
  const before = /^([A-Z])(\d{2})-\d{4}$/.exec(id);
  if (before === null) return null;
  const [, letter = '', two = ''] = before;
  const venue = ACL_VENUES[letter];
  return { ...page, year: two >= '60' ? `19${two}` : `20${two}`, ...(venue === undefined ? {} : { venue }) };
};

const youTube: Site = (address) => {
  const list = queryValue(address, 'list');
  if (isAt(address, 'youtu.be')) return video(address.path.slice(1));
  if (!isAt(address, 'youtube.com')) return null;
  const id = queryValue(address, 'v') ?? /^\/(?:shorts|live|embed)\/([\w-]+)/.exec(address.path)?.[1];
  if (id !== undefined) return video(id);
  if (address.path !== '/playlist' || list === null) return null;
  return { kind: 'course', title: '', url: `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}` };
};

function video(id: string): PastedSource | null {
  return /^[\w-]+$/.test(id) ? { kind: 'video', title: '', url: `https://www.youtube.com/watch?v=${id}` } : null;
}

const bilibili: Site = (address) => {
  if (isAt(address, 'b23.tv')) return { kind: 'video', title: '', url: `https://b23.tv${address.path}` };
  const id = /^\/video\/(BV[\w]+|av\d+)/i.exec(address.path)?.[1];
  if (!isAt(address, 'bilibili.com') || id === undefined) return null;
  const part = queryValue(address, 'p');
  const at = part !== null && /^\d+$/.test(part) ? `?p=${part}` : '';
  return { kind: 'video', title: '', url: `https://www.bilibili.com/video/${id}/${at}` };
};

const SITES: readonly Site[] = [openReview, cvf, acl, youTube, bilibili];

/** What a link says of whoever passed it on is nothing of the source. */
function withoutTracking({ query, fragment }: WebAddress, written: string): string {
  const kept = query.filter(([key]) => !/^utm_|^(?:fbclid|gclid|spm|share_source)$/i.test(key));
  if (kept.length === query.length) return written;
  const pairs = kept.map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join('&');
  return `${written.replace(/[?#].*$/, '')}${pairs === '' ? '' : `?${pairs}`}${fragment}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
