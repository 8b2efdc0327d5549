import { MarkdownView, stripHeadingForLink, type Workspace } from 'obsidian';
import type { Context } from '../../context';
import type { Asked } from './asking';

/** The note that was edited last, however long ago another view took its place before the student. */
export class LastNote {
  private note: MarkdownView | null;

  /** @param follow - registers a listener of the workspace */
  constructor(
    private readonly workspace: Workspace,
    follow: (stop: ReturnType<Workspace['on']>) => void,
  ) {
    this.note = workspace.getActiveViewOfType(MarkdownView);
    follow(
      workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view instanceof MarkdownView) this.note = leaf.view;
      }),
    );
  }

  /** Null where it is closed, or shown to be read. */
  get(): MarkdownView | null {
    const { note } = this;
    const isOpen = this.workspace.getLeavesOfType('markdown').some(({ view }) => view === note);
    return isOpen && note?.getMode() === 'source' ? note : null;
  }
}

/** Puts the quotations of an answer that were found where the cursor stands, each with a link; says where there is no such place. */
export function insertQuotations(
  { app, notify, i18n }: Context,
  note: MarkdownView | null,
  { parts, passages }: Asked,
): void {
  if (note?.file == null) {
    notify.warn(i18n.ui.search.noEditor);
    return;
  }
  const { editor, file } = note;
  const { line, ch } = editor.getCursor('from');
  const quotations = parts.flatMap(({ n, text, valid }) => {
    const passage = valid ? passages[(n ?? 0) - 1] : undefined;
    const linked = passage === undefined ? null : app.vault.getFileByPath(passage.path);
    if (passage === undefined || linked === null) return [];
    const subpath = passage.heading === '' ? '' : `#${stripHeadingForLink(passage.heading)}`;
    const link = app.fileManager.generateMarkdownLink(linked, file.path, subpath);
    return `${text.trim().replace(/^/gm, '> ')}\n>\n> — ${link}\n`;
  });
  const isWithin = editor.getLine(line).slice(0, ch).trim() !== '';
  editor.replaceSelection(`${isWithin ? '\n\n' : ''}${quotations.join('\n')}`);
  void app.workspace.revealLeaf(note.leaf);
}
