import { hoursAndMinutes } from '../../core/time/hours-and-minutes';
import type { common as en } from '../en/common';
import type { Wording } from '../types';

const MONTHS = ['1 月', '2 月', '3 月', '4 月', '5 月', '6 月', '7 月', '8 月', '9 月', '10 月', '11 月', '12 月'];
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 时长，以分钟给出。 */
export const duration = (length: number): string => {
  const { hours, minutes } = hoursAndMinutes(length);
  if (hours === 0) return `${String(minutes)} 分钟`;
  return minutes === 0 ? `${String(hours)} 小时` : `${String(hours)} 小时 ${String(minutes)} 分`;
};

export const common = {
  langTag: 'zh-CN',
  cancel: '取消',
  close: '关闭',
  blockNameTaken: (name: string, ours: string) =>
    `另一个插件已经在画「${name}」代码块。想用 Research Handbook 的，请写「${ours}」。`,
  notInVault: '它在库的外面，或者在 Obsidian 不显示的文件夹里。请检查设置里和「地图」笔记属性里的文件夹',
  notesNotIndexed: (paths: readonly string[]) =>
    `Obsidian 一直没有索引这些笔记，Research Handbook 不再等待：${paths.join('、')}。重新加载应用通常就好了。`,
  months: MONTHS,
  weekdays: WEEKDAYS,
  day: (month: number, day: number) => `${String(month)} 月 ${String(day)} 日`,
  days: (month: number, day: number, toMonth: number, toDay: number) =>
    month === toMonth
      ? `${String(month)} 月 ${String(day)}–${String(toDay)} 日`
      : `${String(month)} 月 ${String(day)} 日–${String(toMonth)} 月 ${String(toDay)} 日`,
  dayAndWeekday: (month: number, day: number, weekday: number) =>
    `${String(month)} 月 ${String(day)} 日 ${WEEKDAYS[weekday - 1] ?? ''}`,
  dayAndYear: (year: number, month: number, day: number) => `${String(year)} 年 ${String(month)} 月 ${String(day)} 日`,
  fullDay: (year: number, month: number, day: number, weekday: number) =>
    `${String(year)} 年 ${String(month)} 月 ${String(day)} 日 ${WEEKDAYS[weekday - 1] ?? ''}`,
  minutes: (minutes: number) => `${String(minutes)} 分钟`,
  duration,
  entries: (count: number) => `${String(count)} 条记录`,
} satisfies Wording<typeof en>;
