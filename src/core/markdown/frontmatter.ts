import type { Yaml } from '../ports';

/** A note's text in its parts; joined in order (`bom`, `opening`, `yaml`, `closing`, `body`) they are the text. */
export interface NoteParts {
  /** The byte order mark, or nothing. */
  readonly bom: string;
  /** The first `---` line with its line ending, or nothing where the note has no frontmatter. */
  readonly opening: string;
  /** What stands between the two `---` lines, with its last line ending; null where there is no frontmatter. */
  readonly yaml: string | null;
  /** The second `---` line with its line ending (none at the end of the text). */
  readonly closing: string;
  readonly body: string;
  /** Where `yaml` starts in the text, in UTF-16 units; where the body starts, if there is no frontmatter. */
  readonly yamlStart: number;
  /** Where `body` starts in the text, in UTF-16 units. */
  readonly bodyStart: number;
  /** How many lines come before the body. */
  readonly bodyLine: number;
}

const BOM = '\uFEFF';
const RULE = /^---[ \t]*$/;
const OPENING = /^---[ \t]*\r?\n/;
// Not the flag `m`: to it a line ends at U+2029 too, which may stand in a value.
const CLOSING = /(?:^|\n)(---[ \t]*(?:\r?\n|$))/;

/** How many lines of a note its frontmatter takes, both rules included; 0 where there is none. */
export function frontmatterLines(lines: readonly { readonly text: string }[]): number {
  const first = lines[0]?.text ?? '';
  if (!RULE.test(first.startsWith(BOM) ? first.slice(BOM.length) : first)) return 0;
  return lines.findIndex(({ text }, number) => number > 0 && RULE.test(text)) + 1;
}

/**
 * Splits a note's text. Frontmatter is what Obsidian takes for it: a `---` line at the very start (after a byte order
 * mark) up to the next `---` line. An unclosed one is body.
 */
export function splitNote(text: string): NoteParts {
  const bom = text.startsWith(BOM) ? BOM : '';
  const rest = text.slice(bom.length);
  const opening = OPENING.exec(rest)?.[0];
  const bare = { bom, opening: '', yaml: null, closing: '', body: rest, bodyLine: 0 };
  if (opening === undefined) return { ...bare, yamlStart: bom.length, bodyStart: bom.length };
  const inside = rest.slice(opening.length);
  const closing = CLOSING.exec(inside);
  if (closing === null) return { ...bare, yamlStart: bom.length, bodyStart: bom.length };
  const [found, rule = ''] = closing;
  const yaml = inside.slice(0, closing.index + found.length - rule.length);
  const head = opening + yaml + rule;
  return {
    bom,
    opening,
    yaml,
    closing: rule,
    body: rest.slice(head.length),
    yamlStart: bom.length + opening.length,
    bodyStart: bom.length + head.length,
    bodyLine: head.split('\n').length - 1,
  };
}

export type Frontmatter = Readonly<Record<string, unknown>>;

/** Frontmatter as data, or why it cannot be read. */
export type ReadFrontmatter =
  { readonly ok: true; readonly data: Frontmatter } | { readonly ok: false; readonly message: string };

/** The properties of a note for whoever goes on without those that cannot be read: none then, and none of a note that is not there. */
export function propertiesOf(text: string | null, yaml: Yaml): Frontmatter {
  const read = text === null ? null : readFrontmatter(text, yaml);
  return read?.ok === true ? read.data : {};
}

/** Reads a note's frontmatter; a note without any has none of its keys. Frontmatter that is no mapping is an error. */
export function readFrontmatter(text: string, yaml: Yaml): ReadFrontmatter {
  const raw = splitNote(text).yaml;
  if (raw === null || raw.trim() === '') return { ok: true, data: {} };
  let data: unknown;
  try {
    data = yaml.parse(raw);
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  if (data === null || data === undefined) return { ok: true, data: {} };
  if (typeof data !== 'object' || Array.isArray(data)) return { ok: false, message: 'not a mapping of keys to values' };
  return { ok: true, data: data as Frontmatter };
}

/** The line ending of a text: that of its first line; `\n` where it has only one line. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}
