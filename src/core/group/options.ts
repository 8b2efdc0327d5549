import { readBlockOptions } from '../options/block-options';
import type { ReadOptions } from '../options/problem';
import type { IsoWeek, Yaml } from '../ports';
import { daysOfWeek } from '../time/iso-week';

/** What a block of the group's week shows. */
export interface GroupOptions {
  /** Null: the latest that has begun to come. */
  readonly week: IsoWeek | null;
  /** Null: the one of the settings. */
  readonly folder: string | null;
}

export const GROUP_KEYS = ['week', 'folder'] as const;

/** Reads the text of a `group-week` block. */
export function readGroupOptions(source: string, yaml: Yaml): ReadOptions<GroupOptions> {
  const { root, problems } = readBlockOptions(source, yaml);
  root.only(GROUP_KEYS);
  const week = root.text('week') ?? null;
  const isWeek = week === null || daysOfWeek(week) !== null;
  if (!isWeek) problems.add('unknown-value', ['week'], { value: week, known: ['2026-W32'], nearest: null });
  const folder = root.text('folder')?.replace(/^\/+|\/+$/g, '') ?? null;
  return { options: { week: isWeek ? week : null, folder }, problems: problems.all };
}
