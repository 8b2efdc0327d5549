// The items of every list of a note, those in quotes and callouts too, as the app places them.
import { idAtEnd } from './block-ids';
import type { Block } from './block-tokens';
import { type Container, contentStart, itemContent, type Place } from './containers';
import type { Lines } from './lines';
import type { ListItemCache } from './types';

const isList = ({ type }: Block): boolean => type === 'bullet_list' || type === 'ordered_list';

export function readListItems(lines: Lines, tree: readonly Block[]): ListItemCache[] {
  const out: ListItemCache[] = [];
  const walk = (blocks: readonly Block[], around: readonly Container[], parent: number | null): void => {
    for (const block of blocks) {
      if (block.type === 'blockquote') walk(block.children, [...around, { quote: true }], parent);
      if (!isList(block)) continue;
      const above = parent ?? -Math.max(block.from, 1); // line 0 has no negative
      block.children.forEach((item, i) => {
        const text = lines.get(item.from);
        const start = pastBox(text, contentStart(text, item.from, around));
        const content = itemContent(text, start);
        const task = /^\[(.)\](?=[ \t]|$)/.exec(text.slice(content.offset))?.[1];
        const end = endOfItem(lines, item, block.children[i + 1], around);
        const id = idAtEnd(lines.get(end.line));
        out.push({
          position: lines.pos(lines.start(item.from) + start.offset, end.offset),
          parent: above,
          ...(task === undefined ? {} : { task }),
          ...(id === undefined ? {} : { id }),
        });
        walk(
          item.children,
          [...around, { quote: false, line: item.from, width: content.column - start.column }],
          item.from,
        );
      });
    }
  };
  walk(tree, [], null);
  return out;
}

/** A list that begins right after a task's box: no item begins with a box of its own. */
function pastBox(text: string, place: Place): Place {
  const box = /^\[.\][ \t]+/.exec(text.slice(place.offset))?.[0].length ?? 0;
  return { offset: place.offset + box, column: place.column + box, rest: 0 };
}

/**
 * An item ends with its own last line, above the items below it; where the list goes on after a blank line, at the start of
 * that blank line. (`line` is the last one that holds text.)
 */
function endOfItem(
  lines: Lines,
  item: Block,
  next: Block | undefined,
  around: readonly Container[],
): { line: number; offset: number } {
  const below = item.children.find(isList);
  const isBlank = (line: number): boolean => {
    const text = lines.get(line);
    return text.slice(contentStart(text, line, around).offset).trim() === '';
  };
  let line = below === undefined ? item.to : Math.max(item.from, below.from - 1);
  while (line > item.from && isBlank(line)) line -= 1;
  if (below !== undefined || next === undefined || next.from === line + 1) return { line, offset: lines.end(line) };
  return { line, offset: lines.start(line + 1) + contentStart(lines.get(line + 1), line + 1, around).offset };
}
