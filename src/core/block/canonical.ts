import { readFrontmatter, splitNote } from '../markdown/frontmatter';
import { unorderedValue } from '../markdown/frontmatter-value';
import { linksOfLine, rewriteLinks } from '../markdown/links';
import { scanBody, type ScannedLine } from '../markdown/scan';
import type { Yaml } from '../ports';
import { LayoutFolder } from './layout';

/** A line of a text beside its canonical form. */
export interface CanonicalLine {
  /** The line as written, with its line ending. */
  readonly text: string;
  /** What of it counts; empty for a blank line. */
  readonly key: string;
}

/**
 * A text without what the app, a sync or a formatter changes by itself: two texts with one canonical text say the same.
 * Out go destinations of links within the vault (a rename rewrites them; what is shown stays), checkbox marks, line
 * endings, a byte order mark, and the layout (see `LayoutFolder`). Nothing is taken out of code but blanks at line ends.
 */
export function canonicalText(text: string): string {
  return joined(canonicalLines(text).map((line) => line.key));
}

/** Every line of a body, or a part of one, beside its canonical form; the lines joined are the text. */
export function canonicalLines(text: string): CanonicalLine[] {
  const written = text.match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? [];
  const folder = new LayoutFolder();
  return scanned(text).map((line) => ({
    text: written[line.number] ?? '',
    key: folder.fold(line, withoutLinks(line)),
  }));
}

/** The text without its layout alone: two such texts are equal where a formatter could have made one of the other. */
export function withoutLayout(text: string): string {
  const folder = new LayoutFolder();
  return joined(scanned(text).map((line) => folder.fold(line, line.text)));
}

function scanned(text: string): ScannedLine[] {
  return scanBody(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}

/** The line without destinations and ticks. */
function withoutLinks({ text, code, spans }: ScannedLine): string {
  if (code !== null) return text;
  return (
    rewriteLinks(text, (link) => (link.external ? null : ''), linksOfLine(text, spans))
      // A wikilink in a table carries its bar escaped; that bar belongs to the table.
      .replace(/\[\[\\\|/g, '[[|')
      .replace(CHECKBOX, '$1[]')
  );
}

const CHECKBOX = /^((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[^\n]\](?=[ \t]|$)/u;

/**
 * The canonical text of a note whose frontmatter is compared as data, and only in `keys`; other keys, their order, the
 * order of a list and the layout of the YAML do not count. A single value and a list of that one value are the same.
 * Frontmatter that is no YAML is compared as text.
 */
export function canonicalNote(text: string, keys: readonly string[], yaml: Yaml): string {
  const { yaml: raw, body } = splitNote(text);
  const read = readFrontmatter(text, yaml);
  const head = read.ok
    ? [...keys]
        .sort()
        .map((key) => `${key}: ${unorderedValue(read.data[key])}`)
        .join('\n')
    : (raw ?? '');
  return `${head}\n---\n${canonicalText(body)}`;
}
