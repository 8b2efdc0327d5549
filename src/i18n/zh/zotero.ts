import type { zotero as en } from '../en/zotero';
import type { Wording } from '../types';

const number = (count: number): string => count.toLocaleString('en');

export const zotero = {
  commandImport: '从 Zotero 导入',
  commandUpdate: '从 Zotero 更新这篇笔记',
  commandOpen: '在 Zotero 中打开这篇笔记的条目',
  commandCheck: '检查与 Zotero 的连接',
  sent: '对本机 Zotero 的查询',
  sentWithKey: '你的 Zotero 密钥和查询',
  from: (where: string) => `来自 ${where}，只读取，不改动`,
  library: '文库',
  ownLibrary: '我的文库',
  collection: '分类',
  wholeLibrary: '全部',
  query: '标题、作者或年份',
  queryRemark: '留空为全部；选了分类则取整个分类',
  asking: '正在询问 Zotero…',
  fetched: (count: number) => `${number(count)} 条…`,
  again: '再试一次',
  items: {
    line: (at: number, words: string) => `第 ${String(at)} 条：${words}`,
    sameAs: (value: string, at: number) => `${value}：与第 ${String(at)} 条是同一篇`,
    doubleInFile: (at: number) => `本次第 ${String(at)} 条`,
  },
  noLink: '这篇笔记的属性 zotero 里没有指向 Zotero 的链接，「从 Zotero 导入」会补上。',
  privateNote: '这篇笔记是私密的，不会为它访问任何地方。',
  upToDate: 'Zotero 里有的，笔记里都有了。',
  notInFile: (path: string) => `${path} 里没有这篇笔记的条目。`,
  noFile: (path: string) => `设置里「Better BibTeX 维护的文件」填的「${path}」不在库里，或不是文献文件。`,
  problems: {
    closed: 'Zotero 没有回答。请打开它（7 以上，端口与设置一致），或让 Better BibTeX 在库里维护一个文件，填到设置里。',
    off: 'Zotero 不允许其他程序读取。请在 Zotero 的 设置 → 高级 里勾选「允许此计算机上的其他应用程序与 Zotero 通信」。',
    old: '这个 Zotero 的版本低于 7，其他程序读不了，请更新。',
    refused: 'Zotero 拒绝了请求。请重启它；版本低于 7 的请更新。',
    noKey:
      '手机和平板访问的是 zotero.org，需要密钥。请在 zotero.org/settings/keys 新建一把（只读即可），存到设置的「Zotero 密钥」里。',
    badKey: 'zotero.org 不接受这把密钥。请在 zotero.org/settings/keys 另建一把。',
    gone: 'Zotero 里没有这个条目或分类。',
  },
  works: (name: string, items: number, groups: number) =>
    `${name} 连接正常：我的文库 ${number(items)} 条，群组 ${String(groups)} 个`,
  guide: '附件放不下怎么办，见手册',
  cli: {
    zotero: '从 Zotero，或从设置里代替它的文件导入',
    collection: '一个分类，用名称或键，含其中的子分类',
    key: '一个条目，用它的键（文件里用引用键）',
    query: '按标题、作者或年份找条目',
    all: '整个文库',
    library: '一个群组，用名称或编号；默认为自己的文库',
    oneOf: '请在 collection=、key=、query= 和 all 里给一个，且只给一个。',
    unknown: (flag: string, value: string, where: string, names: string) =>
      `参数「${flag}」：${where} 里没有「${value}」，有的是：${names}`,
  },
} satisfies Wording<typeof en>;
