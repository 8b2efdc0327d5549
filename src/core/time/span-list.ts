import type { Zone } from 'luxon';
import { writtenSpan, type WrittenSpan } from './named-spans';
import { instantOfWhen, readWhen } from './when';

/** A line of the setting that names a span, or means to. */
export interface SpanRow {
  /** From 0. */
  readonly line: number;
  readonly text: string;
  /** Null where it is not understood. */
  readonly span: WrittenSpan | null;
}

/** The setting's spans in their order; empty lines and remarks are none. */
export function spanRows(setting: string): SpanRow[] {
  return setting.split('\n').flatMap((row, line) => {
    const text = row.trim();
    return text === '' || text.startsWith('#') ? [] : [{ line, text, span: writtenSpan(text) }];
  });
}

export function printSpan({ name, from, to }: WrittenSpan): string {
  return `${name}: ${from === null ? '' : `${from}..`}${to}`;
}

/** Writes a span in place of a row, or below all others. Every other line stays as it is. */
export function withSpan(setting: string, row: number | null, span: WrittenSpan): string {
  const lines = linesOf(setting);
  const at = row === null ? undefined : spanRows(setting)[row]?.line;
  if (at === undefined) lines.push(printSpan(span));
  else lines[at] = printSpan(span);
  return lines.join('\n');
}

export function withoutSpan(setting: string, row: number): string {
  const lines = linesOf(setting);
  const at = spanRows(setting)[row]?.line;
  if (at !== undefined) lines.splice(at, 1);
  return lines.join('\n');
}

/** Takes a row out and puts it where another stands, which makes room for it. */
export function withSpanMoved(setting: string, from: number, to: number): string {
  const rows = spanRows(setting);
  const [taken, place] = [rows[from]?.line, rows[to]?.line];
  if (taken === undefined || place === undefined || taken === place) return setting;
  const lines = linesOf(setting);
  lines.splice(place, 0, ...lines.splice(taken, 1));
  return lines.join('\n');
}

/** What a form holds of a span; `from` does not count for a deadline. */
export interface SpanInput {
  readonly name: string;
  readonly kind: 'span' | 'deadline';
  readonly from: string;
  readonly to: string;
}

export type SpanProblem = 'empty' | 'no-date' | 'reversed' | 'taken' | 'no-name';

export type ReadSpan =
  | { readonly ok: true; readonly span: WrittenSpan }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<'name' | 'from' | 'to', SpanProblem>>> };

/**
 * Reads a form. A name must come back as it was typed when its line is read again; blocks ask for spans by their names, so
 * no two have the same.
 *
 * @param others - names of the other spans
 * @param zone - where no date names another
 */
export function readSpan(input: SpanInput, others: readonly string[], zone: Zone): ReadSpan {
  const name = input.name.trim();
  const to = input.to.trim();
  const from = input.kind === 'deadline' ? null : input.from.trim();
  const problems: Partial<Record<'name' | 'from' | 'to', SpanProblem>> = {};
  if (name === '') problems.name = 'empty';
  else if (others.includes(name)) problems.name = 'taken';
  for (const [key, text] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (text === '') problems[key] = 'empty';
    else if (text !== null && !readWhen(text).ok) problems[key] = 'no-date';
  }
  if (from !== null && problems.from === undefined && problems.to === undefined && isReversed(from, to, zone)) {
    problems.to = 'reversed';
  }
  const span = { name, from, to };
  if (Object.keys(problems).length === 0 && !comesBack(span)) problems.name = 'no-name';
  return Object.keys(problems).length === 0 ? { ok: true, span } : { ok: false, problems };
}

function isReversed(from: string, to: string, zone: Zone): boolean {
  const [first, last] = [readWhen(from), readWhen(to)];
  return first.ok && last.ok && instantOfWhen(first.when, 'start', zone) >= instantOfWhen(last.when, 'end', zone);
}

function comesBack(span: WrittenSpan): boolean {
  const [row, ...more] = spanRows(printSpan(span));
  const read = row?.span;
  return more.length === 0 && read?.name === span.name && read.from === span.from && read.to === span.to;
}

/** No line at all where the setting is empty. */
function linesOf(setting: string): string[] {
  const text = setting.replace(/\n+$/, '');
  return text === '' ? [] : text.split('\n');
}
