import { parse, stringify } from 'yaml';

export interface FrontMatterInfo {
  exists: boolean;
  frontmatter: string;
  from: number;
  to: number;
  contentStart: number;
}

/** Obsidian's `getFrontMatterInfo`: YAML between `---` lines at the very start of the note. */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const match = /^---[ \t]*(\r?\n)([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(content);
  if (match === null) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const from = match[0].indexOf('\n') + 1;
  const body = match[2] ?? '';
  return { exists: true, frontmatter: body, from, to: from + body.length, contentStart: match[0].length };
}

/** The app's YAML is 1.2: dates stay text, `yes` is text; a key given twice is an error. */
export function parseYaml(text: string): unknown {
  return parse(text) as unknown;
}

/** Written on one line each, however long. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

export type FrontMatter = Record<string, unknown>;

/** The properties of a note; null where there are none or where they are not valid YAML. */
export function readFrontMatter(content: string): FrontMatter | null {
  const info = getFrontMatterInfo(content);
  if (!info.exists) return null;
  try {
    const value = parseYaml(info.frontmatter);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FrontMatter) : null;
  } catch {
    return null;
  }
}
