import type { cli as en } from '../en/cli';
import type { Wording } from '../types';

export const cli = {
  formatFlag: '给人看的文字（默认），或给程序用的一个 JSON 对象',
  failed: (reason: string) => `出错了：${reason}`,
  stopped: '还没做完，插件就被停用了。',
  unknownFlag: (name: string, known: readonly string[]) => `没有「${name}」这个参数。可用的参数：${known.join('、')}。`,
  bareFlag: (name: string) => `参数「${name}」不带值，只写 ${name} 即可。`,
  valueMissing: (name: string, placeholder: string) => `参数「${name}」要带值：${name}=${placeholder}。`,
  flagRequired: (name: string, placeholder: string) => `缺少参数「${name}」：${name}=${placeholder}。`,
  badFormat: (value: string) => `参数「format」没有「${value}」这个值，请用 text 或 json。`,
} satisfies Wording<typeof en>;
