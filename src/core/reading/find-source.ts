import { arxivKey, citekeyKey, titleKey } from './identifiers';
import { foldedPath, linkName, noteName } from '../vault/path';
import type { Source } from './types';

export type FoundSource =
  | { readonly kind: 'one'; readonly source: Source }
  /** Nothing is of that name; `similar` have it as a part of theirs. */
  | { readonly kind: 'none'; readonly similar: readonly Source[] }
  /** Several are; nothing is guessed. */
  | { readonly kind: 'many'; readonly candidates: readonly Source[] };

/**
 * The source that a name means: by path, which is exact, else by citekey, the note's name, arXiv id or title. A link
 * (`[[resnet]]`) means what it leads to; a `#` in it may belong to the note's name, or begin a heading.
 */
export function findSource(name: string, sources: readonly Source[]): FoundSource {
  const written = name.trim();
  if (!written.startsWith('[[') || !written.endsWith(']]')) return findNamed(written, sources);
  const target = written.slice(2).split(/[\]|]/, 1)[0] ?? '';
  const whole = findNamed(target.trim(), sources);
  const heading = target.indexOf('#');
  return whole.kind === 'none' && heading >= 0 ? findNamed(target.slice(0, heading).trim(), sources) : whole;
}

function findNamed(wanted: string, sources: readonly Source[]): FoundSource {
  const path = foldedPath(wanted.replace(/^\/+/, '').replace(/\.md$/i, ''));
  if (path === '') return { kind: 'none', similar: [] };
  const exact = sources.find((source) => source.path === wanted || source.path === `${wanted}.md`);
  if (exact !== undefined) return { kind: 'one', source: exact };
  const citekey = citekeyKey(wanted);
  const arxiv = arxivKey(wanted);
  const title = titleKey(wanted);
  const candidates = sources.filter(
    (source) =>
      foldedPath(source.path.replace(/\.md$/i, '')) === path ||
      linkName(source.path) === path ||
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
