import { hasTag } from '../markdown/tags';
import { compare } from '../text/compare';
import { foldedPath, folderOf } from '../vault/path';
import type { Keywords } from './keywords';
import type { Mark } from './marks-of';

/** A mark and the note that it stands in. */
export interface ListedMark extends Mark {
  readonly path: string;
}

export const GROUPINGS = ['keyword', 'note', 'folder', 'tag', 'topic'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface MarkGroup {
  /** What its marks have in common: a keyword's name, a path, a tag, a topic; empty where they have none. */
  readonly key: string;
  readonly marks: readonly ListedMark[];
}

/** Marks in the order of their notes and lines. */
export function inOrder(notes: ReadonlyMap<string, readonly Mark[]>): ListedMark[] {
  return [...notes]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([path, marks]) => marks.map((mark) => ({ ...mark, path })));
}

/** Marks by what they have in common; those that have none of it come last. One with several tags is in several groups. */
export function groupMarks(marks: readonly ListedMark[], by: Grouping, { all }: Keywords): MarkGroup[] {
  const groups = new Map<string, ListedMark[]>();
  if (by === 'keyword') for (const { name } of all) groups.set(name, []);
  for (const mark of marks) {
    for (const key of keysOf(mark, by)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [mark]);
      else known.push(mark);
    }
  }
  const found = [...groups].filter(([, own]) => own.length > 0).map(([key, own]) => ({ key, marks: own }));
  return by === 'keyword'
    ? found
    : found.sort((a, b) => Number(a.key === '') - Number(b.key === '') || compare(a.key, b.key));
}

function keysOf({ keyword, path, tags, arg }: ListedMark, by: Grouping): readonly string[] {
  switch (by) {
    case 'keyword':
      return [keyword];
    case 'note':
      return [path];
    case 'folder':
      return [folderOf(path)];
    case 'tag':
      return tags.length === 0 ? [''] : tags;
    case 'topic':
      return [arg];
  }
}

/** How many there are of each keyword, in the keywords' order. */
export function countMarks(marks: readonly Mark[], { all }: Keywords): Record<string, number> {
  const counts = Object.fromEntries(all.map(({ name }) => [name, 0]));
  for (const { keyword } of marks) counts[keyword] = (counts[keyword] ?? 0) + 1;
  return counts;
}

/**
 * Reads what is typed into a filter: words that a mark, its topic, its tags or its path hold; `-word` must not be there,
 * `path:` looks at the path alone. Letter case does not count.
 */
export function markFilter(text: string): (mark: ListedMark) => boolean {
  const terms = text.split(/\s+/).flatMap((term) => {
    const [, minus = '', field = '', word = ''] = /^(-?)(path:)?(.*)$/.exec(term) ?? [];
    return word === '' ? [] : [{ isOut: minus !== '', inPath: field !== '', word: foldedPath(word) }];
  });
  return ({ text: words, arg, tags, path }) => {
    const hay = foldedPath([words, arg, ...tags.map((tag) => `#${tag}`), path].join('\n'));
    return terms.every(({ isOut, inPath, word }) => (inPath ? foldedPath(path) : hay).includes(word) !== isOut);
  };
}

/** What a list is narrowed to from the start; empty where it is not. */
export interface MarkChoice {
  readonly keywords: readonly string[];
  /** A folder, or a note. */
  readonly path: string;
  readonly tag: string;
}

export function isChosen({ keywords, path, tag }: MarkChoice, mark: ListedMark): boolean {
  const lies = foldedPath(mark.path);
  const folder = foldedPath(path.replace(/^\/+|\/+$/g, ''));
  return (
    (keywords.length === 0 || keywords.includes(mark.keyword)) &&
    (folder === '' || lies === folder || lies.startsWith(`${folder}/`)) &&
    (tag === '' || hasTag(mark.tags, [tag]))
  );
}
