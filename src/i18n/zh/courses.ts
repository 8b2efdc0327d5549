import type { courses as en } from '../en/courses';
import type { Wording } from '../types';
import { beforeHan } from './spacing';

export const courses = {
  addCourse: '添加课程',
  title: '课程',
  pick: '选一门课，或者一篇有列表、有属性 as-of 的笔记',
  about: (asOf: string) => `${asOf} 的清单`,
  next: (words: string) => `下一步：${words}`,
  through: '全部勾完了',
  newer: (asOf: string) => `有 ${asOf} 的新清单`,
  update: '更新清单',
  asks: (title: string, asOf: string) =>
    `把 ${asOf} 的清单合并到「${title}」。打过的勾、自己加的行和改过的地方都保留。`,
  upToDate: (title: string) => `「${title}」已是最新的清单。`,
  notCourse: (path: string) =>
    `${beforeHan(path)}不是有清单的课程。用「添加课程」添加，或者写明课程的笔记：\`path: 文献/CS231n\`。`,
  noRoom: (path: string) => `${beforeHan(path)}就是这门课，已经有自己的清单。`,
  unknown: (name: string, known: readonly string[]) =>
    `没有课程「${name}」。写一篇有列表的笔记，或者其中一个：${known.join('、')}`,
  problems: {
    'bad-day': (path: string, value: string) =>
      `${path}：「as-of: ${value}」不是日期。写上清单是哪一天的，比如 2026-08-04。`,
    'no-list': (path: string, _value: string) => `${beforeHan(path)}里没有列表。每行写一项：「- 第 1 讲」。`,
  },
  which: 'list、add=、path= 选一个',
} satisfies Wording<typeof en>;
