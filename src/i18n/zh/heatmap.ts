import type { heatmap as en } from '../en/heatmap';
import type { SaidProblem, Wording } from '../types';

const on = (problem: SaidProblem): string => (problem.line === null ? '' : `第 ${String(problem.line)} 行的 `);

/** 数字和单位之间空一格；单位以符号开头（如 %）时不空。 */
const withUnit = (n: string, unit: string): string => (/^[%‰°]/.test(unit) ? `${n}${unit}` : `${n} ${unit}`);

const nothingIn = (where: string): string => `${where} 没有记录`.replace(/([\p{Script=Han}]) 没/u, '$1没');

export const heatmap = {
  name: {
    reading: '阅读热力图',
    property: '属性热力图',
    tasks: '已完成任务热力图',
    notes: '笔记热力图',
    data: '热力图',
  },
  loading: '正在读取库…',
  date: (year, day) => `${String(year)} 年 ${day}`,
  amount: {
    minutes: (n) => `${n} 分钟`,
    sessions: (n) => `${n} 次`,
    sources: (n) => `${n} 篇文献`,
    pages: (n) => `${n} 页`,
    entries: (n) => `${n} 条记录`,
    tasks: (n) => `${n} 项任务`,
    notes: (n) => `${n} 篇笔记`,
    plain: (n) => n,
    own: (n, unit) => withUnit(n, unit),
  },
  total: {
    hours: (hours) => `读了 **${hours}** 小时`,
    duration: (text) => `读了 **${text}**`,
    sessions: (n) => `读了 **${n}** 次`,
    sources: (n) => `读了 **${n}** 篇文献`,
    pages: (n) => `读了 **${n}** 页`,
    entries: (n) => `共 **${n}** 条记录`,
    tasks: (n) => `完成 **${n}** 项任务`,
    notes: (n) => `写了 **${n}** 篇笔记`,
    plain: (n) => `合计 **${n}**`,
    own: (n, unit) => `合计 **${n}** ${unit}`,
    average: (n) => `平均 **${n}**`,
  },
  lead: {
    rolling: '近 12 个月',
    year: (year) => `${String(year)} 年`,
    yearSoFar: (year) => `${String(year)} 年至今`,
    quarter: (year, quarter) => `${String(year)} 年第 ${String(quarter)} 季度`,
    month: (year, month) => `${String(year)} 年 ${String(month)} 月`,
    days: (from, to, short) => `${from}至 ${short?.[1] ?? to}`,
    span: (name) => name,
  },
  statistics: (words) => {
    const gap = /[\p{Script=Han}]$/u.test(words.lead) ? '' : ' ';
    const first = words.total === null ? words.lead : `${words.lead}${gap}${words.total}`;
    const done = words.active === null ? first : `${first}，**${String(words.active)}** 天有记录`;
    const current = words.current === null ? null : `连续 **${String(words.current)}** 天`;
    const longest =
      words.longest === null ? null : `最长${current === null ? '连续' : ''} **${String(words.longest)}** 天`;
    const runs = [current, longest].filter((part) => part !== null).join('，');
    const streak = words.forgiving && runs !== '' ? `${runs}（周末和休息日不算断）` : runs;
    const goal = words.reached === null ? '' : `**${String(words.reached)}** 天达到目标`;
    const best = words.best === null ? '' : `最多的一天 ${words.best}`;
    return [done, goal, streak, best].filter((part) => part !== '').join('；');
  },
  best: (amount, day) => `${day}，**${amount}**`,
  dayAmount: (amount, entries) => (entries === null ? amount : `${amount}，${entries}`),
  goalReached: '达到目标',
  moreItems: (count) => `还有 ${String(count)} 条`,
  state: {
    none: { entries: '无记录', notes: '没有笔记', tasks: '没有完成的任务', value: '没有数值' },
    future: '未到',
    before: '开始记录前',
  },
  legend: {
    none: { entries: '无记录', notes: '无笔记', tasks: '无', value: '无数值' },
    between: (from, to) => `${from}–${to}`,
    least: (from) => `≥ ${from}`,
    under: (to) => `≤ ${to}`,
    below: (to) => `< ${to}`,
    reports: '周报',
    reportState: { none: '未写', draft: '草稿', sent: '已发送', reviewed: '已批阅' },
  },
  week: {
    none: (week) => `${week}，周报未写\n点一下来写`,
    draft: (week) => `${week}，周报草稿\n点一下继续写`,
    sent: (week) => `${week}，周报已发送\n点一下打开`,
    reviewed: (week) => `${week}，周报已批阅\n点一下打开`,
  },
  pager: {
    rolling: { back: '往前 12 个月', on: '往后 12 个月' },
    year: { back: '上一年', on: '下一年' },
    quarter: { back: '上一季度', on: '下一季度' },
    month: { back: '上个月', on: '下个月' },
  },
  popover: {
    previous: '前一天',
    next: '后一天',
    sum: (amount, entries) => (entries === null ? `**${amount}**` : `**${amount}**，${entries}`),
    report: {
      none: (week) => `${week} 周报未写`,
      draft: (week) => `${week} 周报草稿`,
      sent: (week) => `${week} 周报已发送`,
      reviewed: (week) => `${week} 周报已批阅`,
    },
    pass: (pass) => `第 ${String(pass)} 遍`,
    pages: (pages) => `第 ${pages} 页`,
    private: '私密，不进周报',
    openDaily: '打开当天日记',
    createDaily: '新建当天日记',
    dailyFailed: '没能新建当天的日记。',
  },
  hoverSource: 'Research Handbook：日历热力图',
  empty: {
    nothing: {
      reading: '还没有阅读记录',
      property: '没有笔记有可画的数值',
      tasks: '没有带日期的已完成任务',
      notes: '没有名字里带日期的笔记',
      data: '没有可画的数据',
    },
    nothingTip: {
      reading: '每记一次阅读，当天的格子就会填上。',
      property: '笔记的名字里，或 `dateProperty` 指定的属性里，要有日期。',
      tasks: '任务要打了勾，并写有完成日期（`✅ 2026-08-04` 或 `[completion:: 2026-08-04]`），或写在当天的日记里。',
      notes: '笔记的名字里要有日期，例如 `2026-08-04`；日记也算。',
      data: '在 `data:` 下面写日期和数值，例如 `2026-08-04: 3`。',
    },
    outside: {
      before: (where, latest) => `${nothingIn(where)}；最近一条在 ${latest}`,
      after: (where, earliest) => `${nothingIn(where)}；最早一条在 ${earliest}`,
      both: (where, nearest) => `${nothingIn(where)}；离得最近的一条在 ${nearest}`,
    },
    show: (year) => `查看 ${year} 年`,
    logReading: '记录阅读',
    filtered: (count) => `${String(count)} 条记录都被筛选排除了`,
    filteredTip: '放宽或去掉 `filter`。',
    noProperty: (count, property) => `${String(count)} 篇笔记都没有 \`${property}\``,
    noPropertyNearest: (nearest) => `是不是想写 \`${nearest}\`？`,
    noNumber: (count, property) => `${String(count)} 篇笔记有 \`${property}\`，但写的都不是数字`,
    noNumberTip: (count, example) =>
      `${count === 1 ? '现在' : '其中一篇'}写的是 \`${example}\`。请写成数字，例如 \`4\`。`,
    noDate: (dateProperty) => `没有笔记在 \`${dateProperty}\` 里写了日期`,
    noNotes: '这个数据库没有选出任何笔记',
    undatedNotes: (count) => `${String(count)} 篇笔记的名字里都没有日期`,
    undatedNotesTip: '请在视图选项里指定存放日期的属性。',
    undated: (count, property) => `${String(count)} 篇笔记有 \`${property}\`，但名字里都没有日期`,
    undatedTip: '请指定存放日期的属性：`dateProperty: date`。',
    undatedBy: (count, dateProperty) => `${String(count)} 篇笔记的 \`${dateProperty}\` 里都没有日期`,
    undatedByTip: '日期写成年-月-日，例如 `2026-08-04`。',
  },
  bases: {
    name: '日历热力图',
    date: '日期',
    datePlaceholder: '取自笔记名',
    value: '数值',
    valuePlaceholder: '笔记数量',
    combine: '一天有多篇笔记时',
    range: '范围',
    palette: '配色',
    unit: '单位',
  },
  builder: {
    command: '插入日历热力图',
    title: '插入日历热力图',
    source: '显示',
    sources: { reading: '阅读', property: '属性', tasks: '完成的任务', notes: '带日期的笔记' },
    property: '属性',
    nameProperty: '写上属性名，这里就会显示它的热力图。',
    propertyHint: '取自名字里带日期的笔记，例如日记。',
    metric: '统计',
    metrics: { minutes: '分钟', sessions: '次数', sources: '文献', pages: '页数', count: '条数', value: '数值' },
    range: '范围',
    ranges: { rolling: '近 12 个月', year: '今年', quarter: '本季度', month: '本月', other: '其他' },
    otherRange: '其他范围',
    rangeHint: '年（2025）、月（2026-03）或起止日期（2026-03-01..2026-07-15）。',
    palette: '配色',
    palettes: { green: '绿', accent: '主题色', blue: '蓝', orange: '橙', ink: '灰', safe: '色觉友好' },
    more: '标题、目标等',
    heading: '标题',
    goal: '每天的目标',
    combine: '一天有多条时',
    combinations: { sum: '求和', max: '最大', average: '平均', last: '最后一条' },
    weekNumbers: '周数',
    writes: '将在光标处插入：',
    insert: '插入',
  },
  script: {
    noEntries: '脚本没有给出 entries 列表。',
    badDates: (count, example) => `${String(count)} 条没有有效的日期，例如 ${example}。`,
    badIntensities: (count, example) => `${String(count)} 个强度不是数字，例如 ${example}。`,
    unknownColours: (names) => `没有名为 ${names.join('、')} 的颜色，用第一组代替。`,
    otherYears: (count) => `${String(count)} 条在其他年份。`,
  },
  unreadable: {
    lines: (count) => `有 ${String(count)} 行未计入`,
    notes: (count) => `有 ${String(count)} 篇笔记无法读取`,
    values: (count, example) => `有 ${String(count)} 个值不是数字，例如 ${example}`,
    show: '查看',
    leftOut: {
      noDate: (count, dateProperty) => `有 ${String(count)} 篇笔记没有算进来，\`${dateProperty}\` 里没有能识别的日期：`,
      noDayInName: (count) => `有 ${String(count)} 篇笔记没有算进来，名字里没有日期：`,
      noDayInNameWith: (count, property) =>
        `有 ${String(count)} 篇写了 \`${property}\` 的笔记没有算进来，名字里没有日期：`,
      broken: (count) => `有 ${String(count)} 篇笔记没有算进来，属性无法读取：`,
      written: (value) => (value === '' ? '（没写）' : `（${value}）`),
      comma: '、',
      more: (count) => `，还有 ${String(count)} 篇`,
      tip: {
        'no-date': '。日期写成年-月-日，例如 `2026-09-16`。',
        'no-day-in-name': '。名字里写上日期，例如 `2026-09-16`，就会算到那一天。',
        broken: '。用源码模式打开，改好两行 `---` 之间的内容。',
      },
    },
  },
  problem: {
    cause: {
      'bad-range': (problem) => `${on(problem)}\`range\` 不能是 \`${problem.value}\``,
      'range-reversed': (problem) => `${on(problem)}\`${problem.key}\` 结束早于开始`,
      'range-too-long': (problem) => `${on(problem)}\`${problem.key}\` 太长，画不下`,
      'range-twice': (problem) => `${on(problem)}\`range\` 和 \`from\` 只能写一个`,
      'source-twice': (problem) =>
        `${on(problem)}\`source: ${problem.value}\` 和 \`${problem.known[0] ?? ''}\` 不能同时用`,
      'bad-scale': (problem) => `${on(problem)}\`scale\` 里有不是数字的内容`,
      'scale-not-rising': (problem) => `${on(problem)}\`scale\` 的分界值没有从小到大`,
      'scale-too-many': (problem) => `${on(problem)}\`scale\` 的分界值比颜色多`,
      'too-many-colours': (problem) => `${on(problem)}\`palette\` 的颜色太多`,
      'bad-goal': (problem) => `${on(problem)}\`goal\` 不能是 \`${problem.value}\``,
      'no-colour': (problem) => `${on(problem)}\`palette\` 里没有颜色`,
      'unknown-colour': (problem) =>
        `${problem.line === null ? '' : `第 ${String(problem.line)} 行：`}\`${problem.value}\` 不是颜色`,
      'bad-data': (problem) => `${on(problem)}\`data\` 里的 \`${problem.value}\` 无法识别`,
    },
    tip: {
      'bad-range': (problem) =>
        `${problem.nearest === null ? '' : `是不是想写 \`${problem.nearest}\`？`}可以写 \`rolling\`、年（\`2026\`）、季度（\`2026-Q1\`）、月（\`2026-03\`）、起止日期（\`2026-03-01..2026-07-15\`），或设置里学期的名称。`,
      'range-reversed': () => '把较早的日期写在前面。',
      'range-too-long': () => '最长三十年。',
      'range-twice': () => '留下其中一个。',
      'source-twice': () => '留下其中一个。',
      'bad-scale': () => '写 `quantile`、`linear`，或从小到大的数字，例如 `[1, 30, 60, 120]`。',
      'scale-not-rising': () => '后一个要比前一个大，例如 `[1, 30, 60, 120]`。',
      'scale-too-many': (problem) => `一共 ${problem.known[0] ?? ''} 种颜色，分界值不能更多。`,
      'too-many-colours': (problem) => `最多 ${problem.known[0] ?? ''} 种。`,
      'bad-goal': () => '写一个大于 0 的数，或删掉这一行。',
      'no-colour': () => '按 CSS 的写法从少到多列出颜色：`["#dbe9f6", "#2171b5"]`。',
      'unknown-colour': () => '按 CSS 的写法，放进引号：`"#2171b5"`、`"steelblue"`。',
      'bad-data': (problem) => `写一个日期和一个数：\`${problem.known[0] ?? ''}\`。`,
    },
  },
} satisfies Wording<typeof en>;
