/* eslint-disable @typescript-eslint/no-explicit-any */
// MarkdownView on real CodeMirror 6: source / live preview / reading, with live-preview code-block widgets.
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Prec, type Range, RangeSet, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view';
import { NodeProp } from '@lezer/common';
import * as mocks from 'obsidian-test-mocks/obsidian';
import { host } from '../state';
import { renderInto, renderSections } from '../markdown/legacy';

const M = mocks as any;
export const editorLivePreviewField = StateField.define<boolean>({ create: () => false, update: (v) => v });
export const editorInfoField = StateField.define<any>({
  create: () => ({ app: host.app, file: null, hoverPopover: null }),
  update: (v) => v,
});
export const editorViewField = editorInfoField;

// The app ships a fork of @codemirror/language with two more exports; plugins read token classes through the first.
export const tokenClassNodeProp = new NodeProp<string>();
export const lineClassNodeProp = new NodeProp<string>();
const TOKENS: Record<string, string> = {
  InlineCode: 'inline-code',
  FencedCode: 'hmd-codeblock',
  CodeText: 'hmd-codeblock',
  CodeMark: 'formatting formatting-code',
  Emphasis: 'em',
  StrongEmphasis: 'strong',
  Link: 'link',
  URL: 'url',
  Blockquote: 'quote',
  ATXHeading1: 'header header-1',
  ATXHeading2: 'header header-2',
  ATXHeading3: 'header header-3',
  ListMark: 'formatting formatting-list',
};
const obsidianTokens = { props: [tokenClassNodeProp.add((t) => TOKENS[t.name])] };

class BlockWidget extends WidgetType {
  private comp: any;
  constructor(
    readonly source: string,
    readonly path: string,
    readonly pos: number,
  ) {
    super();
  }
  override eq(o: BlockWidget): boolean {
    return o.source === this.source && o.path === this.path;
  }
  toDOM(): HTMLElement {
    const el = createDiv({ cls: 'cm-preview-code-block cm-embed-block markdown-rendered' });
    this.comp = M.Component.create__();
    this.comp.load();
    void renderInto(host.app, this.source, el, this.path, this.comp);
    return el;
  }
  override destroy(): void {
    this.comp?.unload();
  }
  override ignoreEvent(): boolean {
    return true;
  }
}
const livePreviewBlocks = StateField.define<DecorationSet>({
  create: (s) => blocks(s),
  update: (v, tr) =>
    tr.docChanged || tr.selection || syntaxTree(tr.startState) !== syntaxTree(tr.state) ? blocks(tr.state) : v,
  provide: (f) => EditorView.decorations.from(f),
});
function blocks(s: EditorState): DecorationSet {
  if (!s.field(editorLivePreviewField, false)) return RangeSet.empty;
  const out: Range<Decoration>[] = [];
  const sel = s.selection.main;
  syntaxTree(s).iterate({
    enter: (n) => {
      if (n.name !== 'FencedCode') return;
      const text = s.sliceDoc(n.from, n.to);
      const lang = /^`{3,}\s*([^\s`]+)/.exec(text)?.[1];
      if (!lang || !host.codeBlocks.has(lang) || (sel.from <= n.to && sel.to >= n.from)) return; // cursor inside: show source
      out.push(
        Decoration.replace({
          widget: new BlockWidget(text, s.field(editorInfoField).file?.path ?? '', n.from),
          block: true,
        }).range(n.from, n.to),
      );
    },
  });
  return Decoration.set(out);
}

const plugins = new Compartment();
export function refreshEditors(): void {
  for (const v of host.editors) v.dispatch({ effects: plugins.reconfigure([...host.editorExtensions]) });
}

