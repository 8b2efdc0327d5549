import { MONTHS } from './bibtex/read-value';
import type { Entry } from './entry';

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);

/** An entry as BibTeX and Biber read it: one field a line, each in braces; months by the names that every style knows. */
export function writeEntry({ type, key, fields }: Entry): string {
  const lines = [...fields]
    .filter(([name]) => /^[a-z][\w+.:-]*$/i.test(name))
    .map(([name, value]) => `  ${name} = ${writtenValue(name, value)},`);
  return [`@${type === '' ? 'misc' : type}{${key},`, ...lines, '}'].join('\n');
}

function writtenValue(name: string, value: string): string {
  const text = balanced(value.replace(/\s+/gu, ' ').trim());
  return name === 'month' && MONTH_NAMES.has(text) ? text : `{${text}}`;
}

/** The value itself where each of its braces has a counterpart; else without braces, since one alone would break the file. */
function balanced(value: string): string {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\' && at + 1 < value.length) at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) break;
  }
  const text = depth === 0 ? value : value.replace(/\\?[{}]/g, '');
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(text) ? `${text} ` : text; // a backslash would escape the brace that ends the value
}
