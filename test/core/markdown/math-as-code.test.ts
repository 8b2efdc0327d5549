import { expect, it } from 'vitest';
import { mathAsCode } from '../../../src/core/markdown/math-as-code';

it.each([
  ['损失 $x_i * y_j$ 下降', '损失 `$x_i * y_j$` 下降'],
  ['$a$ 和 $b$', '`$a$` 和 `$b$`'],
  ['花了 $5 和 $6', '花了 $5 和 $6'],
  ['\\$x$', '\\$x$'],
  ['`$x$` 与 $y$', '`$x$` 与 `$y$`'],
  ['$ x $', '$ x $'],
  ['$$\na_1\n$$', '```tex\na_1\n```'],
  ['$$\na_1', '$$\na_1'],
  ['```\n$x$\n```', '```\n$x$\n```'],
])('%j becomes %j', (markdown, expected) => {
  expect(mathAsCode(markdown)).toBe(expected);
});
