// What the plugin writes into notes that the student types in too, by the functions that write it.
import { setFrontmatter } from '../../src/core/markdown/frontmatter-edit';
import { printLogLine } from '../../src/core/reading/log-line';
import { appendLogLine } from '../../src/core/reading/log-section';
import { belowFrontmatter, yaml, type Kind } from './kind';
import type { Random } from './random';

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
    deep: false,
    private: false,
  });
  kept.push(text);
  return line;
}

function sourceNote(random: Random): string {
  const lines = Array.from({ length: random.whole(0, 6) }, () => `- ${logLine(random, []).replace(/^- /, '')}\n`);
  return SOURCE(lines.length === 0 ? '' : `${lines.join('')}\n`);
}

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
