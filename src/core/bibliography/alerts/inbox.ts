import { citedName } from '../../reading/short-authors';
import { lineEnding } from '../../markdown/frontmatter';
import { arxivKey, doiKey } from '../../reading/identifiers';
import { knownSources, type Identifiers } from '../../reading/known-sources';
import { withoutTemplaterTags } from '../../text/templater';
import type { AlertPaper } from './paper';

/** A paper as a line of the inbox has it. */
export type InboxPaper = Pick<AlertPaper, 'title' | 'url' | 'arxiv' | 'doi' | 'year'> & {
  /** Line of the note, from 0. */
  readonly line: number;
  /** The rest of the line's words: names, the year. */
  readonly meta: string;
};

const MOST_NAMES = 3;

/** A line of the inbox: plain text that means nothing to any program, and a link of the web. */
export function inboxLine({ title, authors, year, url, arxiv, doi }: AlertPaper): string {
  const shown = plain(title);
  const names = authors.map(citedName);
  const who = names.slice(0, MOST_NAMES).map(plain).join(', ') + (names.length > MOST_NAMES ? ' …' : '');
  const link = url === null || url.length > 2_000 ? shown : `[${shown}](${linkable(url)})`;
  const id = arxiv !== null ? ` [arxiv:: ${arxiv}]` : doi !== null && !/[[\]\s]/.test(doi) ? ` [doi:: ${doi}]` : '';
  return `- ${[link, who, year ?? ''].filter((part) => part !== '').join(' · ')}${id}`;
}

function plain(text: string): string {
  return withoutTemplaterTags(text.replace(/\s+/gu, ' ').trim().slice(0, 400))
    .replace(/::/g, ': :')
    .replace(/[\\`*_{}[\]<>#|~$^=%!&]/g, '\\$&');
}

const linkable = (url: string): string =>
  url.replace(/[\s()<>"`\\[\]%]/g, (sign) =>
    sign === '%' ? sign : encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );

const LINE =
  /^[-*+] (?:\[.\] )?(?:\[((?:[^[\]\\]|\\.){1,900})\]\((https?:\/\/[^\s()]{1,2000})\)|(.{1,900}?))(?: · (.*))?$/;

/** The papers that an inbox lists. */
export function inboxPapers(note: string): InboxPaper[] {
  return note.split(/\r?\n/).flatMap((written, line): InboxPaper[] => {
    if (written.length > 5_000) return [];
    const fields = [...written.matchAll(/\[(arxiv|doi):: ([^\]]+)\]/g)];
    const field = (name: string): string => fields.find((one) => one[1] === name)?.[2] ?? '';
    const match = LINE.exec(written.replace(/ \[(?:arxiv|doi):: [^\]]+\]/g, '').trimEnd());
    const title = (match?.[1] ?? match?.[3] ?? '').replace(/\\(.)/g, '$1').trim();
    if (match === null || title === '') return [];
    const meta = (match[4] ?? '').replace(/\\(.)/g, '$1');
    const year = /(?:^| · )(\d{4})$/.exec(meta)?.[1];
    return [
      {
        title,
        url: match[2] ?? null,
        arxiv: arxivKey(field('arxiv')),
        doi: doiKey(field('doi')) === null ? null : field('doi'),
        year: year === undefined ? null : Number(year),
        meta,
        line,
      },
    ];
  });
}

type Known = Pick<AlertPaper, 'title' | 'url' | 'arxiv' | 'doi' | 'year'>;

/** Of these papers, those that no source and no line of an inbox is yet; each once. A title that was cut is known by its link alone. */
export function unknownPapers<T extends Known>(
  papers: readonly T[],
  sources: readonly Identifiers[],
  listed: readonly InboxPaper[],
): T[] {
  const known = knownSources<Identifiers>([...sources, ...listed.map(identifiers)]);
  const links = new Set(listed.map(({ url }) => url));
  return papers.filter((one) => {
    const isKnown = known.find(identifiers(one)) !== null || (one.url !== null && links.has(one.url));
    known.add(identifiers(one));
    links.add(one.url);
    return !isKnown;
  });
}

const identifiers = (paper: Known): Identifiers => ({ ...paper, citekey: null, authors: [] });

/** The note with lines at its end, under a heading of the day and of who sent them; what stands there stays byte for byte. */
export function withLines(note: string, heading: string, lines: readonly string[]): string {
  const newline = lineEnding(note);
  const last = note
    .split(/\r?\n/)
    .filter((line) => /^#{1,6} /.test(line))
    .at(-1);
  const end = note.endsWith('\n') || note === '' ? '' : newline;
  const isThere = last === heading && /(?:^|\n)[-*+] [^\n]*\n?$/.test(note);
  const head =
    last === heading ? (isThere ? '' : newline) : `${note === '' ? '' : newline}${heading}${newline}${newline}`;
  return `${note}${end}${head}${lines.join(newline)}${newline}`;
}
