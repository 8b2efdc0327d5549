// The blocks of a note as CommonMark has them (markdown-it reads them), with what Obsidian adds: comments and mathematics.
import MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';

const md = new MarkdownIt({ html: true });
// A definition of a link is a paragraph here: markdown-it leaves no token of it, and its lines would belong to no block.
md.block.ruler.disable('reference');

/** A block between two equal marks, the second at the end of a line: `%%…%%`, `$$…$$`. */
function between(name: string, mark: string): RuleBlock {
  return (state, from, to, silent) => {
    if ((state.sCount[from] ?? 0) - state.blkIndent >= 4) return false;
    const first = lineOf(state, from);
    if (!first.startsWith(mark)) return false;
    const again = first.indexOf(mark, mark.length);
    if (again !== -1 && first.slice(again + mark.length).trim() !== '') return false; // prose with a comment before it
    if (silent) return true;
    let last = from;
    if (again === -1) {
      while (last + 1 < to) {
        if (!state.isEmpty(last + 1) && (state.sCount[last + 1] ?? 0) < state.blkIndent) break; // the item around it ends
        last += 1;
        if (lineOf(state, last).includes(mark)) break;
      }
    }
    state.push(name, '', 0).map = [from, last + 1];
    state.line = last + 1;
    return true;
  };
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

const BOX_AND_MARK = /^\[.\][ \t]+(?=(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))/;

/**
 * To the app a task's box is part of its mark: what looks like an item after it is a list within the task (`- [ ] 1. x`).
 * The list around it puts the line's indent back.
 */
const passBox: RuleBlock = (state, line) => {
  const around = state.tokens.at(-1);
  if (around?.type !== 'list_item_open' || around.map?.[0] !== line) return false;
  const box = BOX_AND_MARK.exec(lineOf(state, line))?.[0].length ?? 0;
  state.tShift[line] = (state.tShift[line] ?? 0) + box;
  return false;
};

const interrupts = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
md.block.ruler.before('fence', 'comment', between('comment', '%%'), interrupts);
md.block.ruler.before('fence', 'math', between('math', '$$'), interrupts);
md.block.ruler.before('list', 'box', passBox);

/** A block, and the blocks within it. */
export interface Block {
  /** As markdown-it names it, without `_open`. */
  readonly type: string;
  readonly from: number;
  /** Its last line that is not blank. */
  readonly to: number;
  readonly markup: string;
  readonly content: string;
  readonly children: readonly Block[];
}

/** The tree of blocks in the lines. Lines are counted from `firstLine`. */
export function blockTree(lines: readonly string[], firstLine: number): Block[] {
  const tokens: Token[] = [];
  md.block.parse(lines.join('\n'), md, {}, tokens);
  const isBlank = (line: number): boolean => (lines[line] ?? '').trim() === '';
  const read = (at: number): { blocks: Block[]; next: number } => {
    const blocks: Block[] = [];
    while (at < tokens.length && tokens[at]?.nesting !== -1) {
      const token = tokens[at] as Token;
      const inner = token.nesting === 1 ? read(at + 1) : { blocks: [], next: at };
      at = inner.next + 1;
      if (token.map === null) {
        blocks.push(...inner.blocks); // a table's head and body, its cells
        continue;
      }
      const [from, end] = token.map;
      let to = end - 1;
      while (to > from && isBlank(to)) to -= 1;
      blocks.push({
        type: token.type.replace(/_open$/, ''),
        from: firstLine + from,
        to: firstLine + to,
        markup: token.markup,
        content: token.content,
        children: inner.blocks,
      });
    }
    return { blocks, next: at };
  };
  return read(0).blocks;
}
