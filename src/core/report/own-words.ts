import { scanNote } from '../markdown/scan';

/**
 * Words that stand in a hint's comment, with the hint or in its place: nobody means what is typed there to be left out of
 * what is sent.
 *
 * @param templates - texts whose comments are hints
 * @returns the words, those of each comment that has some, in order
 */
export function wordsInHints(text: string, templates: readonly string[]): string[] {
  const hints = templates.flatMap(comments).filter(({ words }) => words !== '');
  const found = comments(text);
  const gone = hints.filter((hint) => !found.some(({ words }) => words.includes(hint.words)));
  return found.flatMap(({ under, words: all }) => {
    const hint = hints.find(({ words }) => all.includes(words));
    const isInPlace = hint === undefined && gone.some((one) => one.under === under);
    const words = hint === undefined ? (isInPlace ? ownPart(all, gone) : '') : all.replace(hint.words, '').trim();
    return words === '' ? [] : [words];
  });
}

/** What was typed into the middle of a hint; all of it where no hint stands around it. */
function ownPart(all: string, hints: readonly Comment[]): string {
  for (const { words } of hints) {
    let start = 0;
    while (start < words.length && words[start] === all[start]) start += 1;
    if (all.endsWith(words.slice(start))) return all.slice(start, all.length - words.length + start).trim();
  }
  return all;
}

/** The line, from 0, where the student's own words begin in a new report: the one below the first hint; null without any. */
export function firstOwnLine(text: string): number | null {
  const lines = scanNote(text);
  let at = lines.findIndex(({ kind }) => kind === 'comment');
  if (at < 0) return null;
  while (lines[at]?.kind === 'comment') at += 1;
  return at;
}

interface Comment {
  /** The heading line above it. */
  readonly under: string;
  readonly words: string;
}

/** What the comments say that have lines to themselves; lines that follow each other are one. */
function comments(text: string): Comment[] {
  const found: { under: string; lines: string[] }[] = [];
  let under = '';
  let last = -2;
  for (const { kind, number, text: line, heading } of scanNote(text)) {
    if (heading !== null && kind === 'text') under = line.trim();
    if (kind !== 'comment') continue;
    if (number !== last + 1) found.push({ under, lines: [] });
    const words = line.replaceAll('%%', '').trim();
    if (words !== '') found.at(-1)?.lines.push(words);
    last = number;
  }
  return found.map(({ under, lines }) => ({ under, words: lines.join(' ') }));
}
