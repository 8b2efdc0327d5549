// Two devices that share a vault, with a sync service between them that follows the rules of Obsidian's own client (../sync/).
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import { type Disk, type LocalFile, type Server, type Settled, SyncClient } from '../sync/client';
import { CONFIG_FOLDER, type Strategy } from '../sync/settle';
import type { Host } from './host';
import { openHost } from './open-host';
import type { HostOptions } from './options';

export interface SyncOptions {
  /** What happens to a note that both changed. Default `merge`, the app's own default. */
  readonly strategy?: Strategy;
  /** The devices' names, as conflict copies carry them. Default `a` and `b`. */
  readonly names?: { readonly a: string; readonly b: string };
  /** Whether both know the vault as it was opened (default), or have it each for itself and meet the server anew. */
  readonly met?: boolean;
  /** Whether the JSON of the config folder, plugins' settings too, travels along. Default false, as in the app. */
  readonly config?: boolean;
}

export interface Devices {
  readonly a: Host;
  readonly b: Host;
  /** Each takes in and sends what changed since the last time, that device first; both apps notice, and both end with one text. */
  sync(first?: 'a' | 'b'): Promise<Settled[]>;
  /** One device alone takes in and sends, while the other is away. */
  exchange(device: 'a' | 'b'): Promise<Settled[]>;
  /** Lets a file be so old, in milliseconds: made then, and not changed since. (Else the disk's own, real times count.) */
  age(device: 'a' | 'b', path: string, milliseconds: number): Promise<void>;
  /** The app of one device ends (or was stopped) and starts again; what it knows of the sync is as it was. */
  restart(device: 'a' | 'b', options?: HostOptions): Promise<Host>;
  close(): Promise<void>;
}

export async function openDevices(options: HostOptions = {}, sync: SyncOptions = {}): Promise<Devices> {
  const hosts = { a: await openHost(options), b: await openHost(options) };
  const names = sync.names ?? { a: 'a', b: 'b' };
  const server: Server = new Map();
  const disk = (device: 'a' | 'b'): HostDisk => new HostDisk(() => hosts[device], sync.config ?? false);
  const disks = { a: disk('a'), b: disk('b') };
  const met = sync.met ?? true;
  if (met) for (const [name, file] of await disks.a.files()) server.set(name, file);
  const client = (device: 'a' | 'b'): SyncClient =>
    new SyncClient(disks[device], {
      name: names[device],
      strategy: sync.strategy ?? 'merge',
      common: met ? new Map(server) : null,
    });
  const clients = { a: client('a'), b: client('b') };

  const exchange = async (device: 'a' | 'b'): Promise<Settled[]> => {
    const settled = await clients[device].exchange(server);
    await hosts[device].settle();
    return settled;
  };
  return {
    get a() {
      return hosts.a;
    },
    get b() {
      return hosts.b;
    },
    exchange,
    sync: async (first = 'a') => {
      const other = first === 'a' ? 'b' : 'a';
      return [...(await exchange(first)), ...(await exchange(other)), ...(await exchange(first))];
    },
    age: (device, file, milliseconds) => disks[device].age(file, milliseconds),
    restart: async (device, next = {}) => (hosts[device] = await hosts[device].restart(next)),
    close: async () => {
      await hosts.a.close();
      await hosts.b.close();
    },
  };
}

/** A device's folder, through the real disk: the app is told of each change as it is told of any other program's. */
class HostDisk implements Disk {
  private readonly made = new Map<string, number>();

  constructor(
    private readonly of: () => Host,
    private readonly config: boolean,
  ) {}

  private get host(): Host {
    return this.of();
  }

  async files(): Promise<Map<string, LocalFile>> {
    const files = new Map<string, LocalFile>();
    for (const name of [...(await this.host.paths()), ...(this.config ? await this.configFiles() : [])]) {
      const file = path.join(this.host.dir, name);
      const { birthtimeMs, mtimeMs } = await stat(file);
      files.set(name, {
        text: await readFile(file, 'utf8'),
        ctime: this.made.get(name) ?? birthtimeMs,
        mtime: mtimeMs,
      });
    }
    return files;
  }

  async write(name: string, text: string | null, times?: { ctime: number; mtime: number }): Promise<void> {
    const file = path.join(this.host.dir, name);
    if (text === null) await rm(file);
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      if (times !== undefined) {
        this.made.set(name, times.ctime);
        await utimes(file, times.mtime / 1000, times.mtime / 1000);
      }
    }
    await this.host.external.noticed(name);
  }

  now(): number {
    return Date.now();
  }

  localTime(): string {
    return DateTime.fromMillis(this.host.clock.now()).toFormat('yyyy-MM-dd HH:mm:ss');
  }

  async age(name: string, milliseconds: number): Promise<void> {
    const then = Date.now() - milliseconds;
    this.made.set(name, then);
    await utimes(path.join(this.host.dir, name), then / 1000, then / 1000);
  }

  private async configFiles(): Promise<string[]> {
    const root = path.join(this.host.dir, CONFIG_FOLDER);
    const found = await readdir(root, { recursive: true }).catch(() => []);
    return found.filter((name) => name.endsWith('.json')).map((name) => CONFIG_FOLDER + name.split(path.sep).join('/'));
  }
}
