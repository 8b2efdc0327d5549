import { readFrontmatter, splitNote } from '../markdown/frontmatter';
import { parseListedItem } from '../markdown/list-lines';
import { scanBody } from '../markdown/scan';
import { headingWords } from '../markdown/sections';
import type { IsoDate, Yaml } from '../ports';
import { readSource } from '../reading/source';
import { withoutTemplaterTags } from '../text/templater';
import { writtenValue } from '../text/written-value';
import { exactDay } from '../time/date-value';

/** A course as a list of facts: what its own Markdown says. */
export interface CoursePack {
  /** Of ours its name; of a student's a link to the note that holds it. */
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly url: string | null;
  /** The day on which the list was right. */
  readonly asOf: IsoDate;
  /** What the course's note has below the heading of its checklist: the same text, a box before each item. */
  readonly list: string;
  /** How many items. */
  readonly items: number;
}

/** Why a note is no course: `as-of` is no day, or there is no list. */
export interface CoursePackProblem {
  readonly problem: 'bad-day' | 'no-list';
  readonly value: string;
}

const ITEM = /^((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?:\[[^\n]\](?:[ \t]+|$))?/u;

/**
 * Reads a course from Markdown: properties `as-of`, `authors` and `url`, a title (`# `), and a list, whose items may be links
 * and stand under headings; these go below the checklist's own. Boxes of the list are emptied.
 *
 * @param name - path of its note, or what goes for one; the title where the text has none
 */
export function readCoursePack(id: string, text: string, name: string, yaml: Yaml): CoursePack | CoursePackProblem {
  const read = readFrontmatter(text, yaml);
  const data = read.ok ? read.data : {};
  const asOf = exactDay(data['as-of']);
  if (asOf === null) return { problem: 'bad-day', value: writtenValue(data['as-of']) };
  const lines = scanBody(splitNote(text).body);
  const top = lines.find(({ kind, heading }) => kind === 'text' && heading?.level === 1);
  let items = 0;
  const list = lines.slice((top?.heading?.last ?? -1) + 1).map(({ kind, code, heading, text: line }) => {
    if (kind !== 'text' || code !== null) return line;
    if (heading !== null) return line.replace(/^ {0,3}#{1,2}(?=[ \t])/, '###');
    if (parseListedItem(line) === null) return line;
    items += 1;
    return line.replace(ITEM, '$1[ ] ');
  });
  if (items === 0) return { problem: 'no-list', value: '' };
  const { authors, url, title } = readSource(name, data);
  return {
    ...{ id, authors, url, asOf, items },
    title: top?.heading == null ? title : headingWords(lines, top.number, top.heading),
    list: withoutTemplaterTags(`\`\`\`course-progress\n\`\`\`\n\n${list.join('\n').trim()}`),
  };
}
