import { printOf, sentText } from '../../../core/ask/sent-text';
import { linksOfLine, parseLinks } from '../../../core/markdown/links';
import { isPrivateText } from '../../../core/private/private-note';
import { passagesOf } from '../../../core/search/passages';
import { inOneGo } from '../../../core/steps';
import { noteName } from '../../../core/vault/path';
import { leadsToPrivate } from '../../../platform/private-links';
import type { Context } from '../../context';

/** A line may be longer than any passage is, and than a service takes: the first so many characters of it are sent. */
const LONGEST = 3000;

/** A passage as it may be sent. */
export interface OpenPassage {
  readonly path: string;
  /** From 0. */
  readonly line: number;
  readonly heading: string;
  readonly print: number;
  /** As it is sent, with the names of note and headings. */
  readonly sent: string;
  /** Its lines alone. */
  readonly text: string;
}

/**
 * The passages of a note that may be sent, by their places in the note: but for what `passagesOf` leaves out that is all but lines and
 * headings that name a private note. Null where the note is gone, or private by now, or excluded.
 */
export async function openPassages(ctx: Context, path: string): Promise<readonly (OpenPassage | null)[] | null> {
  const note = ctx.search.has(path) ? await ctx.notes.read(path) : null;
  if (note === null || isPrivateText(note, ctx.yaml)) return null;
  const isPrivate = leadsToPrivate(ctx.app, path);
  const names = parseLinks(note).flatMap((link) =>
    isPrivate(link.path) ? [noteName(link.path), ...(link.display === null ? [] : [link.display])] : [],
  );
  return inOneGo(passagesOf(note)).passages.map((passage) => {
    const lines = passage.lines.filter(({ text }) => !linksOfLine(text).some((link) => isPrivate(link.path)));
    const headings = passage.headings.map((heading) => (names.some((name) => heading.includes(name)) ? '…' : heading));
    const text = lines
      .map((line) => line.text)
      .join('\n')
      .trim();
    if (text === '') return null;
    return {
      path,
      line: passage.line,
      heading: headings.at(-1) ?? '',
      print: printOf(passage),
      sent: sentText(noteName(path), { headings, lines }).slice(0, LONGEST),
      text,
    };
  });
}
