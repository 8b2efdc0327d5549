// A vault's life on one device or two, as a seed tells it: what a student types, what the plugin is asked for, what goes wrong.
import { Random } from '../../../bench/two-devices/random';
import { Student } from '../../../bench/two-devices/student';
import { type Host, openDevices, openHost, type SyncOptions } from '../../host/node';
import type { HostOptions } from '../../host/node/options';
import { source } from '../weekly-report/vault';

export type Device = 'a' | 'b';

/** Folders of built plugins: the one the vault was set up with, and one that brings a later handbook. */
export interface Plugins {
  readonly first: string;
  readonly later: string;
}

/** What holds the hosts, whether there is one or two. */
interface Hosts {
  of(device: Device): Host;
  restart(device: Device, options?: HostOptions): Promise<void>;
  meet(first: Device): Promise<void>;
  close(): Promise<void>;
}

/** A word that the student typed, or a log line that a command said it had written, and is nowhere any more. */
export interface Lost {
  readonly mark: string;
  /** Where it stood last. */
  readonly path: string;
  /** What happened up to the step in which it went. */
  readonly told: readonly string[];
  readonly atMeeting: boolean;
  /** Whether both devices had made the note before they met: a sync then keeps one of the two, whoever made them. */
  readonly madeTwice: boolean;
  /** Whether a device that wrote it says so, and offers to put it back. */
  readonly offered: boolean;
}

const FILES: Readonly<Record<string, string>> = {
  'Sources/resnet.md': source('Deep Residual Learning', ['2026-07-29 first look [min:: 40] [pass:: 1]']),
  'Sources/mae.md': source('Masked Autoencoders', ['2026-08-04 figures [min:: 25]', '2026-08-05 table [min:: 15]']),
  'Weekly/2026-W31.md':
    '---\ntype: weekly-report\nweek: 2026-W31\nstatus: sent\n---\n\n## Next week\n\n- [ ] read DINOv2\n- [x] table 2\n\n## Feedback\n\nlook at the loss\n',
  'Daily/2026-08-05.md': '# Wednesday\n\n- [x] plot ✅ 2026-08-05\n- [ ] call\n',
  'mine.md': 'my own\n\nand more\n',
};
/** Thursday of 2026-W32. */
const START = '2026-08-06T16:20:00';
/** The editor saves after two seconds. */
const SAVED = 2_500;
/** Steps that are told of a loss. */
const LAST_TOLD = 12;

export class Life {
  readonly random: Random;
  readonly student: Student;
  /** What happened, in order. */
  readonly told: string[] = [];
  readonly lost: Lost[] = [];
  commands = 0;
  /** Where the student sits until the devices meet again: nobody types on two at once. */
  seat: Device = 'a';
  /** Marks that a device holds, and in which note. */
  private readonly known: Record<Device, Map<string, string>> = { a: new Map(), b: new Map() };
  /** Notes that were there when the devices last met. */
  private common = new Set<string>(Object.keys(FILES));

  private constructor(
    private readonly hosts: Hosts,
    readonly devices: readonly Device[],
    seed: number,
  ) {
    this.random = new Random(seed);
    this.student = new Student(this.random, 's');
  }

  static async begin(seed: number, devices: 1 | 2, plugins: Plugins): Promise<Life> {
    const options: HostOptions = { plugin: plugins.first, files: FILES, now: START };
    const sync: SyncOptions = { config: true };
    const hosts = devices === 1 ? await alone(options) : await together(options, sync);
    const life = new Life(hosts, devices === 1 ? ['a'] : ['a', 'b'], seed);
    await hosts.of('a').cli('research-handbook:setup', { lang: 'en' });
    if (devices === 2) await life.meet('a');
    return life;
  }

  host(device: Device): Host {
    return this.hosts.of(device);
  }

  /** Lets the editors of a device save. */
  async saved(device: Device): Promise<void> {
    await this.host(device).clock.advance(SAVED);
  }

  async restart(device: Device, options?: HostOptions): Promise<void> {
    await this.hosts.restart(device, options);
  }

  async meet(first: Device): Promise<void> {
    for (const device of this.devices) await this.saved(device);
    const made = (await Promise.all(this.devices.map((device) => this.host(device).paths()))).map(
      (paths) => new Set(paths.filter((path) => !this.common.has(path))),
    );
    const twice = new Set([...(made[0] ?? [])].filter((path) => made[1]?.has(path)));
    await this.hosts.meet(first);
    const all = new Map([...this.known.a, ...this.known.b]);
    for (const device of this.devices) {
      for (const [mark, path] of all) this.known[device].set(mark, path);
      await this.look(device, { madeTwice: twice, offered: () => this.offered() });
    }
    this.common = new Set(await this.host('a').paths());
    this.seat = this.random.pick(this.devices);
  }

  /** A command has answered that it wrote this. */
  expectMark(device: Device, mark: string, path: string): void {
    this.known[device].set(mark, path);
  }

  /** Looks for everything that a device is known to hold, and for what is new. */
  async look(
    device: Device,
    atMeeting?: { readonly madeTwice: ReadonlySet<string>; readonly offered: () => Promise<string> },
  ): Promise<void> {
    const host = this.host(device);
    const texts = new Map<string, string>();
    for (const path of await host.paths()) texts.set(path, host.read(path));
    const editor = host.app.workspace.activeEditor;
    const open = editor?.file?.path;
    if (open !== undefined) texts.set(open, `${texts.get(open) ?? ''}\n${editor?.editor?.getValue() ?? ''}`);
    const known = this.known[device];
    for (const mark of this.student.typed) {
      const path = [...texts].find(([, text]) => text.includes(mark))?.[0];
      const before = known.get(mark);
      if (path !== undefined) known.set(mark, path);
      else if (before !== undefined) {
        known.delete(mark);
        this.lost.push({
          mark,
          path: before,
          told: this.told.slice(-LAST_TOLD),
          atMeeting: atMeeting !== undefined,
          madeTwice: atMeeting?.madeTwice.has(before) ?? false,
          offered: (await atMeeting?.offered())?.includes(mark) ?? false,
        });
      }
    }
  }

  /** All that the devices say is wrong with their logs. */
  private async offered(): Promise<string> {
    const said = this.devices.map((device) => this.host(device).cli('research-handbook:status', {}));
    return (await Promise.all(said)).join('\n');
  }

  async close(): Promise<void> {
    await this.hosts.close();
  }
}

async function alone(options: HostOptions): Promise<Hosts> {
  let host = await openHost(options);
  return {
    of: () => host,
    restart: async (_device, next) => {
      host = await host.restart(next);
    },
    meet: () => Promise.resolve(),
    close: () => host.close(),
  };
}

async function together(options: HostOptions, sync: SyncOptions): Promise<Hosts> {
  const devices = await openDevices(options, sync);
  return {
    of: (device) => devices[device],
    restart: async (device, next) => {
      await devices.restart(device, next);
    },
    meet: async (first) => {
      await devices.sync(first);
    },
    close: () => devices.close(),
  };
}
