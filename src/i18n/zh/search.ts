import type { Wording } from '../types';
import type { search as en } from '../en/search';

export const search = {
  command: '在库里查找',
  placeholder: '输入词语，中英文都行，不分先后',
  reading: (done: number, all: number) => `正在读笔记……${String(done)} / ${String(all)} 篇`,
  notes: (count: number) => `${String(count)} 篇，本机`,
  hint: '按词找段落，不管词在哪一篇。内容不会离开这台设备。',
  none: (text: string) => `没有哪一段写到「${text}」。`,
  noneHint: '少写几个词，或换个说法试试。',
  leftOut: (lines: number, notes: number) =>
    `没有查找的：${[
      lines > 0 ? `${String(lines)} 行私密内容` : '',
      notes > 0 ? `${String(notes)} 篇笔记（私密、交来的，或在设置里排除的）` : '',
    ]
      .filter((part) => part !== '')
      .join('，')}。`,
  ask: (count: number) => `这个库有 ${String(count)} 篇笔记。第一次全部读一遍要等一会儿，也费些电；以后只读改过的。`,
  begin: '现在就读',
  line: (line: number) => `第 ${String(line)} 行`,
  keys: {
    choose: '选择',
    open: '打开那一行',
    tab: '在新标签页打开',
    link: '插入链接',
    ask: '改为提问',
    close: '关闭',
  },
  insertLink: '插入链接',
  noEditor: '请先打开一篇要写的笔记，再从这里插入链接。',
  gone: (path: string) => `${path} 已经不在了。`,
  cli: {
    find: '按词查找段落，中英文都行',
    query: '要找的词',
    limit: '最多给出几处，1 到 100；不写为 10',
    badLimit: (value: string) => `limit=${value}：请写 1 到 100 的整数。`,
    hit: (path: string, line: number, heading: string, text: string) =>
      `${path}:${String(line)}${heading === '' ? '' : ` ${heading}`}\n  ${text}`,
  },
} satisfies Wording<typeof en>;
