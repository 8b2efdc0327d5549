// Faults that a test can plan: they sit between the host and the folder, so the plugin meets them in jsdom and in Chromium alike.
import type { VaultFolder } from './vault-folder';

export interface FaultPlan {
  /** The n-th write (1 is the next one) fails with this message. */
  failWrite?: number | { readonly n: number; readonly message?: string };
  /** The n-th write takes this long (in real milliseconds). */
  delayWrite?: { readonly n: number; readonly ms: number };
  /** The process stops after the n-th write: it is done, and every later one never happens and never answers. */
  stopAfterWrite?: number;
  /** Paths (a file, or a folder and all below it) that refuse to be written. */
  readOnly?: readonly string[];
  /**
   * Once the plugin has read the path, another program changes it: what was read is old when the write comes. Not between
   * the reading and the writing of one `process`, which nobody outside the app can hinder.
   */
  changeAfterRead?: { readonly path: string; readonly text: string };
  /** Paths whose reading fails, as a note that is still in the cloud does. */
  failRead?: readonly string[];
}

export interface WriteRecord {
  readonly op: string;
  readonly path: string;
  /** The new path of a rename or copy. */
  readonly to?: string;
}

export interface Faults {
  /** Replaces what is planned; counting starts anew. What has stopped stays so: `restart` begins again. */
  plan(plan: FaultPlan): void;
  /** Every write that reached the folder since the host opened, in order. */
  readonly writes: readonly WriteRecord[];
  /** Paths that another program has changed, as planned, after the host had read them. */
  readonly changed: readonly string[];
  readonly stopped: boolean;
}

const WRITES = ['write', 'writeBinary', 'append', 'mkdir', 'rename', 'copy', 'remove', 'rmdir'] as const;
const READS = ['read', 'readInProcess', 'readMany', 'readBinary'] as const;

export type VaultCall = (op: string, ...args: unknown[]) => Promise<unknown>;

export function withFaults(
  folder: VaultFolder,
  first: FaultPlan = {},
  changed: (path: string) => Promise<void> = () => Promise.resolve(),
): { call: VaultCall; faults: Faults } {
  let plan = first;
  let count = 0;
  let stopped = false;
  const never = (): Promise<unknown> => new Promise(() => undefined);
  const writes: WriteRecord[] = [];
  const changedPaths: string[] = [];
  const direct = folder as unknown as Record<string, VaultCall>;

  const run: VaultCall = (op, ...args) => {
    const operation = direct[op];
    if (operation === undefined) return Promise.reject(new Error(`Unknown vault operation ${op}`));
    return (operation as (...a: unknown[]) => Promise<unknown>)(...args);
  };
  const refused = (p: string): boolean =>
    (plan.readOnly ?? []).some((r) => p === r || p.startsWith(r.endsWith('/') ? r : `${r}/`));

  const write = async (op: string, args: unknown[]): Promise<unknown> => {
    const path = String(args[0]);
    const to = op === 'rename' || op === 'copy' ? String(args[1]) : undefined;
    if (op === 'mkdir' && (await folder.exists(path))) return undefined;
    if (stopped) return never();
    const n = ++count;
    const delay = plan.delayWrite;
    if (delay?.n === n) await new Promise((done) => setTimeout(done, delay.ms));
    const failing = typeof plan.failWrite === 'number' ? { n: plan.failWrite } : plan.failWrite;
    if (failing?.n === n) {
      throw new Error(
        'message' in failing && failing.message !== undefined ? failing.message : `EIO: i/o error, write '${path}'`,
      );
    }
    if (refused(path) || (to !== undefined && refused(to))) {
      throw new Error(`EACCES: permission denied, open '${path}'`);
    }
    if (plan.stopAfterWrite !== undefined && n > plan.stopAfterWrite) {
      stopped = true;
      return never();
    }
    const answer = await run(op, ...args);
    writes.push(to === undefined ? { op, path } : { op, path, to });
    return answer;
  };

  const read = async (op: string, args: unknown[]): Promise<unknown> => {
    if (op === 'readMany') {
      const paths = args[0] as string[]; // the metadata cache: it goes on without what it cannot read
      const texts = await folder.readMany(paths);
      return texts.map((text, i) => (plan.failRead?.includes(paths[i] ?? '') ? null : text));
    }
    const path = String(args[0]);
    if (plan.failRead?.includes(path)) throw new Error(`EBUSY: resource busy or locked, open '${path}'`);
    const answer = await run(op, ...args);
    const change = plan.changeAfterRead;
    if (change?.path === path && op !== 'readInProcess') {
      delete plan.changeAfterRead;
      await folder.write(change.path, change.text);
      changedPaths.push(change.path);
      void changed(change.path);
    }
    return answer;
  };

  return {
    call: (op, ...args) => {
      if ((WRITES as readonly string[]).includes(op)) return write(op, args);
      if ((READS as readonly string[]).includes(op)) return read(op, args);
      return run(op, ...args);
    },
    faults: {
      plan: (next) => {
        plan = { ...next };
        count = 0;
      },
      writes,
      changed: changedPaths,
      get stopped() {
        return stopped;
      },
    },
  };
}
