import type { Wordings } from '../../i18n';

/** Names the first line of a setting's text that could not be read; undefined where all could. */
export function lineProblem(
  problems: readonly { readonly line: number; readonly text: string }[],
  advice: string,
  t: Wordings['settings'],
): string | undefined {
  const [first] = problems;
  return first === undefined ? undefined : t.lineNotRead(first.line + 1, first.text.trim(), advice);
}
