import type { ReadItems } from '../../../core/bibliography/item';
import type { CliOutcome } from '../../../platform/cli';
import { takeInByCli } from '../import/cli';
import type { ImportContext } from '../import/run';
import type { ImportStore } from '../import/undo-store';
import type { Answered } from '../../../core/bibliography/zotero/client';
import { openSource } from './connection';

type Flag = 'collection' | 'key' | 'query' | 'all' | 'library' | 'status' | 'dry-run';
type Flags = Readonly<Partial<Record<Flag, string>>>;

export function registerZoteroCli(ctx: ImportContext, store: ImportStore): void {
  const { zotero, bibliography } = ctx.i18n.ui;
  const t = zotero.cli;
  ctx.cli.register<Flag>({
    name: 'zotero',
    description: t.zotero,
    flags: {
      collection: { value: '<key|name>', description: t.collection },
      key: { value: '<key>', description: t.key },
      query: { value: '<text>', description: t.query },
      all: { description: t.all },
      library: { value: '<name|number>', description: t.library },
      status: { value: '<status>', description: bibliography.cli.status },
      'dry-run': { description: bibliography.cli.dryRun },
    },
    run: async (flags): Promise<CliOutcome> => {
      const { collection, key, query, all } = flags;
      if ([collection, key, query, all].filter((one) => one !== undefined).length !== 1)
        return { ok: false, error: t.oneOf };
      const read = await itemsFor(ctx, flags);
      return read.ok ? takeInByCli(ctx, store, read.value, flags) : read;
    },
  });
}

async function itemsFor(ctx: ImportContext, flags: Flags): Promise<Answered<ReadItems>> {
  const { key, query, collection, library: wanted = 'library' } = flags;
  const { ownLibrary } = ctx.i18n.ui.zotero;
  const source = await openSource(ctx, () => Promise.resolve(ctx.network.open([])));
  if (source === null || typeof source === 'string') return { ok: false, error: source ?? '' };
  const libraries = await source.libraries();
  if (!libraries.ok) return libraries;
  const oneOf = <T>(
    flag: Flag,
    all: readonly T[],
    value: string,
    names: (one: T) => readonly string[],
  ): Answered<T> => {
    const [found, ...more] = all.filter((one) =>
      names(one).some((name) => name.toLowerCase() === value.trim().toLowerCase()),
    );
    if (found !== undefined && more.length === 0) return { ok: true, value: found };
    const known = all.map((one) => names(one)[0]).join(', ') || '–';
    return { ok: false, error: ctx.i18n.ui.zotero.cli.unknown(flag, value, source.where, known) };
  };
  const library = oneOf('library', libraries.value, wanted, ({ id, name }) => [
    name ?? ownLibrary,
    id.replace('groups/', ''),
  ]);
  if (!library.ok) return library;
  if (key !== undefined) return source.items(library.value, { kind: 'key', key });
  if (query !== undefined) return source.items(library.value, { kind: 'query', query });
  if (collection === undefined) return source.items(library.value, { kind: 'all' });
  const collections = await source.collections(library.value);
  if (!collections.ok) return collections;
  const chosen = oneOf('collection', collections.value, collection, ({ key: own, name }) => [
    name,
    own,
    name.split(' / ').pop() ?? '',
  ]);
  return chosen.ok ? source.items(library.value, { kind: 'collection', keys: chosen.value.keys }) : chosen;
}
