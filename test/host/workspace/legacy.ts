/* eslint-disable @typescript-eslint/no-explicit-any */
// Leaves that hold real views; active leaf, events, layout-ready.
import * as mocks from 'obsidian-test-mocks/obsidian';
import { MarkdownView } from '../editor/legacy';
import { host } from '../state';

const M = mocks as any;
export function patchWorkspace(): void {
  const L = M.WorkspaceLeaf.prototype;
  const W = M.Workspace.prototype;
  L.el__ = function () {
    this.elem__ ??= document.querySelector('.workspace-tabs')!.createDiv({ cls: 'workspace-leaf' });
    return this.elem__;
  };
  L.elem__ = null;
  L.loading__ = null;
  const close = async (leaf: any): Promise<void> => {
    const v = leaf.view;
    if (!v) return;
    leaf.view = null;
    await v.onClose();
    v.unload();
    v.containerEl.remove();
  };
  L.setViewState = async function (state: any, eState: any) {
    if (this.viewState.type !== state.type || !this.view) {
      await close(this);
      const make = state.type === 'markdown' ? (l: any) => new (MarkdownView as any)(l) : host.views.get(state.type);
      this.viewState = { ...state };
      if (make) {
        const view = make(this);
        this.view = view;
        view.containerEl.addClass('workspace-leaf-content');
        view.containerEl.dataset.type = state.type;
        view.contentEl?.addClass('view-content');
        this.el__().appendChild(view.containerEl);
        view.load();
        await view.onOpen();
      }
    }
    this.viewState = { ...state };
    if (this.view && state.state) await this.view.setState(state.state, { history: false });
    if (eState) this.setEphemeralState(eState);
    if (state.active) host.app.workspace.setActiveLeaf(this);
    host.app.workspace.trigger('layout-change');
  };
  L.getViewState = function () {
    return { ...this.viewState, state: this.view?.getState?.() ?? {} };
  };
  L.openFile = async function (file: any, open: any) {
    this.file = file;
    await this.setViewState({ type: 'markdown', state: { file: file.path, mode: 'source', ...open?.state } });
    host.app.workspace.setActiveLeaf(this);
    host.app.workspace.trigger('file-open', file);
  };
  L.detach = function () {
    this.app__.workspace.removeLeaf__(this);
    this.elem__?.remove();
    void close(this).then(() => {
      host.app.workspace.trigger('layout-change');
    });
  };
  W.getActiveViewOfType = function (type: any) {
    const v = this.activeLeaf?.view;
    return v instanceof type ? v : null;
  };
  W.getActiveFile = function () {
    return this.activeLeaf?.view?.file ?? null;
  };
  const setActive = W.setActiveLeaf;
  W.setActiveLeaf = function (leaf: any, p: any) {
    for (const l of this.leaves) l.elem__?.toggleClass('mod-active', l === leaf);
    this.activeEditor = leaf.view instanceof MarkdownView ? leaf.view : null;
    setActive.call(this, leaf, p);
  };
  W.updateOptions = function () {
    for (const v of host.editors) v.dispatch({});
  };
}
