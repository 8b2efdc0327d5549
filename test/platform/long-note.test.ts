// A note that takes longer to read than the app may wait: it is read in slices, and what happens between them counts.
import { rm } from 'node:fs/promises';
import type { TFile } from 'obsidian';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';
import { buildProbe } from './probe/build';
import type ReadingLogProbe from './probe/reading-log-plugin';

let probeFolder: string;
beforeAll(async () => {
  probeFolder = await buildProbe();
});
afterAll(() => rm(probeFolder, { recursive: true }));

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const OLD = 'Sources/long.md';
const LINES = 4_000;
const log = (words: string): string =>
  `---\ntype: source\n---\n\n## Reading log\n\n${`- 2026-08-04 ${words} [min:: 1]\n`.repeat(LINES)}`;

/** Has the long note read on a page whose clock goes on by 1 ms whenever it is asked; something happens to it at a turn. */
async function read(atTurn = 0, happens: (file: TFile) => Promise<unknown> = () => Promise.resolve()): Promise<number> {
  let turns = 0;
  let isCounting = false;
  host = await openHost({
    plugin: probeFolder,
    now: '2026-08-10T09:00:00',
    files: { [OLD]: log('first') },
    cache: 'late', // nothing is read before it settles
    before: ({ window }) => {
      let ms = 0;
      window.performance.now = () => (ms += 1);
      const setTimer = window.setTimeout.bind(window);
      window.setTimeout = ((act: () => void, wait?: number): number =>
        setTimer(() => {
          if (isCounting && wait === 0 && ++turns === atTurn) void happens(fileOf(OLD));
          act();
        }, wait)) as typeof window.setTimeout;
    },
  });
  const { reading } = host.plugin as unknown as ReadingLogProbe;
  isCounting = true;
  await host.settleCache();
  await host.run(() => reading.ready());
  await host.settle(); // what was begun at the turn comes to its end
  await host.run(() => reading.flush());
  expect(turns).toBeGreaterThanOrEqual(atTurn);
  return turns;
}

function fileOf(path: string): TFile {
  const file = host.app.vault.getFileByPath(path);
  if (file === null) throw new Error(`${path} is gone`);
  return file;
}

/** How many lines are known, of which note, with which words. */
function known(): Record<string, number> {
  const { reading } = host.plugin as unknown as ReadingLogProbe;
  const found: Record<string, number> = {};
  for (const { path, text } of reading.index.entriesBetween('2026-01-01', '2026-12-31')) {
    found[`${path}: ${text}`] = (found[`${path}: ${text}`] ?? 0) + 1;
  }
  return found;
}

describe('a long note', () => {
  it('is read in slices, whole', async () => {
    // 4,000 lines are walked and read in steps of 256: 31 looks at the clock of 1 ms each, in slices of 8.
    expect(await read()).toBeGreaterThanOrEqual(4);
    expect(known()).toEqual({ [`${OLD}: first`]: LINES });
  });

  it.each([1, 2, 4])('that is renamed at turn %s, is known under its new name alone', async (turn) => {
    const path = 'Sources/moved.md';
    await read(turn, (file) => host.app.vault.rename(file, path));
    expect(known()).toEqual({ [`${path}: first`]: LINES });
  });

  it.each([1, 2, 4])('that changes or goes at turn %s, is known as it is then', async (turn) => {
    await read(turn, (file) => host.app.vault.modify(file, log('second')));
    expect(known()).toEqual({ [`${OLD}: second`]: LINES });
    await host.close();
    await read(turn, (file) => host.app.vault.delete(file));
    expect(known()).toEqual({});
  });
});
