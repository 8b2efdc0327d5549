import type { sessions as en } from '../en/sessions';
import type { Wording } from '../types';

export const sessions = {
  title: '深度工作',
  startCommand: '开始深度工作',
  stopCommand: '停下并记录深度工作',
  start: '开始',
  stop: '停下并记录',
  pick: '文献、想法或实验',
  runs: (name: string) => `正在深度工作：${name}`,
  runsNot: '没有正在进行的深度工作。',
  notKept: '这台设备的存储满了，或者被清空了。深度工作还在继续，但关闭应用就会丢失：请尽快停下并记录。',
  logged: (duration: string, name: string) => `已记录：${duration}，${name}`,
  nothing: '不留记录',
  willAppend: (name: string) => `将加在「${name}」的日志末尾`,
  today: '今天的深度工作',
  goal: (duration: string) => `今天的深度工作，目标 ${duration}`,
  workingOn: '正在做：',
  gap: (from: string, to: string, duration: string) => `${from} 至 ${to} 没有动静，没算 ${duration}`,
  count: '算进来',
  notStopped: (from: string) => `${from} 开始的一段没有停`,
  lastSeen: (to: string) => `最后看到你在动是 ${to}。`,
  log: (duration: string) => `记 ${duration}`,
  change: '改时间',
  discard: '不记',
  discardTitle: (duration: string) => `这 ${duration} 不记了吗？`,
  which: '请给出「start source=…」、「stop」（可以带「note=…」）或「status」。',
} satisfies Wording<typeof en>;
