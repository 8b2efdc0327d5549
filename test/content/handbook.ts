import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Language, Yaml } from '../../src/core/ports';
import { parseLinks } from '../../src/core/markdown/links';

/** A note of the handbook as it lies in its folder, read without the plugin's own pack reader. */
export interface Note {
  readonly language: Language;
  /** Path in the pack's folder. */
  readonly path: string;
  /** File name without `.md`; what wikilinks name. */
  readonly name: string;
  readonly id: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** The text after the frontmatter. */
  readonly body: string;
  readonly text: string;
}

export interface Listed {
  readonly id: string;
  readonly path: string;
  readonly since: number;
}

export interface Handbook {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly manifestText: string;
  /** In the order of `pack.yaml`. */
  readonly listed: readonly Listed[];
  /** Every Markdown file, listed or not. */
  readonly notes: readonly Note[];
}

export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

export const yaml: Yaml = {
  parse: (text) => parse(text) as unknown,
  stringify: () => {
    throw new Error('the checker writes nothing');
  },
};

const CONTENT = path.resolve(import.meta.dirname, '../../src/content');

export const HANDBOOKS: Readonly<Record<Language, Handbook>> = { zh: read('zh'), en: read('en') };

/** Every note of both languages, for `it.each`: its first member names it. */
export const ALL_NOTES = LANGUAGES.flatMap((language) =>
  HANDBOOKS[language].notes.map((note) => [`${language}/${note.path}`, note] as const),
);

/** The notes that teach something: no map, no home page, no template, no page of a part. */
export const LESSONS = ALL_NOTES.filter(([, note]) => note.id.includes('/') && !note.id.startsWith('template/'));

export function noteById(language: Language, id: string): Note {
  const note = HANDBOOKS[language].notes.find((one) => one.id === id);
  if (note === undefined) throw new Error(`no note ${id} in ${language}`);
  return note;
}

export interface Fence {
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a text, in order; an unclosed one throws. */
export function fences(text: string): Fence[] {
  const found: Fence[] = [];
  let open: { language: string; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const mark = /^```(.*)$/.exec(line);
    if (mark === null) open?.lines.push(line);
    else if (open === null) open = { language: mark[1] ?? '', lines: [] };
    else {
      found.push({ language: open.language, code: open.lines.join('\n') });
      open = null;
    }
  }
  if (open !== null) throw new Error(`a fence is not closed: ${open.language}`);
  return found;
}

/** What a reader sees as running text: no fenced block, a word for each code span, of a link only what is shown. */
export function prose(text: string): string {
  let shown = text.replace(/^```[^]*?^```$/gm, '');
  for (const link of parseLinks(shown).reverse()) {
    shown = shown.slice(0, link.from) + (link.display ?? link.path) + shown.slice(link.to);
  }
  return shown.replace(/`[^`\n]*`/g, 'code').replace(/%% ?| ?%%|\*\*/g, '');
}

/** Wikilinks of a note: the name they lead to and what they show. */
export function wikilinks(note: Note): { readonly name: string; readonly display: string | null }[] {
  return parseLinks(note.body)
    .filter((link) => link.form === 'wikilink')
    .map((link) => ({ name: link.path, display: link.display }));
}

/** Ids of the notes that a note links to, sorted, each once. */
export function linkedIds(note: Note): string[] {
  const ids = wikilinks(note).map(
    ({ name }) => HANDBOOKS[note.language].notes.find((one) => one.name === name)?.id ?? `?${name}`,
  );
  return [...new Set(ids)].sort();
}

/** Addresses anywhere in a note, code included. */
export function addresses(note: Note): string[] {
  return note.body.match(/https?:\/\/[^\s)<>"'`$]+/g) ?? [];
}

function read(language: Language): Handbook {
  const folder = path.join(CONTENT, language);
  const manifestText = readFileSync(path.join(folder, 'pack.yaml'), 'utf8');
  const manifest = parse(manifestText) as Record<string, unknown>;
  const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readNote(language, file, readFileSync(path.join(folder, file), 'utf8')));
  return { manifest, manifestText, listed: manifest['notes'] as Listed[], notes };
}

function readNote(language: Language, file: string, text: string): Note {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new Error(`${language}/${file} has no frontmatter`);
  const frontmatter = parse(head) as Record<string, unknown>;
  return {
    language,
    path: file,
    name: path.posix.basename(file, '.md'),
    id: String(frontmatter['handbook-id']),
    frontmatter,
    body,
    text,
  };
}
