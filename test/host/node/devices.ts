// Two devices that share a vault, with a sync service between them that merges as Obsidian Sync does:
// notes that changed on both sides are merged by diff-match-patch (three-way), of other files the later one wins.
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diff_match_patch } from 'diff-match-patch';
import type { Host } from './host';
import { openHost } from './open-host';
import type { HostOptions } from './options';

export interface Devices {
  readonly a: Host;
  readonly b: Host;
  /** Exchanges what changed since the last time; both apps notice. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

type Files = Map<string, string>;

async function filesOf(host: Host): Promise<Files> {
  const files: Files = new Map();
  for (const name of await host.paths()) files.set(name, await readFile(path.join(host.dir, name), 'utf8'));
  return files;
}

/** The text both sides have after a sync; undefined: the file is gone. */
function merged(
  name: string,
  base: string | undefined,
  a: string | undefined,
  b: string | undefined,
  laterIsA: boolean,
): string | undefined {
  if (a === b || b === base) return a;
  if (a === base) return b;
  if (a === undefined || b === undefined) return a ?? b; // changed here, deleted there: the change is kept
  if (!name.endsWith('.md')) return laterIsA ? a : b;
  const dmp = new diff_match_patch();
  return dmp.patch_apply(dmp.patch_make(base ?? '', a), b)[0];
}

export async function openDevices(options: HostOptions = {}): Promise<Devices> {
  const a = await openHost(options);
  const b = await openHost(options);
  let base = await filesOf(a);

  const put = async (host: Host, name: string, text: string | undefined, now: string | undefined): Promise<void> => {
    if (text === now) return;
    const file = path.join(host.dir, name);
    if (text === undefined) await rm(file);
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await host.external.noticed(name);
  };
  const changedAt = async (host: Host, name: string): Promise<number> =>
    (await stat(path.join(host.dir, name)).catch(() => null))?.mtimeMs ?? 0;

  return {
    a,
    b,
    sync: async () => {
      const [ofA, ofB] = [await filesOf(a), await filesOf(b)];
      for (const name of new Set([...base.keys(), ...ofA.keys(), ...ofB.keys()])) {
        const laterIsA = (await changedAt(a, name)) >= (await changedAt(b, name));
        const text = merged(name, base.get(name), ofA.get(name), ofB.get(name), laterIsA);
        await put(a, name, text, ofA.get(name));
        await put(b, name, text, ofB.get(name));
      }
      base = await filesOf(a);
      await a.settle();
      await b.settle();
    },
    close: async () => {
      await a.close();
      await b.close();
    },
  };
}
