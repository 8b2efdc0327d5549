import type { ReportWords } from '../../core/report/words';
import type { report as en } from '../en/report';
import type { Wording } from '../types';
import { duration } from './common';
import { amidHan } from './spacing';

const note: ReportWords = {
  sessions: (count) => `${String(count)} 次`,
  duration,
  passes: (passes) => `第 ${passes.join('、')} 遍`,
  statuses: { inbox: '放回待整理', queued: '排入待读', reading: '开始读', read: '读完', dropped: '放弃' },
  unthought: (times) => `读了 ${String(times)} 次，局限或想法还没写：写在那篇的「局限与想法」里。`,
  depth: (read, finished) => `最近四周读了 ${String(read)} 篇，读完 ${String(finished)} 篇。`,
  nothingRead: { says: '本周没有阅读记录。', todo: '读过还没记的，用「记录阅读」补上，再刷新周报。' },
  noEarlierReport: { says: '还没有更早的周报。', todo: '这一份的「下周计划」会出现在下一份周报的这里。' },
  noPlan: { says: (link) => `${link} 里没有写计划。`, todo: '在那里的「下周计划」里补上，再刷新周报。' },
  reason: (text) => `（${text}）`,
  feedback: (text) => `导师：${text}`,
  nothingDone: {
    says: '本周没有完成的任务。',
    todo: '列在这里的是方框打了勾（- [x]）、写着本周完成日期的任务，如 ✅ 2026-08-05。',
  },
  tasksNotChosen: '完成的任务按文件夹或标签列在这里；还没有选，所以是空的。请在设置的「周报」里选。',
  experiments: {
    statuses: { planned: '计划中', running: '进行中', done: '已完成', failed: '失败' },
    parts: {
      hypothesis: '假设',
      data: '看过的数据',
      results: '结果',
      baseline: '基线',
      verdict: '判断',
      why: '为什么',
    },
    runs: (count, without) => `${String(count)} 次${without === 0 ? '' : `，${String(without)} 次没有数`}`,
    best: (value) => `最好 ${value}`,
    baseline: (value, difference) => `，基线 ${value}（${difference}）`,
    verdict: (text) => `判断：${text}`,
    missing: (parts) => `还没写：${parts.join('、')}`,
  },
  nothingRan: {
    says: '本周没有跑实验。',
    todo: '实验的日志里，写着指标或提交的一行会列在这里，如 [metric:: top1 64.2]。',
  },
  noExperiments: '实验跑过什么会列在这里。「新实验」给一个实验新建笔记。',
  noQuestions: '笔记里以「提问：」开头的一行会列在这里，直到在「打开标记列表」里标为完成。',
  moreQuestions: (count) => `标记列表里还有 ${String(count)} 条。`,
  marksNotRead: '这台设备还没有读过笔记里的标记，所以这里是空的。请运行「打开标记列表」，再刷新周报。',
  numbers: ({ sessions, minutes, sources, lastWeek, averageMinutes }, showMinutes) => {
    const week = `${String(sessions)} 次${showMinutes ? `，${duration(minutes)}` : ''}，${String(sources)} 篇`;
    if (lastWeek === null) return `本周 ${week}。`;
    const isTimed = showMinutes && (lastWeek.minutes > 0 || lastWeek.sessions === 0); // a week without minutes was not one without reading
    const last = isTimed ? duration(lastWeek.minutes) : `${String(lastWeek.sessions)} 次`;
    const isAveraged = showMinutes && averageMinutes !== null;
    return `本周 ${week}；上周 ${last}${isAveraged ? `，近四周平均 ${duration(averageMinutes)}` : ''}。`;
  },
};

