import { splitNote } from '../markdown/frontmatter';
import { plainWords } from '../markdown/plain-words';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { headingKey, headingWords, listSections } from '../markdown/sections';
import { privateLines } from '../private/private-lines';
import { itemsOf } from '../report/outline';

/** What stands in a hand-in, as plain words. */
export interface Contents {
  readonly questions: readonly GroupLine[];
  readonly problems: readonly GroupLine[];
  /** Whether the student has written nothing, so that only what the plugin filled in is there. */
  readonly isEmpty: boolean;
}

export interface GroupLine {
  readonly text: string;
  /** From 0. */
  readonly line: number;
}

/** Names of sections, in every language. */
export interface GroupHeadings {
  readonly questions: readonly string[];
  readonly problems: readonly string[];
  /** Of what the plugin fills in, or the advisor. */
  readonly generated: readonly string[];
}

/** The line, from 0, at which a sync tool left a merge open (`<<<<<<<`); -1 where there is none. */
export function openMerge(text: string): number {
  const at = /^<{7}(?: |$)/m.exec(text)?.index;
  return at === undefined ? -1 : text.slice(0, at).split('\n').length - 1;
}

/** Reads what others have to know of a hand-in. It is somebody else's text: what comes out are words, and no Markdown. */
export function readContents(text: string, { questions, problems, generated }: GroupHeadings): Contents {
  const lines = scanNote(text);
  const hidden = privateLines(lines);
  const sections = listSections(text, lines);
  const under = (names: readonly string[]): GroupLine[] => {
    const wanted = new Set(names.map(headingKey));
    return sections
      .filter(({ heading }) => wanted.has(headingKey(heading)))
      .flatMap(({ bodyLine, endLine }) => itemsOf(lines.slice(bodyLine, endLine), hidden))
      .flatMap((item) => {
        const words = [item.text, ...item.below].map(plainWords).filter((one) => one !== '');
        const isDone = item.checkbox?.toLowerCase() === 'x';
        return words.length === 0 || isDone ? [] : [{ text: words.join('; '), line: item.line }];
      });
  };
  return {
    questions: under(questions),
    problems: under(problems),
    isEmpty: !hasOwnWords(lines, new Set(generated.map(headingKey)), splitNote(text).bodyLine),
  };
}

function hasOwnWords(lines: readonly ScannedLine[], generated: ReadonlySet<string>, from: number): boolean {
  let isOwn = true;
  let below = from;
  for (const line of lines) {
    const { number, heading, kind } = line;
    if (heading !== null && kind === 'text') {
      isOwn = !generated.has(headingKey(headingWords(lines, number, heading)));
      below = heading.last + 1;
    } else if (isOwn && number >= below && kind === 'text' && line.visible.trim() !== '') return true;
  }
  return false;
}
