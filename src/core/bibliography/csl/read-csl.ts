import { draftOfEntry } from '../draft-of-entry';
import { shortened, type Failure } from '../entry';
import type { Item, ReadItems } from '../item';
import { cslEntry } from './csl-entry';
import { objectLines } from './json-items';

/** Whether a text may be CSL-JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]\s*(?:[{"\]]|$)/.test(text);
}

/** Reads CSL-JSON, as Zotero, Crossref and their like write it: a list of items, one item, or one that wraps them. */
export function readCsl(text: string): ReadItems {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { items: [], failures: [{ code: 'not-json', line: 0, raw: shortened(text), damage: [] }], skipped: [] };
  }
  const list = itemsIn(data);
  const lines = Array.isArray(data) ? objectLines(text) : [];
  const items: Item[] = [];
  const failures: Failure[] = [];
  let objects = 0;
  for (const one of list) {
    const isObject = typeof one === 'object' && one !== null && !Array.isArray(one);
    const line = isObject ? (lines[objects++] ?? 0) : 0;
    const found = isObject ? cslEntry(one as Readonly<Record<string, unknown>>) : null;
    if (found === null) {
      failures.push({ code: 'not-csl', line, raw: shortened(JSON.stringify(one)), damage: [] });
      continue;
    }
    const { entry, zotero } = found;
    const draft = { ...draftOfEntry(entry), zotero };
    if (draft.title === '')
      failures.push({ code: 'no-title', line, raw: shortened(JSON.stringify(one, null, 2)), damage: [] });
    else items.push({ draft, entry, text: null, line, damage: [] });
  }
  return { items, failures, skipped: [] };
}

function itemsIn(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data !== 'object' || data === null) return [data];
  const { items, message, references } = data as Readonly<Record<string, unknown>>;
  for (const wrapped of [items, references]) if (Array.isArray(wrapped)) return wrapped;
  return [typeof message === 'object' && message !== null ? message : data];
}
