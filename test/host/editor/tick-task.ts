/** Ticking a box in reading view changes that line of the note, and nothing else. */
export function tickTask(text: string, line: number, checked: boolean): string {
  const lines = text.split('\n');
  const old = lines[line];
  if (old === undefined) return text;
  lines[line] = old.replace(
    /^(\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[)(.)(\])/,
    (_all, before: string, _mark, after: string) => `${before}${checked ? 'x' : ' '}${after}`,
  );
  return lines.join('\n');
}
