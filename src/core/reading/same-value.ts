import { arxivKey, citekeyKey, doiKey, titleKey } from './identifiers';
import type { FillableKey } from './filling';

/**
 * Whether two values of a key say the same: a DOI in any form, an arXiv id in any version, a citekey or a venue in any
 * letter case, and authors whichever name stands first (`He, Kaiming` and `Kaiming He`).
 */
export function isSameValue(key: FillableKey, a: unknown, b: unknown): boolean {
  if (key === 'authors') return JSON.stringify(listOf(a).map(nameKey)) === JSON.stringify(listOf(b).map(nameKey));
  const [one, other] = [a, b].map((value) => keyOf(key, typeof value === 'string' ? value : JSON.stringify(value)));
  return one === other;
}

function keyOf(key: FillableKey, text: string): string {
  switch (key) {
    case 'doi':
      return doiKey(text) ?? text;
    case 'arxiv':
      return arxivKey(text) ?? text;
    case 'citekey':
      return citekeyKey(text) ?? text;
    case 'venue':
      return titleKey(text) ?? text;
    case 'url':
      return text
        .trim()
        .replace(/^https?:\/\/(?:www\.)?/i, '')
        .replace(/\/$/, '');
    default:
      return text.trim().toLowerCase();
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** A name's words in the order of the alphabet, without accents. */
function nameKey(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[\s,.]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
