import { describe, expect, it } from 'vitest';
import { setUpPlan } from '../../../src/core/handbook/set-up-plan';
import { pack, planFor, seeded, type MemoryVault } from './lab';

const ZOTERO = 'Handbook/Tools/Zotero.md';
const START = 'Handbook/Start/Start here.md';

/** A vault in which a set-up of version 1 was stopped after one note, as the student then left it. */
async function stopped(path: string, change: (text: string) => string): Promise<MemoryVault> {
  const vault = await seeded(1);
  for (const other of [...vault.notes.keys()]) if (other !== path) vault.notes.delete(other);
  vault.notes.set(path, change(vault.text(path)));
  return vault;
}
const versionOf = (vault: MemoryVault): number => setUpPlan(planFor(vault, pack(2))).version;

describe('the version that a set-up by version 2 records', () => {
  it('is 2 where it made every note itself', async () => {
    const vault = await seeded(1);
    vault.notes.clear();
    expect(versionOf(vault)).toBe(2);
  });

  it.each([
    ['unchanged', START, (text: string) => text],
    ['changed elsewhere', ZOTERO, (text: string) => text.replace('Use the default format.', 'My own keys.')],
    [
      'changed where the new version is, too',
      ZOTERO,
      (text: string) => text.replace('Buy more when it is full.', 'I do not.'),
    ],
  ])('is 1 where a note of version 1 is left, %s', async (_how, path, change) => {
    expect(versionOf(await stopped(path, change))).toBe(1);
  });

  it('is that of the record where there is one', async () => {
    expect(versionOf(await seeded(1))).toBe(1);
  });
});
