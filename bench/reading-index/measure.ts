// Runs the real reading index over the vault in memory. Bundled by the bench with a stand-in for the app's module.
import { DateTime } from 'luxon';
import { translations } from '../../src/i18n';
import { CacheSettling } from '../../src/platform/cache-settling';
import { HandbookNoteCollector } from '../../src/platform/collectors/handbook-notes';
import { DeviceStorage } from '../../src/platform/device-storage';
import { Places } from '../../src/platform/places';
import { createReadingLog, type ReadingLog } from '../../src/platform/reading-log';
import { VaultIndex } from '../../src/platform/vault-index/vault-index';
import { SettingsStore } from '../../src/settings/store';
import { addDays } from '../../src/core/time/calendar-day';
import { heap, worked } from '../work';
import { Component } from './obsidian';
import { BenchDevice, BenchVault, sourcePath, sourceText } from './vault';

export interface Measured {
  readonly sources: number;
  readonly entries: number;
  readonly reads: number;
  /** Milliseconds of work from the start until every line is known, notes in memory. */
  readonly cold: number;
  readonly warm: number;
  readonly megabytes: number;
  /** Milliseconds of work of each of a hundred edits, until views were told and had asked for their figures. */
  readonly edits: readonly number[];
  readonly weekQueries: readonly number[];
}

export interface Second {
  /** Milliseconds of work until every line is known, from what is on the device. */
  readonly work: number;
  readonly reads: number;
  readonly entries: number;
  readonly megabytes: number;
}

async function start(
  vault: BenchVault,
  device = new BenchDevice(),
): Promise<{ log: ReadingLog; plugin: Component; work: number }> {
  const app = vault.app();
  const plugin = Object.assign(new Component(), { app });
  const settings = new SettingsStore({
    load: () => Promise.resolve(null),
    save: () => Promise.resolve(),
    keepCopy: () => Promise.resolve(null),
  });
  const i18n = translations('en');
  const vaultIndex = new VaultIndex(app, new CacheSettling(app), device, 'bench');
  const places = new Places(
    settings,
    i18n,
    new HandbookNoteCollector(vaultIndex, () => false),
    () => null,
    (path) => path,
  );
  const clock = { now: () => DateTime.fromISO('2026-11-05T16:20:00') };
  const began = worked();
  plugin.addChild(vaultIndex as never);
  const log = createReadingLog({
    plugin: plugin as never,
    vault: vaultIndex,
    settings,
    clock: clock as never,
    places,
    i18n,
    device: new DeviceStorage(app),
  });
  await log.ready();
  return { log, plugin, work: worked() - began };
}

/** The longest work, in milliseconds, between two turns of the app during a cold start. */
async function longestSlice(): Promise<number> {
  const vault = new BenchVault();
  heap();
  let longest = 0;
  let last = worked();
  let watching = true;
  const tick = (): void => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);
  await start(vault);
  watching = false;
  return longest;
}

async function measure(): Promise<Measured> {
  const vault = new BenchVault();
  const before = heap();
  const cold = await start(vault);
  const megabytes = (heap() - before) / 1024 / 1024;
  const { index } = cold.log;
  const { reads } = vault;

  const edits: number[] = [];
  for (let round = 0; round < 100; round++) {
    const told = new Promise<void>((resolve) => {
      const stop = cold.log.subscribe(() => {
        stop();
        index.entriesBetween('2025-11-06', '2026-11-05');
        index.sources();
        index.problems();
        resolve();
      });
    });
    const text = sourceText(round, [`- 2026-11-0${(round % 5) + 1} an edit [min:: 5]`]);
    const began = worked();
    vault.edit(sourcePath(round), text);
    await told;
    edits.push(worked() - began);
  }

  const weekQueries: number[] = [];
  for (let week = 0; week < 100; week++) {
    const from = addDays('2024-01-01', week * 7);
    const began = performance.now();
    index.entriesBetween(from, addDays(from, 6));
    weekQueries.push(performance.now() - began);
  }
  const bounds = index.bounds();
  const entries = bounds === null ? 0 : index.entriesBetween(bounds.first, bounds.last).length;
  const sources = index.sources().length;
  cold.plugin.unload();
  const warm = await start(vault);
  return {
    sources,
    entries: entries - 100,
    reads,
    cold: cold.work,
    warm: warm.work,
    megabytes,
    edits,
    weekQueries,
  };
}

/** A start that fills the device's store, for another process to begin with. */
async function keep(file: string): Promise<{ readonly megabytes: number }> {
  const device = new BenchDevice();
  await start(new BenchVault(), device);
  while (device.megabytes === 0) await new Promise((resolve) => setImmediate(resolve));
  device.saveTo(file);
  return { megabytes: device.megabytes };
}

/** The next start, in a process of its own, with nothing changed. */
async function startAgain(file: string): Promise<Second> {
  const vault = new BenchVault();
  const device = BenchDevice.from(file);
  const before = heap();
  const { log, work } = await start(vault, device);
  const bounds = log.index.bounds();
  const entries = bounds === null ? 0 : log.index.entriesBetween(bounds.first, bounds.last).length;
  return { work, reads: vault.reads, entries, megabytes: (heap() - before) / 1024 / 1024 };
}

const WORK: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  work: measure,
  slices: longestSlice,
  keep,
  again: startAgain,
};

(globalThis as { window?: unknown }).window = globalThis;
Object.assign(globalThis, { document: { visibilityState: 'visible' } });
console.log(JSON.stringify(await WORK[process.argv[2] ?? 'work']?.(process.argv[3] ?? '')));
