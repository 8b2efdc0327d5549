// What the plugin writes into notes that the student types in too, by the functions that write it.
import { stringify, parse } from 'yaml';
import { refreshBlocks } from '../../src/core/block/refresh';
import { setFrontmatter } from '../../src/core/markdown/frontmatter-edit';
import type { Yaml } from '../../src/core/ports';
import { printLogLine } from '../../src/core/reading/log-line';
import { appendLogLine } from '../../src/core/reading/log-section';
import { reportBlocks } from '../../src/core/report/markdown';
import { fillTemplate } from '../../src/core/report/template';
import { reportText } from '../../src/core/report/report-note';
import type { WeekReport } from '../../src/core/report/model';
import { zh } from '../../src/i18n/zh';
import type { Random } from './random';
import { firstWeek, laterWeek } from './week';

const yaml: Yaml = {
  parse: (text) => parse(text) as unknown,
  stringify: (value) => stringify(value, { lineWidth: 0 }),
};
const form = {
  words: zh.report.note,
  showMinutes: true,
  linkPath: (path: string): string => path.replace(/\.md$/, ''),
};
const blocksOf = (week: WeekReport): ReturnType<typeof reportBlocks> => reportBlocks(week, form);

/** A note, and what the plugin writes into it next, each time something else. */
export interface Written {
  readonly text: string;
  /** What the plugin makes of the note; what the student wants kept of it (a log line) goes to `kept`. */
  write(text: string, kept: string[]): string;
}

export interface Kind {
  readonly name: string;
  /** Where the student types; elsewhere stands what the plugin wrote. */
  mayTouch(line: string, lines: readonly string[], at: number): boolean;
  make(random: Random): Written;
}

const inFrontmatter = (lines: readonly string[], at: number): boolean =>
  lines[0] === '---' && at <= lines.indexOf('---', 1);

/** Below the frontmatter, and in no generated block nor on its markers. */
function outsideBlocks(_line: string, lines: readonly string[], at: number): boolean {
  if (inFrontmatter(lines, at)) return false;
  let inside = false;
  for (const line of lines.slice(0, at)) {
    if (line.includes('rh:begin')) inside = true;
    if (line.includes('rh:end')) inside = false;
  }
  return !inside && !(lines[at] ?? '').includes('rh:');
}

/** What all blocks hold, in the one that the template has a place for. */
const inOne = (week: WeekReport): ReturnType<typeof reportBlocks> =>
  new Map([['reading', [...blocksOf(week).values()].filter((body) => body !== '').join('\n\n')]]);

/** A report from a template, refreshed after the week went on; with all that is generated in one block, where that is asked for. */
export function refreshes(name: string, template: string, asOne = false): Kind {
  const blocks = asOne ? inOne : blocksOf;
  return {
    name,
    mayTouch: outsideBlocks,
    make: (random) => {
      let week = firstWeek(random);
      const values = { week: '2026-W32', start: '2026-08-03', end: '2026-08-09', author: '李雷' };
      const { body } = fillTemplate(template, values, blocks(week));
      return {
        text: reportText('2026-W32', '李雷', body, yaml),
        write: (text) => {
          week = laterWeek(week, random);
          return refreshBlocks(text, blocks(week)).text;
        },
      };
    },
  };
}

const SOURCE = (log: string): string =>
  `---\ntype: source\nkind: paper\ntitle: "Deep Residual Learning"\nauthors:\n  - Kaiming He\nstatus: queued\nadded: 2026-07-01\n---\n\n# Deep Residual Learning\n\n## 摘要\n\n残差学习。\n\n## 阅读日志\n\n${log}## 局限与想法\n\n- 为什么不用更深的网络\n\n## 笔记\n\n先看图 2。\n`;

function logLine(random: Random, kept: string[]): string {
  const text = `第 ${String(kept.length + 1)} 次${random.pick(['通读', '推导', '对照代码'])}〔${String(random.whole(0, 1e9))}〕`;
  const line = printLogLine({
    date: `2026-08-0${String(random.whole(1, 9))}`,
    text,
    minutes: random.whole(1, 12) * 5,
    pass: null,
    pages: null,
    status: null,
    private: false,
  });
  kept.push(text);
  return line;
}

function sourceNote(random: Random): string {
  const lines = Array.from({ length: random.whole(0, 6) }, () => `- ${logLine(random, []).replace(/^- /, '')}\n`);
  return SOURCE(lines.length === 0 ? '' : `${lines.join('')}\n`);
}

const belowFrontmatter = (_line: string, lines: readonly string[], at: number): boolean => !inFrontmatter(lines, at);

function log(text: string, random: Random, kept: string[]): string {
  const before = kept.length;
  const appended = appendLogLine(text, logLine(random, kept), ['阅读日志'], '阅读日志');
  if (appended.ok) return appended.text;
  kept.length = before; // refused, and said
  return text;
}

export const LOG_LINE: Kind = {
  name: 'a log line',
  mayTouch: belowFrontmatter,
  make: (random) => ({ text: sourceNote(random), write: (text, kept) => log(text, random, kept) }),
};

export const LOG_LINE_AND_STATUS: Kind = {
  name: 'a log line that changes the status',
  mayTouch: belowFrontmatter,
  make: (random) => ({
    text: sourceNote(random),
    write: (text, kept) => {
      const logged = log(text, random, kept);
      return setFrontmatter(logged, { status: random.pick(['reading', 'read', 'dropped']) }, yaml) ?? logged;
    },
  }),
};

export const PROPERTIES: Kind = {
  name: 'properties of a source',
  mayTouch: belowFrontmatter,
  make: (random) => ({
    text: sourceNote(random),
    write: (text) =>
      setFrontmatter(
        text,
        {
          status: random.pick(['reading', 'read']),
          year: random.whole(1990, 2026),
          doi: `10.1/${String(random.whole(1, 99))}`,
        },
        yaml,
      ) ?? text,
  }),
};

export const END_OF_NOTE: Kind = {
  name: 'a line at the end of a note',
  mayTouch: belowFrontmatter,
  make: (random) => {
    const lines = Array.from(
      { length: random.whole(0, 8) },
      () => `- ${random.pick(['想法', '问题', '读'])} ${String(random.whole(0, 99))}\n`,
    );
    return {
      text: `# 收件箱\n\n先记在这里。\n\n${lines.join('')}`,
      write: (text, kept) => {
        kept.push(`〔${String(random.whole(0, 1e9))}〕`);
        return `${text}${text.endsWith('\n') ? '' : '\n'}- 记下 ${kept.at(-1) ?? ''}\n`;
      },
    };
  },
};
