// What the cache knows of a note's blocks: sections, headings, list items, and where text stands that may hold links and tags.
import { idAtEnd } from './block-ids';
import { type Block, blockTree } from './block-tokens';
import { readListItems } from './list-items';
import type { Lines } from './lines';
import type { HeadingCache, ListItemCache, SectionCache } from './types';

export interface Blocks {
  readonly sections: SectionCache[];
  readonly headings: HeadingCache[];
  readonly listItems: ListItemCache[];
  /** Lines, first and last, that hold prose: links and tags are looked for in each by itself. */
  readonly prose: [number, number][];
}

const SECTIONS: Readonly<Record<string, string>> = {
  fence: 'code',
  code_block: 'code',
  hr: 'thematicBreak',
  html_block: 'html',
  bullet_list: 'list',
  ordered_list: 'list',
};
const CALLOUT = /^[ \t]*>[ \t]*\[![^\]]+\]/;

export function readBlocks(lines: Lines, firstLine: number): Blocks {
  const texts = Array.from({ length: lines.count - firstLine }, (_, i) => lines.get(firstLine + i));
  const tree = blockTree(texts, firstLine);
  const place = (block: Block) => lines.pos(lines.start(block.from), lines.end(block.to));
  const prose: [number, number][] = [];
  gatherProse(tree, prose);
  return {
    sections: tree.map((block): SectionCache => {
      const id = idAtEnd(lines.get(block.to));
      const type =
        block.type === 'blockquote' && CALLOUT.test(lines.get(block.from))
          ? 'callout'
          : (SECTIONS[block.type] ?? block.type);
      return { type, position: place(block), ...(id === undefined ? {} : { id }) };
    }),
    headings: tree
      .filter(({ type }) => type === 'heading')
      .map((block) => ({
        heading: block.children[0]?.content ?? '',
        level: block.markup === '=' ? 1 : block.markup === '-' ? 2 : block.markup.length,
        position: place(block),
      })),
    listItems: readListItems(lines, tree),
    prose,
  };
}

/** Comments are prose to the app: what it links and tags counts. Code, HTML and mathematics are none. */
function gatherProse(blocks: readonly Block[], out: [number, number][]): void {
  for (const block of blocks) {
    if (['paragraph', 'heading', 'tr', 'comment'].includes(block.type)) out.push([block.from, block.to]);
    else gatherProse(block.children, out);
  }
}
