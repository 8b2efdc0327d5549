import type { network as en } from '../en/network';
import type { Wording } from '../types';

export const network = {
  title: '访问这个网站？',
  asks: (hosts: string, sent: string) => `发给 ${hosts}，内容只有：${sent}`,
  ask: '发送',
  always: '以后不再询问（可在设置里改）',
  failures: {
    'not-allowed': (host: string, _seconds: number, _status: number) =>
      `没有发送任何内容：${host} 不在设置的「无需确认即可访问的网站」里。`,
    unreachable: (host: string) => `连不上 ${host}。`,
    'too-late': (host: string, seconds: number) => `${host} 在 ${String(seconds)} 秒内没有回答。`,
    'too-large': (host: string) => `${host} 的回答太大，已丢弃。`,
    busy: (host: string, seconds: number) => `${host} 请你 ${String(seconds)} 秒后再试。`,
    status: (host: string, _seconds: number, status: number) => `${host} 回答了错误（${String(status)}）。`,
    unreadable: (host: string) => `${host} 的回答不完整，或不是要的内容。`,
  },
} satisfies Wording<typeof en>;
