import { Component, type CachedMetadata, type TFile } from 'obsidian';
import { isOpenMark } from '../../core/home/checklist';
import type { HandbookNote } from '../../core/home/handbook-steps';
import type { Context } from '../context';

/** The handbook's notes of the content language with their checkboxes, kept current from the metadata cache. */
export class HandbookNotes extends Component {
  private readonly byPath = new Map<string, HandbookNote>();

  constructor(
    private readonly ctx: Context,
    private readonly onChange: () => void,
  ) {
    super();
  }

  override onload(): void {
    const { metadataCache, vault } = this.ctx.app;
    this.registerEvent(
      metadataCache.on('changed', (file, _text, cache) => {
        if (this.take(file, cache)) this.onChange();
      }),
    );
    this.registerEvent(
      vault.on('delete', (file) => {
        if (this.byPath.delete(file.path)) this.onChange();
      }),
    );
    this.registerEvent(
      vault.on('rename', (file, before) => {
        const note = this.byPath.get(before);
        if (note === undefined) return;
        this.byPath.delete(before);
        this.byPath.set(file.path, { ...note, path: file.path });
        this.onChange();
      }),
    );
  }

  /** Looks through the whole vault: at first, and where the language has changed. */
  readAll(): void {
    const { metadataCache, vault } = this.ctx.app;
    this.byPath.clear();
    for (const file of vault.getMarkdownFiles()) {
      const cache = metadataCache.getFileCache(file);
      if (cache !== null) this.take(file, cache);
    }
  }

  all(): readonly HandbookNote[] {
    return [...this.byPath.values()];
  }

  /** Takes a note in, or out where it is none of the handbook's (any more); answers whether that changes anything. */
  private take(file: TFile, cache: CachedMetadata): boolean {
    const note = handbookNote(file, cache, this.ctx.places.language());
    const before = this.byPath.get(file.path);
    if (note === null) return this.byPath.delete(file.path);
    this.byPath.set(file.path, note);
    return JSON.stringify(before) !== JSON.stringify(note);
  }
}

function handbookNote(file: TFile, cache: CachedMetadata, language: string): HandbookNote | null {
  const { frontmatter } = cache;
  if (frontmatter === undefined) return null;
  const id: unknown = frontmatter['handbook-id'];
  if (typeof id !== 'string' || frontmatter['handbook-lang'] !== language) return null;
  const open: number[] = [];
  const settled: number[] = [];
  for (const { task, position } of cache.listItems ?? []) {
    if (task !== undefined) (isOpenMark(task) ? open : settled).push(position.start.line);
  }
  const title = cache.headings?.find(({ level }) => level === 1)?.heading ?? file.basename;
  return { path: file.path, id, title, open, settled };
}
