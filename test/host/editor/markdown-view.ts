import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { Annotation, Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { diff_match_patch } from 'diff-match-patch';
import { Preview } from '../markdown/preview';
import { registries } from '../registries';
import { Keymap } from '../ui/keymap';
import type { WorkspaceLeaf } from '../workspace/leaf';
import { TextFileView } from '../workspace/view';
import { Editor } from './editor';
import { editorInfoField, editorLivePreviewField, obsidianTokens } from './fields';
import { lineClasses } from './line-classes';
import { livePreviewBlocks } from './live-preview';
import { tickTask } from './tick-task';

const plugins = new Compartment();
/** Marks changes that come from the file, not from typing. */
const fromFile = Annotation.define<boolean>();

/** Registered or removed editor extensions take effect in every open editor. */
export function refreshEditors(): void {
  for (const editor of registries.editors) {
    editor.dispatch({ effects: plugins.reconfigure([...registries.editorExtensions]) });
  }
}

/** Reading view, live preview and source mode of one note. */
export class MarkdownView extends TextFileView {
  readonly sourceEl: HTMLElement;
  readonly readingEl: HTMLElement;
  readonly editor: Editor;
  readonly previewMode: Preview;
  hoverPopover: unknown = null;
  private mode: 'source' | 'preview' = 'source';
  private source = false;
  private readonly cm: EditorView;
  private readonly noteHeadEl: HTMLElement;
  private noteClasses: readonly string[] = [];

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.readingEl = this.contentEl.createDiv({ cls: 'markdown-reading-view' });
    const preview = this.readingEl.createDiv({ cls: 'markdown-preview-view markdown-rendered is-readable-line-width' });
    const sizer = preview.createDiv({ cls: 'markdown-preview-sizer markdown-preview-section' });
    this.noteHeadEl = sizer.createDiv({ cls: 'mod-header mod-ui' });
    this.previewMode = this.addChild(new Preview(sizer));
    this.sourceEl = this.contentEl.createDiv({
      cls: 'markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width',
    });
    this.cm = new EditorView({ parent: this.sourceEl });
    this.editor = new Editor(this.cm);
    this.readingEl.addEventListener('click', (event) => {
      this.clicked(event);
    });
    this.readingEl.addEventListener('mouseover', (event) => {
      this.hovered(event);
    });
    this.registerEvent(
      this.app.metadataCache.on('changed', (file: unknown) => {
        if (file === this.file) this.showHead();
      }),
    );
    registries.editors.add(this.cm);
    this.register(() => {
      registries.editors.delete(this.cm);
      this.cm.destroy();
    });
  }

  getViewType(): string {
    return 'markdown';
  }
  getMode(): 'source' | 'preview' {
    return this.mode;
  }
  get currentMode(): { getScroll(): number; get(): string } {
    return { getScroll: () => 0, get: () => this.getViewData() };
  }
  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.source };
  }
  override async setState(state: unknown, result: unknown): Promise<void> {
    const next = (state ?? {}) as { mode?: string; source?: boolean };
    if (next.mode !== undefined) this.mode = next.mode === 'preview' ? 'preview' : 'source';
    if (next.source !== undefined) this.source = next.source;
    const shown = this.file;
    await super.setState(state, result);
    if (this.file === shown) this.reset(this.getViewData()); // another note is set up by its loading
    await this.showMode();
  }
  override setEphemeralState(state: unknown): void {
    const line = (state as { line?: number } | null)?.line;
    if (line !== undefined && line < this.editor.lineCount()) this.editor.setCursor(line, 0);
  }
  focus(): void {
    if (this.mode === 'source') this.cm.focus();
  }
  showSearch(): void {
    return undefined;
  }

  getViewData(): string {
    return this.cm.state.doc.toString();
  }
  setViewData(data: string, clear: boolean): void {
    if (clear) this.reset(data);
    else this.follow(data);
    if (!clear) void this.showMode();
  }
  clear(): void {
    this.previewMode.clear();
  }
  override async onRename(file: Parameters<TextFileView['onRename']>[0]): Promise<void> {
    await super.onRename(file);
    this.reset(this.getViewData());
    await this.showMode();
  }

  /** Typing and a change on disk are merged as the app does it, by diff-match-patch. */
  protected override merge(base: string, mine: string, theirs: string): string {
    const dmp = new diff_match_patch();
    return dmp.patch_apply(dmp.patch_make(base, mine), theirs)[0];
  }

  private async showMode(): Promise<void> {
    const reading = this.mode === 'preview';
    this.readingEl.toggle(reading);
    this.sourceEl.toggle(!reading);
    this.sourceEl.toggleClass('is-live-preview', !this.source);
    this.showHead();
    if (reading && this.file !== null) await this.previewMode.set(this.getViewData(), this.file.path);
    else this.previewMode.clear();
  }

  /** The note's own classes; and where the app is told to show them, its name and properties above it in reading view. */
  private showHead(): void {
    const { file, noteHeadEl } = this;
    const properties = file === null ? undefined : this.app.metadataCache.getFileCache(file)?.frontmatter;
    const classes = [properties?.['cssclasses'] ?? []].flat().map(String);
    for (const el of [this.previewMode.el, this.sourceEl]) {
      el.removeClasses([...this.noteClasses]);
      el.addClasses(classes);
    }
    this.noteClasses = classes;
    noteHeadEl.empty();
    const { config } = this.app.vault;
    if (config['showInlineTitle'] === true) noteHeadEl.createDiv({ cls: 'inline-title', text: file?.basename ?? '' });
    if (config['propertiesInDocument'] !== 'visible' || properties === undefined) return;
    const table = noteHeadEl.createDiv({ cls: 'metadata-container' });
    for (const [key, value] of Object.entries(properties)) table.createDiv({ text: `${key}: ${String(value)}` });
  }

  private reset(text: string): void {
    this.cm.setState(EditorState.create({ doc: text, extensions: this.extensions() }));
  }

  /** Takes over a text from the file by the smallest change, so that cursor and decorations stay where they are. */
  private follow(text: string): void {
    const old = this.getViewData();
    let start = 0;
    while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
    let end = 0;
    while (end < Math.min(old.length, text.length) - start && old[old.length - 1 - end] === text[text.length - 1 - end])
      end += 1;
    this.cm.dispatch({
      changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
      annotations: fromFile.of(true),
    });
  }

  private extensions(): Extension {
    return [
      editorLivePreviewField.init(() => this.mode === 'source' && !this.source),
      editorInfoField.init(() => this),
      livePreviewBlocks,
      lineClasses,
      history(),
      markdown({ extensions: [obsidianTokens] }),
      EditorView.lineWrapping,
      keymap.of([...defaultKeymap, ...historyKeymap]),
      Prec.low(plugins.of([...registries.editorExtensions])),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged || update.transactions.some((t) => t.annotation(fromFile))) return;
        this.requestSave();
        this.app.workspace.trigger('editor-change', this.editor, this);
      }),
    ];
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const link = target.closest<HTMLElement>('a.internal-link');
    if (link !== null && this.file !== null) {
      event.preventDefault();
      const href = link.dataset['href'] ?? link.getAttribute('href') ?? '';
      void this.app.workspace.openLinkText(href, this.file.path, Keymap.isModEvent(event));
      return;
    }
    const box = target.closest<HTMLInputElement>('.task-list-item-checkbox');
    if (box === null || this.file === null) return;
    const line = this.previewMode.lineOf(box);
    if (line !== null) void this.app.vault.process(this.file, (text) => tickTask(text, line, box.checked));
  }

  private hovered(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLElement>('a.internal-link');
    if (link === null) return;
    this.app.workspace.trigger('hover-link', {
      event,
      source: 'preview',
      hoverParent: this,
      targetEl: link,
      linktext: link.dataset['href'] ?? '',
      sourcePath: this.file?.path ?? '',
    });
  }
}