class CmEditor extends M.Editor {
  // the mock's editor maths, over a real CodeMirror state
  constructor(readonly cm: EditorView) {
    super();
    const at = (side: 'anchor' | 'head'): PropertyDescriptor => ({
      get: () => {
        const o = cm.state.selection.main[side];
        const l = cm.state.doc.lineAt(o);
        return { line: l.number - 1, ch: o - l.from };
      },
      set: (p: any) => {
        const l = cm.state.doc.line(Math.min(p.line + 1, cm.state.doc.lines));
        const o = Math.min(l.from + p.ch, l.to);
        const m = cm.state.selection.main;
        cm.dispatch({ selection: side === 'anchor' ? { anchor: o, head: m.head } : { anchor: m.anchor, head: o } });
      },
    });
    Object.defineProperties(this, {
      content: {
        get: () => cm.state.doc.toString(),
        set: (s: string) => {
          // smallest change, so that decorations and selection map
          const old = cm.state.doc.toString();
          let a = 0;
          while (a < old.length && a < s.length && old[a] === s[a]) a++;
          let b = 0;
          while (b < old.length - a && b < s.length - a && old[old.length - 1 - b] === s[s.length - 1 - b]) b++;
          if (a + b < old.length || a + b < s.length)
            cm.dispatch({ changes: { from: a, to: old.length - b, insert: s.slice(a, s.length - b) } });
        },
      },
      anchor: at('anchor'),
      head: at('head'),
    });
  }
  override undo(): void {
    undo(this.cm);
  }
  override redo(): void {
    redo(this.cm);
  }
  override focus(): void {
    this.cm.focus();
  }
  override hasFocus(): boolean {
    return this.cm.hasFocus;
  }
}

export class MarkdownView extends M.MarkdownView {
  private cm!: EditorView;
  private live = true;
  private readEl!: HTMLElement;
  private readComp: any;
  override async onOpen(): Promise<void> {
    this.contentEl.empty();
    this.contentEl.addClass('markdown-view');
    this.readEl = this.contentEl
      .createDiv({ cls: 'markdown-reading-view' })
      .createDiv({ cls: 'markdown-preview-view markdown-rendered' });
  }
  override async setState(state: any, r: any): Promise<void> {
    await super.setState(state, r);
    this.file = host.app.vault.getFileByPath(state.file);
    this.data = await host.app.vault.read(this.file);
    this.mode = state.mode === 'preview' ? 'preview' : 'source';
    this.live = state.source !== true && this.mode === 'source';
    this.mountEditor();
    await this.showMode();
  }
  private mountEditor(): void {
    this.unmount();
    const ext: Extension = [
      editorLivePreviewField.init(() => this.live),
      editorInfoField.init(() => this),
      livePreviewBlocks,
      history(),
      markdown({ extensions: [obsidianTokens] }),
      EditorView.lineWrapping,
      keymap.of([...defaultKeymap, ...historyKeymap]),
      Prec.low(plugins.of([...host.editorExtensions])),
      EditorView.updateListener.of((u) => {
        if (u.docChanged) {
          this.data = u.state.doc.toString();
          host.app.workspace.trigger('editor-change', this.editor, this);
          this.requestSave();
        }
      }),
    ];
    const parent = this.contentEl.createDiv({
      cls: `markdown-source-view cm-s-obsidian mod-cm6${this.live ? ' is-live-preview' : ''}`,
    });
    this.cm = new EditorView({ parent, state: EditorState.create({ doc: this.data, extensions: ext }) });
    this.editor = new CmEditor(this.cm);
    host.editors.add(this.cm);
    this.srcEl = parent;
  }
  private unmount(): void {
    if (this.cm) {
      host.editors.delete(this.cm);
      this.cm.destroy();
      this.srcEl.remove();
    }
  }
  private async showMode(): Promise<void> {
    const preview = this.mode === 'preview';
    this.srcEl.toggle(!preview);
    this.readEl.parentElement!.toggle(preview);
    if (this.readComp) this.removeChild(this.readComp);
    this.readEl.empty();
    this.readComp = this.addChild(M.Component.create__());
    if (preview) await renderSections(this.data, this.readEl, this.file.path, this.readComp);
  }
  requestSave = (): void => {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => {
      void this.save();
    }, 2000);
  };
  override async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    if (this.file) await host.app.vault.modify(this.file, this.data);
  }
  override async onClose(): Promise<void> {
    await this.save();
    this.unmount();
  }
  private saveTimer: any = 0;
  private srcEl!: HTMLElement;
  override getDisplayText(): string {
    return this.file?.basename ?? '';
  }
}
