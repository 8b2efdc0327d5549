import type { options as en } from '../en/options';
import type { Wording } from '../types';
import { list, meant, on } from './problems';

const WRITE_DATE = '写成年-月-日，例如 `2026-12-01`。';

export const options = {
  more: (count, lines) => `另外 ${String(count)} 处也是这样${lines === '' ? '' : `（第 ${lines} 行）`}。`,
  others: (count) => `还有 ${String(count)} 处问题，改好这些后会显示。`,
  cause: {
    'not-yaml': (problem) => (problem.line === null ? '选项无法识别' : `第 ${String(problem.line)} 行无法识别`),
    'wide-colon': (problem) => (problem.line === null ? '用了全角冒号' : `第 ${String(problem.line)} 行用了全角冒号`),
    'key-twice': (problem) => `\`${problem.value}\` 写了两次（第 ${problem.known.join('、')} 行）`,
    'not-options': () => '这里写的不是选项',
    'unknown-key': (problem) =>
      `${problem.line === null ? '' : `第 ${String(problem.line)} 行：`}没有 \`${problem.key}\` 这个选项`,
    'unknown-value': (problem) => `${on(problem)}\`${problem.key}\` 不能是 \`${problem.value}\``,
    missing: (problem) => `缺少 \`${problem.key}\``,
    'no-value': (problem) => `${on(problem)}\`${problem.key}\` 没有值`,
    'not-text': (problem) => `${on(problem)}\`${problem.key}\` 不是文字`,
    'not-number': (problem) => `${on(problem)}\`${problem.key}\` 不是一个数`,
    'out-of-range': (problem) => `${on(problem)}\`${problem.key}\` 不能是 \`${problem.value}\``,
    'not-yes-no': (problem) => `${on(problem)}\`${problem.key}\` 既不是 \`true\` 也不是 \`false\``,
    'not-entries': (problem) => `${on(problem)}\`${problem.key}\` 里有一项没有写成键和值`,
    'not-keys': (problem) => `${on(problem)}\`${problem.key}\` 没有写成键和值`,
    'no-effect': (problem) => `${on(problem)}\`${problem.key}\` 和 \`${problem.value}\` 一起写时不起作用`,
    'not-a-day': (problem) => `${on(problem)}\`${problem.key}\` 不是一个日期`,
    'no-such-month': (problem) => `${on(problem)}\`${problem.key}\` 不是一个日期`,
    'no-such-day': (problem) => `${on(problem)}\`${problem.key}\` 不是一个日期`,
  },
  tip: {
    'not-yaml': (problem) =>
      `每行写一个 \`key: value\`，冒号用半角，后面空一格；缩进用空格，不用制表符。解析器的提示：${problem.value}`,
    'wide-colon': (problem) => `改用半角冒号，后面空一格：\`${problem.known[0] ?? ''}\`。`,
    'key-twice': () => '只留一个，属于它的内容都写在它下面。',
    'not-options': () => '每行写一个 `key: value`，或者让代码块空着。',
    'unknown-key': (problem) => `${meant(problem)}可用的有：${list(problem.known)}。`,
    'unknown-value': (problem) => `${meant(problem)}可用的有：${list(problem.known)}。`,
    missing: (problem) => `请补上，例如 \`${problem.key}: ${problem.known[0] ?? ''}\`。`,
    'no-value': (problem) => {
      if (problem.value !== '')
        return `\`#\` 开头的内容会被当作注释，请放进引号：\`${problem.key}: "${problem.value}"\`。`;
      return problem.line === null ? '给它一个值，或去掉它。' : '在冒号后面写上值，或删掉这一行。';
    },
    'not-text': (problem) => `把文字放进引号：\`${problem.key}: "…"\`。`,
    'not-number': (problem) => `只写数字，例如 \`${problem.key}: 12\`。`,
    'out-of-range': (problem) => `可以从 \`${problem.known[0] ?? ''}\` 到 \`${problem.known[1] ?? ''}\`。`,
    'not-yes-no': (problem) => `写 \`${problem.key}: true\` 或 \`${problem.key}: false\`。`,
    'not-entries': (problem) => `每一项都写上键和值，例如 \`- ${problem.known[0] ?? ''}\`。`,
    'not-keys': (problem) => `先写 \`${problem.key}:\`，下一行缩进后写 \`${problem.known[0] ?? ''}\`。`,
    'no-effect': () => '去掉它。',
    'not-a-day': () => WRITE_DATE,
    'no-such-month': () => `没有这个月份。${WRITE_DATE}`,
    'no-such-day': () => `这个月没有这一天。${WRITE_DATE}`,
  },
} satisfies Wording<typeof en>;
