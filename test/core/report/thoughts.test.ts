import { expect, it } from 'vitest';
import { holdsThoughts } from '../../../src/core/report/thoughts';

const names = ['局限与想法', 'Ideas'];

it.each([
  ['## 局限与想法\n\n小物体漏检\n', true],
  ['## ideas\n\n### more\n\n- x\n', true],
  ['words [idea:: use it]\n', true],
  ['## 局限与想法\n\n%% 哪里站不住。 %%\n\n- \n\n### 子标题\n\n## 阅读日志\n\n- 2026-08-04 x\n', false],
  ['[idea:: ]\n', false],
  ['', false],
])('%j holds a thought: %s', (text, expected) => {
  expect(holdsThoughts(text, names)).toBe(expected);
});
