import { scanNote, type ScannedLine, type TextRange } from '../markdown/scan';
import { isUntouched, parseBlocks, type DamageKind, type GuardedBlock, type Marker } from './guarded-block';

/** A stretch of a note, in UTF-16 units; a line's own ends before its line ending. */
export type Stretch = TextRange;

/** A sound block's place in a note that is being edited. */
export interface RuledBlock {
  readonly name: string;
  readonly begin: Stretch;
  readonly end: Stretch;
  /** The marker lines with the blank lines inside the block beside them. */
  readonly head: Stretch;
  readonly foot: Stretch;
  /** Whether the student changed what stands between. */
  readonly edited: boolean;
  /** Whether it begins with a heading, which names it. */
  readonly titled: boolean;
  /** Lines inside that are nothing but a comment: words for the student alone. */
  readonly remarks: readonly Remark[];
}

export interface Remark extends Stretch {
  readonly words: string;
}

/** A marker on a line of its own that lacks its other half, or cannot be told which it belongs to. */
export interface LoneMarker extends Stretch {
  readonly name: string | null;
  readonly kind: DamageKind;
}

export interface NoteRules {
  /** Blocks that stand directly one below another, in order; each list is drawn as one. */
  readonly runs: readonly (readonly RuledBlock[])[];
  readonly lone: readonly LoneMarker[];
  /** Comments between the student's own words, where the note has blocks: a template's hints, most of them. */
  readonly hints: readonly Remark[];
}

/** A note without any. */
export const NO_RULES: NoteRules = { runs: [], lone: [], hints: [] };
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const REMARK = /^[ \t]*(%%[ \t]*(\S.*?)[ \t]*%%)[ \t]*$/;

/** What an editor draws of the marker lines of a note. */
export function noteRules(text: string): NoteRules {
  if (!text.includes('rh:')) return NO_RULES;
  const lines = scanNote(text);
  const { blocks, damage, markers } = parseBlocks(text, lines);
  const byLine = new Map(markers.map((marker, at) => [marker.line, { marker, below: markers[at + 1] }]));
  const runs: RuledBlock[][] = [];
  for (const block of blocks) {
    const end = byLine.get(block.line)?.below;
    if (end === undefined) continue;
    const ruled = ruledBlock(block, end, lines);
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run !== undefined && above !== undefined && isNext(above.end, block, text)) run.push(ruled);
    else runs.push([ruled]);
  }
  const lone = damage.flatMap(({ name, kind, line }) => {
    const marker = byLine.get(line)?.marker;
    return marker === undefined || kind === 'malformed' ? [] : [{ name, kind, from: marker.from, to: marker.to }];
  });
  const hints = blocks.length === 0 ? [] : lines.filter(({ kind }) => kind === 'comment').flatMap(remarkOf);
  return { runs, lone, hints };
}

function ruledBlock(block: GuardedBlock, end: Marker, lines: readonly ScannedLine[]): RuledBlock {
  const inside = lines.slice(block.line + 1, end.line);
  const written = inside.filter(({ text }) => text.trim() !== '');
  const [first, last] = [written[0], written.at(-1)];
  const begin = { from: block.from, to: lines[block.line]?.end ?? block.from };
  // Blank lines go with one marker; where there is nothing else, with the upper one.
  const headEnd = first === undefined ? (inside.at(-1)?.end ?? begin.to) : (lines[first.number - 1]?.end ?? begin.to);
  const footStart = last === undefined ? end.from : (lines[last.number + 1]?.start ?? end.from);
  return {
    name: block.name,
    begin,
    end: { from: end.from, to: end.to },
    head: { from: begin.from, to: headEnd },
    foot: { from: footStart, to: end.to },
    edited: !isUntouched(block),
    titled: first !== undefined && HEADING.test(first.text),
    remarks: written.flatMap(remarkOf),
  };
}

function remarkOf({ text, start, code, visible }: ScannedLine): Remark[] {
  const match = code === null && visible.trim() === '' ? REMARK.exec(text) : null;
  if (match === null) return [];
  const [, comment = '', words = ''] = match;
  const from = start + text.indexOf(comment);
  return [{ from, to: from + comment.length, words }];
}

/** Whether a block begins on the line after another one's end. */
function isNext(end: Stretch, { from }: GuardedBlock, text: string): boolean {
  return text.slice(end.to, from).replace('\r', '') === '\n';
}
