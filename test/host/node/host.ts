// What a test holds of a vault that is open in jsdom.
import type { App, Plugin } from 'obsidian';
import type { Leftovers, NetworkRequest, ViewMode } from '../page-api';
import type { HostDevice } from './device';
import type { Faults } from './faults';
import type { HostOptions } from './options';
import type { VaultFolder } from './vault-folder';

export interface HostClock {
  /** The page's instant, in milliseconds. */
  now(): number;
  /** Lets time pass, running every timer on its way; promises settle between them. */
  advance(milliseconds: number): Promise<void>;
  /** Goes to an instant at once, as after sleep: timers that fell due meanwhile run once, late. */
  jump(instant: string | number): Promise<void>;
  /** How many timers of the plugin are pending (the app's own are not counted). */
  timers(): number;
}

export interface External {
  /** Another program writes the file (sync, git, another editor); the app notices. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Something outside has already changed the path on disk; the app is told now. */
  noticed(path: string): Promise<void>;
}

export interface Host {
  readonly dir: string;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly app: App;
  /** The loaded plugin. */
  readonly plugin: Plugin;
  readonly clock: HostClock;
  readonly faults: Faults;
  readonly folder: VaultFolder;
  readonly external: External;
  /** Paths of notes whose bodies were read (`vault.read`, `cachedRead`) since the host opened, in order. */
  readonly reads: readonly string[];
  /** What was asked by `requestUrl` since the host opened, refused or not, in order. */
  readonly requests: readonly NetworkRequest[];
  /** What the device keeps beside the vault, for another host of the same device (`HostOptions.device`). */
  readonly device: HostDevice;
  /** Errors thrown in the page and `console.error` since opening. (A rejection that nobody handles fails the vitest run by itself.) */
  readonly errors: string[];
  /** Runs a command and waits until it is done or waits for the user. False: not available now. */
  command(id: string): Promise<boolean | undefined>;
  /** Runs a CLI handler as Obsidian's command line does; answers its text. */
  cli(command: string, params?: Record<string, string>): Promise<string>;
  /** Follows a link `obsidian://<action>?…`. */
  protocol(action: string, params?: Record<string, string>): Promise<void>;
  open(path: string, mode?: ViewMode): Promise<void>;
  openSettings(): Promise<void>;
  /** Opens a base with a view of the type; where one is open, changes its options as its menu does. */
  openBases(type: string, options?: Record<string, unknown>): Promise<void>;
  notices(): string[];
  /** A file's text on disk. Throws where there is none. */
  read(path: string): string;
  exists(path: string): boolean;
  /** Paths of all files on disk that are not hidden, sorted. */
  paths(): Promise<string[]>;
  /** Waits until nothing is under way: file operations, cache, short timers (up to a second of page time). */
  settle(): Promise<void>;
  /** Drives a promise of the page to its end: file operations and timers (up to ten seconds of page time) go on meanwhile. */
  run<T>(work: Promise<T> | (() => Promise<T> | T)): Promise<T>;
  settleCache(): Promise<void>;
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$<T extends HTMLElement = HTMLElement>(selector: string): T[];
  /** Text of the first match, or null. */
  text(selector: string): string | null;
  /** A click of the mouse, with whatever keys are held: `{ ctrlKey: true }`. */
  click(target: string | Element, held?: MouseEventInit): Promise<void>;
  /** The pointer comes over an element. */
  hover(target: string | Element): Promise<void>;
  /** Replaces a field's value as typing does (input and change events). */
  fill(target: string | Element, value: string): Promise<void>;
  /** Presses a key on the focused element: `Enter`, `Mod+Enter`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  setVisible(visible: boolean): void;
  loadPlugin(which?: true | string, userEnable?: boolean): Promise<void>;
  unload(): Promise<void>;
  leftovers(): Leftovers;
  /** The app ends (or was stopped) and starts again on the same folder; unless told otherwise with the same options and no faults. */
  restart(options?: HostOptions): Promise<Host>;
  close(): Promise<void>;
}
