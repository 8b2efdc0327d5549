import { MarkdownView } from '../editor/markdown-view';
import { type Command, registries, theApp } from '../registries';

/** Whether the palette would offer the command now. */
export function isAvailable(command: Command): boolean {
  const view = theApp().workspace.getActiveViewOfType(MarkdownView);
  if (command.editorCheckCallback !== undefined) {
    return view !== null && command.editorCheckCallback(true, view.editor, view) === true;
  }
  if (command.editorCallback !== undefined) return view !== null;
  if (command.checkCallback !== undefined) return command.checkCallback(true) === true;
  return true;
}

/** Runs the command and waits for what it answers; false where it is not available now. */
export async function runCommand(id: string): Promise<boolean> {
  const command = registries.commands.get(id);
  if (command === undefined) throw new Error(`There is no command ${id}`);
  if (!isAvailable(command)) return false;
  const view = theApp().workspace.getActiveViewOfType(MarkdownView);
  if (command.editorCheckCallback !== undefined) await command.editorCheckCallback(false, view?.editor, view);
  else if (command.editorCallback !== undefined) await command.editorCallback(view?.editor, view);
  else if (command.checkCallback !== undefined) await command.checkCallback(false);
  else await command.callback?.();
  return true;
}
