import { Keymap, type App, type HoverParent } from 'obsidian';

export const HOVER_SOURCE = 'research-handbook-home';

export interface NoteLinkTarget {
  /** Path of the note. */
  readonly path: string;
  /** Line to go to, from 0. */
  readonly line?: number;
  readonly text: string;
  readonly cls: string;
}

/** A link to a note that opens as the app's own do: modifiers and the middle button in a new tab, preview on hover. */
export function drawNoteLink(app: App, parent: HTMLElement, target: NoteLinkTarget): HTMLAnchorElement {
  const link = parent.createEl('a', {
    cls: target.cls,
    text: target.text,
    attr: { href: target.path, 'data-key': `${target.path}:${String(target.line ?? '')}:${target.cls}` },
  });
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void openNote(app, target, event);
  };
  link.addEventListener('click', open);
  link.addEventListener('auxclick', (event) => {
    if (event.button === 1) open(event);
  });
  const hoverParent: HoverParent = { hoverPopover: null };
  link.addEventListener('mouseover', (event) => {
    app.workspace.trigger('hover-link', {
      event,
      source: HOVER_SOURCE,
      hoverParent,
      targetEl: link,
      linktext: target.path,
      sourcePath: '',
    });
  });
  return link;
}

async function openNote(app: App, { path, line }: NoteLinkTarget, event: MouseEvent): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  const leaf = app.workspace.getLeaf(Keymap.isModEvent(event));
  await leaf.openFile(file, { active: true, ...(line === undefined ? {} : { eState: { line } }) });
}
