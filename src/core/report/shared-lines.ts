import { scanBody } from '../markdown/scan';
import { findSection, listSections, type Section } from '../markdown/sections';
import type { IsoDate, IsoWeek } from '../ports';

/** A line of a report on its way out. */
export interface SharedLine {
  readonly text: string;
  /** Whether it stands in a part that the plugin filled in. */
  readonly generated: boolean;
  /** Which part that is. */
  readonly block: string | null;
  /** Where its links within the vault lead, as they are written. */
  readonly links?: readonly string[];
  /** Private lines that stand right below it, and stay behind. */
  readonly gone?: number;
}

/** What a copy begins with, and what it says of the report. */
export interface SharedTitle {
  readonly text: string;
  readonly week: IsoWeek;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Puts the questions that are marked in notes to those of the student's own section, without their title. */
export function withQuestions(lines: readonly SharedLine[], names: readonly string[]): readonly SharedLine[] {
  const asked = lines.filter(({ block, text }) => block === 'questions' && /^\s*- /.test(text));
  const others = lines.filter(({ block }) => block !== 'questions');
  const text = others.map((line) => line.text).join('\n');
  const section = asked.length === 0 ? null : findSection(text, names, scanBody(text));
  if (section === null) return lines;
  let end = section.endLine;
  while (end > section.bodyLine && others[end - 1]?.text.trim() === '') end -= 1;
  const gap = { text: '', generated: false, block: null };
  const above = end === section.bodyLine || !/^\s*[-*+] /.test(others[end - 1]?.text ?? '') ? [gap] : [];
  return [
    ...others.slice(0, end),
    ...above,
    ...asked.map((line) => ({ ...line, generated: false })),
    gap,
    ...others.slice(end),
  ];
}

/** Takes out headings under which nothing is left; what a heading of a lower level holds counts for the one above. */
export function withoutEmptySections(lines: readonly SharedLine[]): readonly SharedLine[] {
  const sections = sectionsOf(lines);
  const heads = new Set(sections.flatMap(({ line, bodyLine }) => range(line, bodyLine)));
  // How many lines with words stand above each line.
  const words = [0];
  lines.forEach(({ text }, at) => {
    words.push((words[at] ?? 0) + (text.trim() === '' || heads.has(at) ? 0 : 1));
  });
  const empty = sections.filter(({ bodyLine, endLine }) => words[bodyLine] === words[endLine]);
  const gone = new Set(empty.flatMap(({ line, bodyLine }) => range(line, bodyLine)));
  return lines.filter((_, at) => !gone.has(at));
}

/**
 * Takes out what a note says of itself before its first section, where the copy begins with the same: a heading of the
 * first level with the week's name, and the line of its first and last day.
 */
export function withoutOwnTitle(lines: readonly SharedLine[], title: SharedTitle): readonly SharedLine[] {
  const { week, start, end } = title;
  const sections = sectionsOf(lines);
  const below = sections.find(({ level }) => level > 1)?.line ?? lines.length;
  const heads = sections.filter(({ level, heading }) => level === 1 && heading.includes(week));
  const gone = new Set(heads.flatMap(({ line, bodyLine }) => range(line, bodyLine)));
  const days = new RegExp(`^\\W*${start}\\D{1,5}${end}\\W*$`);
  return lines.filter(({ text, generated }, at) => generated || at >= below || !(gone.has(at) || days.test(text)));
}

/**
 * Takes out a heading that heads nothing but generated parts with headings of their own, and raises these by as much:
 * to the reader of a mail it says nothing that they do not.
 */
export function withoutWrappers(lines: readonly SharedLine[]): readonly SharedLine[] {
  const others = [0];
  for (const { text, generated } of lines)
    others.push((others.at(-1) ?? 0) + (generated || text.trim() === '' ? 0 : 1));
  const sections = sectionsOf(lines);
  const heads = new Map(sections.map((section) => [section.line, section]));
  const gone = new Set<number>();
  const raised = new Map<number, number>();
  for (const { line, level, bodyLine, endLine } of sections) {
    if (lines[line]?.generated === true || others[bodyLine] !== others[endLine]) continue;
    const first = range(bodyLine, endLine).find((at) => lines[at]?.text.trim() !== '');
    const inner = first === undefined ? undefined : heads.get(first);
    if (inner === undefined) continue;
    for (const at of range(line, bodyLine)) gone.add(at);
    for (const at of range(bodyLine, endLine)) if (heads.has(at)) raised.set(at, inner.level - level);
  }
  return lines.flatMap((line, at) => {
    if (gone.has(at)) return [];
    const by = raised.get(at) ?? 0;
    return by === 0 ? [line] : [{ ...line, text: raisedBy(line.text, by) }];
  });
}

function raisedBy(heading: string, levels: number): string {
  return heading.replace(/^( {0,3})(#{1,6})(?=[ \t]|$)/, (_all, indent: string, marks: string) => {
    return indent + '#'.repeat(Math.max(1, marks.length - levels));
  });
}

function sectionsOf(lines: readonly SharedLine[]): Section[] {
  const text = lines.map((line) => line.text).join('\n');
  return listSections(text, scanBody(text));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
