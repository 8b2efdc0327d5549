import { canonicalLines, canonicalText, withoutLayout } from './canonical';
import { lineEnding } from '../markdown/frontmatter';
import { isUntouched, parseBlocks, renderBlock, type BlockDamage, type GuardedBlock } from './guarded-block';

/**
 * What became of a block: `absent` is one that the student deleted (it stays away), `kept-edited` one that they
 * changed, `damaged` one whose markers cannot be trusted.
 */
export type BlockState = 'refreshed' | 'unchanged' | 'kept-edited' | 'absent' | 'damaged';

/** A block that the student changed, beside its new text. */
export interface EditedBlock {
  readonly name: string;
  /** Line of the begin marker, from 0, as the note stands after the refresh. */
  readonly line: number;
  readonly mine: string;
  readonly fresh: string;
  /** Lines of `mine` that `fresh` does not have, and that would go with it. */
  readonly going: readonly GoingLine[];
}

export interface GoingLine {
  /** In the note, from 0, as it stands after the refresh. */
  readonly line: number;
  readonly text: string;
}

export interface Refreshed {
  readonly text: string;
  readonly states: ReadonlyMap<string, BlockState>;
  readonly edited: readonly EditedBlock[];
  readonly damage: readonly BlockDamage[];
  /**
   * Whether words stand between two blocks that were refreshed. To a sync both changes may be one, from the first to the
   * last, and what another device wrote between them is dropped.
   */
  readonly aroundWords: boolean;
}

/**
 * Brings guarded blocks up to date; everything outside them stays byte for byte.
 *
 * A block as the plugin wrote it is replaced, and so is one whose every line stands in the new text too (two devices
 * refreshed, and their notes were merged). Any other was edited by the student: it stays, and is answered in `edited`.
 * Where any marker is damaged, nothing in the note is touched.
 *
 * @param fresh - new text by block name, without blank lines around it
 * @param taken - blocks whose new text the student chose, with the text they saw; only that very text gives way
 */
export function refreshBlocks(
  text: string,
  fresh: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string> = new Map(),
): Refreshed {
  const { blocks, damage } = parseBlocks(text);
  const damaged = new Set(damage.map(({ name }) => name));
  const states = new Map<string, BlockState>();
  const parts: string[] = [];
  let copied = 0;
  let between = '';
  let aroundWords = false;
  for (const name of fresh.keys()) states.set(name, damaged.has(name) ? 'damaged' : 'absent');
  blocks.forEach((block, at) => {
    between += text.slice(blocks[at - 1]?.to ?? block.from, block.from);
    const body = fresh.get(block.name);
    if (body === undefined) return;
    const state = stateOf(block, body, taken);
    states.set(block.name, state === 'refreshed' && damage.length > 0 ? 'unchanged' : state);
    if (state !== 'refreshed' || damage.length > 0) return;
    aroundWords ||= parts.length > 0 && between.trim() !== '';
    between = '';
    parts.push(text.slice(copied, block.from), renderBlock(block.name, body, lineEnding(text.slice(block.from))));
    copied = block.to;
  });
  const refreshed = parts.join('') + text.slice(copied);
  return { text: refreshed, states, edited: editedBlocks(refreshed, fresh, taken), damage, aroundWords };
}

/** Blocks of a note that the student edited, each beside its new text; see `refreshBlocks`. */
export function editedBlocks(
  text: string,
  fresh: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string> = new Map(),
): EditedBlock[] {
  return parseBlocks(text).blocks.flatMap((block) => {
    const body = fresh.get(block.name);
    return body !== undefined && stateOf(block, body, taken) === 'kept-edited' ? [beside(block, body)] : [];
  });
}

function stateOf(block: GuardedBlock, fresh: string, taken: ReadonlyMap<string, string>): BlockState {
  const untouched = isUntouched(block);
  if (untouched && saysTheSame(block.body, fresh)) return 'unchanged';
  if (untouched || taken.get(block.name) === block.body) return 'refreshed';
  return beside(block, fresh).going.length === 0 ? 'refreshed' : 'kept-edited';
}

function beside(block: GuardedBlock, fresh: string): EditedBlock {
  const known = new Set(canonicalText(fresh).split('\n'));
  const going = canonicalLines(block.body).flatMap(({ text, key }, at) =>
    key === '' || known.has(key) ? [] : [{ line: block.line + 1 + at, text: text.trimEnd() }],
  );
  return { name: block.name, line: block.line, mine: block.body, fresh, going };
}

/** Whether nothing but the layout differs; most often not even that does. */
function saysTheSame(body: string, fresh: string): boolean {
  return body.replace(/\r/g, '').trim() === fresh.trim() || withoutLayout(body) === withoutLayout(fresh);
}
