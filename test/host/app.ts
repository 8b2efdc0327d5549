import { DiskAdapter } from './vault/adapter';
import { FileManager } from './vault/file-manager';
import { Vault } from './vault/vault';
import { MetadataCache } from './metadata/cache';
import { type Command, registries } from './registries';
import { Keymap, Scope } from './ui/keymap';
import { openSettings } from './ui/settings-modal';
import { Workspace } from './workspace/workspace';
import type { Manifest, Plugin } from './plugin/plugin';
import { runCommand } from './plugin/commands';

export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly renderContext = { hoverPopover: null };
  lastEvent: UIEvent | null = null;
  basesEnabled = true;

  readonly plugins = {
    plugins: {} as Record<string, Plugin>,
    manifests: {} as Record<string, Manifest>,
    enabledPlugins: new Set<string>(),
    getPlugin: (id: string): Plugin | null => this.plugins.plugins[id] ?? null,
  };
  readonly internalPlugins = {
    plugins: {} as Record<string, { enabled: boolean; instance: unknown }>,
    getPluginById: (id: string) => this.internalPlugins.plugins[id] ?? null,
    getEnabledPluginById: (id: string) => {
      const found = this.internalPlugins.plugins[id];
      return found?.enabled ? found.instance : null;
    },
  };
  /** In no documentation, as what follows: the types of properties, of which the host keeps none. */
  readonly metadataTypeManager = {
    getAllProperties: (): Record<string, unknown> => ({}),
    setType: (): void => undefined,
  };
  /** Plugins open their tab with it. */
  readonly setting = {
    open: (): void => undefined,
    openTabById: (id: string): void => void openSettings(id),
  };
  readonly commands = {
    executeCommandById: (id: string): boolean => {
      if (!registries.commands.has(id)) return false;
      void runCommand(id);
      return true;
    },
    findCommand: (id: string): Command | undefined => registries.commands.get(id),
    listCommands: (): Command[] => [...registries.commands.values()],
    get commands(): Record<string, Command> {
      return Object.fromEntries(registries.commands);
    },
  };

  constructor(
    name: string,
    frame: HTMLElement,
    readonly appId = 'host',
  ) {
    this.vault = new Vault(new DiskAdapter(name));
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this.vault, this.metadataCache);
    this.workspace = new Workspace(this, frame);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  /** Per device, and open to every plugin; ids as the app takes them. */
  readonly secretStorage = {
    setSecret: (id: string, secret: string): void => {
      if (!/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id)) throw new Error(`Invalid secret id: ${id}`);
      window.localStorage.setItem(`secret-${id}`, secret);
    },
    getSecret: (id: string): string | null => window.localStorage.getItem(`secret-${id}`),
    listSecrets: (): string[] =>
      Object.keys(window.localStorage)
        .filter((key) => key.startsWith('secret-'))
        .map((key) => key.slice(7)),
  };

  /** Per device and vault: never synced. */
  loadLocalStorage(key: string): unknown {
    const text = window.localStorage.getItem(`${this.appId}-${key}`);
    return text === null ? null : (JSON.parse(text) as unknown);
  }
  saveLocalStorage(key: string, data: unknown): void {
    const name = `${this.appId}-${key}`;
    if (data === null || data === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(data));
  }
}
