import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { MarkdownView, type App } from 'obsidian';

/** Where the line begins. */
const flash = StateEffect.define<number>();

/** Draws the line that a jump has led to, until the cursor leaves it or something is typed; how it fades is its style's. */
export const lineFlash = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, { state, effects, docChanged, selection }) => {
    const to = effects.find((effect) => effect.is(flash));
    if (to !== undefined) return Decoration.set([Decoration.line({ class: 'rh-flash' }).range(to.value)]);
    return docChanged || (selection !== undefined && !isAtCursor(value, state)) ? Decoration.none : value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function isAtCursor(value: DecorationSet, { doc, selection }: EditorState): boolean {
  return value.iter().from === doc.lineAt(selection.main.head).from;
}

/** Brings the line of the note that is before the student, from 0, into view. In reading view the app does so by itself. */
export function flashLine(app: App, line: number): void {
  const dom = app.workspace.getActiveViewOfType(MarkdownView)?.contentEl.querySelector<HTMLElement>('.cm-editor');
  const editor = dom == null ? null : EditorView.findFromDOM(dom);
  if (editor === null || line >= editor.state.doc.lines) return;
  const { from } = editor.state.doc.line(line + 1);
  editor.dispatch({ effects: [flash.of(from), EditorView.scrollIntoView(from, { y: 'center' })] });
}
