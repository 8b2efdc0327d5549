import type { FoundEntry } from '../entry';

/** What an entry never takes from its parent. */
const OWN: ReadonlySet<string> = new Set([
  'crossref',
  'xdata',
  'xref',
  'ids',
  'entryset',
  'label',
  'sortkey',
  'shorthand',
]);

/**
 * Entries with what they inherit by `crossref` and `xdata` (BibLaTeX's rules as far as notes need them); parents may stand
 * behind their children.
 *
 * @returns `containers`: what only holds things for others, and is no source of its own
 */
export function inherit(entries: readonly FoundEntry[]): {
  readonly entries: readonly FoundEntry[];
  readonly containers: readonly FoundEntry[];
} {
  const byKey = new Map<string, FoundEntry>();
  for (const entry of entries) {
    const key = entry.key.toLowerCase();
    if (key !== '' && !byKey.has(key)) byKey.set(key, entry);
  }
  const referred = new Set<string>();
  const done = new Map<FoundEntry, FoundEntry>();
  const withParents = (entry: FoundEntry): FoundEntry => {
    const known = done.get(entry);
    if (known !== undefined) return known;
    done.set(entry, entry); // a ring ends where it began
    const parents = parentsOf(entry);
    if (parents.length === 0) return entry;
    const fields = new Map(entry.fields);
    for (const { key, by } of parents) {
      const parent = byKey.get(key.toLowerCase());
      if (parent === undefined || parent === entry) continue;
      referred.add(key.toLowerCase());
      take(fields, withParents(parent), by, entry.type);
    }
    const full = { ...entry, fields, isWhole: false };
    done.set(entry, full);
    return full;
  };
  const full = entries.map(withParents);
  const isContainer = ({ type, key }: FoundEntry): boolean =>
    type === 'xdata' || type === 'set' || (VOLUMES.has(type) && referred.has(key.toLowerCase()));
  return { entries: full.filter((entry) => !isContainer(entry)), containers: full.filter(isContainer) };
}

const VOLUMES: ReadonlySet<string> = new Set(['proceedings', 'mvproceedings', 'collection', 'mvcollection', 'mvbook']);

type By = 'xdata' | 'crossref';

function parentsOf({ fields }: FoundEntry): { readonly key: string; readonly by: By }[] {
  return (['xdata', 'crossref'] as const).flatMap((by) =>
    (fields.get(by) ?? '')
      .split(',')
      .map((key) => ({ key: key.trim(), by }))
      .filter(({ key }) => key !== ''),
  );
}

/** A volume's title is where its parts appeared. */
function take(fields: Map<string, string>, parent: FoundEntry, by: By, type: string): void {
  const isPart = by === 'crossref' && /^(?:in|conference|article|suppl)/.test(type);
  for (const [name, value] of parent.fields) {
    if (OWN.has(name) || (isPart && name === 'title' && parent.fields.has('booktitle'))) continue;
    const own = isPart && name === 'title' ? (type === 'article' ? 'journaltitle' : 'booktitle') : name;
    if (!fields.has(own)) fields.set(own, value);
  }
}
