import type { alerts as en } from '../en/alerts';
import type { Wording } from '../types';

export const alerts = {
  noteName: '论文推送',
  otherName: '论文推送收件箱',
  commandTakeIn: '收进论文推送',
  commandFetch: '取回订阅源里的新论文',
  commandTake: '把这一行的论文添加为文献',
  box: {
    dropTitle: '粘贴推送，或把邮件拖进来',
    dropHint: 'Google 学术或 arXiv 的邮件（.eml、HTML、文字）、RSS、Atom',
    notRecognised: '没有识别到论文。',
    noVaultFile: '库里没有邮件或订阅源（.eml、.html、.txt、.xml）。',
  },
  noneIn: (file: string) => `${file}：没有识别到论文`,
  words: '关键词',
  wordsRemark: '用逗号隔开，-词 表示不要',
  found: (found: number, fresh: number, known: number, other: number) =>
    `共 ${String(found)} 篇：新的 ${String(fresh)} 篇，已知的 ${String(known)} 篇，略过 ${String(other)} 篇（关键词、新版本）`,
  problem: (line: number, text: string) => `第 ${String(line)} 行：「${text}」里没有论文`,
  add: (count: number) => `收进 ${String(count)} 篇`,
  added: (count: number, path: string) => `已收进 ${path}：${String(count)} 篇`,
  noFeeds: '请先在设置的「新论文的订阅源」里写下订阅源。',
  sent: '对每个订阅源的请求',
  fetching: '正在取回…',
  noLine: '这一行没有论文。',
  take: '收入',
  waiting: (count: number) => `${String(count)} 篇待看`,
  cli: {
    alerts: '把推送或订阅源里的论文收进论文推送',
    file: '库里的邮件或订阅源',
    text: '邮件或订阅源本身',
    feed: '订阅源，用设置里的名称',
    oneOf: '请在 file=、text= 和 feed= 里给一个，且只给一个。',
    noFeed: (name: string, known: string) => `设置里没有订阅源「${name}」，有的是：${known}`,
  },
} satisfies Wording<typeof en>;
