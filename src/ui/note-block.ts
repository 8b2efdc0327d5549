import { Component, type App, type MarkdownPostProcessorContext } from 'obsidian';
import { readNoteOptions } from '../core/options/note-option';
import type { Yaml } from '../core/ports';
import type { Wordings } from '../i18n';
import { writeWithCode } from './error-box';
import { LiveBlock, type Drawing } from './live-block';
import { drawProblems } from './option-problem';
import { redrawOnChange } from './redraw-on-change';

/** What of the context a block about one note needs. */
export interface NoteBlockContext {
  readonly app: App;
  readonly yaml: Yaml;
  readonly i18n: { readonly ui: Wordings };
}

/** What a kind of block about one note has of its own. */
export interface NoteBlockParts<T> {
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

/** Draws a block about one note, that at its `path` or its own, and keeps it current. */
export function drawNoteBlock<T>(
  { app, yaml, i18n }: NoteBlockContext,
  source: string,
  el: HTMLElement,
  note: MarkdownPostProcessorContext,
  parts: NoteBlockParts<T>,
): Promise<void> {
  const { options: t, common } = i18n.ui;
  return new LiveBlock(el, {
    settings: { subscribe: () => () => undefined },
    follow: [],
    read: () => readNoteOptions(source, yaml),
    drawProblems: (parent, problems) => {
      drawProblems(parent, problems, { ...t, langTag: common.langTag }, source);
    },
    draw: (parent, { options }) => {
      const path = options.path ?? note.sourcePath;
      const file = app.vault.getFileByPath(path) ?? app.metadataCache.getFirstLinkpathDest(path, note.sourcePath);
      return new NoteView(parent, common.langTag, () => file?.path ?? path, parts);
    },
  }).showIn(note);
}

class NoteView<T> extends Component implements Drawing {
  private readonly show: (model: { readonly found: T | null; readonly path: string }) => void;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    el: HTMLElement,
    lang: string,
    /** Where the note is; it may move. */
    private readonly path: () => string,
    private readonly parts: NoteBlockParts<T>,
  ) {
    super();
    const attr = { lang, role: 'group', 'aria-label': parts.label };
    this.show = redrawOnChange(el.createDiv({ cls: parts.cls, attr }), (parent, { found, path: at }) => {
      if (found === null) writeWithCode(parent.createDiv('rh-muted'), parts.isNone(at));
      else parts.draw(parent, found);
    });
  }

  override onload(): void {
    this.register(this.parts.subscribe(() => void this.ready()));
    this.register(() => (this.look += 1)); // what is still being looked at is not drawn any more
  }

  async ready(): Promise<void> {
    const look = ++this.look;
    const path = this.path();
    const found = await this.parts.look(path);
    if (look === this.look) this.show({ found, path });
  }
}
