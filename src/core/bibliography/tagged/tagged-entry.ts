import { authorNames } from '../../reading/authors';
import { doiKey } from '../../reading/identifiers';
import type { Entry } from '../entry';
import { fieldTex, namesTex } from '../latex/escape';
import type { TaggedFormat, TaggedRecord } from './read-tagged';
import { bibtexType } from './types';

/** Tags of each format by what they say; the first that holds something counts. */
interface Tags {
  readonly title: readonly string[];
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly date: readonly string[];
  readonly venue: readonly string[];
  readonly key: readonly string[];
  readonly keywords: readonly string[];
  /** Further fields, under BibTeX's names. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const TAGS: Readonly<Record<TaggedFormat, Tags>> = {
  ris: {
    title: ['TI', 'T1', 'CT'],
    authors: ['AU', 'A1'],
    editors: ['ED', 'A2'],
    date: ['PY', 'Y1', 'DA'],
    venue: ['T2', 'JO', 'JF', 'BT', 'JA', 'J2'],
    key: ['ID'],
    keywords: ['KW'],
    fields: {
      volume: ['VL'],
      number: ['IS'],
      publisher: ['PB'],
      address: ['CY', 'PP'],
      issn: ['SN'],
      doi: ['DO'],
      url: ['UR', 'L2', 'L1'],
      abstract: ['AB', 'N2'],
      note: ['N1'],
      edition: ['ET'],
    },
  },
  endnote: {
    title: ['T'],
    authors: ['A'],
    editors: ['E'],
    date: ['D', '8'],
    venue: ['J', 'B'],
    key: ['F'],
    keywords: ['K'],
    fields: {
      volume: ['V'],
      number: ['N'],
      pages: ['P'],
      publisher: ['I'],
      address: ['C'],
      issn: ['@'],
      doi: ['R'],
      url: ['U'],
      abstract: ['X'],
      note: ['Z'],
      edition: ['7'],
    },
  },
  refworks: {
    title: ['T1'],
    authors: ['A1'],
    editors: ['A2', 'ED'],
    date: ['YR', 'FD'],
    venue: ['JF', 'JO', 'T2', 'T3'],
    key: ['ID'],
    keywords: ['K1'],
    fields: {
      volume: ['VO'],
      number: ['IS'],
      publisher: ['PB'],
      address: ['PP'],
      issn: ['SN'],
      doi: ['DO'],
      url: ['LK', 'UL'],
      abstract: ['AB'],
      note: ['NO'],
      edition: ['ED'],
    },
  },
};

/** What a venue is called, by the entry's type. */
const VENUES: Readonly<Record<string, string>> = {
  inproceedings: 'booktitle',
  incollection: 'booktitle',
  book: 'series',
  phdthesis: 'school',
  techreport: 'institution',
};

/** A record as an entry, under BibTeX's names. */
export function taggedEntry({ format, type: written, values }: TaggedRecord): Entry {
  const tags = TAGS[format];
  const { type, subtype } = bibtexType(written);
  const first = (names: readonly string[]): string =>
    names.map((name) => values.get(name)?.find((value) => value !== '') ?? '').find((value) => value !== '') ?? '';
  const people = (names: readonly string[]): string =>
    namesTex(names.flatMap((name) => values.get(name) ?? []).flatMap(namesIn));
  const plain: [string, string][] = [
    ['title', first(tags.title)],
    ['entrysubtype', subtype ?? ''],
    [VENUES[type] ?? 'journal', first(tags.venue)],
    ['year', /(?:^|\D)([12]\d{3})(?!\d)/.exec(first(tags.date))?.[1] ?? ''],
    ['pages', pagesOf(format, values)],
    ...Object.entries(tags.fields).map(([name, from]): [string, string] => [name, first(from)]),
    ['keywords', tags.keywords.flatMap((tag) => values.get(tag) ?? []).join(', ')],
  ];
  const fields = new Map<string, string>();
  const people_ = { author: people(tags.authors), editor: people(tags.editors) };
  for (const [name, value] of Object.entries(people_)) if (value !== '') fields.set(name, value);
  for (const [name, value] of plain) if (value !== '' && !fields.has(name)) fields.set(name, fieldTex(name, value));
  const doi =
    format === 'ris' && !fields.has('doi') ? (values.get('M3')?.find((one) => doiKey(one) !== null) ?? '') : '';
  if (doi !== '') fields.set('doi', fieldTex('doi', doi));
  if (type === 'book' || type === 'incollection') rename(fields, 'issn', 'isbn');
  const key = first(tags.key);
  return { type, key: /^[a-z][\w:.+/-]*$/i.test(key) ? key : '', fields };
}

/** CNKI puts several names into one line, with `;` between. */
function namesIn(value: string): string[] {
  if (/\p{Script=Han}/u.test(value) && /[;；,，、]/.test(value)) return authorNames(value);
  return value
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function pagesOf(format: TaggedFormat, values: TaggedRecord['values']): string {
  const [start, end] = [values.get('SP')?.[0] ?? '', values.get(format === 'ris' ? 'EP' : 'OP')?.[0] ?? ''];
  if (start === '' || /[-–]/.test(start)) return start || end;
  return end === '' || end === start ? start : `${start}–${end}`;
}

function rename(fields: Map<string, string>, from: string, to: string): void {
  const value = fields.get(from);
  if (value === undefined) return;
  fields.delete(from);
  fields.set(to, value);
}
