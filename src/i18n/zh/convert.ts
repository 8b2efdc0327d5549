import type { convert as en } from '../en/convert';
import type { Wording } from '../types';

export const convert = {
  command: '把其他插件的代码转换成代码块',
  title: '把其他插件的代码转换成代码块',
  lead: '转换后是下面的样子。代码只读取，不运行；确认之后才会改动笔记。',
  nothing: '这篇笔记里没有 Heatmap Calendar、Heatmap Tracker 或 Contribution Graph 的代码，也没有时间进度表。',
  unreadable: (path) => `无法读取 ${path}。`,
  code: {
    script: (line) => `第 ${String(line)} 行的脚本`,
    graph: (line) => `第 ${String(line)} 行的 Contribution Graph`,
    tracker: (line) => `第 ${String(line)} 行的 Heatmap Tracker`,
    table: (line) => `第 ${String(line)} 行的时间进度表`,
  },
  left: '保持原样：看不出它画的是哪些笔记或日子。',
  writes: '将替换为：',
  lost: '没有带过来的',
  loss: {
    option: (name) => `\`${name}\`：这里没有对应的选项`,
    code: (text) => `\`${text}\`：无法识别`,
  },
  submit: (count) => (count === 1 ? '转换' : `转换 ${String(count)} 处`),
  done: (count) => `已转换 ${String(count)} 处。`,
  changed: '没有写入：笔记刚刚有改动。请再运行一次命令。',
  failed: (message) => `没有写入。${message}`,
} satisfies Wording<typeof en>;
