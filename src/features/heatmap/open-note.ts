import { Keymap, type App, type HoverParent, type PaneType } from 'obsidian';

/** Name under which Page preview knows links in heatmaps; registered once by the feature. */
export const HOVER_SOURCE = 'research-handbook-heatmap';

/**
 * Opens a note, at a line where one is given; modifier keys choose the pane, as everywhere in the app. By its file, not as
 * a link: the app makes a new, empty note for one that leads nowhere, and takes a `#` in a name for a heading.
 */
export async function openNote(app: App, path: string, line: number | null, pane: PaneType | boolean): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  await app.workspace.getLeaf(pane).openFile(file, { active: true, ...(line === null ? {} : { eState: { line } }) });
}

export function paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean {
  return Keymap.isModEvent(event);
}

/** Hears what opens a link's note: a click, or one with the middle button, for a tab of its own. */
export function listenForOpening(link: HTMLElement, open: (event: MouseEvent) => void): void {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    open(event);
  };
  link.addEventListener('click', onClick);
  link.addEventListener('auxclick', (event) => {
    if (event.button === 1) onClick(event);
  });
}

/** Lets Page preview show a note beside what the pointer is over. */
export function previewNote(
  app: App,
  hoverParent: HoverParent,
  event: MouseEvent,
  targetEl: HTMLElement,
  linktext: string,
): void {
  app.workspace.trigger('hover-link', { event, source: HOVER_SOURCE, hoverParent, targetEl, linktext, sourcePath: '' });
}
