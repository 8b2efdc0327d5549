/**
 * The same program in ASCII, so that the app keeps its source in one byte a character and reads it faster. esbuild has escaped
 * strings and names already; what is left stands in regular expressions, where an escape means the same, unless a backslash
 * comes before it.
 */
export function toAscii(code) {
  const escaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.exec(code);
  if (escaped !== null)
    throw new Error(`A backslash before “${escaped[0].at(-1)}” in a regular expression: leave it out.`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
