import { looksLikeDate, readWhen, type When } from './when';

/** A span that the student named in the settings. */
export interface NamedSpan {
  readonly name: string;
  /** Null where only the end is given, as for a deadline. */
  readonly from: When | null;
  readonly to: When;
}

export interface ReadNamedSpans {
  readonly spans: readonly NamedSpan[];
  /** Lines that were not understood, counted from 0. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads named spans, one a line: `Autumn term: 2026-09-07..2027-01-15` (both days included), or with an end alone,
 * `CVPR 2027: 2026-11-17 23:59 AoE`. A full-width colon does, too; empty lines and lines that start with `#` are skipped.
 */
export function readNamedSpans(text: string): ReadNamedSpans {
  const spans: NamedSpan[] = [];
  const unreadable: { line: number; text: string }[] = [];
  text.split('\n').forEach((row, line) => {
    const written = row.trim();
    if (written === '' || written.startsWith('#')) return;
    const span = readLine(written);
    if (span) spans.push(span);
    else unreadable.push({ line, text: written });
  });
  return { spans, unreadable };
}

/** A span in the words in which it is written. */
export interface WrittenSpan {
  readonly name: string;
  /** Null where only the end is given. */
  readonly from: string | null;
  readonly to: string;
}

/**
 * Takes a line apart; null where it is no span. A name may hold colons and years, a time holds colons too: the first colon
 * counts behind which dates stand.
 */
export function writtenSpan(text: string): WrittenSpan | null {
  for (const { index } of text.matchAll(/[:：]/g)) {
    const dates = text.slice(index + 1);
    if (!looksLikeDate(dates)) continue;
    const name = text.slice(0, index).trim();
    const span = name === '' ? null : splitDates(name, dates);
    if (span) return span;
  }
  return null;
}

function splitDates(name: string, text: string): WrittenSpan | null {
  const [first = '', last, ...more] = text.split(/\.{2,}|…|~|～|至/);
  if (more.length > 0 || !readWhen(first).ok) return null;
  if (last === undefined) return { name, from: null, to: first.trim() };
  return readWhen(last).ok ? { name, from: first.trim(), to: last.trim() } : null;
}

function readLine(text: string): NamedSpan | null {
  const written = writtenSpan(text);
  if (written === null) return null;
  const to = readWhen(written.to);
  const from = written.from === null ? null : readWhen(written.from);
  return to.ok && from?.ok !== false ? { name: written.name, from: from?.when ?? null, to: to.when } : null;
}