export const report = {
  note,
  hints: {
    learned: '每篇用自己的话说一句：学到了什么，还有什么没懂。日志里没有的，也在这里补一行。',
    experiments: '改了什么，结果如何，说明什么。失败也写，写到定位出的原因。',
    problems: '卡在哪里，试过什么，计划里没做完的是为什么。',
    questions: '写导师一两句话能回答的问题。以「提问：」开头的行会自动带上。',
    plan: '写几件能判断做完没做完的小事。',
    feedback: '收到的意见记在这里。',
  },
  thoughtHeadings: ['局限与想法', '局限和想法', '局限', '局限性', '不足', '想法', '我的想法'],
  blocks: {
    'plan-review': '上周计划回顾',
    reading: '本周阅读',
    done: '本周完成',
    experiments: '跑过的实验',
    questions: '笔记里的提问',
    numbers: '数字',
  },
  states: {
    written: '已写入',
    refreshed: '已刷新',
    unchanged: '没有变化',
    'kept-edited': '你改过，已保留',
    absent: '笔记里没有',
    damaged: '标记损坏，没有动',
  },
  problem: {
    badWeek: (value: string) => `参数「week」：没有「${value}」这个 ISO 周，请写成 2026-W32 这样。`,
    badDate: (value: string) => `参数「date」：没有「${value}」这一天，请写成 2026-08-04 这样。`,
    weekAndDate: '参数「week」和「date」都在指定哪一周，只能给一个。',
    foreign: (path: string) =>
      `${path} 不是这份周报，所以没有写入任何内容。请移走它，或在设置的「周报笔记的名称」里换一个。`,
    otherAuthor: (path: string, author: string) =>
      `${path} 是${amidHan(author)}的周报。请在设置的「周报笔记的名称」里加上 {author}。`,
    notYours: (path: string, author: string) =>
      `${path} 是${amidHan(author)}的周报，没有动它。要刷新自己的，请先打开自己的那一篇。`,
    doubles: (paths: readonly string[]) => `这份周报有好几个笔记：${paths.join('、')}。都没有改动，请只留一个。`,
    noReport: (path: string) => `${path} 的属性里没有周报的 type 和 week，所以没有刷新。`,
    gone: (path: string) => `${path} 已经不在了。`,
    writing: (path: string, reason: string) => `${path} 写入失败：${reason}`,
  },
  template: {
    unknown: (path: string, names: readonly string[], known: readonly string[]) =>
      `${path}：没有 ${names.join('、')} 这样的占位符，原样保留。可用的有 ${known.join('、')}。`,
    repeated: (path: string, names: readonly string[]) =>
      `${path}：${names.join('、')} 出现了不止一次，只填第一处，其余原样保留。`,
    missing: (path: string, names: readonly string[]) => `${path} 里没有 ${names.join('、')}，周报里就没有这一部分。`,
  },
  damage: {
    malformed: '标记无法识别',
    unclosed: '有开头没有结尾',
    unopened: '有结尾没有开头',
    nested: '两段套在一起',
    doubled: '同一段出现了两次',
  },
  unreadTasks: (paths: readonly string[]) =>
    `${paths.join('、')} 无法读取，里面完成的任务可能没有列上。等这台设备上有了它，再刷新一次周报。`,
  damagedLine: (path: string, line: number, what: string, block: string) =>
    `${path} 第 ${String(line)} 行：${what}${block === '' ? '' : `（${block}）`}`,
  cli: {
    description: '新建或刷新一份周报',
    week: '周报的 ISO 周，不写就是本周',
    date: '那一周里的任意一天',
    refresh: '把已有周报里自动生成的部分更新到最新',
    created: (path: string) => `已新建 ${path}`,
    exists: (path: string) => `${path} 已经有了`,
    refreshed: (path: string) => `已刷新 ${path}`,
    block: (name: string, state: string) => `  ${name}：${state}`,
    going: (line: number, text: string) => `    已保留，第 ${String(line)} 行：${text}`,
  },
  command: {
    create: '新建本周周报',
    createLast: '新建上周周报',
    choose: '选择一周的周报',
    refresh: '刷新周报',
    copy: '复制周报',
    missing: '列出漏写的周报',
  },
  choose: '去选',
  nothingLogged: '没有记录',
  picker: {
    thisWeek: '本周',
    lastWeek: '上周',
    placeholder: '第43周、10-20、上周、草稿…',
    none: '没有这样的一周。',
    states: { none: '未写', draft: '草稿', sent: '已发送', reviewed: '已批阅' },
  },
  missing: {
    description: '列出已经过去、还没有周报的周',
    title: '漏写的周报',
    none: '每一周都有周报。',
    noneOver: '第一条记录就在本周，这一周还没过完。过完后没有周报的周会列在这里。',
    noneLogged: '还没有阅读记录；从第一条记录的那一周起，漏写的周报会列在这里。',
    lead: (count: number) => `有 ${String(count)} 周还没有周报。补写时用的是那一周自己的记录。`,
    create: '新建',
    createWeek: (week: string) => `新建 ${week} 的周报`,
    open: '打开',
    openWeek: (week: string) => `打开 ${week} 的周报`,
  },
  base: {
    name: '全部周报',
    author: '作者',
    week: '周',
    status: '状态',
    all: '全部',
    sent: '待批阅',
    drafts: '草稿',
  },
  upToDate: (path: string) => `${path} 已经是最新的。`,
  sentBefore: '之前发送的是刷新前的内容。想让导师看到新的，请再复制一次发过去。',
  refreshed: (blocks: readonly string[]) => `已刷新：${blocks.join('、')}。`,
  aroundWords: (path: string) =>
    `${path} 里，自动生成的各部分之间有你写的内容。如果这个库在几台设备上同步，刷新前请先等各台设备同步完：别的设备刚写在这些部分之间的内容可能会丢。在模板里把自动生成的部分排在一起，自己写的放在它们下面，就没有这个问题。`,
  behind: {
    title: '要刷新这份周报吗？',
    text: '写好以后阅读日志又有了新内容。刷新只更新自动生成的部分，你写的一字不动。',
    yes: '刷新',
    no: '以后再说',
  },
  choice: {
    lead: (path: string, count: number) =>
      `${path}：有 ${String(count)} 处自动生成的内容你改过，日志里又有了新内容。没有选定之前，笔记一字不动。`,
    fresh: '来自日志',
    where: (block: string, line: number) => `${block} · 第 ${String(line)} 行`,
    going: '采用新版会去掉这些：',
    changedMeanwhile: (path: string) => `${path} 刚才又改过，那一处先保留了。请再刷新一次。`,
  },
  repair: {
    title: '要修复标记吗？',
    text: '自动生成部分两端的隐藏标记损坏了，所以什么都没有动。修复只改标记，你写的每一行都留着。',
    yes: '修复',
    no: '先不动',
  },
  foreign: {
    title: '这里已经有你的一篇笔记',
    text: (path: string) => `${path} 不是周报，所以没有写入任何内容。也可以把周报加在它的末尾，你写的内容留在上面。`,
    yes: '加到这篇末尾',
    no: '不动它',
  },
  copy: {
    none: '本周还没有周报，请先新建。',
    title: '复制周报',
    form: '用于',
    plain: '聊天',
    rich: '邮件',
    markdown: 'Markdown',
    hints: {
      plain: '纯文本。提示（%% … %%）和私密的行都不在里面。',
      rich: '带标题和列表的富文本，粘到邮件里就是这样；不支持富文本的地方，粘出来是聊天用的纯文本。',
      markdown: '给别的编辑器用的 Markdown。库内链接只留文字。',
    },
    behind: '周报填好之后，又有新的内容。',
    refresh: '刷新',
    refreshFirst: '想发最新的内容，请先关掉这里，执行「刷新周报」。',
    inHint: (words: string) => `「${words}」写在提示（%% … %%）里，不会复制。要发给导师，请移到它的下面。`,
    subject: '主题',
    copy: '复制',
    mail: '复制并写邮件',
    copied: '已复制。',
    copiedForMail: '已复制，请粘贴到邮件里；邮件窗口只填好了主题。',
    failed: '没能写入剪贴板。',
  },
  title: (week: string, days: string, author: string) => `周报 ${week}（${days}）${author}`,
  chatHeading: (heading: string) => `【${heading}】`,
  sent: {
    title: '标为已发送吗？',
    text: '只改周报的状态。',
    again: '还没发出去的话，发出以后可以在主页上标记，下次复制时也会再问。',
    yes: '标为已发送',
    no: '还没发',
    done: '已标为已发送。',
    failed: (path: string) => `${path} 的状态没能改成，请在属性里改。`,
  },
} satisfies Wording<typeof en>;
