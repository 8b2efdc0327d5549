import { parseLinks } from '../../markdown/links';
import { scanNote } from '../../markdown/scan';
import { privateLines } from '../../private/private-lines';

/** What a note cites. */
export interface Cited {
  /** Where its links lead, as written. */
  readonly links: readonly string[];
  /** Keys by Pandoc's or LaTeX's citations; some may be no keys at all, such as names of people. */
  readonly citekeys: readonly string[];
}

const PANDOC = /(?:^|[^\w@])@\{?([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*)/gu;
const LATEX = /\\[a-z]*cite[a-z]*\*?(?:\[[^[\]]{0,200}\]){0,2}\{([^{}]{1,2000})\}/gi;

/** What a note cites outside of code and of its private lines: links, `[@key]`, `\cite{key}`. */
export function citedIn(text: string): Cited {
  const lines = scanNote(text);
  const hidden = privateLines(lines);
  const shown = lines.filter(({ number, code }) => code === null && !hidden.has(number));
  const links = parseLinks(text, shown)
    .filter(({ external, path }) => !external && path !== '')
    .map(({ path }) => path);
  const citekeys = shown.flatMap(({ text: line }) => [
    ...Array.from(line.matchAll(PANDOC), ([, key = '']) => key.replace(/[^\p{L}\p{N}]+$/u, '')),
    ...Array.from(line.matchAll(LATEX), ([, keys = '']) => keys.split(',').map((key) => key.trim())).flat(),
  ]);
  return { links: [...new Set(links)], citekeys: [...new Set(citekeys)].filter((key) => key !== '') };
}
