import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectRoot } from '../test/host/node/project';
import { median, type Figure } from './figure';
import type { Measured, Second } from './reading-index/measure';

export const name = 'The reading index: 2,000 sources, 30,000 lines, 10,000 notes (Node, notes in memory)';

export async function run(): Promise<Figure[]> {
  const root = projectRoot();
  await mkdir(path.join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(path.join(root, '.cache', 'reading-index-'));
  try {
    const store = path.join(folder, 'device.json');
    const outfile = path.join(folder, 'measure.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: ['bench/reading-index/measure.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: ['luxon', 'yaml'],
      alias: { obsidian: path.join(root, 'bench/reading-index/obsidian.ts') },
      logLevel: 'error',
    });
    // Processes of their own, so that code is as cold as at the app's start.
    const ask = async <T>(what: string): Promise<T> =>
      JSON.parse((await promisify(execFile)(process.execPath, [outfile, what, store])).stdout) as T;
    const found = await ask<Measured>('work');
    const longestSlice = await ask<number>('slices');
    const { megabytes } = await ask<{ megabytes: number }>('keep');
    const again: Second[] = [];
    for (let round = 0; round < 5; round++) again.push(await ask<Second>('again'));
    return [...figures(found, longestSlice), ...secondStart(again, megabytes)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures(found: Measured, longestSlice: number): Figure[] {
  const { cold, warm, megabytes, edits, weekQueries, sources, entries, reads } = found;
  const slowEdit = [...edits].sort((a, b) => a - b)[94] ?? Number.NaN;
  return [
    {
      label: 'sources, lines, bodies read',
      value: `${sources}, ${entries}, ${reads}`,
      target: '2000, 30000, 3000',
      holds: sources === 2000 && entries === 30_000 && reads === 3000,
    },
    { label: 'cold (first run of the code)', value: `${cold.toFixed(0)} ms`, target: '≤ 400 ms', holds: cold <= 400 },
    { label: 'again, code warm', value: `${warm.toFixed(0)} ms`, target: '≤ 400 ms', holds: warm <= 400 },
    // A slice ends with the note at hand; the garbage collector's own pauses are in it too.
    {
      label: 'longest time without a turn for the app',
      value: `${longestSlice.toFixed(1)} ms`,
      target: '≤ 16 ms (slices of 8)',
      holds: longestSlice <= 16,
    },
    { label: 'memory', value: `${megabytes.toFixed(1)} MB`, target: '≤ 30 MB', holds: megabytes <= 30 },
    {
      label: 'one edit, a year and all sources asked for, median',
      value: `${median(edits).toFixed(2)} ms`,
      target: '≤ 16 ms',
      holds: median(edits) <= 16,
    },
    {
      label: 'one edit, the sixth slowest of 100',
      value: `${slowEdit.toFixed(2)} ms`,
      target: '≤ 16 ms',
      holds: slowEdit <= 16,
    },
    { label: "a week's entries, median", value: `${median(weekQueries).toFixed(3)} ms` },
  ];
}

function secondStart(starts: readonly Second[], megabytes: number): Figure[] {
  const work = median(starts.map((start) => start.work));
  const reads = Math.max(...starts.map((start) => start.reads));
  const entries = Math.min(...starts.map((start) => start.entries));
  return [
    {
      label: 'second start, nothing changed: lines, bodies read',
      value: `${entries}, ${reads}`,
      target: '30000, 0',
      holds: entries === 30_000 && reads === 0,
    },
    {
      label: 'second start, median of 5 processes',
      value: `${work.toFixed(0)} ms`,
      target: '≤ 60 ms',
      holds: work <= 60,
    },
    { label: 'kept on the device', value: `${megabytes.toFixed(1)} MB` },
  ];
}
