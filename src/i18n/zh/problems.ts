import type { SaidProblem } from '../types';

export const on = (problem: SaidProblem): string => (problem.line === null ? '' : `第 ${String(problem.line)} 行的 `);
export const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join('、');
export const meant = (problem: SaidProblem): string =>
  problem.nearest === null ? '' : `是不是想写 \`${problem.nearest}\`？`;
