// What one device does with a file that another has changed: the rules of Obsidian's own headless client (0.0.14), in their order.
import { mergeConfig } from './merge-config';
import { mergeGently, mergeNote } from './merge-note';

/** What a server keeps of a file. A text of null: it was deleted. */
export interface Version {
  readonly text: string | null;
  readonly ctime: number;
  readonly mtime: number;
}

/**
 * `merge` and `conflict` are the app's two ways. `gentle` is none of its: it merges with a fine diff, for tests of what the
 * plugin makes of a clean merge.
 */
export type Strategy = 'merge' | 'conflict' | 'gentle';

export interface Incoming {
  readonly path: string;
  /** The file as the device has it; null: it has none. */
  readonly local: { readonly text: string; readonly ctime: number; readonly mtime: number } | null;
  /** The version that the device took in last: the base. */
  readonly known: Version | undefined;
  /** The text as this device last sent or received it whole. */
  readonly synced: string | undefined;
  readonly remote: Version;
  /** The device meets this vault for the first time. */
  readonly first: boolean;
  readonly strategy: Strategy;
  readonly now: number;
}

export type Settlement =
  /** The device has it already, or keeps its own and will send it. */
  | { readonly how: 'kept' }
  /** The whole remote text. */
  | { readonly how: 'taken'; readonly text: string }
  | { readonly how: 'removed' }
  | { readonly how: 'merged'; readonly text: string }
  /** The whole remote text, and the local one in a file of its own. */
  | { readonly how: 'copied'; readonly text: string; readonly copy: string };

export const CONFIG_FOLDER = '.obsidian/';
/** A note that both sides made is thought a by-product of starting the app on the side where it is younger than this. */
export const YOUNG = 3 * 60_000;

const KEPT: Settlement = { how: 'kept' };

export function settle(incoming: Incoming): Settlement {
  const { path, local, known, remote } = incoming;
  const taken: Settlement = remote.text === null ? { how: 'removed' } : { how: 'taken', text: remote.text };
  if (local === null) return remote.text === null ? KEPT : taken; // deleted here, changed there: it comes back
  if (local.text === remote.text) return KEPT;
  if (known !== undefined && known.text === local.text) return taken; // nothing was changed here
  if (incoming.first && remote.mtime > local.mtime) return taken;
  if (remote.text === null) return KEPT; // changed here, deleted there
  if (!incoming.first && path.endsWith('.md') && remote.text !== incoming.synced)
    return settleNote(incoming, remote.text);
  if (path.startsWith(CONFIG_FOLDER) && remote.text !== '') {
    const text = mergeConfig(path, local.text, remote.text);
    return text === remote.text ? taken : { how: 'merged', text };
  }
  return KEPT;
}

/** A note that both changed. */
function settleNote({ local, known, remote, strategy, now }: Incoming, theirs: string): Settlement {
  if (local === null) throw new Error('A note that the device does not have was taken or left before');
  if (local.text === '') return { how: 'taken', text: theirs };
  const base = known?.text ?? '';
  if (base === theirs || theirs === '') return KEPT;
  if (strategy === 'conflict') return { how: 'copied', text: theirs, copy: local.text };
  if (base === '') {
    const young = Math.abs(now - local.ctime) < YOUNG;
    return young || remote.mtime > local.mtime ? { how: 'taken', text: theirs } : KEPT;
  }
  const merge = strategy === 'gentle' ? mergeGently : mergeNote;
  return { how: 'merged', text: merge(base, local.text, theirs) };
}

/** The file that keeps the local text, beside the note. What the device's name holds is kept, but for what no file name may. */
export function copyPath(path: string, device: string, localTime: string): string {
  const dot = path.lastIndexOf('.');
  const stamp = localTime.replace(/[^0-9]/g, '').slice(0, 12);
  return `${path.slice(0, dot)} (Conflicted copy ${device.trim().replace(/[\\/:]/g, '_')} ${stamp})${path.slice(dot)}`;
}
