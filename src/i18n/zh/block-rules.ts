import type { blockRules as en } from '../en/block-rules';
import type { Wording } from '../types';

export const blockRules = {
  filled: '由插件填写',
  refresh: '刷新',
  end: '以上由插件填写',
  endEdited: (blocks: readonly string[]) =>
    `以上由插件填写；你改过${blocks.map((block) => `「${block}」`).join('、')}，刷新会留着你的`,
  lone: (what: string, block: string) => (block === '' ? what : `${block}：${what}`),
  repair: '看怎么修复',
} satisfies Wording<typeof en>;
