// The handbook as a corpus with known answers: descriptions beside links are the queries, the notes they lead to the answers.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLinks } from '../../src/core/markdown/links';
import { plainWords } from '../../src/core/markdown/plain-words';
import { noteName } from '../../src/core/vault/path';

export type Language = 'zh' | 'en';

/** A query, and the note that answers it. */
export interface KnownItem {
  readonly query: string;
  readonly path: string;
}

export interface Corpus {
  /** Notes by path, without the lines that the queries come from. */
  readonly notes: ReadonlyMap<string, string>;
  readonly items: readonly KnownItem[];
  /** Path of a note by its `handbook-id`. */
  readonly paths: ReadonlyMap<string, string>;
}

/** `- [[Note|name]]: what it is about`. */
const DESCRIBED = /^\s*[-*] \[\[[^\]]+\]\][:：]\s*(?<words>\S.{3,})$/;

export function handbook(language: Language): Corpus {
  const root = path.resolve('src/content', language);
  const texts = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.md')) texts.set(name.split(path.sep).join('/'), readFileSync(path.join(root, name), 'utf8'));
  }
  const paths = new Map([...texts.keys()].map((name) => [noteName(name), name]));
  const notes = new Map<string, string>();
  const items = new Map<string, KnownItem>();
  for (const [name, text] of texts) {
    const kept = text.split('\n').filter((line) => {
      const words = DESCRIBED.exec(line)?.groups?.['words'];
      const [link] = words === undefined ? [] : parseLinks(line);
      const target = link === undefined ? undefined : paths.get(noteName(link.path));
      if (words === undefined || target === undefined || target === name) return true;
      const query = plainWords(words);
      items.set(`${query}\n${target}`, { query, path: target });
      return false;
    });
    notes.set(name, kept.join('\n'));
  }
  const ids = [...texts].map(([name, text]) => [/^handbook-id: (.*)$/m.exec(text)?.[1]?.trim() ?? name, name] as const);
  return { notes, items: [...items.values()], paths: new Map(ids) };
}
