import { readBlockOptions } from '../options/block-options';
import type { ReadOptions } from '../options/problem';
import type { Yaml } from '../ports';
import { findKeyword, type Keywords } from './keywords';
import { GROUPINGS, type Grouping, type MarkChoice } from './listing';

export interface MarksOptions extends MarkChoice {
  readonly group: Grouping;
  readonly limit: number;
  /** Whether closed marks are listed, too. */
  readonly done: boolean;
}

export const MARKS_KEYS = ['keywords', 'folder', 'tag', 'group', 'limit', 'done'] as const;
const [USUAL_ROWS, MOST_ROWS] = [50, 1000];

/** Reads the text of a `research-marks` block. */
export function readMarksOptions(source: string, yaml: Yaml, keywords: Keywords): ReadOptions<MarksOptions> {
  const { root, problems } = readBlockOptions(source, yaml);
  root.only(MARKS_KEYS);
  const known = keywords.all.map(({ name }) => name);
  const chosen = (root.items('keywords') ?? []).flatMap(({ value, path }) => {
    const { keyword, nearest } = findKeyword(typeof value === 'string' ? value : '', keywords);
    if (keyword === null) problems.add('unknown-value', path, { value: String(value), known, nearest });
    return keyword?.name ?? [];
  });
  const options: MarksOptions = {
    keywords: chosen,
    path: root.text('folder') ?? '',
    tag: root.text('tag') ?? '',
    group: root.oneOf('group', GROUPINGS) ?? 'keyword',
    limit: root.number('limit', { min: 1, max: MOST_ROWS, whole: true }) ?? USUAL_ROWS,
    done: root.boolean('done') ?? false,
  };
  return { options, problems: problems.all };
}
