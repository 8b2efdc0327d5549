import type { Editor } from 'obsidian';

/** Puts a block on lines of its own where the cursor stands, and the cursor below it. */
export function insertBlock(editor: Editor, block: string): void {
  const { line, ch } = editor.getCursor('from');
  const text = editor.getLine(line);
  const before = text.slice(0, ch).trim() === '' ? '' : '\n\n';
  const after = text.slice(editor.getCursor('to').ch).trim() === '' ? '\n' : '\n\n';
  editor.replaceSelection(`${before}${block}${after}`);
}
