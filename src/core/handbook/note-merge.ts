import { canonicalLines } from '../block/canonical';
import { canonicalValue, unorderedValue } from '../markdown/frontmatter-value';
import { checkboxMark, withCheckboxMark } from '../markdown/checkbox';
import { lineEnding, readFrontmatter, splitNote, type Frontmatter } from '../markdown/frontmatter';
import { setFrontmatter, type FrontmatterChanges } from '../markdown/frontmatter-edit';
import type { Yaml } from '../ports';
import { differences } from '../text/diff';
import { mergeLines, type MergeLine, type MergePart } from '../text/merge';

/** A note merged with a newer version of it, not yet written: conflicts are still open. */
export interface NoteMerge {
  /** The student's text that was merged. */
  readonly mine: string;
  readonly parts: readonly MergePart[];
  /** What becomes of the frontmatter; it never needs a choice. */
  readonly frontmatter: FrontmatterChanges;
  readonly conflicts: number;
}

export type Choice = 'mine' | 'theirs';

/**
 * Merges the body line by line and the frontmatter key by key. `base` is what both texts came from; without one, every
 * difference is a conflict. Lines are compared by their canonical text: ticks and moved links are no changes.
 * Answers null where the student's frontmatter cannot be read.
 */
export function mergeNote(base: string | null, mine: string, theirs: string, yaml: Yaml): NoteMerge | null {
  const data = [base ?? '', mine, theirs].map((text) => readFrontmatter(text, yaml));
  const [ofBase, ofMine, ofTheirs] = data.map((read) => (read.ok ? read.data : null));
  if (!ofBase || !ofMine || !ofTheirs) return null;
  const parts =
    base === null
      ? compareLines(bodyLines(mine), bodyLines(theirs))
      : mergeLines(bodyLines(base), bodyLines(mine), bodyLines(theirs));
  return {
    mine,
    parts,
    frontmatter: mergeFrontmatter(ofBase, ofMine, ofTheirs),
    conflicts: parts.filter((part) => part.kind === 'conflict').length,
  };
}

/**
 * The merged text, each conflict decided by its number (from 0). Ticks are carried over, line endings are the student's,
 * and a line that the new version did not change keeps the student's bytes. Null where the frontmatter cannot be edited.
 */
export function writeMerge(merge: NoteMerge, choose: (conflict: number) => Choice, yaml: Yaml): string | null {
  const { bom, opening, yaml: raw, closing, body } = splitNote(merge.mine);
  const eol = lineEnding(merge.mine);
  const ticks = carriedTicks(merge.parts);
  const inMyStyle = (text: string): string => text.replace(/\r\n?|\n/g, eol);
  let result = /^(?:[ \t]*\r?\n)*/.exec(body)?.[0] ?? '';
  const add = (text: string): void => {
    if (result !== '' && !/[\r\n]$/.test(result)) result += eol;
    result += text;
  };
  let conflict = 0;
  merge.parts.forEach((part, index) => {
    const before = merge.parts[index - 1]?.kind;
    if (part.kind !== 'same' && before !== undefined && before !== 'same' && before !== part.kind) {
      if (!endsParagraph(result) && isOneSided(before) && isOneSided(part.kind)) add(eol);
    }
    const chosen = part.kind === 'conflict' ? choose(conflict++) : part.kind;
    if (chosen === 'theirs') {
      for (const line of part.theirs) add(inMyStyle(withTick(line.text, ticks.get(line.key)?.shift() ?? null)));
    } else if (chosen === 'same') {
      const isLast = (at: number): boolean => at === part.mine.length - 1;
      const after = merge.parts[index + 1]?.kind;
      part.mine.forEach((line, at) => {
        const theirsFollows = isLast(at) && after === 'theirs';
        add(agreed(line, part.base[at], part.theirs[at], theirsFollows, inMyStyle));
      });
    } else {
      for (const line of part.mine) add(line.text);
    }
  });
  return setFrontmatter(bom + opening + (raw ?? '') + closing + result, merge.frontmatter, yaml);
}

/**
 * A line that all three have: the student's bytes, unless the new version changed what does not count (where a link
 * leads, say). What follows it from the new version stands at the distance it has there.
 */
