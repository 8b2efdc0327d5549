// Obsidian's `Editor` over a CodeMirror view: positions by line and column.
import { indentLess, indentMore, redo, undo } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export interface EditorPosition {
  line: number;
  ch: number;
}
interface Change {
  text: string;
  from: EditorPosition;
  to?: EditorPosition;
}
interface Selection {
  anchor: EditorPosition;
  head?: EditorPosition;
}

export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }
  refresh(): void {
    this.cm.requestMeasure();
  }
  getValue(): string {
    return this.cm.state.doc.toString();
  }
  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
  }
  getLine(line: number): string {
    return line >= 0 && line < this.lineCount() ? this.cm.state.doc.line(line + 1).text : '';
  }
  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }
  lineCount(): number {
    return this.cm.state.doc.lines;
  }
  lastLine(): number {
    return this.lineCount() - 1;
  }
  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.cm.state.sliceDoc(from, to);
  }
  somethingSelected(): boolean {
    return !this.cm.state.selection.main.empty;
  }
  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }
  replaceSelection(replacement: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(replacement));
  }
  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from): void {
    this.cm.dispatch({ changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement } });
  }
  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }
  listSelections(): { anchor: EditorPosition; head: EditorPosition }[] {
    return this.cm.state.selection.ranges.map((range) => ({
      anchor: this.offsetToPos(range.anchor),
      head: this.offsetToPos(range.head),
    }));
  }
  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
  }
  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }
  setSelections(ranges: Selection[], main = 0): void {
    const selections = ranges.map(({ anchor, head }) =>
      EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)),
    );
    this.cm.dispatch({ selection: EditorSelection.create(selections, main) });
  }
  focus(): void {
    this.cm.focus();
  }
  blur(): void {
    this.cm.contentDOM.blur();
  }
  hasFocus(): boolean {
    return this.cm.hasFocus;
  }
  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }
  scrollTo(x?: number | null, y?: number | null): void {
    this.cm.scrollDOM.scrollTo(x ?? 0, y ?? 0);
  }
  scrollIntoView(range: { from: EditorPosition; to: EditorPosition }, center = false): void {
    this.cm.dispatch({
      effects: EditorView.scrollIntoView(this.posToOffset(range.from), { y: center ? 'center' : 'nearest' }),
    });
  }
  undo(): void {
    undo(this.cm);
  }
  redo(): void {
    redo(this.cm);
  }
  exec(command: string): void {
    if (command === 'indentMore') indentMore(this.cm);
    else if (command === 'indentLess') indentLess(this.cm);
    else throw new Error(`The host has no editor command ${command}`);
  }
  transaction(tx: {
    changes?: Change[];
    selection?: { from: EditorPosition; to?: EditorPosition };
    replaceSelection?: string;
  }): void {
    const changes = (tx.changes ?? []).map(({ text, from, to }) => ({
      from: this.posToOffset(from),
      to: this.posToOffset(to ?? from),
      insert: text,
    }));
    if (changes.length > 0) this.cm.dispatch({ changes });
    if (tx.replaceSelection !== undefined) this.replaceSelection(tx.replaceSelection);
    if (tx.selection !== undefined) this.setSelection(tx.selection.from, tx.selection.to ?? tx.selection.from);
  }
  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => Change | void,
  ): void {
    const lines = Array.from({ length: this.lineCount() }, (_, line) => ({ line, text: this.getLine(line) }));
    const values = lines.map(({ line, text }) => read(line, text));
    const changes = lines
      .map(({ line, text }, i) => write(line, text, values[i] ?? null))
      .filter((c) => c !== undefined);
    this.transaction({ changes: changes as Change[] });
  }
  wordAt(pos: EditorPosition): { from: EditorPosition; to: EditorPosition } | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }
  posToOffset(pos: EditorPosition): number {
    const line = this.cm.state.doc.line(Math.max(1, Math.min(pos.line + 1, this.lineCount())));
    return Math.min(line.from + Math.max(0, pos.ch), line.to);
  }
  offsetToPos(offset: number): EditorPosition {
    const at = Math.max(0, Math.min(offset, this.cm.state.doc.length));
    const line = this.cm.state.doc.lineAt(at);
    return { line: line.number - 1, ch: at - line.from };
  }
}
