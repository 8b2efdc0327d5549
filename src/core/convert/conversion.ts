import type { ValueKind } from '../heatmap/values';

/** What of pasted code has no place in a block of ours: an option by its name, or code that is not understood. */
export interface Loss {
  readonly kind: 'option' | 'code';
  readonly text: string;
}

/** What pasted code asks for, as options of a block of ours. */
export interface Converted {
  readonly block: 'calendar-heatmap' | 'time-progress';
  readonly options: Readonly<Record<string, unknown>>;
  readonly lost: readonly Loss[];
}

/** What only the vault can tell. */
export interface VaultFacts {
  /** What the values of a property or field are, and where they stand; null where no note has it. */
  property(name: string): { readonly at: 'property' | 'field'; readonly values: ValueKind } | null;
}

/** Gathers options and losses while code is read. */
export class Draft {
  readonly options: Record<string, unknown> = {};
  readonly lost: Loss[] = [];

  set(key: string, value: unknown): void {
    if (value !== undefined && value !== null && value !== '') this.options[key] = value;
  }

  /** Names options without a counterpart, as far as they are given. */
  loseOptions(given: Readonly<Record<string, unknown>>, known: readonly string[]): void {
    for (const key of Object.keys(given)) if (!known.includes(key)) this.lost.push({ kind: 'option', text: key });
  }

  loseCode(text: string): void {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line !== '') this.lost.push({ kind: 'code', text: line });
  }

  done(): Converted {
    return { block: 'calendar-heatmap', options: this.options, lost: this.lost };
  }
}

/** Options in the order in which people write them. */
const ORDER = [
  ...['title', 'source', 'property', 'field', 'query', 'value', 'dateProperty', 'values', 'metric', 'data', 'filter'],
  ...['range', 'from', 'to', 'view', 'palette', 'scale', 'weekStart', 'legend', 'rows'],
];

export function inOrder(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rank = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(options).sort(([a], [b]) => rank(a) - rank(b)));
}

/** The words of a title, without Markdown and HTML. */
export function plainTitle(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/[*_`#]+/g, '')
    .trim();
}

/**
 * Where a range of intensities from `start` to `end` is divided linearly into so many colours, each level's least amount, as
 * the Heatmap Calendar plugin rounds; what is less than the first has the first colour all the same.
 */
export function linearThresholds(start: number, end: number, colours: number): readonly number[] {
  const step = (end - start) / Math.max(1, colours - 1);
  const bounds = Array.from({ length: colours }, (_, level) =>
    level === 0 ? Math.min(0, start) : Number((start + (level - 0.5) * step).toPrecision(6)),
  );
  return bounds;
}

/** Puts a Dataview source into a filter; null where it is more than folders or tags that must all agree. */
export function filterOf(source: string): Readonly<Record<string, unknown>> | null {
  const tags: string[] = [];
  const folders: string[] = [];
  for (const part of source.trim() === '' ? [] : source.trim().split(/\s+and\s+/i)) {
    const [, tag, folder] = /^(?:#([\p{L}\p{N}_/-]+)|"([^"]+)")$/u.exec(part.trim()) ?? [];
    if (tag !== undefined) tags.push(tag);
    else if (folder !== undefined && !folder.endsWith('.md')) folders.push(folder);
    else return null;
  }
  if (tags.length > 1 || folders.length > 1) return null; // ours would take any of them
  return { ...(folders.length > 0 && { folder: folders[0] }), ...(tags.length > 0 && { tag: tags[0] }) };
}

/** Notes by a Dataview source: by a filter of ours where that says it, else as the query that it is. */
export interface Asked {
  readonly source: string;
  /** Property of the amount; null: each note counts one. */
  readonly property: string | null;
  /** Property of the day, or an expression of Dataview's such as `file.ctime`; null for the note's name. */
  readonly date: string | null;
  /** The days alone, whatever the property holds. */
  readonly isCounted?: boolean;
}

export function ask(draft: Draft, { source, property, date, isCounted }: Asked, facts: VaultFacts): void {
  const filter = filterOf(source);
  const known = property === null ? null : facts.property(property);
  const isExpression = date?.startsWith('file.') === true || property?.includes('.') === true;
  if (filter === null || isExpression) {
    draft.set('query', source.trim() === '' ? 'WHERE true' : source.trim());
    draft.set('value', property);
    draft.set('dateProperty', date);
  } else {
    draft.set(property === null ? 'source' : (known?.at ?? 'property'), property ?? 'notes');
    draft.set('dateProperty', date);
    if (Object.keys(filter).length > 0) draft.set('filter', filter);
  }
  if (isCounted) draft.set('metric', 'count');
  else if (known !== null && known.values !== 'numbers') draft.set('values', known.values);
}

/** An amount of Dataview's lengths of time, which are milliseconds, in the minutes of ours. */
export function inMinutes(amount: number, options: Readonly<Record<string, unknown>>): number {
  return options['values'] === 'durations' && Math.abs(amount) >= 60_000 ? amount / 60_000 : amount;
}
