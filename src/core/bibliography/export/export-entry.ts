import { isSameValue } from '../../reading/same-value';
import type { Source } from '../../reading/types';
import { readBibtex } from '../bibtex/read-bibtex';
import { draftOfEntry } from '../draft-of-entry';
import type { Entry } from '../entry';
import { escapeTex, namesTex, VERBATIM, verbatimTex } from '../latex/escape';
import { citekeyFor, isCitekey } from './citekeys';

/** Places where papers are given as talks, by which an entry without its own tells a conference from a journal. */
const CONFERENCE =
  /\b(?:proc|proceedings|conference|conf|workshop|symposium|cvpr|iccv|eccv|wacv|accv|bmvc|neurips|nips|icml|iclr|aaai|ijcai|acl|emnlp|naacl|kdd|miccai|siggraph|corl|icra|iros|icassp|interspeech)\b|会议|论文集|研讨会/i;

/**
 * The entry of a source for a `.bib` file: the one that its note carries, overlaid with what the note's properties say
 * otherwise; without one, built from these.
 *
 * @param carried - BibTeX; null where the note carries none
 */
export function exportEntry(source: Source, carried: string | null): Entry {
  const own = carried === null ? undefined : readBibtex(carried).entries[0];
  const type = own === undefined ? typeFor(source) : own.type;
  const fields = new Map(own?.fields ?? []);
  overlay(fields, type, source, draftOfEntry({ type, key: '', fields }));
  const citekey = source.citekey ?? '';
  const key = [citekey, own?.key ?? ''].find((one) => one !== '' && isCitekey(one)) ?? citekeyFor(source);
  return { type, key, fields: new Map([...fields].map(([name, value]) => [name, printable(name, value)])) };
}

/** Signs that would end the line, or stop LaTeX, are escaped where whoever wrote the entry forgot to. */
function printable(name: string, value: string): string {
  if (VERBATIM.has(name) || /\\(?:url|href|path)\b/.test(value)) return value;
  return value.replace(/\\[^]|[&%#]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
}

function typeFor({ kind, venue, arxiv }: Source): string {
  if (kind === 'book') return 'book';
  if (kind !== 'paper' || venue === null || (arxiv !== null && /^arxiv$/i.test(venue))) return 'misc';
  return CONFERENCE.test(venue) ? 'inproceedings' : 'article';
}

/** Puts in what the note says and the entry does not; what both say stays as the entry has it, capitals and accents too. */
function overlay(
  fields: Map<string, string>,
  type: string,
  source: Source,
  own: ReturnType<typeof draftOfEntry>,
): void {
  if (source.title !== own.title) {
    fields.delete('subtitle');
    fields.set('title', titleTex(source.title));
  }
  if (source.authors.length > 0 && !isSameValue('authors', own.authors, source.authors)) {
    fields.set('author', namesTex(source.authors));
  }
  const { year, venue, doi, arxiv, url } = source;
  if (year !== null && year !== own.year) fields.set(fields.has('date') ? 'date' : 'year', String(year));
  if (venue !== null && (own.venue === null || !isSameValue('venue', own.venue, venue))) {
    fields.set(venueField(fields, type), escapeTex(venue));
  }
  if (doi !== null && (own.doi === null || !isSameValue('doi', own.doi, doi)) && !isOwnArxivDoi(doi, own.arxiv)) {
    fields.set('doi', verbatimTex(doi));
  }
  if (arxiv !== null && (own.arxiv === null || !isSameValue('arxiv', own.arxiv, arxiv))) {
    fields.set('eprint', verbatimTex(arxiv));
    fields.set('archiveprefix', 'arXiv');
  }
  if (url !== null && (own.url === null || !isSameValue('url', own.url, url)) && !saysUrl(fields, url)) {
    fields.set('url', verbatimTex(url));
  }
}

const isOwnArxivDoi = (doi: string, arxiv: string | null): boolean =>
  arxiv !== null && isSameValue('arxiv', doi, arxiv);
const saysUrl = (fields: ReadonlyMap<string, string>, url: string): boolean =>
  isSameValue('url', fields.get('url') ?? '', verbatimTex(url));

function venueField(fields: ReadonlyMap<string, string>, type: string): string {
  const there = ['booktitle', 'journaltitle', 'journal', 'eventtitle'].find((name) => fields.has(name));
  if (there !== undefined) return there;
  if (/^in(?:proceedings|collection|book)$|^conference$/.test(type)) return 'booktitle';
  if (type === 'article') return 'journal';
  if (type.endsWith('thesis')) return 'school';
  if (type.endsWith('report')) return 'institution';
  return type === 'misc' ? 'howpublished' : 'publisher';
}

/** A title whose names keep their capitals: styles write all but the first word small. */
function titleTex(title: string): string {
  return escapeTex(title)
    .split(' ')
    .map((word) => (/.\p{Lu}|\d\p{Lu}/u.test(word) && !word.includes('\\') ? `{${word}}` : word))
    .join(' ');
}
