import { readNoteFacts } from '../src/core/reading/find-log-lines';
import { ReadingIndex } from '../src/core/reading/reading-index';
import { readSource } from '../src/core/reading/source';
import { refreshBlocks } from '../src/core/block/refresh';
import { feedbackOf, planOf } from '../src/core/report/carry-over';
import { reportBlocks } from '../src/core/report/markdown';
import { sharedMarkdown, sharedPlainText } from '../src/core/report/sharing';
import { fillTemplate } from '../src/core/report/template';
import { readOften, weekReport } from '../src/core/report/week-report';
import { addDays } from '../src/core/time/calendar-day';
import { addWeeks } from '../src/core/time/iso-week';
import { inOneGo } from '../src/core/steps';
import { zh } from '../src/i18n/zh';
import { median, type Figure } from './figure';

export const name = 'A weekly report from 2,000 sources and 30,000 log lines';

const SOURCES = 2_000;
const LINES_A_SOURCE = 15;
const FIRST = '2024-09-02';
const DAYS = 700;
const WEEK = '2026-W30';
const EARLIER_REPORTS = 100;

const TEMPLATE =
  '# {{week}}\n\n{{start}} – {{end}}\n\n## 本周记录\n\n{{plan-review}}\n\n{{reading}}\n\n{{done}}\n\n{{numbers}}\n';

/** An index as the plugin keeps it; every week holds some 300 lines about as many sources. */
function filledIndex(): ReadingIndex {
  const index = new ReadingIndex({ today: () => '2026-08-06', resolve: () => null, written: () => [] });
  for (let source = 0; source < SOURCES; source++) {
    const path = `文献/论文 ${String(source)}.md`;
    const lines = Array.from({ length: LINES_A_SOURCE }, (_, line) => {
      const date = addDays(FIRST, (source * 37 + line * 101) % DAYS);
      return `- ${date} 推导第 ${String(line)} 节 [min:: ${String(10 + (source % 80))}] [pass:: ${String(1 + (line % 3))}]`;
    });
    const text = `## 阅读日志\n\n${lines.join('\n')}\n`;
    const facts = readSource(path, { type: 'source', title: `Paper ${String(source)}` });
    index.setNote(path, inOneGo(readNoteFacts(text, { source: facts, day: null, logHeadings: ['阅读日志'] })));
  }
  return index;
}

/** Milliseconds of processor time, the median of the rounds: what else runs on the machine does not count. */
function timed(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    work();
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  });
  return median(times);
}

function figure(label: string, milliseconds: number, target?: number): Figure {
  const value = `${milliseconds.toFixed(1)} ms`;
  return target === undefined
    ? { label, value }
    : { label, value, target: `≤ ${String(target)} ms`, holds: milliseconds <= target };
}

export function run(): Figure[] {
  const index = filledIndex();
  const earlier = Array.from({ length: EARLIER_REPORTS }, (_, back) => {
    const week = addWeeks(WEEK, -1 - back);
    const text = `## 下周计划\n\n- [x] 读完\n- [ ] 复现\n  - 排队\n\n## 导师反馈\n\n- [${back < 3 ? ' ' : 'x'}] 补消融\n`;
    return { week, path: `周报/${week}.md`, text };
  });
  const form = {
    words: zh.report.note,
    showMinutes: true,
    showDepth: true,
    linkPath: (path: string): string => path.replace(/\.md$/, ''),
  };
  const blocksOf = (): ReturnType<typeof reportBlocks> => {
    const [latest] = earlier;
    const report = weekReport(WEEK, index, {
      plan: latest === undefined ? null : planOf(latest, ['下周计划']),
      feedback: earlier.flatMap((one) => feedbackOf(one, ['导师反馈'])),
      done: [],
      experiments: [],
      questions: [],
      unthought: readOften(WEEK, index),
    });
    return reportBlocks(report, form);
  };
  const values = { week: WEEK, start: '2026-07-20', end: '2026-07-26', author: '' };
  const { body } = fillTemplate(TEMPLATE, values, blocksOf());
  return [
    figure(
      'created: model, carry-over of 100 reports, Markdown',
      timed(31, () => void fillTemplate(TEMPLATE, values, blocksOf())),
      20,
    ),
    figure(
      'refreshed, nothing new',
      timed(31, () => void refreshBlocks(body, blocksOf())),
      20,
    ),
    figure(
      'made ready to send, both forms',
      timed(31, () => void (sharedMarkdown(body) + sharedPlainText(body))),
    ),
    {
      label: 'lines of the week / sources named',
      value: `${String(index.entriesBetween(values.start, values.end).length)} / ${String(weekReport(WEEK, index, { plan: null, feedback: [], done: [], experiments: [], questions: [], unthought: new Map() }).reading.length)}`,
    },
  ];
}
