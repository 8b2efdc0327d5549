// One device's side of a sync: what it knows of the server, and one exchange with it.
import { copyPath, settle, type Settlement, type Strategy, type Version } from './settle';

/** A file as it lies on the device; times in milliseconds. */
export interface LocalFile {
  readonly text: string;
  readonly ctime: number;
  readonly mtime: number;
}

/** The device's folder. */
export interface Disk {
  files(): Promise<Map<string, LocalFile>>;
  /** A text of null: the file is deleted. With times, the file is as old as it is where it comes from. */
  write(path: string, text: string | null, times?: { readonly ctime: number; readonly mtime: number }): Promise<void>;
  now(): number;
  /** The device's own time as it writes it in the name of a copy: `2026-08-06 16:20:00`. */
  localTime(): string;
}

export interface ClientOptions {
  /** The device's name, as its copies carry it. */
  readonly name: string;
  readonly strategy: Strategy;
  /** What the device has in common with the server from the start; null: it has never met it. */
  readonly common: ReadonlyMap<string, Version> | null;
}

/** The newest version of each file: a device that was away for several sees the last one alone. */
export type Server = Map<string, Version>;

export interface Settled {
  readonly device: string;
  readonly path: string;
  readonly how: Settlement['how'];
}

export class SyncClient {
  private readonly known: Map<string, Version>;
  private readonly synced = new Map<string, string>();
  private first: boolean;

  constructor(
    private readonly disk: Disk,
    private readonly options: ClientOptions,
  ) {
    this.first = options.common === null;
    this.known = new Map(options.common ?? []);
    for (const [path, { text }] of this.known) if (text !== null) this.synced.set(path, text);
  }

  /** Takes in what is new on the server, then sends what is new here. */
  async exchange(server: Server): Promise<Settled[]> {
    const settled = await this.takeIn(server);
    this.first = false;
    const files = await this.disk.files();
    for (const [path, version] of this.known) {
      if (version.text !== null && !files.has(path)) this.send(server, path, { text: null, ctime: 0, mtime: 0 });
    }
    for (const [path, file] of files) {
      if (this.known.get(path)?.text !== file.text) this.send(server, path, file);
    }
    return settled;
  }

  private async takeIn(server: Server): Promise<Settled[]> {
    const settled: Settled[] = [];
    const files = await this.disk.files();
    for (const [path, remote] of server) {
      const known = this.known.get(path);
      if (remote === known) continue;
      const found = settle({
        path,
        local: files.get(path) ?? null,
        known,
        synced: this.synced.get(path),
        remote,
        first: this.first,
        strategy: this.options.strategy,
        now: this.disk.now(),
      });
      await this.carryOut(path, found, remote);
      this.known.set(path, remote);
      settled.push({ device: this.options.name, path, how: found.how });
    }
    return settled;
  }

  private async carryOut(path: string, found: Settlement, remote: Version): Promise<void> {
    if (found.how === 'kept') return;
    if (found.how === 'removed') return this.disk.write(path, null);
    if (found.how === 'merged') return this.disk.write(path, found.text);
    if (found.how === 'copied') {
      await this.disk.write(copyPath(path, this.options.name, this.disk.localTime()), found.copy);
    } else {
      this.synced.set(path, found.text);
    }
    return this.disk.write(path, found.text, remote);
  }

  private send(server: Server, path: string, version: Version): void {
    server.set(path, version);
    this.known.set(path, version);
    if (version.text !== null) this.synced.set(path, version.text);
  }
}
