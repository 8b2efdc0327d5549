/** Where objects begin that stand in a JSON text's outermost list, or the outermost object itself: their lines, from 0. */
export function objectLines(text: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  let line = 0;
  let isText = false;
  const isList = text.trimStart().startsWith('[');
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') line++;
    else if (isText) {
      if (sign === '\\') at++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '{' || sign === '[') {
      if (sign === '{' && depth === (isList ? 1 : 0)) lines.push(line);
      depth++;
    } else if (sign === '}' || sign === ']') depth--;
  }
  return lines;
}
