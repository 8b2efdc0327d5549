import { arxivKey, doiKey, isArxivDoi, isWebAddress, plainDoi } from '../../reading/identifiers';
import { attributeOf, elementsOf, saidIn } from '../markup';
import { plainHtml } from '../csl/plain-html';
import { yearIn } from '../draft-of-entry';
import type { AlertPaper, AlertProblem, ReadAlerts } from './paper';
import { isMail, mailTexts, type Decode } from './read-mail';

/**
 * Reads what an alert brought: a mail of Google Scholar or arXiv, as it was sent (`.eml`), as HTML or as text, or a feed (RSS,
 * Atom). Null where it is none of these, or holds no paper. Nothing is thrown.
 */
export function readAlerts(text: string, decode: Decode): ReadAlerts | null {
  const texts = isMail(text) ? mailTexts(text, decode) : [text];
  for (const one of texts.map(readOne)) if (one !== null && one.papers.length + one.problems.length > 0) return one;
  return null;
}

function readOne(text: string): ReadAlerts | null {
  if (/<(?:feed|rss|rdf:RDF)[\s>]/.test(text.slice(0, 3_000))) return readFeed(text);
  if (/^(?:\\\\\r?\n)?arXiv:\s?\S/m.test(text) && /^Title:/m.test(text)) return readListing(text);
  const papers = /scholar_url|gse_alrt_title/i.test(text) && /<a\b/i.test(text) ? scholarHtml(text) : scholarText(text);
  return papers.length === 0 ? null : { papers, problems: [], from: 'Google Scholar' };
}

interface Said {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number | null;
  readonly url?: string;
  readonly doi?: string;
  readonly about?: string;
  readonly isReplaced?: boolean;
}

/** A paper with what its link and ids say of it. */
function paper({ title, authors, year = null, url = '', doi = '', about = '', isReplaced = false }: Said): AlertPaper {
  const arxiv = arxivKey(url) ?? arxivKey(doi);
  const found = doi !== '' ? doi : url;
  const own = arxiv === null && doiKey(found) !== null && !isArxivDoi(found) ? plainDoi(found) : null;
  const page = arxiv === null ? url : `https://arxiv.org/abs/${arxiv}`;
  return {
    title: title.replace(/(?:\s*(?:…|\.\.\.))+$/, '…'),
    authors: authors.map((name) => name.replace(/…$/, '').trim()).filter((name) => name !== ''),
    year,
    url: isWebAddress(page) ? page : null,
    arxiv,
    doi: own,
    about,
    isReplaced,
  };
}

/** Where a link leads in the end: Scholar counts clicks, and mail programs look at links first (SafeLinks and their like). */
function unwrapped(link: string): string {
  let url = link;
  for (let times = 0; times < 5; times++) {
    if (!/scholar_url|\/url\?|safelinks|urldefense|mail\.qq\.com|linkredirect/i.test(url)) break;
    const inner = /[?&](?:url|q|u)=([^&#]+)/.exec(url.slice(0, 4_000))?.[1];
    try {
      const next = decodeURIComponent(inner ?? '');
      if (!isWebAddress(next)) break;
      url = next;
    } catch {
      break;
    }
  }
  return isWebAddress(url) ? url : '';
}

/** `A, B - Venue, 2024`, as Scholar writes below a title. */
function scholarMeta(meta: string): Pick<Said, 'authors' | 'year' | 'about'> {
  const [names = '', ...where] = meta.split(/\s[-–]\s/);
  const about = where.join(' ');
  return { authors: names.split(','), year: yearIn(/\d{4}$/.exec(about)?.[0] ?? ''), about };
}

/** By its anchors, since mail programs strip classes. */
function scholarHtml(html: string): AlertPaper[] {
  const links = elementsOf(html, 'a').flatMap(({ attributes, inner, end }) => {
    const href = attributeOf(attributes, 'href') ?? '';
    const title = plainHtml(inner);
    const isTitle = attributes.includes('gse_alrt_title') || /scholar_url(?:\?|%3F)/i.test(href);
    return isTitle && title.length > 3 ? [{ href, title, end }] : [];
  });
  return links.map(({ href, title, end }, at) => {
    const below = html.slice(end, Math.min(links[at + 1]?.end ?? end + 4_000, end + 4_000));
    const [meta = '', snippet = ''] = elementsOf(below, 'div')
      .map(({ inner }) => plainHtml(inner))
      .filter((one) => one !== '');
    const said = scholarMeta(meta);
    return paper({ ...said, title, url: unwrapped(href), about: `${said.about ?? ''} ${snippet}` });
  });
}

/** As it is copied from a mail program: the title, its link perhaps, then names, venue and year. */
function scholarText(text: string): AlertPaper[] {
  const papers: AlertPaper[] = [];
  let title = '';
  let url = '';
  for (const line of text.split(/\r?\n/).map((one) => one.trim().slice(0, 1_000))) {
    const link = /https?:\/\/[^\s<>)\]]+/.exec(line)?.[0] ?? '';
    const rest = (link === '' ? line : line.replace(link, ' ')).replace(/[<>]|^\[(?:PDF|HTML|BOOK|B)\]/g, '').trim();
    if (title !== '' && /^[^-–]{2,300}\s[-–]\s.{0,300}\b(?:19|20)\d{2}$/.test(rest)) {
      papers.push(paper({ ...scholarMeta(rest), title, url: unwrapped(url) }));
      title = url = '';
      continue;
    }
    if (link !== '') url = link;
    if (rest !== '') {
      title = rest;
      url = link;
    }
  }
  return papers;
}

