import type { SaidProblem } from '../types';

export const on = (problem: SaidProblem): string => (problem.line === null ? '' : ` on line ${String(problem.line)}`);
export const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
export const meant = (problem: SaidProblem): string =>
  problem.nearest === null ? '' : `Did you mean \`${problem.nearest}\`? `;
