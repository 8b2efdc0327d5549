// The app in a frame of its own: it has a whole window, as wide as a phone's where that is asked for.
import type { Dress, PageHost } from '../../page-api';
import type { PreviewVault } from './vaults';

export interface PluginInPage {
  readonly manifest: { readonly id: string; readonly name: string; readonly version: string };
  readonly styles: string;
}

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="app.css"></head>
<body><script>window.__vaultFs = parent.__vaultFs</script><script src="host.js"></script></body></html>`;

export class AppFrame {
  private window: Window | null = null;

  constructor(
    private readonly el: HTMLIFrameElement,
    private readonly plugin: PluginInPage,
    private readonly vault: PreviewVault,
  ) {}

  get host(): PageHost {
    if (this.window === null) throw new Error('The app has not started');
    return this.window.__host;
  }

  /** Starts the app over the vault, and the plugin in it. */
  async start(name: string, appId: string, dress: Dress): Promise<void> {
    window.__vaultFs = (op, ...args) => this.vault.call(op, ...args);
    await new Promise((done) => {
      this.el.addEventListener('load', done, { once: true });
      this.el.srcdoc = PAGE;
    });
    this.window = this.el.contentWindow;
    const { host } = this;
    await host.start({ name, appId, ...dress });
    Object.assign(host.app.vault.adapter, { getResourcePath: (path: string) => this.vault.resource(path) });
    await this.loadPlugin();
    host.layoutReady();
    await host.idle();
    this.vault.watch((path) => void host.externalChange(path));
  }

  /** The plugin learns its language, and whether it is on a phone, where it is loaded. */
  async dress(how: Dress, reload: boolean): Promise<void> {
    if (reload) await this.host.unloadPlugin(this.plugin.manifest.id);
    this.host.dress(how);
    if (!reload) return;
    await this.loadPlugin();
    await this.host.app.workspace.getLeaf().setViewState({ type: 'empty' }); // what the old plugin has drawn went with it
  }

  private async loadPlugin(): Promise<void> {
    const { el, plugin, host } = this;
    const script = el.contentDocument?.createElement('script');
    if (script === undefined) return;
    script.src = 'plugin.js';
    const loaded = new Promise((done, fail) => {
      script.addEventListener('load', done);
      script.addEventListener('error', () => {
        fail(new Error('plugin.js is missing'));
      });
    });
    el.contentDocument?.head.append(script);
    await loaded;
    script.remove();
    await host.loadPlugin(plugin);
  }
}

declare global {
  interface Window {
    __host: PageHost;
  }
}
