import type { choice as en } from '../en/choice';
import type { Wording } from '../types';

export const choice = {
  title: '两个版本，逐处决定',
  keepMine: '保留我的',
  takeNew: '采用新版',
  yours: '你的',
  version: (version: number) => `第 ${String(version)} 版`,
  nothing: '（这里没有文字）',
  of: (index: number, total: number) => `${String(index)} / ${String(total)}`,
  where: (heading: string, from: number, to: number) =>
    `${heading === '' ? '' : `${heading} · `}第 ${from === to ? String(from) : `${String(from)}–${String(to)}`} 行`,
  allMine: '全部保留我的',
  allNew: '全部采用新版',
  later: '以后再说',
  keepWhole: '整篇保留我的',
  takeWhole: '整篇采用新版',
  wholeChosen: '你的这一篇会换成新版，可以撤销。',
  replaceNote: '换成新版',
  chosen: (mine: number, theirs: number) => `已选：保留 ${String(mine)} 处，采用 ${String(theirs)} 处`,
  write: (count: number) => `写入 ${String(count)} 处`,
} satisfies Wording<typeof en>;
