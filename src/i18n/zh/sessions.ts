import type { sessions as en } from '../en/sessions';
import type { Wording } from '../types';

export const sessions = {
  title: '深度工作',
  startCommand: '开始深度工作',
  stopCommand: '停下并记录深度工作',
  pick: '文献、想法或实验',
  runs: (name: string) => `正在深度工作：${name}`,
  runsNot: '没有正在进行的深度工作。',
  notKept: '这台设备的存储满了，或者被清空了。深度工作还在继续，但关闭应用就会丢失：请尽快停下并记录。',
  nothing: '不留记录',
  goal: (duration: string) => `今天的深度工作，目标 ${duration}`,
  gap: (from: string, to: string, duration: string) => `${from} 至 ${to} 没有动静，没算 ${duration}`,
  count: '算进来',
  notStopped: (from: string, to: string) => `${from} 开始的一段深度工作没有停。最后看到你在动是 ${to}。`,
  change: '改时间',
  discard: '不记',
  which: '请给出「start source=…」、「stop」（可以带「note=…」）或「status」。',
} satisfies Wording<typeof en>;
