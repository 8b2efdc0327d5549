import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importWrite, readImportRecord, undoImport, type ImportRecord } from '../../../src/core/import/undo';
import type { RemovableNotes } from '../../../src/core/handbook/undo';

/** Notes in memory. */
function store(notes: Map<string, string>): RemovableNotes {
  const check = (path: string, next: (text: string) => string | null | boolean) => {
    const text = notes.get(path);
    if (text === undefined) return { ok: false as const, reason: 'missing' as const, message: path };
    const result = next(text);
    if (result === null || result === false) return { ok: false as const, reason: 'changed' as const, message: path };
    if (typeof result === 'string') notes.set(path, result);
    else notes.delete(path);
    return { ok: true as const, path };
  };
  return {
    exists: (path) => Promise.resolve(notes.has(path)),
    read: (path) => Promise.resolve(notes.get(path) ?? null),
    create: () => Promise.reject(new Error('not here')),
    change: (path, change) => Promise.resolve(check(path, change)),
    remove: async (path, may) => {
      const agrees = await may(notes.get(path) ?? '');
      return check(path, () => agrees);
    },
  };
}

it('brings every byte back, and leaves alone what was changed since', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, text, text, fc.boolean(), async (before, after, made, isEdited) => {
      fc.pre(before !== after);
      const notes = new Map([
        ['filled.md', after],
        ['made.md', isEdited ? `${made}!` : made],
      ]);
      const record: ImportRecord = {
        day: '2026-08-10',
        writes: [
          importWrite({ path: 'filled.md', before, after }),
          importWrite({ path: 'made.md', before: null, after: made }),
        ],
      };
      const kept = readImportRecord(JSON.parse(JSON.stringify(record)));
      expect(kept).toEqual(record);
      const undone = await undoImport(record, store(notes));
      expect(notes.get('filled.md')).toBe(before);
      expect(notes.get('made.md')).toBe(isEdited ? `${made}!` : undefined);
      expect(undone).toMatchObject({ kept: isEdited ? ['made.md'] : [], failed: [] });
    }),
  );
});

it.each([
  null,
  3,
  {},
  { day: '2026-08-10', writes: [] },
  { day: 1, writes: [{}] },
  { day: '', writes: [{ path: 'a' }] },
])('takes %o for no record', (stored) => {
  expect(readImportRecord(stored)).toBeNull();
});
