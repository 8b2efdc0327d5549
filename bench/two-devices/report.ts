// A weekly report that is refreshed on one device while the student types on the other.
import { refreshBlocks } from '../../src/core/block/refresh';
import { titledAsIn, type BlockTitles } from '../../src/core/report/block-titles';
import { reportBlocks } from '../../src/core/report/markdown';
import type { ReportBlock, WeekReport } from '../../src/core/report/model';
import { reportText } from '../../src/core/report/report-note';
import { fillTemplate } from '../../src/core/report/template';
import { zh } from '../../src/i18n/zh';
import { inFrontmatter, yaml, type Kind } from './kind';
import { firstWeek, laterWeek } from './week';

const form = {
  words: zh.report.note,
  showMinutes: true,
  showDepth: true,
  linkPath: (path: string): string => path.replace(/\.md$/, ''),
};
const { planReview, reading, done, numbers } = zh.content.headings;
const TITLES: BlockTitles = { 'plan-review': planReview, reading, done, numbers };

type Blocks = ReadonlyMap<ReportBlock, string>;
const blocksOf = (week: WeekReport): Blocks => reportBlocks(week, form);

/** What all blocks hold, in the one that the template has a place for. */
const inOne = (week: WeekReport): Blocks => new Map([['reading', [...blocksOf(week).values()].join('\n\n')]]);

export interface Refresh {
  readonly template: string;
  /** What a formatter, say, made of the note before anyone typed. */
  readonly reshaped?: (text: string) => string;
  /** Whether the student also writes below a marker's line, where the plugin left no line to write on. */
  readonly atMarkers?: boolean;
  /** Whether the device that the student types on refreshes, too. */
  readonly onBoth?: boolean;
  /** Whether all that is generated is one guarded block. */
  readonly asOne?: boolean;
}

/** A report made from a template, and refreshed after the week went on. */
export function refreshes(name: string, refresh: Refresh): Kind {
  const { template, reshaped = (text) => text, atMarkers = false, onBoth = false, asOne = false } = refresh;
  const blocks = asOne ? inOne : blocksOf;
  const refreshed = (text: string, week: WeekReport): string =>
    refreshBlocks(text, titledAsIn(text, blocks(week), TITLES)).text;
  return {
    name,
    mayTouch: (line, lines, at) =>
      outsideBlocks(lines, at) || (atMarkers && line.includes('rh:end') && !inFrontmatter(lines, at)),
    make: (random) => {
      let week = firstWeek(random);
      const values = { week: '2026-W32', start: '2026-08-03', end: '2026-08-09', author: '李雷' };
      const { body } = fillTemplate(template, values, blocks(week), TITLES);
      return {
        text: reshaped(reportText('2026-W32', '李雷', body, yaml)),
        ...(onBoth ? { writeThere: (text: string) => refreshed(text, laterWeek(week, random)) } : {}),
        write: (text) => {
          week = laterWeek(week, random);
          return refreshed(text, week);
        },
      };
    },
  };
}

/** Below the frontmatter, and in no generated block nor on its markers. */
function outsideBlocks(lines: readonly string[], at: number): boolean {
  if (inFrontmatter(lines, at)) return false;
  let inside = false;
  for (const line of lines.slice(0, at)) {
    if (line.includes('rh:begin')) inside = true;
    if (line.includes('rh:end')) inside = false;
  }
  return !inside && !(lines[at] ?? '').includes('rh:');
}
