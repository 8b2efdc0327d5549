import type { App, MarkdownPostProcessorContext } from 'obsidian';
import { readNoteOptions } from '../core/options/note-option';
import type { Yaml } from '../core/ports';
import type { Wordings } from '../i18n';
import { writeWithCode } from './error-box';
import { LiveBlock, type Drawing } from './live-block';
import { LookedAt } from './looked-at';
import { drawProblems } from './option-problem';

/** What of the context a block about one note needs. */
export interface NoteBlockContext {
  readonly app: App;
  readonly yaml: Yaml;
  readonly i18n: { readonly ui: Wordings };
  readonly codeBlocks: {
    register(
      name: string,
      draw: (source: string, el: HTMLElement, note: MarkdownPostProcessorContext) => Promise<void>,
    ): void;
  };
}

/**
 * Registers a block that shows one note: that of its `path`, else its own.
 *
 * @param draw - gets where the note is; it may move
 */
export function registerNoteBlock(
  { app, yaml, i18n, codeBlocks }: NoteBlockContext,
  name: string,
  draw: (parent: HTMLElement, path: () => string) => Drawing,
): void {
  const { options: t, common } = i18n.ui;
  codeBlocks.register(name, (source, el, note) =>
    new LiveBlock(el, {
      settings: { subscribe: () => () => undefined },
      follow: [],
      read: () => readNoteOptions(source, yaml),
      drawProblems: (parent, problems) => {
        drawProblems(parent, problems, { ...t, langTag: common.langTag }, source);
      },
      draw: (parent, { options }) => {
        const path = options.path ?? note.sourcePath;
        const file = app.vault.getFileByPath(path) ?? app.metadataCache.getFirstLinkpathDest(path, note.sourcePath);
        return draw(parent, () => file?.path ?? path);
      },
    }).showIn(note),
  );
}

/** What a kind of note that a block shows has of its own. */
export interface ShownNote<T> {
  /** Its class, and what it is called. */
  readonly cls: string;
  readonly label: string;
  /** Calls back when what is looked at may be another; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Plain data of the note at a path; null where it is none of the kind. */
  look(path: string): Promise<T | null>;
  draw(el: HTMLElement, model: T): void;
  /** Says that the note at a path is none. */
  isNone(path: string): string;
}

/** How `registerNoteBlock` draws notes of a kind, and keeps what it drew current. */
export function noteDrawing<T>(
  { i18n }: Pick<NoteBlockContext, 'i18n'>,
  shown: ShownNote<T>,
): (el: HTMLElement, path: () => string) => Drawing {
  const attr = { lang: i18n.ui.common.langTag, role: 'group', 'aria-label': shown.label };
  return (el, path) =>
    new LookedAt<{ readonly found: T | null; readonly at: string }>(el.createDiv({ cls: shown.cls, attr }), {
      subscribe: (listener) => shown.subscribe(listener),
      look: async () => {
        const at = path();
        return { found: await shown.look(at), at };
      },
      draw: (parent, { found, at }) => {
        if (found === null) writeWithCode(parent.createDiv('rh-muted'), shown.isNone(at));
        else shown.draw(parent, found);
      },
    });
}
