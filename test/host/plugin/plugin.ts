// A plugin's registrations: each takes effect at once and is undone when the plugin unloads.
import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { Component } from '../base/component';
import { type BasesRegistration, closeBases } from '../bases/register';
import { refreshEditors } from '../editor/markdown-view';
import { codeBlockPostProcessor, registerPostProcessor, unregisterPostProcessor } from '../markdown/process';
import {
  type CliRegistration,
  type CodeBlockHandler,
  type Command,
  type PostProcessor,
  registries,
} from '../registries';
import { setIcon } from '../ui/icons';
import { SettingTab } from '../ui/setting-tab';
import type { WorkspaceLeaf } from '../workspace/leaf';
import type { View } from '../workspace/view';

export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly dir: string;
}

export abstract class Plugin extends Component {
  settings: unknown;
  readonly settingTabs: SettingTab[] = [];

  constructor(
    readonly app: App,
    readonly manifest: Manifest,
  ) {
    super();
  }

  /** The user has just switched the plugin on (1.7.2). */
  onUserEnable(): void {
    return undefined;
  }
  /** `data.json` was changed by another program (1.5.7); not called where a plugin has none of its own. */
  onExternalSettingsChange?(): unknown;

  addCommand(command: Command): Command {
    const full = {
      ...command,
      id: `${this.manifest.id}:${command.id}`,
      name: `${this.manifest.name}: ${command.name}`,
    };
    this.put(registries.commands, full.id, full);
    return full;
  }
  removeCommand(id: string): void {
    registries.commands.delete(`${this.manifest.id}:${id}`);
  }
  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.frame('.workspace-ribbon').createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { 'aria-label': title, 'data-tooltip-position': 'right' },
    });
    setIcon(el, icon);
    el.addEventListener('click', (event) => void callback(event));
    this.register(() => {
      el.remove();
    });
    return el;
  }
  addStatusBarItem(): HTMLElement {
    const el = this.frame('.status-bar').createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
    this.register(() => {
      el.remove();
    });
    return el;
  }
  addSettingTab(tab: SettingTab): void {
    this.settingTabs.push(tab);
    tab.update(); // the app takes the definitions once for its search
    this.register(() => {
      this.settingTabs.remove(tab);
    });
  }
  registerView(type: string, create: (leaf: WorkspaceLeaf) => View): void {
    if (registries.views.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.put(registries.views, type, create);
    this.register(() => {
      this.app.workspace.detachLeavesOfType(type);
    });
  }
  registerHoverLinkSource(id: string, info: { display: string; defaultMod: boolean }): void {
    this.put(registries.hoverSources, id, info);
  }
  registerExtensions(_extensions: string[], _type: string): void {
    return undefined;
  }
  registerMarkdownPostProcessor(run: PostProcessor, order = 0): PostProcessor {
    registerPostProcessor(run, order);
    this.register(() => {
      unregisterPostProcessor(run);
    });
    return run;
  }
  registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler, order = 0): PostProcessor {
    if (registries.codeBlocks.has(language)) {
      throw new Error(`Code block postprocessor for language ${language} is already registered`);
    }
    this.put(registries.codeBlocks, language, handler);
    return this.registerMarkdownPostProcessor(codeBlockPostProcessor(language, handler), order);
  }
  registerEditorExtension(extension: Extension): void {
    registries.editorExtensions.push(extension);
    refreshEditors();
    this.register(() => {
      registries.editorExtensions = registries.editorExtensions.filter((other) => other !== extension);
      refreshEditors();
    });
  }
  registerEditorSuggest(_suggest: unknown): void {
    return undefined;
  }
  /** False where Bases is switched off (`app.internalPlugins`). */
  registerBasesView(id: string, registration: BasesRegistration): boolean {
    if (!this.app.basesEnabled) return false;
    if (registries.basesViews.has(id)) return false;
    this.put(registries.basesViews, id, registration);
    this.register(() => {
      closeBases(id);
    });
    return true;
  }
  registerCliHandler(
    command: string,
    description: string,
    flags: CliRegistration['flags'],
    handler: CliRegistration['handler'],
  ): void {
    if (registries.cli.has(command)) throw new Error(`CLI command "${command}" is already registered`);
    this.put(registries.cli, command, { description, flags, handler });
  }
  registerObsidianProtocolHandler(action: string, handler: (params: Record<string, string>) => unknown): void {
    if (registries.protocols.has(action)) throw new Error(`Protocol handler "${action}" is already registered`);
    this.put(registries.protocols, action, handler);
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    const path = `${this.manifest.dir}/data.json`;
    if (!(await adapter.exists(path))) return null;
    return JSON.parse(await adapter.read(path)) as unknown;
  }
  async saveData(data: unknown): Promise<void> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(this.manifest.dir))) await adapter.mkdir(this.manifest.dir);
    await adapter.write(`${this.manifest.dir}/data.json`, JSON.stringify(data, null, 2));
  }

  private put<T>(registry: Map<string, T>, key: string, value: T): void {
    registry.set(key, value);
    this.register(() => {
      if (registry.get(key) === value) registry.delete(key);
    });
  }

  private frame(selector: string): HTMLElement {
    const el = document.querySelector<HTMLElement>(selector);
    if (el === null) throw new Error(`The frame has no ${selector}`);
    return el;
  }
}

interface WithSettings {
  settings: Record<string, unknown>;
  saveData(data: unknown): Promise<void>;
}

/** A plugin's tab: without overrides, controls read and write `plugin.settings` and save it. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    private readonly owner: Plugin,
  ) {
    super(app);
  }
  override getControlValue(key: string): unknown {
    return (this.owner as unknown as Partial<WithSettings>).settings?.[key];
  }
  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { settings } = this.owner as unknown as WithSettings;
    settings[key] = value;
    await this.owner.saveData(settings);
  }
}
