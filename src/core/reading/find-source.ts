import { arxivKey, citekeyKey, titleKey } from './identifiers';
import { noteName } from '../vault/path';
import type { Source } from './types';

export type FoundSource =
  | { readonly kind: 'one'; readonly source: Source }
  /** Nothing is of that name; `similar` have it as a part of theirs. */
  | { readonly kind: 'none'; readonly similar: readonly Source[] }
  /** Several are; nothing is guessed. */
  | { readonly kind: 'many'; readonly candidates: readonly Source[] };

/**
 * The source that a name means: by path, which is exact, else by citekey, the note's name, arXiv id or title. A link
 * (`[[resnet]]`) means what it leads to.
 */
export function findSource(name: string, sources: readonly Source[]): FoundSource {
  const wanted = name.trim().replace(/^\[\[([^\]|#]*).*\]\]$/, '$1');
  const path = wanted.replace(/^\/+/, '').replace(/\.md$/i, '').toLowerCase();
  if (path === '') return { kind: 'none', similar: [] };
  const exact = sources.find((source) => source.path === wanted || source.path === `${wanted}.md`);
  if (exact !== undefined) return { kind: 'one', source: exact };
  const citekey = citekeyKey(wanted);
  const arxiv = arxivKey(wanted);
  const title = titleKey(wanted);
  const candidates = sources.filter(
    (source) =>
      source.path.replace(/\.md$/i, '').toLowerCase() === path ||
      noteName(source.path).toLowerCase() === path ||
      titleKey(source.title) === title ||
      (citekey !== null && source.citekey !== null && citekeyKey(source.citekey) === citekey) ||
      (arxiv !== null && source.arxiv !== null && arxivKey(source.arxiv) === arxiv),
  );
  const [source, other] = candidates;
  if (source !== undefined) return other === undefined ? { kind: 'one', source } : { kind: 'many', candidates };
  const part = wanted.toLowerCase();
  const similar = sources.filter((known) => `${known.title}\n${noteName(known.path)}`.toLowerCase().includes(part));
  return { kind: 'none', similar };
}
