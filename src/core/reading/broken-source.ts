import { splitNote } from '../markdown/frontmatter';
import { noteName } from '../vault/path';
import type { Identifiers } from './known-sources';

/** What a source whose frontmatter is no YAML can still be known by: our plain keys of one line, else its name. */
export function brokenIdentifiers(path: string, text: string): Identifiers {
  const raw = splitNote(text).yaml ?? '';
  const lines = raw.matchAll(/^(title|citekey|arxiv|doi|url):[ \t]*["']?([^\s"'].*?)["']?[ \t]*\r?$/gm);
  const keys = new Map([...lines].map(([, key = '', value = '']) => [key, value]));
  const of = (key: string): string | null => keys.get(key) ?? null;
  return {
    title: of('title') ?? noteName(path),
    citekey: of('citekey'),
    arxiv: of('arxiv'),
    doi: of('doi'),
    url: of('url'),
  };
}
