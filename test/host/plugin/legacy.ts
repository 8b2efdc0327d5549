/* eslint-disable @typescript-eslint/no-explicit-any */
// Plugin whose registrations take effect and are undone on unload; data.json on disk.
import * as mocks from 'obsidian-test-mocks/obsidian';
import { refreshEditors } from '../editor/legacy';
import { codeBlockPostProcessor, MarkdownPreviewRenderer } from '../markdown/legacy';
import { host } from '../state';
import { setIcon } from '../ui/legacy';

const M = mocks as any;
const put = (p: any, map: Map<string, any>, key: string, value: any): void => {
  map.set(key, value);
  p.register(() => {
    map.delete(key);
  });
};

export class Plugin extends M.Plugin {
  override addCommand(cmd: any): any {
    const full = { ...cmd, id: `${this.manifest.id}:${cmd.id}`, name: `${this.manifest.name}: ${cmd.name}` };
    put(this, host.commands, full.id, full);
    super.addCommand(cmd);
    return full;
  }
  override removeCommand(id: string): void {
    host.commands.delete(`${this.manifest.id}:${id}`);
    super.removeCommand(id);
  }
  override registerView(type: string, make: any): void {
    if (host.views.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    put(this, host.views, type, make);
    super.registerView(type, make);
    this.register(() => {
      this.app.workspace.detachLeavesOfType(type);
    });
  }
  override registerMarkdownPostProcessor(fn: any, order = 0): any {
    MarkdownPreviewRenderer.registerPostProcessor(fn, order);
    this.register(() => {
      MarkdownPreviewRenderer.unregisterPostProcessor(fn);
    });
    return fn;
  }
  override registerMarkdownCodeBlockProcessor(lang: string, handler: any, order = 0): any {
    if (host.codeBlocks.has(lang))
      throw new Error(`Code block postprocessor for language ${lang} is already registered`);
    put(this, host.codeBlocks, lang, handler);
    this.markdownCodeBlockProcessors__.set(lang, handler);
    return this.registerMarkdownPostProcessor(codeBlockPostProcessor(lang, handler), order);
  }
  override registerEditorExtension(ext: any): void {
    host.editorExtensions.push(ext);
    refreshEditors();
    super.registerEditorExtension(ext);
    this.register(() => {
      host.editorExtensions = host.editorExtensions.filter((e) => e !== ext);
      refreshEditors();
    });
  }
  override registerBasesView(id: string, reg: any): boolean {
    put(this, host.basesViews, id, { ...reg, plugin: this });
    return super.registerBasesView(id, reg);
  }
  override registerCliHandler(cmd: string, desc: string, flags: any, handler: any): void {
    if (host.cli.has(cmd)) throw new Error(`CLI command "${cmd}" is already registered`);
    put(this, host.cli, cmd, { desc, flags, handler });
    super.registerCliHandler(cmd, desc, flags, handler);
  }
  override addRibbonIcon(icon: string, title: string, cb: any): HTMLElement {
    const el = document
      .querySelector<HTMLElement>('.workspace-ribbon')!
      .createDiv({ cls: 'clickable-icon side-dock-ribbon-action', attr: { 'aria-label': title } });
    setIcon(el, icon);
    el.addEventListener('click', cb);
    this.register(() => {
      el.remove();
    });
    return el;
  }
  override addStatusBarItem(): HTMLElement {
    const el = document
      .querySelector<HTMLElement>('.status-bar')!
      .createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
    this.register(() => {
      el.remove();
    });
    return el;
  }
  private dataPath(): string {
    return `${this.manifest.dir ?? `.obsidian/plugins/${this.manifest.id}`}/data.json`;
  }
  override async loadData(): Promise<any> {
    const a = this.app.vault.adapter;
    return (await a.exists(this.dataPath())) ? JSON.parse(await a.read(this.dataPath())) : null;
  }
  override async saveData(data: any): Promise<void> {
    const a = this.app.vault.adapter;
    await a.mkdir(this.dataPath().replace(/\/[^/]*$/, ''));
    await a.write(this.dataPath(), JSON.stringify(data, null, 2));
  }
}

/** Bases: the host gives the view its app (the mock makes up another one) and can create files. */
export class BasesView extends M.BasesView {
  constructor(controller: any) {
    super(controller);
    this.app = host.app;
  }
  override async createFileForView(name = 'Untitled', edit?: (fm: any) => void): Promise<void> {
    const f = await host.app.vault.create(host.app.vault.getAvailablePath__(name, 'md'), '');
    if (edit) await host.app.fileManager.processFrontMatter(f, edit);
  }
}
const toValue = (v: unknown): any => {
  if (v === null || v === undefined) return M.NullValue.create__?.() ?? null;
  if (typeof v === 'number') return new M.NumberValue(v);
  if (typeof v === 'boolean') return new M.BooleanValue(v);
  if (Array.isArray(v)) return new M.ListValue(v.map(toValue));
  if (typeof v === 'string' && /^\d{4}-\d{2}-\d{2}/.test(v)) return new M.DateValue(new Date(v), v.includes('T'));
  return typeof v === 'object' ? new M.ObjectValue(v) : new M.StringValue(String(v));
};
export function openBases(
  id: string,
  el: HTMLElement,
  options: Record<string, unknown> = {},
  filter: (f: any) => boolean = () => true,
): any {
  const reg = host.basesViews.get(id);
  const app = host.app;
  const controller = M.QueryController.create2__(app, reg.plugin, el, null);
  const view = reg.factory(controller, el);
  for (const [k, v] of Object.entries(options)) view.config.set(k, v);
  const refresh = (): void => {
    const entries = app.vault
      .getMarkdownFiles()
      .filter(filter)
      .map((f: any) => {
        const e = M.BasesEntry.create__({}, f);
        const fm = app.metadataCache.getFileCache(f)?.frontmatter ?? {};
        for (const [k, v] of Object.entries(fm)) e.setValue__(`note.${k}`, toValue(v));
        e.setValue__('file.name', new M.StringValue(f.basename));
        e.setValue__('file.path', new M.StringValue(f.path));
        return e;
      });
    const group = M.BasesEntryGroup.create__?.({}, entries) ?? { entries };
    view.data.setData__(entries);
    view.data.setGroupedData__([group]);
    view.onDataUpdated();
  };
  controller.addChild(view);
  controller.load();
  controller.registerEvent(app.metadataCache.on('resolved', refresh));
  refresh();
  return { view, controller, refresh };
}
