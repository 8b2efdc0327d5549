import type { App } from '../app';
import { Events } from '../base/events';
import { MarkdownView } from '../editor/markdown-view';
import { registries } from '../registries';
import type { Menu } from '../ui/menu';
import { TFile } from '../vault/files';
import { layoutOf, statesIn } from './layout';
import { type OpenViewState, type ViewState, WorkspaceLeaf } from './leaf';
import type { View } from './view';

type Pane = 'tab' | 'split' | 'window' | boolean;

export class Workspace extends Events {
  activeLeaf: WorkspaceLeaf | null = null;
  activeEditor: MarkdownView | null = null;
  layoutReady = false;
  readonly containerEl: HTMLElement;
  readonly leftRibbon = {};
  readonly rightRibbon = {};
  readonly leftSplit = side();
  readonly rightSplit = side();
  readonly rootSplit = { win: window, doc: document };
  readonly requestSaveLayout = (): Promise<void> => Promise.resolve();
  private leaves: WorkspaceLeaf[] = [];
  private waiting: (() => unknown)[] = [];
  private recent: string[] = [];

  constructor(
    private readonly app: App,
    frame: HTMLElement,
  ) {
    super();
    this.containerEl = frame;
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.waiting.push(callback);
  }

  getLeaf(where: Pane = false, _direction?: string): WorkspaceLeaf {
    const reusable = this.activeLeaf?.side === 'root' ? this.activeLeaf : this.rootLeaves()[0];
    if (where === false && reusable !== undefined && !reusable.pinned) return reusable;
    return this.add('root', where === 'split' || where === 'window');
  }
  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }
  getLeftLeaf(): WorkspaceLeaf {
    return this.add('left', true);
  }
  getRightLeaf(): WorkspaceLeaf {
    return this.add('right', true);
  }
  openPopoutLeaf(): WorkspaceLeaf {
    return this.add('root', true);
  }
  createLeafBySplit(): WorkspaceLeaf {
    return this.add('root', true);
  }
  splitActiveLeaf(): WorkspaceLeaf {
    return this.add('root', true);
  }
  async ensureSideLeaf(
    type: string,
    at: 'left' | 'right',
    options: { active?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const leaf = this.getLeavesOfType(type)[0] ?? this.add(at, true);
    const next: ViewState = { type, active: options.active ?? true };
    if (options.state !== undefined) next.state = options.state;
    await leaf.setViewState(next);
    return leaf;
  }
  getLeafById(id: string): WorkspaceLeaf | null {
    return this.leaves.find((leaf) => leaf.id === id) ?? null;
  }
  getMostRecentLeaf(): WorkspaceLeaf | null {
    return this.activeLeaf?.side === 'root' ? this.activeLeaf : (this.rootLeaves()[0] ?? null);
  }
  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.leaves.filter((leaf) => leaf.view?.getViewType() === type);
  }
  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }
  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.leaves.forEach(callback);
  }
  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    this.rootLeaves().forEach(callback);
  }
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    this.setActiveLeaf(leaf);
    return Promise.resolve();
  }
  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}): void {
    for (const each of this.leaves) each.containerEl.toggleClass('mod-active', each === leaf);
    const changed = this.activeLeaf !== leaf;
    this.activeLeaf = leaf;
    this.show(leaf);
    if (leaf.view instanceof MarkdownView) this.activeEditor = leaf.view;
    if (typeof params === 'object' && params.focus && leaf.view instanceof MarkdownView) leaf.view.focus();
    if (changed) this.trigger('active-leaf-change', leaf);
  }
  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }
  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view.file : (this.activeEditor?.file ?? null);
  }
  getLastOpenFiles(): string[] {
    return [...this.recent];
  }

  /** Opens what a link means; where it leads nowhere, the note is made, as a click on such a link does. */
  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf: Pane = false,
    open: OpenViewState = {},
  ): Promise<void> {
    const hash = linktext.indexOf('#');
    const path = hash === -1 ? linktext : linktext.slice(0, hash);
    const file =
      this.app.metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await this.app.fileManager.createFromLink(path, sourcePath));
    const eState = hash === -1 ? open.eState : { subpath: linktext.slice(hash), ...open.eState };
    await this.getLeaf(newLeaf).openFile(file, eState === undefined ? open : { ...open, eState });
  }
  handleLinkContextMenu(_menu: Menu, _linktext: string, _sourcePath: string): boolean {
    return false;
  }
  updateOptions(): void {
    for (const editor of registries.editors) editor.dispatch({});
  }
  getLayout(): Record<string, unknown> {
    return { main: layoutOf(this.rootLeaves().map((leaf) => leaf.getViewState())), active: this.activeLeaf?.id };
  }
  /** Of the parts of a layout, the tabs in the middle; side panes stay as they are. */
  async changeLayout({ main }: Readonly<Record<string, unknown>>): Promise<void> {
    for (const leaf of this.rootLeaves()) leaf.detach();
    for (const state of statesIn(main)) {
      const leaf = this.add('root', false);
      await leaf.setViewState(state);
      this.setActiveLeaf(leaf);
    }
    this.trigger('layout-change');
  }

  // The host's own side.

  ready(): void {
    this.layoutReady = true;
    const waiting = this.waiting;
    this.waiting = [];
    for (const callback of waiting) {
      try {
        callback();
      } catch (error) {
        console.error(error);
      }
    }
    this.trigger('layout-change');
  }

  opened(file: TFile): void {
    this.recent = [file.path, ...this.recent.filter((path) => path !== file.path)].slice(0, 10);
    this.trigger('file-open', file);
  }

  removed(leaf: WorkspaceLeaf): void {
    this.leaves = this.leaves.filter((other) => other !== leaf);
    if (this.activeEditor === leaf.view) this.activeEditor = null;
    if (this.activeLeaf !== leaf) return;
    this.activeLeaf = this.rootLeaves()[0] ?? null;
    if (this.activeLeaf !== null) this.show(this.activeLeaf);
    this.trigger('active-leaf-change', this.activeLeaf);
  }

  private rootLeaves(): WorkspaceLeaf[] {
    return this.leaves.filter((leaf) => leaf.side === 'root');
  }

  private add(at: 'root' | 'left' | 'right', beside: boolean): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, at);
    leaf.isTab = at === 'root' && !beside;
    this.leaves.push(leaf);
    this.containerEl.append(leaf.containerEl);
    this.show(leaf);
    return leaf;
  }

  /** Of several tabs one is seen; splits and side panes stand beside them. */
  private show(leaf: WorkspaceLeaf): void {
    if (!leaf.isTab) return;
    for (const each of this.leaves) if (each.isTab) each.containerEl.toggleClass('is-hidden', each !== leaf);
  }
}

function side(): { collapsed: boolean; expand(): void; collapse(): void; toggle(): void } {
  return {
    collapsed: true,
    expand() {
      this.collapsed = false;
    },
    collapse() {
      this.collapsed = true;
    },
    toggle() {
      this.collapsed = !this.collapsed;
    },
  };
}
