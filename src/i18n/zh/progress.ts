import type { progress as en } from '../en/progress';
import type { Wording } from '../types';
import { list, meant, on } from './problems';

const UNITS = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  weeks: '周',
  months: '个月',
  years: '年',
  workdays: '个工作日',
};
const amount = (count: number, unit: keyof typeof UNITS): string => `${String(count)} ${UNITS[unit]}`;
const PERIODS = { day: '今天', week: '本周', month: '本月', quarter: '本季度', year: '今年' };
const ORDINALS = { week: '周', month: '个月', year: '年' };

export const progress = {
  head: ['周期', '已过去', '总间隔', '进度条', '百分比', '当前时间'],
  period: (unit) => PERIODS[unit],
  goalName: '阅读目标',
  unitAfter: (_count, unit) => ` ${UNITS[unit]}`,
  amount,
  ordinal: (unit, at) => `第 ${String(at)} ${ORDINALS[unit]}`,
  ordinalTotal: (unit, total) => `${String(total)} ${ORDINALS[unit]}`,
  left: (count, unit) => (count === 0 ? '不到 1 分钟' : `还有 ${amount(count, unit)}`),
  starts: (count, unit) => (count === 0 ? '马上开始' : `${amount(count, unit)}后开始`),
  since: (count, unit) => `已有 ${amount(count, unit)}`,
  ended: (count) => (count === 0 ? '今天结束' : `${amount(count, 'days')}前结束`),
  closed: (count) => (count === 0 ? '今天已截止' : `${amount(count, 'days')}前截止`),
  waiting: '正在读取笔记',
  sessions: (count) => `${String(count)} 次`,
  sources: (count) => `${String(count)} 篇`,
  reached: '达到目标',
  onPace: '与时间进度持平',
  ahead: (by) => `领先 ${by}`,
  behind: (by) => `落后 ${by}`,
  month: (year, month) => `${String(year)} 年 ${String(month)} 月`,
  quarter: (_year, quarter) => `第 ${String(quarter)} 季度`,
  year: (year) => `${String(year)} 年`,
  withTime: (day, time) => `${day} ${time} `,
  ends: (when) => `${when}结束`,
  sinceWhen: (when) => `自 ${when}起`,
  due: (when) => `${when}截止`,
  spoken: (percent, detail, label) => [percent, detail, label.trim()].filter((part) => part !== '').join('，'),
  spokenOf: (elapsed, total) => `已过 ${elapsed}，共 ${total}`,
  tooltip: (name, extent) => `${name}：${extent}`,
  extent: (from, to) => `${from} 至 ${to}`,
  until: (to) => `到 ${to}`,
  asOf: (now) => `截至 ${now}`,
  builder: {
    command: '插入时间进度',
    title: '插入时间进度',
    style: '样式',
    styles: { table: '表格', bars: '进度条', compact: '紧凑', ring: '圆环' },
    periods: '周期',
    named: '来自设置',
    spans: '学期与截止日期',
    spansRemark: '每行一个',
    spansHint: '学期写开始和结束，中间两个点。截止日期只写一个日期，有时刻和时区就写在后面。',
    spansPlaceholder: '秋季学期: 2026-09-07..2027-01-15\nCVPR 2027: 2026-11-17 23:59 AoE',
    spansProblem: (line) => `「${line}」无法识别。请写成名称、冒号、日期，例如 2027-01-15。`,
    spansReversed: (name) => `「${name}」的结束早于开始。`,
    goal: '每周阅读目标',
    goalRemark: '分钟，留空即不设',
    goalProblem: '写 1 到 10080 之间的整数分钟。',
    more: '更多',
    single: '只写一个日期时',
    countDown: '倒数到这天',
    countUp: '从这天数起',
    unit: '计数单位',
    units: {
      auto: '自动',
      hours: '小时',
      days: '天',
      workdays: '工作日',
      weeks: '周',
      months: '月',
      years: '年',
    },
    repeat: '重复',
    repeats: { never: '不重复', week: '每周', month: '每月', year: '每年' },
    language: '语言',
    languages: { auto: '跟随软件', zh: '中文', en: 'English' },
    writes: '将在光标处插入：',
    empty: '至少选一个周期，或者写一个学期、截止日期或目标。',
    insert: '插入',
    insertStatic: '插入静态 Markdown',
  },
  nothing: '没有可画的行：周期列表是空的，也没有学期、截止日期和目标。',
  nothingTip: '删掉 `periods: []` 这一行就会画今天、本周、本月、本季度和今年；也可以加上 `spans`。',
  cause: {
    reversed: (problem) => `\`${problem.value}\` 的结束早于开始`,
    'no-such-time': (problem) => `${on(problem)}\`${problem.key}\` 写了不存在的时刻`,
    'unknown-zone': (problem) => `${on(problem)}无法识别时区 \`${problem.value}\``,
    'no-spans': () => '设置里还没有学期或截止日期',
    'unread-span': (problem) => `设置里有一行不是学期或截止日期：\`${problem.value}\``,
    'unknown-span': (problem) => `没有叫 \`${problem.value}\` 的学期或截止日期`,
    'missing-note': (problem) => `找不到笔记 \`${problem.value}\``,
    'not-a-note': (problem) => `${on(problem)}\`${problem.value}\` 不是笔记`,
    'missing-property': (problem) => `这篇笔记没有属性 \`${problem.value}\``,
    'property-no-date': (problem) => `这篇笔记的属性 \`${problem.value}\` 不是一个日期`,
    'no-goal': () => '还没有设每周阅读目标',
  },
  tip: {
    reversed: ({ known: [first, second] }) =>
      first === undefined || second === undefined || first === second
        ? '两个日期好像写反了：把早的写在 `from`。'
        : `两个日期好像写反了：把第 ${first} 行和第 ${second} 行的互换。`,
    'no-such-time': () => '写成小时和分钟，例如 `2026-11-17 23:59`。',
    'unknown-zone': (problem) =>
      `${meant(problem)}可以写 \`AoE\`（地球上任何地方）、\`UTC+8\`，或 \`Asia/Shanghai\` 这样的名字。`,
    'no-spans': () => '请在设置的「学期与截止日期」里添加，例如 `秋季学期: 2026-09-07..2027-01-15`。',
    'unread-span': () => '写成名称、冒号、日期，例如 `秋季学期: 2026-09-07..2027-01-15`。',
    'unknown-span': (problem) =>
      `${meant(problem)}${
        problem.known.length > 0
          ? `设置里有：${list(problem.known)}。`
          : '设置里还没有。可以在那里加，也可以在这里写 `name`、`from` 和 `to`。'
      }`,
    'missing-note': (problem) => `${meant(problem)}像链接那样写笔记名，例如 \`note: "[[CVPR 2027]]"\`。`,
    'not-a-note': () => '只有笔记才有属性。请写记着日期的那篇笔记，例如 `note: "[[CVPR 2027]]"`，或直接在这里写日期。',
    'missing-property': (problem) =>
      `${meant(problem)}${problem.known.length > 0 ? `它有：${list(problem.known)}。` : '它还没有任何属性。'}`,
    'property-no-date': (problem) =>
      `里面写的是 \`${problem.known[0] ?? ''}\`。请写成年-月-日，例如 \`2026-12-01\` 或 \`2026-12-01 23:59\`。`,
    'no-goal': () => '在设置里填「每周目标（分钟）」，或者写在这里：`goal:`，下一行缩进写 `minutes: 300`。',
  },
} satisfies Wording<typeof en>;
