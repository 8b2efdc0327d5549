import { scanNote, type ScannedLine } from '../markdown/scan';
import type { Yaml } from '../ports';
import { inOrder, type Converted, type VaultFacts } from './conversion';
import { convertProgressTable, isProgressRow } from './progress-table';
import { convertScript } from './script';
import { convertGraph, convertTracker } from './yaml-blocks';

/** Code of another plugin that stands in a note. */
export interface WidgetCode {
  readonly made: 'script' | 'graph' | 'tracker' | 'table';
  /** First line and the one after the last, from 0. */
  readonly from: number;
  readonly to: number;
  /** Its lines to the letter. */
  readonly written: string;
  /** Null where it cannot be told what it draws. */
  readonly converted: Converted | null;
}

const FENCE = /^((?:[ \t]*>[ \t]?)*[ \t]*)(`{3,}|~{3,})[ \t]*([\w-]*)/;

/** Every piece of a note that draws a heatmap or time progress by other means, in the order of its lines. */
export function widgetCodeIn(note: string, yaml: Yaml, facts: VaultFacts): readonly WidgetCode[] {
  const lines = scanNote(note);
  const found: WidgetCode[] = [];
  for (let at = 0; at < lines.length; at++) {
    const piece = fenceAt(lines, at, yaml, facts) ?? tableAt(lines, at);
    if (piece === null) continue;
    if (piece.code !== null) found.push(piece.code);
    at = piece.to - 1;
  }
  return found;
}

interface Piece {
  readonly to: number;
  readonly code: WidgetCode | null;
}

function fenceAt(lines: readonly ScannedLine[], from: number, yaml: Yaml, facts: VaultFacts): Piece | null {
  const first = lines[from];
  const [, before = '', , name = ''] = first?.code === 'fence' ? (FENCE.exec(first.text) ?? []) : [];
  if (first?.code !== 'fence') return null;
  let to = from + 1;
  while (lines[to]?.code === 'fenced') to += 1;
  const inside = lines
    .slice(from + 1, to)
    .map(({ text }) => (text.startsWith(before) ? text.slice(before.length) : text));
  if (lines[to]?.code === 'fence') to += 1;
  const read = readerOf(name, inside.join('\n'), yaml, facts);
  if (read === null) return { to, code: null };
  return { to, code: { ...read, from, to, written: written(lines, from, to) } };
}

function readerOf(
  name: string,
  text: string,
  yaml: Yaml,
  facts: VaultFacts,
): Pick<WidgetCode, 'made' | 'converted'> | null {
  switch (name.toLowerCase()) {
    case 'contributiongraph':
      return { made: 'graph', converted: convertGraph(text, yaml, facts) };
    case 'heatmap-tracker':
      return { made: 'tracker', converted: convertTracker(text, yaml, facts) };
    case 'dataviewjs':
      if (!/\brender(?:HeatmapCalendar|HeatmapTracker|ContributionGraph)\b/.test(text)) return null;
      return { made: 'script', converted: convertScript(text, facts) };
    default:
      return null;
  }
}

/** A table whose rows are periods, with the head above them. */
function tableAt(lines: readonly ScannedLine[], from: number): Piece | null {
  const isRow = (line: ScannedLine | undefined): boolean =>
    line?.kind === 'text' && line.text.trimStart().startsWith('|');
  if (!isRow(lines[from])) return null;
  let to = from;
  while (isRow(lines[to])) to += 1;
  const rows = lines.slice(from, to).flatMap(({ text }) => (isProgressRow(text) ? [text] : []));
  const converted = rows.length === 0 ? null : convertProgressTable(rows);
  if (rows.length === 0) return { to, code: null };
  return { to, code: { made: 'table', converted, from, to, written: written(lines, from, to) } };
}

function written(lines: readonly ScannedLine[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('\n');
}

/** The lines of the block that stands for converted code. */
export function blockLines({ block, options }: Converted, yaml: Yaml): readonly string[] {
  const body = Object.keys(options).length === 0 ? [] : yaml.stringify(inOrder(options)).trimEnd().split('\n');
  return [`\`\`\`${block}`, ...body, '```'];
}

/**
 * Puts the blocks that were shown in the place of code, where the note still holds it to the letter; null where one of them
 * is no longer there. Every other line, and every line's end, stays as it is.
 */
export function withBlocks(note: string, chosen: readonly WidgetCode[], yaml: Yaml): string | null {
  const fresh = [...widgetCodeIn(note, yaml, NOTHING_KNOWN)];
  const lines = scanNote(note);
  let text = note;
  const places: { readonly code: WidgetCode; readonly converted: Converted }[] = [];
  for (const { from, written: old, converted } of chosen) {
    const same = fresh.filter((one) => one.written === old);
    const code = same.find((one) => one.from === from) ?? same[0];
    if (code === undefined || converted === null) return null;
    fresh.splice(fresh.indexOf(code), 1);
    places.push({ code, converted });
  }
  // From the last on, so that what stands before keeps its place.
  for (const { code, converted } of places.sort((a, b) => b.code.from - a.code.from)) {
    const [first, last] = [lines[code.from], lines[code.to - 1]];
    if (first === undefined || last === undefined) return null;
    const before = FENCE.exec(first.text)?.[1] ?? '';
    const end = note.slice(first.start + first.text.length, lines[code.from + 1]?.start);
    const block = blockLines(converted, yaml).map((line) => before + line);
    text = text.slice(0, first.start) + block.join(end === '' ? '\n' : end) + text.slice(last.start + last.text.length);
  }
  return text;
}

/** Where code is only looked for, the vault has nothing to say. */
const NOTHING_KNOWN: VaultFacts = { property: () => null };
