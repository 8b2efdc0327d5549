// Vectors that were paid for stay on the device; whatever the device does with them, nothing wrong is found by them.
import { beforeEach, describe, expect, it } from 'vitest';
import { inOneGo } from '../../src/core/steps';
import type { DeviceDatabase } from '../../src/platform/device-database';
import { Vectors } from '../../src/platform/vectors';

/** What the device keeps, and whether it has room for more. */
let kept: Map<string, Uint8Array>;
let isFull: boolean;
/** What a reader waits for before it has what it read. */
let slow: Promise<void>;
const database = {
  read: async () => {
    const read = new Map(kept);
    await slow;
    return read;
  },
  write: (_room: string, records: ReadonlyMap<string, Uint8Array | null>) => {
    if (isFull) return Promise.resolve(false);
    for (const [name, bytes] of records) {
      if (bytes === null) kept.delete(name);
      else kept.set(name, bytes);
    }
    return Promise.resolve(true);
  },
} as unknown as DeviceDatabase;
/** The app starts. */
const started = (): Vectors => new Vectors(database);

const A = Int8Array.of(127, 0);
const B = Int8Array.of(0, 127);
const all = (): boolean => true;
const among = async (vectors: Vectors, model: string, prints: readonly number[]): Promise<readonly number[]> => {
  const map = await vectors.of(model);
  return inOneGo(
    map.nearest(
      A,
      prints.map((print) => [print, print] as const),
      9,
    ),
  );
};

beforeEach(() => {
  kept = new Map();
  isFull = false;
  slow = Promise.resolve();
});

describe('vectors on the device', () => {
  it('are there at once, and at the next start', async () => {
    const vectors = started();
    expect(await vectors.keep('m', [1, 2], [B, A], all)).toBe('kept');
    expect(await vectors.keep('m', [3], [B], all)).toBe('kept');
    for (const one of [vectors, started()]) expect((await among(one, 'm', [1, 2, 3, 4])).at(0)).toBe(2);
    expect((await started().of('m')).has(3)).toBe(true);
    expect(kept.size).toBe(2); // a record a batch
  });

  it('that are kept while another reads them are not lost to it', async () => {
    const vectors = started();
    const first = vectors.of('m');
    let end = (): void => undefined;
    slow = new Promise((resolve) => (end = resolve));
    const other = vectors.of('m');
    await first;
    await vectors.keep('m', [1], [A], all);
    end();
    await other;
    expect((await vectors.of('m')).has(1)).toBe(true);
  });

  it('of a full device are of use until the app ends, and that is told', async () => {
    const vectors = started();
    await vectors.keep('m', [1], [A], all);
    isFull = true;
    expect(await vectors.keep('m', [2], [A], all)).toBe('not-kept');
    expect(await among(vectors, 'm', [2])).toEqual([2]);
    const next = await started().of('m');
    expect([next.has(1), next.has(2)]).toEqual([true, false]);
  });

  it('of another model are none of this one’s, and go once it has some of its own', async () => {
    await started().keep('m', [1], [A], all);
    const vectors = started();
    expect((await vectors.of('n')).size).toBe(0);
    expect((await vectors.of('m')).has(1)).toBe(true); // whoever only looks loses nothing
    await vectors.keep('n', [2], [Int8Array.of(1, 2, 3)], all);
    expect(kept.size).toBe(1);
    expect((await vectors.of('m')).size).toBe(0);
    expect((await vectors.of('n')).has(2)).toBe(true);
  });

  it('of a model whose name begins as another’s are not taken for that one’s', async () => {
    await started().keep('m 512', [1], [A], all);
    expect((await started().of('m')).size).toBe(0);
  });

  it('of another length are not kept, and those that are there stay', async () => {
    const vectors = started();
    await vectors.keep('m', [1], [A], all);
    expect(await vectors.keep('m', [2], [Int8Array.of(1, 2, 3)], all)).toBe('other-size');
    const next = await started().of('m');
    expect([next.size, next.has(1), next.has(2)]).toEqual([2, true, false]);
  });

  it('in a damaged record count as none, and the record goes', async () => {
    await started().keep('m', [1], [A], all);
    await started().keep('m', [2], [A], all);
    const [damaged = ''] = kept.keys();
    kept.set(damaged, (kept.get(damaged) ?? new Uint8Array()).subarray(0, -1)); // as if each were one shorter
    kept.set('m\nx', new Uint8Array(5));
    const vectors = started();
    const map = await vectors.of('m');
    expect([map.has(1), map.has(2)]).toEqual([false, true]);
    await vectors.keep('m', [1], [A], all); // sent again: the same name as the damaged one
    expect([...kept.keys()].sort()).toEqual(['m\n1', 'm\n2']);
    expect((await started().of('m')).has(1)).toBe(true);
  });

  it('go with the last passage of their record', async () => {
    const vectors = started();
    await vectors.keep('m', [1, 2], [A, A], all);
    await vectors.keep('m', [3], [A], (print) => print !== 1);
    expect(kept.size).toBe(2); // 2 is still there
    await vectors.keep('m', [4], [A], (print) => print > 2);
    expect([...kept.keys()].sort()).toEqual(['m\n3', 'm\n4']);
  });

  it('are forgotten when the database is emptied', async () => {
    const vectors = started();
    await vectors.keep('m', [1], [A], all);
    kept.clear();
    vectors.forget();
    expect((await vectors.of('m')).size).toBe(0);
  });
});
