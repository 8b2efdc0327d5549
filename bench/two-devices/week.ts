// Weeks as a report tells them, each a day later than the one before.
import type { SourceWeek, WeekReport } from '../../src/core/report/model';
import type { Random } from './random';

const TITLES = ['Deep Residual Learning', '掩码自编码器', 'Segment Anything', 'DINOv2', '扩散模型综述', 'LoRA', 'CLIP'];
const SAID = ['推导 3.2 节', '对照代码', '看图表', '通读', '复现表 2', '重读附录 B', '整理公式'];

const sourceWeek = (random: Random, title: string): SourceWeek => ({
  source: `文献/${title}.md`,
  title,
  sessions: random.whole(1, 3),
  minutes: random.whole(2, 12) * 5,
  passes: random.chance(0.5) ? [1] : [],
  statuses: [],
  lines: Array.from({ length: random.whole(0, 3) }, () => random.pick(SAID)),
  unthought: null,
});

function numbersOf(
  reading: readonly SourceWeek[],
  before: WeekReport['numbers'] | null,
  random: Random,
): WeekReport['numbers'] {
  return {
    sessions: reading.reduce((sum, { sessions }) => sum + sessions, 0),
    minutes: reading.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    sources: reading.length,
    lastWeek: before?.lastWeek ?? { sessions: random.whole(0, 9), minutes: random.whole(0, 60) * 5 },
    averageMinutes: before === null ? random.whole(0, 60) * 5 : before.averageMinutes,
  };
}

export function firstWeek(random: Random): WeekReport {
  const reading = TITLES.slice(0, random.whole(0, 4)).map((title) => sourceWeek(random, title));
  return {
    week: '2026-W32',
    plan: {
      week: '2026-W31',
      place: { path: '周报/2026-W31.md', heading: '下周计划' },
      items: Array.from({ length: random.whole(0, 4) }, (_, i) => ({
        text: `计划 ${String(i + 1)}：${random.pick(SAID)}`,
        done: random.chance(0.3),
        reason: null,
      })),
    },
    feedback: [],
    reading,
    done: random.chance(0.5) ? [] : null,
    experiments: null,
    questions: [],
    numbers: numbersOf(reading, null, random),
    depth: null,
  };
}

/** The same week after more was logged, ticked or said: what a refresh finds. */
export function laterWeek(week: WeekReport, random: Random): WeekReport {
  let { reading, plan, feedback, done } = week;
  const at = random.whole(0, reading.length);
  const known = reading[at];
  const fresh = TITLES[reading.length];
  if (known !== undefined) {
    const more = {
      ...known,
      sessions: known.sessions + 1,
      minutes: (known.minutes ?? 0) + 30,
      lines: [...known.lines, random.pick(SAID)],
    };
    reading = reading.map((one) => (one === known ? more : one));
  } else if (fresh !== undefined) reading = [...reading, sourceWeek(random, fresh)];
  if (plan !== null && random.chance(0.4))
    plan = { ...plan, items: plan.items.map((item) => ({ ...item, done: item.done || random.chance(0.4) })) };
  if (random.chance(0.2)) {
    const said = {
      week: '2026-W31',
      place: { path: '周报/2026-W31.md', heading: '导师反馈' },
      text: random.pick(SAID),
    };
    feedback = [...feedback, said];
  }
  if (done !== null && random.chance(0.4)) {
    done = [...done, { path: '项目.md', line: done.length, date: '2026-08-05', text: random.pick(SAID) }];
  }
  return { ...week, reading, plan, feedback, done, numbers: numbersOf(reading, week.numbers, random) };
}
