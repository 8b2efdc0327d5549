import type { FactLine, LineLink, NoteFacts } from './find-log-lines';
import type { LineProblem } from './log-line';
import type { SourceFacts } from './source';
import { SOURCE_KINDS, SOURCE_STATUSES } from './types';

/** Goes up when the form below changes, or what a note is read as; what was written before is not read. */
export const STORED_FACTS_VERSION = 5;

/** A note's facts as plain data without names, as small as will do: for a store on the device, never for a note. */
export function packFacts({ source, lines }: NoteFacts): unknown {
  return [source === null ? 0 : packSource(source), lines.map(packLine)];
}

/**
 * Facts out of the store; null where it is no such data, whatever it is: a store may be damaged, and what comes out of it
 * is believed only where it has the right shape throughout.
 *
 * @param path - of the note, which is not stored once more
 */
export function unpackFacts(packed: unknown, path: string): NoteFacts | null {
  if (!isList(packed, 2)) return null;
  const source = packed[0] === 0 ? null : unpackSource(packed[0], path);
  if (source === undefined || !Array.isArray(packed[1])) return null;
  const lines: FactLine[] = [];
  for (const packedLine of packed[1] as readonly unknown[]) {
    const line = unpackLine(packedLine);
    if (line === null) return null;
    lines.push(line);
  }
  return { source, lines };
}

function packSource(source: SourceFacts): unknown {
  const { kind, title, authors, year, venue, citekey, arxiv, doi, url, zotero } = source;
  const { status, rating, added, tags, statusWritten, own } = source;
  return [
    ...[kind, title, authors, year, venue, citekey, arxiv, doi, url, zotero],
    ...[status, rating, added, tags, statusWritten, own],
  ];
}

/** Undefined where it is no source. Positions instead of patterns, since this runs for every source at every start. */
function unpackSource(packed: unknown, path: string): SourceFacts | undefined {
  if (!isList(packed, 16)) return undefined;
  const isSound =
    isOneOf(SOURCE_KINDS, packed[0]) &&
    typeof packed[1] === 'string' &&
    areTexts(packed[2]) &&
    isNumberOrNull(packed[3]) &&
    isTextOrNull(packed[4]) &&
    isTextOrNull(packed[5]) &&
    isTextOrNull(packed[6]) &&
    isTextOrNull(packed[7]) &&
    isTextOrNull(packed[8]) &&
    isTextOrNull(packed[9]) &&
    isOneOf(SOURCE_STATUSES, packed[10]) &&
    isNumberOrNull(packed[11]) &&
    isTextOrNull(packed[12]) &&
    areTexts(packed[13]) &&
    typeof packed[14] === 'boolean' &&
    typeof packed[15] === 'boolean';
  if (!isSound) return undefined;
  return {
    path,
    kind: packed[0],
    title: packed[1],
    authors: packed[2],
    year: packed[3],
    venue: packed[4],
    citekey: packed[5],
    arxiv: packed[6],
    doi: packed[7],
    url: packed[8],
    zotero: packed[9],
    status: packed[10],
    rating: packed[11],
    added: packed[12],
    tags: packed[13],
    statusWritten: packed[14],
    own: packed[15],
  } as SourceFacts;
}

function packLine(fact: FactLine): unknown {
  const { line, date, text, minutes, pass, pages, status, links, problems } = fact;
  const rest = [
    links?.map(({ target, from, to }) => [target, from, to]) ?? 0,
    problems.map(({ code, value }) => [code, value]),
  ];
  const isPlain = links === null && problems.length === 0;
  return [
    line,
    date,
    text,
    minutes,
    pass,
    pages,
    status,
    (fact.private ? 1 : 0) + (fact.deep ? 2 : 0),
    ...(isPlain ? [] : rest),
  ];
}

function unpackLine(packed: unknown): FactLine | null {
  if (!Array.isArray(packed)) return null;
  const at = packed as readonly unknown[];
  const isPlain = at.length === 8;
  const links = isPlain || at[8] === 0 ? null : unpackAll(at[8], unpackLink);
  const problems = isPlain ? NO_PROBLEMS : unpackAll(at[9], unpackProblem);
  const isSound =
    (isPlain || at.length === 10) &&
    typeof at[0] === 'number' &&
    isTextOrNull(at[1]) &&
    typeof at[2] === 'string' &&
    isNumberOrNull(at[3]) &&
    (at[4] === null || at[4] === 1 || at[4] === 2 || at[4] === 3) &&
    isTextOrNull(at[5]) &&
    (at[6] === null || isOneOf(SOURCE_STATUSES, at[6])) &&
    [0, 1, 2, 3].includes(at[7] as number);
  if (!isSound || links === undefined || problems === undefined) return null;
  return {
    line: at[0],
    date: at[1],
    text: at[2],
    minutes: at[3],
    pass: at[4],
    pages: at[5],
    status: at[6],
    private: at[7] === 1 || at[7] === 3,
    deep: at[7] === 2 || at[7] === 3,
    links,
    problems,
  } as FactLine;
}

const NO_PROBLEMS: readonly LineProblem[] = [];

function unpackLink(packed: unknown): LineLink | null {
  if (!isList(packed, 3)) return null;
  const [target, from, to] = packed;
  if (typeof target !== 'string' || typeof from !== 'number' || typeof to !== 'number') return null;
  return { target, from, to };
}

function unpackProblem(packed: unknown): LineProblem | null {
  if (!isList(packed, 2)) return null;
  const [code, value] = packed;
  return typeof code === 'string' && typeof value === 'string' ? ({ code, value } as LineProblem) : null;
}

/** Undefined where one of them, or the whole, is not what it must be. */
function unpackAll<T>(packed: unknown, unpack: (one: unknown) => T | null): T[] | undefined {
  if (!Array.isArray(packed)) return undefined;
  const all = packed.map(unpack).filter((one) => one !== null);
  return all.length === packed.length ? all : undefined;
}

function isList(value: unknown, length: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length === length;
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value);
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === 'number';
}
