import type { Wording } from '../types';
import type { ask as en } from '../en/ask';

const number = (count: number): string => count.toLocaleString('en');

export const ask = {
  command: '问我的笔记',
  commandIndex: '给笔记建立向量',
  title: '问我的笔记',
  hint: (host: string) => `只用你笔记里有的话来回答。相关段落会发给 ${host}，发出的内容都能看到。`,
  hintWords: '按词找段落，内容不会离开这台设备。想要回答，请在设置的「问我的笔记」里选一个服务。',
  placeholder: '关于笔记的问题',
  askOn: '接着问',
  ask: '问',
  startOver: '换个话题',
  looking: '正在翻你的笔记……',
  waiting: (host: string, passages: number) => `已发出 ${String(passages)} 段，等 ${host} 回答`,
  stop: '停止',
  stopped: '不再等了。之后到的回答会丢弃，但可能照样计费。',
  checked: (all: number, valid: number) =>
    all === valid ? `${String(all)} 处引文，都在笔记里` : `${String(all)} 处引文，${String(valid)} 处在笔记里找得到`,
  notThere2: (n: number) => `第 ${String(n)} 段里没有这句话，划掉了`,
  passage: (n: number, note: string) => `第 ${String(n)} 段：${note}`,
  passages: '段落',
  gone: '这一段改过了，或者已经不在了。',
  sent: (host: string, passages: number, tokens: number, price: string) =>
    `发给 ${host} ${String(passages)} 段，约 ${number(tokens)} token${price === '' ? '' : `，${price}`}`,
  insert: '把引文插入笔记',
  exact: '看将要发出的原文',
  exactSent: '看发出的原文',
  nothing: '笔记里没有找到能回答的话',
  noneChecked: '没有一处引文对得上，所以不显示回答。最接近的段落：',
  noPassage: '没有哪一段写到这些词。换个说法试试。',
  cut: '回答没写完：模型的长度用完了。一次少问一点。',
  history: (count: number) => `以前的提问（${String(count)} 个，只在这台设备上）`,
  clear: '全部清除',

  before: '发出之前',
  beforeLead: '段落和问题一起发出，回答的费用另算。',
  to: '发到',
  what: '发什么',
  price: '约多少钱',
  never: '不发什么',
  keySafe: '密钥收在系统密钥库',
  amount: (passages: number, tokens: number) => `${String(passages)} 段，约 ${number(tokens)} token`,
  whatAside: '笔记原文，以及笔记名和标题',
  byRate: (rate: string) => `每百万 token ${rate}`,
  noRate: '不知道：设置里没有填单价',
  left: (lines: number, notes: number) => `${String(lines)} 行私密内容，${String(notes)} 篇笔记`,
  neverAside: '私密、交来或排除的笔记；注释和插件填写的部分也不发',
  send: (passages: number) => `发出 ${String(passages)} 段`,

  indexTitle: '给笔记建立向量',
  indexLead: (notes: number) =>
    `把 ${String(notes)} 篇笔记的段落发出去算向量，以后只发新的和改过的。可以中途停下，下次接着发。`,
  allIndexed: '每一段都已有向量，什么也没有发。',
  progress: (done: number, all: number) => `${String(done)} / ${String(all)} 段`,
  indexed: (done: number) => `完成，共 ${String(done)} 段。`,
  partly: (done: number, all: number) => `完成了 ${String(done)} / ${String(all)} 段，已存好。再运行一次命令就接着发。`,
  notKept: '这台设备存不下向量：存储空间满了，或者被禁用了。',
  otherSize: (host: string, model: string) =>
    `${host} 的 ${model} 给出的向量长度和以前不同。请运行「清除本机索引，重新读取所有笔记」，再重新建立。`,
  wordsOnly: '这次只按词找了段落。',

  badKey: '请在设置的「问我的笔记」里检查密钥。',
  noCredit: '账户余额不足。',
  tooMany: '请求太多，或者额度用完了，请稍后再试。',
  notThere: '请在设置的「问我的笔记」里检查地址和模型。',
  again: '没有丢失任何内容，可以再试一次。',
  noService: {
    none: '请先在设置的「问我的笔记」里选一个服务。',
    address: '设置里的地址要以 https:// 开头（本机的可以用 http://）。',
    model: '请在设置里填写模型名称。',
    key: '请在设置里选择这个服务的密钥。',
    phone: '手机访问不到电脑上的服务，请在设置里换一个。',
  },

  cli: {
    ask: '找出能回答问题的段落，并据此回答',
    question: '问题',
    answer: '同时请设置里的服务回答；不写则只给出段落',
    index: '发送新的和改过的段落，建立向量',
  },
} satisfies Wording<typeof en>;