function agreed(
  mine: MergeLine,
  base: MergeLine | undefined,
  theirs: MergeLine | undefined,
  theirsFollows: boolean,
  inMyStyle: (text: string) => string,
): string {
  if (base === undefined || theirs === undefined) return mine.text;
  if (plainBytes(theirs) !== plainBytes(base)) {
    return inMyStyle(withTick(theirs.text, checkboxMark(mine.text)));
  }
  const distance = theirs.text.slice(firstLine(theirs.text).length);
  return theirsFollows ? firstLine(mine.text) + inMyStyle(distance) : mine.text;
}

/** The lines of a note's body; blank lines belong to the line before them, so that they are never a change of their own. */
export function bodyLines(text: string): MergeLine[] {
  const lines: { key: string; text: string; endsParagraph: boolean }[] = [];
  for (const { key, text: written } of canonicalLines(splitNote(text).body)) {
    const last = lines.at(-1);
    if (key !== '') {
      lines.push({ key, text: written, endsParagraph: false });
    } else if (last !== undefined) {
      last.text += written;
      last.endsParagraph ||= written !== '';
    }
  }
  return lines;
}

function compareLines(mine: readonly MergeLine[], theirs: readonly MergeLine[]): MergePart[] {
  const parts: MergePart[] = [];
  let m = 0;
  let t = 0;
  const same = (mineTo: number, theirsTo: number): void => {
    if (mineTo > m)
      parts.push({ kind: 'same', base: [], mine: mine.slice(m, mineTo), theirs: theirs.slice(t, theirsTo) });
  };
  const keys = (lines: readonly MergeLine[]): string[] => lines.map((line) => line.key);
  for (const { aFrom, aTo, bFrom, bTo } of differences(keys(mine), keys(theirs))) {
    same(aFrom, bFrom);
    parts.push({ kind: 'conflict', base: [], mine: mine.slice(aFrom, aTo), theirs: theirs.slice(bFrom, bTo) });
    m = aTo;
    t = bTo;
  }
  same(mine.length, theirs.length);
  return parts;
}

/**
 * A key that only the new version changed takes the new value, one that only the student changed stays. Where both
 * changed a list, what the new version added and took out is done to the student's; any other value stays the student's.
 */
function mergeFrontmatter(base: Frontmatter, mine: Frontmatter, theirs: Frontmatter): FrontmatterChanges {
  const changes: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(base)])) {
    const [b, m, t] = [base[key], mine[key], theirs[key]].map(unorderedValue);
    if (m === t || t === b) continue;
    if (m === b || /^handbook(?:-|$)/.test(key)) changes[key] = theirs[key];
    else if (Array.isArray(theirs[key])) changes[key] = mergeLists(items(base[key]), items(mine[key]), theirs[key]);
  }
  return changes;
}

function mergeLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (list: readonly unknown[], item: unknown): boolean =>
    list.some((other) => canonicalValue(other) === canonicalValue(item));
  return [
    ...mine.filter((item) => !has(base, item) || has(theirs, item)),
    ...theirs.filter((item) => !has(base, item) && !has(mine, item)),
  ];
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

/** Marks of boxes whose line may go, by the line's key: the same line elsewhere in the new text takes them on. */
function carriedTicks(parts: readonly MergePart[]): Map<string, string[]> {
  const ticks = new Map<string, string[]>();
  for (const part of parts) {
    if (part.kind !== 'theirs' && part.kind !== 'conflict') continue;
    for (const line of part.mine) {
      const mark = checkboxMark(line.text);
      if (mark === null) continue;
      const known = ticks.get(line.key);
      if (known === undefined) ticks.set(line.key, [mark]);
      else known.push(mark);
    }
  }
  return ticks;
}

function withTick(line: string, mark: string | null): string {
  return mark === null ? line : withCheckboxMark(line, mark);
}

function plainBytes(line: MergeLine): string {
  return line.text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}

function firstLine(text: string): string {
  return /^[^\r\n]*(?:\r\n?|\n|$)/.exec(text)?.[0] ?? '';
}

function endsParagraph(text: string): boolean {
  return text === '' || /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text);
}

function isOneSided(kind: MergePart['kind']): boolean {
  return kind === 'mine' || kind === 'theirs';
}
