import type { App } from '../app';
import { Component } from '../base/component';
import { setIcon } from '../ui/icons';
import type { Scope } from '../ui/keymap';
import type { Menu } from '../ui/menu';
import type { TFile } from '../vault/files';
import type { WorkspaceLeaf } from './leaf';

export abstract class View extends Component {
  readonly app: App;
  icon = 'document';
  navigation = false;
  scope: Scope | null = null;
  readonly containerEl = createDiv({ cls: 'workspace-leaf-content' });

  constructor(public leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }
  abstract getViewType(): string;
  abstract getDisplayText(): string;
  /** Called by the leaf once the view is in the document; `protected` in the app. */
  async onOpen(): Promise<void> {
    return undefined;
  }
  async onClose(): Promise<void> {
    return undefined;
  }
  getIcon(): string {
    return this.icon;
  }
  getState(): Record<string, unknown> {
    return {};
  }
  async setState(_state: unknown, _result: unknown): Promise<void> {
    return undefined;
  }
  getEphemeralState(): Record<string, unknown> {
    return {};
  }
  setEphemeralState(_state: unknown): void {
    return undefined;
  }
  onResize(): void {
    return undefined;
  }
  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }
}

export abstract class ItemView extends View {
  readonly headerEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly actionsEl: HTMLElement;
  readonly contentEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv({ cls: 'view-header' });
    this.titleEl = this.headerEl
      .createDiv({ cls: 'view-header-title-container' })
      .createDiv({ cls: 'view-header-title' });
    this.actionsEl = this.headerEl.createDiv({ cls: 'view-actions' });
    this.contentEl = this.containerEl.createDiv({ cls: 'view-content' });
  }
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl('a', { cls: 'clickable-icon view-action', attr: { 'aria-label': title } });
    setIcon(el, icon);
    el.addEventListener('click', (event) => void callback(event));
    this.actionsEl.prepend(el);
    return el;
  }
}

export abstract class FileView extends ItemView {
  allowNoFile = false;
  override navigation = true;
  file: TFile | null = null;

  override getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }
  override getState(): Record<string, unknown> {
    return this.file === null ? {} : { file: this.file.path };
  }
  override async setState(state: unknown, result: unknown): Promise<void> {
    const path = (state as { file?: string } | null)?.file;
    if (path !== undefined && path !== this.file?.path) {
      if (this.file !== null) await this.onUnloadFile(this.file);
      this.file = this.app.vault.getFileByPath(path);
      if (this.file !== null) await this.onLoadFile(this.file);
    }
    this.titleEl.setText(this.getDisplayText());
    await super.setState(state, result);
  }
  override onload(): void {
    this.registerEvent(
      this.app.vault.on('rename', (file: unknown) => {
        if (file === this.file) void this.onRename(this.file as TFile);
      }),
    );
    this.registerEvent(
      this.app.vault.on('delete', (file: unknown) => {
        if (file === this.file) this.leaf.detach();
      }),
    );
  }
  override async onClose(): Promise<void> {
    if (this.file !== null) await this.onUnloadFile(this.file);
  }
  async onLoadFile(_file: TFile): Promise<void> {
    return undefined;
  }
  async onUnloadFile(_file: TFile): Promise<void> {
    return undefined;
  }
  async onRename(_file: TFile): Promise<void> {
    this.titleEl.setText(this.getDisplayText());
  }
  canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }
}

export abstract class EditableFileView extends FileView {}

/** A file's text in a view: saved two seconds after the last change, and when the view goes. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  private dirty = false;
  private timer = 0;

  requestSave = (): void => {
    this.dirty = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), 2_000);
  };

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  /** Whether there is typing that the file does not have yet. */
  isDirty(): boolean {
    return this.dirty;
  }

  async save(clear = false): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.file === null) return;
    if (this.dirty) {
      this.dirty = false;
      this.data = this.getViewData();
      await this.app.vault.modify(this.file, this.data);
    }
    if (clear) this.clear();
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.app.vault.adapter.read(file.path);
    this.setViewData(this.data, true);
  }
  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }
  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on('modify', (file: unknown) => {
        if (file === this.file) void this.onModify(this.file as TFile);
      }),
    );
  }

  /** The file changed under the view: what it shows follows; unsaved typing is merged in (see MarkdownView). */
  private async onModify(file: TFile): Promise<void> {
    const text = await this.app.vault.adapter.read(file.path);
    if (text === this.data || file !== this.file) return;
    const base = this.data;
    const mine = this.getViewData();
    this.data = text;
    this.setViewData(this.dirty && mine !== base ? this.merge(base, mine, text) : text, false);
  }

  protected merge(_base: string, mine: string, _theirs: string): string {
    return mine;
  }
}
