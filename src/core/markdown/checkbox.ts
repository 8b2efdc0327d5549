const CHECKBOX = /^((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([^\n])(\](?=[ \t\r\n]|$))/u;

/** What stands in the checkbox of a list line (`x`, a blank, or a mark of a theme); null where there is no box. */
export function checkboxMark(line: string): string | null {
  return CHECKBOX.exec(line)?.[2] ?? null;
}

/** The line with another mark in its checkbox; unchanged where it has none. */
export function withCheckboxMark(line: string, mark: string): string {
  return line.replace(CHECKBOX, (_box, before: string, _old: string, after: string) => before + mark + after);
}
