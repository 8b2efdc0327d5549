import { scanNote } from '../markdown/scan';

/**
 * Words that stand with a hint in its comment: nobody means what is typed behind a hint to be left out of what is sent.
 *
 * @param templates - texts whose comments are hints
 * @returns the words, one for each hint that has some, in order
 */
export function wordsInHints(text: string, templates: readonly string[]): string[] {
  const hints = templates.flatMap(comments);
  return comments(text).flatMap((comment) => {
    const hint = hints.find((one) => one !== '' && comment.includes(one));
    const words = hint === undefined ? '' : comment.replace(hint, '').trim();
    return words === '' ? [] : [words];
  });
}

/** The line, from 0, where the student's own words begin in a new report: the one below the first hint; null without any. */
export function firstOwnLine(text: string): number | null {
  const hint = scanNote(text).findIndex(({ kind }) => kind === 'comment');
  return hint < 0 ? null : hint + 1;
}

/** What the comments say that have lines to themselves; lines that follow each other are one. */
function comments(text: string): string[] {
  const found: string[] = [];
  let last = -2;
  for (const { kind, number, text: line } of scanNote(text)) {
    if (kind !== 'comment') continue;
    const words = line.replaceAll('%%', '').trim();
    if (number === last + 1) found.push(`${found.pop() ?? ''} ${words}`.trim());
    else found.push(words);
    last = number;
  }
  return found;
}
