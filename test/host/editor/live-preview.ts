// Live preview: code blocks that a plugin draws are shown drawn, unless the cursor is in them.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, RangeSet, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { Component } from '../base/component';
import { contextFor } from '../markdown/process';
import { setIcon } from '../ui/icons';
import { registries, type SectionInfo } from '../registries';
import { editorInfoField, editorLivePreviewField } from './fields';

class CodeBlockWidget extends WidgetType {
  private owner: Component | null = null;

  constructor(
    private readonly language: string,
    private readonly source: string,
    private readonly path: string,
  ) {
    super();
  }

  override eq(other: CodeBlockWidget): boolean {
    return other.language === this.language && other.source === this.source && other.path === this.path;
  }

  override toDOM(view: EditorView): HTMLElement {
    const wrapper = createDiv({
      cls: `cm-preview-code-block cm-embed-block markdown-rendered cm-lang-${this.language}`,
    });
    const el = wrapper.createDiv({ cls: `block-language-${this.language}` });
    const edit = wrapper.createDiv({ cls: 'edit-block-button', attr: { 'aria-label': 'Edit this block' } });
    setIcon(edit, 'code-2');
    edit.addEventListener('click', () => {
      view.dispatch({ selection: { anchor: view.posAtDOM(wrapper) + 1 } });
      view.focus();
    });
    this.owner = new Component();
    void this.owner.load();
    const info = (): SectionInfo | null => {
      if (!wrapper.isConnected) return null;
      const from = view.state.doc.lineAt(view.posAtDOM(wrapper));
      const lineStart = from.number - 1;
      return { text: view.state.doc.toString(), lineStart, lineEnd: lineStart + this.source.split('\n').length + 1 };
    };
    const handler = registries.codeBlocks.get(this.language);
    void (async () => {
      try {
        await handler?.(this.source, el, contextFor(this.path, this.owner ?? new Component(), info));
      } catch (error) {
        el.createEl('pre', { text: String(error) });
        console.error(error);
      }
    })();
    return wrapper;
  }

  override destroy(): void {
    this.owner?.unload();
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function drawn(state: EditorState): DecorationSet {
  if (!state.field(editorLivePreviewField, false)) return RangeSet.empty;
  const path = state.field(editorInfoField)?.file?.path ?? '';
  const { from: cursorFrom, to: cursorTo } = state.selection.main;
  const found: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    enter: (node) => {
      if (node.name !== 'FencedCode') return;
      const text = state.sliceDoc(node.from, node.to);
      const language = /^[`~]{3,}\s*([^\s`{]+)/.exec(text)?.[1];
      if (language === undefined || !registries.codeBlocks.has(language)) return;
      if (cursorFrom <= node.to && cursorTo >= node.from) return;
      const source = text.split('\n').slice(1, -1).join('\n');
      const widget = new CodeBlockWidget(language, source, path);
      found.push(Decoration.replace({ widget, block: true }).range(node.from, node.to));
    },
  });
  return Decoration.set(found);
}

export const livePreviewBlocks = StateField.define<DecorationSet>({
  create: drawn,
  update: (value, transaction) =>
    transaction.docChanged ||
    transaction.selection !== undefined ||
    syntaxTree(transaction.startState) !== syntaxTree(transaction.state) ||
    transaction.reconfigured
      ? drawn(transaction.state)
      : value,
  provide: (field) => EditorView.decorations.from(field),
});
