// What the page offers to the Node side: the same object in jsdom (called directly) and in Chromium (through evaluate).
import type { App } from 'obsidian';

export type ViewMode = 'preview' | 'live' | 'source';

/** How the app looks and speaks. */
export interface Dress {
  readonly mobile?: boolean;
  readonly dark?: boolean;
  readonly language?: string;
}

export interface StartOptions extends Dress {
  readonly name: string;
  /** Tells apart what several vaults keep in one browser. */
  readonly appId?: string;
  readonly localStorage?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly lateCache?: boolean;
  readonly bases?: boolean;
}

/** How a plugin is loaded; its code is in the page already, as `window.__pluginCode`. */
export interface LoadOptions {
  readonly manifest: { readonly id: string; readonly name: string; readonly version: string };
  readonly styles: string;
  readonly userEnable?: boolean;
}

/** What a plugin has registered; all zero or empty after a clean unload. */
export interface Leftovers {
  readonly commands: string[];
  readonly codeBlocks: string[];
  readonly postProcessors: number;
  readonly views: string[];
  readonly editorExtensions: number;
  readonly basesViews: string[];
  readonly cli: string[];
  readonly protocolHandlers: string[];
  readonly hoverSources: string[];
  /** Style elements, ribbon and status bar items, modals and menus still in the document (a notice goes by itself). */
  readonly elements: string[];
  /** Listeners on vault, metadata cache and workspace beyond the app's own. */
  readonly listeners: number;
}

export interface PageHost {
  start(options: StartOptions): Promise<void>;
  /** Changes how the app looks and speaks; a plugin learns its language and platform where it is loaded. */
  dress(how: Dress): void;
  /** Opens the app's box of commands, or of notes. */
  openPalette(what: 'commands' | 'notes', placeholder: string): void;
  /** The layout is there: what plugins asked for by `onLayoutReady` runs. */
  layoutReady(): void;
  loadPlugin(plugin: LoadOptions): Promise<void>;
  unloadPlugin(id: string): Promise<void>;
  command(id: string): Promise<boolean>;
  commands(): string[];
  cli(command: string, params: Record<string, string>): Promise<string>;
  /** `obsidian://<action>?…`. */
  protocol(action: string, params: Record<string, string>): Promise<void>;
  open(path: string, mode: ViewMode): Promise<void>;
  openSettings(id: string): Promise<void>;
  openBases(type: string, options?: Record<string, unknown>): Promise<void>;
  externalChange(path: string): Promise<void>;
  /** Lets a cache that was opened `late` settle. */
  settleCache(): Promise<void>;
  /** Vault operations, cache updates and requests to the device's database under way. */
  busy(): number;
  /** Waits until `busy()` is 0. */
  idle(): Promise<void>;
  notices(): string[];
  /** Paths of notes whose bodies were read, in order. */
  reads(): string[];
  leftovers(): Leftovers;
  setVisible(visible: boolean): void;
  readonly app: App;
}

/** What a plugin asks by `requestUrl`. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a fake server answers. */
export interface NetworkAnswer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Bytes in jsdom alone. */
  readonly body?: string | Uint8Array;
  /** Milliseconds of page time until it is there; `Infinity`: never. */
  readonly after?: number;
  /** Instead of an answer: what the system says of the line (`net::ERR_CONNECTION_REFUSED`). */
  readonly error?: string;
}

declare global {
  interface Window {
    /** The fake servers on the Node side; null where there is none for the address. */
    __network?(request: NetworkRequest): Promise<NetworkAnswer | null>;
    __host: PageHost;
    /** One vault operation on the Node side. */
    __vaultFs(op: string, ...args: unknown[]): Promise<unknown>;
    /** The code of the plugin that is loaded next: the inside of a CommonJS module. */
    __pluginCode?(require: (name: string) => unknown, module: object, exports: object): void;
    /** A turn of the event loop that no fake clock holds back; absent in a browser. */
    __tick?(): Promise<void>;
  }
}
