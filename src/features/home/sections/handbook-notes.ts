import { Component, type CachedMetadata, type TFile } from 'obsidian';
import { isOpenMark } from '../../../core/home/checklist';
import { MAP_ID } from '../../../core/handbook/pack';
import type { HandbookNote } from '../../../core/home/handbook-steps';
import type { Language } from '../../../core/ports';
import type { Context } from '../../context';

/** A handbook note in whatever language. */
interface KnownNote {
  readonly language: unknown;
  readonly note: HandbookNote;
}

/** The handbook's notes with their checkboxes, kept current from the metadata cache. */
export class HandbookNotes extends Component {
  private readonly byPath = new Map<string, KnownNote>();

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
        const known = this.byPath.get(before);
        if (known === undefined) return;
        this.byPath.delete(before);
        this.byPath.set(file.path, { ...known, note: { ...known.note, path: file.path } });
        this.onChange();
      }),
    );
  }

  /** Looks through the whole vault, once. */
  readAll(): void {
    const { metadataCache, vault } = this.ctx.app;
    this.byPath.clear();
    for (const file of vault.getMarkdownFiles()) {
      const cache = metadataCache.getFileCache(file);
      if (cache !== null) this.take(file, cache);
    }
  }

  of(language: Language): readonly HandbookNote[] {
    return [...this.byPath.values()].filter((known) => known.language === language).map(({ note }) => note);
  }

  /** Takes a note in, or out where it is none of the handbook's (any more); answers whether that changes anything. */
  private take(file: TFile, cache: CachedMetadata): boolean {
    const known = knownNote(file, cache);
    const before = this.byPath.get(file.path);
    if (known === null) return this.byPath.delete(file.path);
    this.byPath.set(file.path, known);
    // The map note says which language the vault's handbook is in.
    return known.note.id === MAP_ID || JSON.stringify(before) !== JSON.stringify(known);
  }
}

function knownNote(file: TFile, cache: CachedMetadata): KnownNote | null {
  const { frontmatter } = cache;
  if (frontmatter === undefined) return null;
  const id: unknown = frontmatter['handbook-id'];
  if (typeof id !== 'string') return null;
  const open: number[] = [];
  const settled: number[] = [];
  for (const { task, position } of cache.listItems ?? []) {
    if (task !== undefined) (isOpenMark(task) ? open : settled).push(position.start.line);
  }
  const title = cache.headings?.find(({ level }) => level === 1)?.heading ?? file.basename;
  return { language: frontmatter['handbook-lang'], note: { path: file.path, id, title, open, settled } };
}
