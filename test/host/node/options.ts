import type { HostDevice } from './device';
import type { NetworkAnswer, NetworkRequest } from '../page-api';
import type { FaultPlan } from './faults';

/** How a vault is opened; the same for jsdom (`openHost`) and Chromium (`openPage`). */
export interface HostOptions {
  /** Notes (and other text files) of the vault, by path. Missing folders are made. */
  readonly files?: Readonly<Record<string, string>>;
  /** An existing folder to open instead of a fresh temporary one; it stays after `close()`. */
  readonly dir?: string;
  /** `true`: the project's own built plugin. A string: a folder with `main.js` and `manifest.json`. Default: none. */
  readonly plugin?: boolean | string;
  /** The plugin is switched on by the user just now (`onUserEnable` is called), not by the app starting. */
  readonly userEnable?: boolean;
  /** Local wall-clock time at opening, `2026-11-05T16:20:00`, or an instant with `Z`. Default: the real time. */
  readonly now?: string;
  /** IANA zone. Default in jsdom: the process's own; in Chromium: UTC. */
  readonly timezone?: string;
  /** The app's language as `getLanguage()` answers it. Default `en`. */
  readonly language?: string;
  readonly mobile?: boolean;
  readonly dark?: boolean;
  /** The plugin's `data.json`: a value, or the raw text of a damaged one. */
  readonly data?: unknown;
  /** Values of `app.loadLocalStorage`. */
  readonly localStorage?: Readonly<Record<string, string>>;
  /** jsdom: a device that another host had (`host.device`). Default: a new one, with nothing kept. */
  readonly device?: HostDevice;
  readonly faults?: FaultPlan;
  /** `late`: the metadata cache stays empty (getFileCache null) and `resolved` is held back until `settleCache()`. */
  readonly cache?: 'ready' | 'late';
  /** Whether the core plugin Bases is on. Default true. */
  readonly bases?: boolean;
  /**
   * Fake servers that answer `requestUrl`; null for an address that none of them serves, which is refused. Without it, every
   * request is.
   */
  readonly network?: (request: NetworkRequest) => NetworkAnswer | null | Promise<NetworkAnswer | null>;
  /** Values of `app.secretStorage`, by their ids. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Runs in the page after the app is there and before the plugin loads, e.g. to occupy a code block's name. */
  readonly before?: (host: { readonly window: Window }) => void;
}
