import type { TextRange } from './scan';

/** A text, as long as it was, with a sign in place of each character of the ranges, which may overlap. */
export function masked(text: string, ranges: readonly TextRange[], sign: string): string {
  if (ranges.length === 0) return text;
  let result = '';
  let copied = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (to <= copied) continue;
    const start = Math.max(from, copied);
    result += text.slice(copied, start) + sign.repeat(to - start);
    copied = to;
  }
  return result + text.slice(copied);
}
