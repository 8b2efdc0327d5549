import { splitNote } from '../markdown/frontmatter';
import type { NoteMerge } from './note-merge';

/** A place where the student has to choose. */
export interface Hunk {
  /** Text of the heading it stands under; null above the first one. */
  readonly heading: string | null;
  /** First and last line of the student's text in the note, from 1; where there is none, the line it would stand before. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly mine: string;
  readonly theirs: string;
}

/** The conflicts of a merge, in order, as they are shown. */
export function hunksOf(merge: NoteMerge): Hunk[] {
  const { body, bodyLine } = splitNote(merge.mine);
  const leading = /^(?:[ \t]*\r?\n)*/.exec(body)?.[0] ?? '';
  let line = bodyLine + linesIn(leading) + 1;
  let heading: string | null = null;
  const hunks: Hunk[] = [];
  for (const part of merge.parts) {
    const mine = part.mine.map(({ text }) => text).join('');
    if (part.kind === 'conflict') {
      const shown = trimmed(mine);
      hunks.push({
        heading,
        fromLine: line,
        toLine: shown === '' ? line : line + shown.split('\n').length - 1,
        mine: shown,
        theirs: trimmed(part.theirs.map(({ text }) => text).join('')),
      });
    }
    line += linesIn(mine);
    for (const { text } of part.mine) heading = /^#{1,6}[ \t]+(.*\S)/.exec(text)?.[1] ?? heading;
  }
  return hunks;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

function trimmed(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
}