/** A listing mail (info.arxiv.org/help/subscribe): pieces between rules, fields that go on where a line is indented. */
function readListing(text: string): ReadAlerts {
  const papers: AlertPaper[] = [];
  const problems: AlertProblem[] = [];
  const lines = text.split(/\r?\n/);
  let from = 0;
  let isReplacements = false;
  const take = (to: number): void => {
    const block = lines.slice(from, to);
    const at = block.findIndex((line) => line.startsWith('arXiv:'));
    const written = /^arXiv:\s?(\S+)/.exec(block[at] ?? '')?.[1] ?? '';
    const id = arxivKey(written);
    if (at < 0) return;
    const fields = new Map<string, string>();
    let name = '';
    for (const line of block.slice(at + 1)) {
      const field = /^([A-Z][A-Za-z-]{2,20})\s?:\s?(.*)$/.exec(line);
      if (field !== null)
        fields.set((name = (field[1] ?? '').toLowerCase().replace(/^author$/, 'authors')), field[2] ?? '');
      else if (/^\s{2}\S/.test(line) && name !== '') fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      else name = '';
    }
    const title = fields.get('title') ?? '';
    if (id === null || title === '') problems.push({ line: from + at, text: written });
    else
      papers.push(
        paper({
          title: title.trim(),
          authors: names(fields.get('authors') ?? ''),
          url: `https://arxiv.org/abs/${id}`,
          year: yearIn(fields.get('date') ?? ''),
          about: block.join(' '),
          isReplaced: isReplacements || block.some((line) => /^replaced with/i.test(line)),
        }),
      );
  };
  for (const [at, line] of lines.entries()) {
    if (!/^(?:-{20,}|%-%-%|%%--%%)/.test(line)) continue;
    take(at);
    from = at + 1;
    if (line.startsWith('%%--')) isReplacements = true;
  }
  take(lines.length);
  return { papers, problems, from: 'arXiv' };
}

/** Names in one line, with what stands behind them in brackets, which may hold commas, left out. */
function names(written: string): string[] {
  return written
    .slice(0, 20_000)
    .replace(/\([^()]{0,500}\)/g, '')
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.trim());
}

/** RSS or Atom; arXiv's own say what is new, a cross-list or a replacement (info.arxiv.org/help/rss). */
function readFeed(text: string): ReadAlerts {
  const papers: AlertPaper[] = [];
  const problems: AlertProblem[] = [];
  const entries = [...elementsOf(text, 'entry'), ...elementsOf(text, 'item')];
  let line = 0;
  let counted = 0;
  for (const { inner, start } of entries) {
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 10) line++;
    const title = saidIn(inner, 'title');
    const link = elementsOf(inner, 'link')
      .filter(({ attributes }) => /^(?:alternate|)$/.test(attributeOf(attributes, 'rel') ?? ''))
      .map(({ attributes, inner: said }) => attributeOf(attributes, 'href') ?? plainHtml(said));
    const ids = [...link, saidIn(inner, 'id', 'guid')];
    const arxiv = ids.map(arxivKey).find((one) => one !== null) ?? null;
    const written = elementsOf(inner, 'author').map(({ inner: said }) => saidIn(said, 'name'));
    const creators = elementsOf(inner, 'dc:creator').map(({ inner: said }) => plainHtml(said));
    const about = saidIn(inner, 'summary', 'description', 'content');
    if (title === '') problems.push({ line, text: ids[0] ?? '' });
    else
      papers.push(
        paper({
          title,
          authors: written.some((one) => one !== '') ? written : creators.flatMap(names),
          url: arxiv === null ? (ids.find(isWebAddress) ?? '') : `https://arxiv.org/abs/${arxiv}`,
          doi: saidIn(inner, 'prism:doi', 'dc:identifier'),
          year: yearIn(saidIn(inner, 'published', 'pubDate', 'dc:date', 'updated')),
          about: `${about} ${saidIn(inner, 'category')}`,
          isReplaced:
            saidIn(inner, 'arxiv:announce_type').startsWith('replace') ||
            about.slice(0, 200).includes('Announce Type: replace'),
        }),
      );
  }
  return { papers, problems, from: 'RSS' };
}
