// What the app's editor marks lines with, as far as pictures need it: headings, properties, comments, code, lists.
import { type EditorState, type Range, RangeSet, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { visibleBody } from '../markdown/body';

function classOf(text: string, isFrontmatter: boolean, isComment: boolean, inCode: boolean): string | null {
  if (isFrontmatter) return 'cm-hmd-frontmatter';
  if (inCode) return 'HyperMD-codeblock HyperMD-codeblock-bg';
  if (isComment) return 'cm-comment';
  const level = /^(#{1,6})\s/.exec(text)?.[1]?.length;
  if (level !== undefined) return `HyperMD-header HyperMD-header-${String(level)}`;
  if (/^\s*>/.test(text)) return 'HyperMD-quote';
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text) ? 'HyperMD-list-line' : null;
}

function marked(state: EditorState): DecorationSet {
  const { body, skipped } = visibleBody(state.doc.toString());
  const shown = body.split('\n');
  const found: Range<Decoration>[] = [];
  let inCode = false;
  for (let n = 1; n <= state.doc.lines; n++) {
    const line = state.doc.line(n);
    const fence = n > skipped && /^\s*(?:`{3,}|~{3,})/.test(line.text);
    const visible = n <= skipped ? '' : (shown[n - 1 - skipped] ?? '');
    const isComment = line.text.trim() !== '' && visible.trim() === '';
    const cls = classOf(line.text, n <= skipped, isComment, inCode || fence);
    if (fence) inCode = !inCode;
    if (cls !== null) found.push(Decoration.line({ class: cls }).range(line.from));
  }
  return RangeSet.of(found);
}

export const lineClasses = StateField.define<DecorationSet>({
  create: marked,
  update: (value, transaction) => (transaction.docChanged ? marked(transaction.state) : value),
  provide: (field) => EditorView.decorations.from(field),
});
