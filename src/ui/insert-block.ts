import type { Editor } from 'obsidian';

/** Puts a text on lines of its own where the cursor stands, with an empty line around it, and the cursor below. */
export function insertBlock(editor: Editor, block: string): void {
  const [from, to] = [editor.getCursor('from'), editor.getCursor('to')];
  const before = editor.getLine(from.line).slice(0, from.ch);
  const after = editor.getLine(to.line).slice(to.ch);
  const above = before.trim() !== '' ? '\n\n' : isFilled(editor, from.line - 1) ? '\n' : '';
  const below = after.trim() !== '' ? '\n\n' : '\n';
  editor.replaceSelection(`${above}${block}${below}`);
}

function isFilled(editor: Editor, line: number): boolean {
  return line >= 0 && editor.getLine(line).trim() !== '';
}
