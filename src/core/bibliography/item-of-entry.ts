import { draftOfEntry } from './draft-of-entry';
import { shortened, type Failure, type FoundEntry, type ReadEntries } from './entry';
import type { Item, ReadItems } from './item';

/** The sources that entries name; an entry without a title is told, since no note can be made of it. */
export function itemsOf({ entries, failures, skipped }: ReadEntries): ReadItems {
  const items: Item[] = [];
  const untitled: Failure[] = [];
  for (const entry of entries) {
    const draft = draftOfEntry(entry);
    const { line, raw, damage, isWhole } = entry;
    if (draft.title === '') untitled.push({ code: 'no-title', line, raw: shortened(raw), damage });
    else items.push({ draft, entry: bare(entry), text: isWhole ? raw : null, line, damage });
  }
  return { items, failures: [...failures, ...untitled].sort((a, b) => a.line - b.line), skipped };
}

const bare = ({ type, key, fields }: FoundEntry): Item['entry'] => ({ type, key, fields });
