import type { readingLog as en } from '../en/reading-log';
import type { Wording } from '../types';

export const readingLog = {
  commandLog: '记录阅读',
  commandProblems: '查看日志问题',
  title: '记录阅读',
  sourceLabel: '文献',
  sourcePlaceholder: '标题，或其中几个字',
  sourceMissing: '选一篇文献',
  sourceUnknown: (name: string) => `没有「${name}」这篇文献`,
  sourceSeveral: (name: string) => `有几篇都叫「${name}」，请从列表里选一篇`,
  noSources: '还没有文献，先添加一篇。',
  addSource: (name: string) => (name === '' ? '添加文献…' : `把「${name}」添加为文献…`),
  about: {
    never: '还没读过',
    last: (day: string) => `上次 ${day}`,
    pass: (pass: number) => `第 ${String(pass)} 遍`,
  },
  dateLabel: '日期',
  today: '今天',
  pagesLabel: '页码',
  minutesLabel: '分钟',
  minutesChip: (minutes: number) => `${String(minutes)} 分钟`,
  passLabel: '第几遍',
  passRemark: '1 解决什么，2 怎么做，3 自己做一遍',
  passes: { none: '不记', 1: '1 概览', 2: '2 细读', 3: '3 复现' },
  noteLabel: '一句话',
  noteRemark: '会进周报',
  notePrivate: '只留在这里',
  privateLabel: '私密',
  privateHint: '时间照常计入，文字不进周报，也不会被复制',
  more: '更改状态',
  statusSame: '不变',
  startsLabel: '开始读这一篇',
  startsHint: (status: string) => `状态由「${status}」改为「在读」`,
  submit: '记录',
  willAppend: '将加在这篇文献的阅读日志末尾',
  listComma: '，',
  willSetStatus: (status: string) => `状态改为「${status}」`,
  logged: (title: string) => `已记录：${title}`,
  inputProblems: {
    'bad-date': '写成 2026-08-04，或「昨天」',
    'future-date': '这一天还没到',
    nothing: '分钟、页码、一句话，至少填一样',
    'bad-minutes': '如 45、1h30m、1.5h，最多一天',
    'bad-pages': '如 4-6，或 3, 8-10',
    'bad-note': '不要写 [min:: …] 等字段，也不要有 %% 或 <!-- 注释',
  },
  unclosed: (path: string, line: number) =>
    `${path} 第 ${String(line)} 行：从这里开始的代码块或注释没有结束，写在它后面不会被计入。没有写入任何内容。`,
  writeFailed: (path: string, message: string) => `${path} 写入失败：${message}`,
  gone: (path: string) => `${path} 已经不在了。`,
  problems: {
    'long-ago': (value: string) => `${value} 早于 1900 年；年份请写全，例如 2026-08-04。`,
    'impossible-date': (value: string) => `没有「${value}」这一天；日期请写成 2026-08-04 的样子。`,
    'other-form': (value: string, day: string) => `「${value}」这种写法无法识别，请写成 ${day}。`,
    'no-date': (value: string) =>
      value === ''
        ? '这一行开头没有日期；请写成 2026-08-04 的样子。'
        : `「${value}」开头没有日期；请写成 2026-08-04 的样子。`,
    'no-item': (value: string) => `「${value}」不是日志行，请让它以「- 」加日期开头。`,
    'future-date': (value: string) => `${value} 还没到，到那天才计入。`,
    'bad-minutes': (value: string) =>
      `「${value}」不是分钟数，请写 [min:: 45]（两个冒号）、[min:: 1h30m] 或 [min:: 1.5h]。`,
    'bad-pass': (value: string) => `遍数没有「${value}」，请写 [pass:: 1]、2 或 3。`,
    'bad-status': (value: string) => `「${value}」不是状态，可用 inbox、queued、reading、read、dropped。`,
    'bad-pages': (value: string) => `「${value}」不是页码，请写 [pages:: 4-6] 或 [pages:: 3, 8-10]。`,
    'conflict-copy': (value: string) => `这是「${value}」的冲突副本：两边相同的行只算一次。请合并后删掉一份。`,
    'bad-properties': () => '属性无法读取（常见于同步后同一个键出现了两次），这篇文献和它的日志暂不计入。',
    'line-gone': (value: string) =>
      `这一行是在这台设备上记的，现在不在日志里了：「${value}」。可能是被删掉了，也可能是两台设备同步时丢的。`,
  },
  putBack: '放回去',
  leaveOut: '不用了',
  isBack: (path: string) => `${path}：这一行已放回日志末尾。`,
  isThere: (path: string, line: number) =>
    `${path} 第 ${String(line)} 行：这一行还在，但不在日志标题下面，所以没有计入。把它移到标题下面就好。`,
  problemsTitle: '日志问题',
  problemsLead: (count: number) => `有 ${String(count)} 行需要查看，点一下就到那一行。`,
  problemsNone: '每一行日志都识别了',
  problemsNothing: '还没有日志行',
  problemsNoneWhy: (entries: number, sources: number) =>
    `共 ${String(sources)} 篇文献、${String(entries)} 行日志。无法识别的行会列在这里。`,
  mendProperties: '去掉重复的属性',
  propertiesMended: (path: string) => `${path} 的属性已去掉重复。`,
  propertiesNotMended: (path: string) => `${path} 没有改动：同一个属性有两个不同的值，或是别的问题，请手动改好。`,
  mendDate: (day: string) => `改成 ${day}`,
  mended: (path: string, line: number) => `${path} 第 ${String(line)} 行：日期已改好。`,
  notMended: (path: string, line: number) => `${path} 第 ${String(line)} 行已经不是原来的内容，没有改动。`,
  problemsMore: (count: number) => `还有 ${String(count)} 行，改好这些后会显示。`,
  problemsReading: '正在读取日志…',
  problemLine: (line: number) => `第 ${String(line)} 行`,
  notCounted: '未计入',
  address: {
    unknownAction: (action: string) => `obsidian://research-handbook：没有 action「${action}」，请用 log 或 add。`,
    badField: (name: string, value: string, problem: string) =>
      `obsidian://research-handbook：${name}=${value} 不合适，已略过。${problem}。`,
    unknownFields: (fields: readonly string[], known: readonly string[]) =>
      `obsidian://research-handbook：没有 ${fields.join('、')} 这样的字段，已略过。可用：${known.join('、')}。`,
  },
  cli: {
    log: '在一篇文献的阅读日志末尾加一行',
    source: '文献的路径、引用键、文件名或标题',
    sourceValue: '<路径|引用键|文件名|标题>',
    date: '日期，YYYY-MM-DD；默认今天',
    min: '分钟：45、1h30m 或 1.5h',
    pass: '第几遍：1、2 或 3',
    pages: '页码：4-6',
    status: '文献的新状态',
    note: '学到了什么，一句话',
    private: '文字不进周报，也不会被复制',
    noSource: (name: string, similar: readonly string[]) =>
      similar.length === 0
        ? `参数「source」：没有「${name}」这篇文献。`
        : `参数「source」：没有「${name}」这篇文献。相近的有：${similar.join('；')}。`,
    manySources: (name: string, candidates: readonly string[]) =>
      `参数「source」：「${name}」对应多篇，请写路径：${candidates.join('；')}。`,
    badValue: (flag: string, value: string, problem: string) => `参数「${flag}」的值「${value}」不合适：${problem}。`,
    badPass: '请用 1、2 或 3',
    badStatus: '可用 inbox、queued、reading、read、dropped',
    logged: (path: string, line: string) => `${path}\n${line}`,
  },
} satisfies Wording<typeof en>;
