/**
 * The same program in ASCII, so that the app keeps its source in one byte a character and reads it faster. esbuild has escaped
 * strings and names already; what is left stands in regular expressions, where an escape means the same.
 */
export function toAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
