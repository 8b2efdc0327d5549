import type { App } from '../app';
import { Events } from '../base/events';
import { MarkdownView } from '../editor/markdown-view';
import { registries } from '../registries';
import type { TFile } from '../vault/files';
import type { View } from './view';

export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
}

export interface OpenViewState {
  state?: Record<string, unknown>;
  eState?: Record<string, unknown>;
  active?: boolean;
}

let leaves = 0;

export class WorkspaceLeaf extends Events {
  readonly id = `leaf-${String(++leaves)}`;
  readonly containerEl = createDiv({ cls: 'workspace-leaf' });
  view: View | null = null;
  hoverPopover: unknown = null;
  readonly isDeferred = false;
  pinned = false;
  /** One of several in the same place, of which one is seen. */
  isTab = true;
  private type = 'empty';

  constructor(
    readonly app: App,
    readonly side: 'root' | 'left' | 'right',
  ) {
    super();
    this.containerEl.addEventListener('mousedown', () => {
      app.workspace.setActiveLeaf(this);
    });
  }

  async setViewState(next: ViewState, ephemeral?: unknown): Promise<void> {
    if (this.view === null || this.type !== next.type) {
      await this.closeView();
      this.type = next.type;
      await this.openView(next.type);
    }
    if (next.pinned !== undefined) this.pinned = next.pinned;
    await this.view?.setState(next.state ?? {}, { history: false });
    if (ephemeral !== undefined) this.setEphemeralState(ephemeral);
    if (next.active) this.app.workspace.setActiveLeaf(this);
    this.app.workspace.trigger('layout-change');
  }
  getViewState(): ViewState {
    return { type: this.type, state: this.view?.getState() ?? {}, pinned: this.pinned };
  }
  async openFile(file: TFile, open: OpenViewState = {}): Promise<void> {
    const state = { mode: this.app.vault.config['defaultViewMode'] ?? 'source', ...open.state, file: file.path };
    await this.setViewState({ type: 'markdown', state }, open.eState);
    if (open.active !== false) this.app.workspace.setActiveLeaf(this, { focus: true });
    this.app.workspace.opened(file);
  }
  async open(view: View): Promise<View> {
    await this.closeView();
    this.type = view.getViewType();
    await this.mount(view);
    return view;
  }
  async loadIfDeferred(): Promise<void> {
    return undefined;
  }
  setEphemeralState(state: unknown): void {
    this.view?.setEphemeralState(state);
  }
  getEphemeralState(): Record<string, unknown> {
    return this.view?.getEphemeralState() ?? {};
  }
  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }
  togglePinned(): void {
    this.setPinned(!this.pinned);
  }
  getRoot(): unknown {
    return this.app.workspace.rootSplit;
  }
  getContainer(): { win: Window; doc: Document } {
    return { win: window, doc: document };
  }
  getDisplayText(): string {
    return this.view?.getDisplayText() ?? '';
  }
  getIcon(): string {
    return this.view?.getIcon() ?? '';
  }
  onResize(): void {
    this.view?.onResize();
  }
  detach(): void {
    this.app.workspace.removed(this);
    void this.closeView().then(() => {
      this.containerEl.remove();
      this.app.workspace.trigger('layout-change');
    });
  }

  private async openView(type: string): Promise<void> {
    if (type === 'markdown') await this.mount(new MarkdownView(this));
    else {
      const create = registries.views.get(type);
      if (create !== undefined) await this.mount(create(this));
    }
  }

  private async mount(view: View): Promise<void> {
    this.view = view;
    view.containerEl.dataset['type'] = view.getViewType();
    this.containerEl.append(view.containerEl);
    await view.load();
    await view.onOpen();
  }

  private async closeView(): Promise<void> {
    const view = this.view;
    if (view === null) return;
    this.view = null;
    await view.onClose();
    view.unload();
    view.containerEl.remove();
  }
}
