import { FileView, Keymap, type App, type HoverParent, type PaneType, type WorkspaceLeaf } from 'obsidian';
import { flashLine } from './line-flash';

/** Where in a note, and where in the window. */
export interface OpenPlace {
  /** Line to go to, from 0, and to show for a moment; null or left out: where the app puts the student. */
  readonly line?: number | null;
  /** As `Keymap.isModEvent` answers; left out: in the tab that is active. */
  readonly pane?: PaneType | boolean;
  /** In reading view; left out, as the app opens notes. */
  readonly reading?: boolean;
}

/**
 * Opens a note by its file, not as a link: the app makes a new, empty note for one that leads nowhere, and takes a `#` in a
 * name for a heading. A note that is before the student already stays as they have it, cursor and all.
 *
 * @returns whether the note is there
 */
export async function openNote(
  app: App,
  path: string,
  { line = null, pane = false, reading = false }: OpenPlace = {},
): Promise<boolean> {
  const { vault, workspace } = app;
  const file = vault.getFileByPath(path);
  if (file === null) return false;
  const isShown = workspace.getActiveViewOfType(FileView)?.file?.path === path;
  if (isShown && pane === false && line === null && !reading) return true;
  await workspace.getLeaf(pane).openFile(file, {
    active: true,
    ...(reading ? { state: READING } : {}),
    ...(line === null ? {} : { eState: { line } }),
  });
  if (line !== null && !reading) flashLine(app, line);
  return true;
}

/** Turns a tab that shows a note to reading view; what was typed in it stays, and is saved as ever. */
export async function showReading(leaf: WorkspaceLeaf): Promise<void> {
  const shown = leaf.getViewState();
  if (shown.state?.['mode'] === READING.mode) return;
  await leaf.setViewState({ ...shown, state: { ...shown.state, ...READING } });
}

const READING = { mode: 'preview' };

/** Which pane the keys that are held ask for, as everywhere in the app. */
export function paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean {
  return Keymap.isModEvent(event);
}

/** Hears what opens a link's note: a click, or one with the middle button, for a tab of its own. */
export function listenForOpening(link: HTMLElement, open: (event: MouseEvent) => void): void {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    open(event);
  };
  link.addEventListener('click', onClick);
  link.addEventListener('auxclick', (event) => {
    if (event.button === 1) onClick(event);
  });
}

export interface NotePreview {
  /** Name under which the feature registered its links with Page preview. */
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement;
  readonly path: string;
}

/** Lets Page preview show a note beside what the pointer is over. */
export function previewNote(app: App, event: MouseEvent, { path, ...preview }: NotePreview): void {
  app.workspace.trigger('hover-link', { event, ...preview, linktext: path, sourcePath: '' });
}
