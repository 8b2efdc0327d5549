import type { App, TFile } from 'obsidian';
import { readFrontmatter, type Frontmatter } from '../core/markdown/frontmatter';
import { brokenNoteFacts, readNoteFacts, type NoteFacts } from '../core/reading/find-log-lines';
import { readSource } from '../core/reading/source';
import { appYaml } from './app-yaml';
import { frontmatterOf, inlineTags, isBroken, listLinks, type ReadingCandidates } from './reading-candidates';
import { dayOfNote } from './reading-daily-notes';

/** What is known of a note that has to be looked at. */
export interface Job {
  /** Its text, where an event brought it along. */
  readonly text: string | null;
  /** Whether to go by the text alone, since the metadata may lag behind it. */
  readonly ahead: boolean;
}

/** What was found of a note: no reason to look into it, or its text and what decides how it is read. */
export type Found = FoundText | 'nothing' | 'pending' | 'unreadable';

export interface FoundText {
  readonly text: string;
  readonly frontmatter: Frontmatter;
  readonly tags: readonly string[];
}

/** Reads what the index must know of a note: metadata first, its body only where that can matter. */
export class NoteReader {
  constructor(
    private readonly app: App,
    readonly candidates: ReadingCandidates,
  ) {}

  /** Judges a note by its metadata, and gets its body where that can matter. */
  async look(path: string, job: Job): Promise<Found> {
    const { vault, metadataCache } = this.app;
    const file = vault.getFileByPath(path);
    if (file === null) return 'nothing';
    const cache = metadataCache.getFileCache(file);
    if (job.ahead) {
      const text = await this.bodyOf(file);
      if (text === null) return 'unreadable';
      const read = readFrontmatter(text, appYaml);
      return { text, frontmatter: read.ok ? read.data : {}, tags: cache === null ? [] : inlineTags(cache) };
    }
    if (cache === null) return 'pending';
    const frontmatter = frontmatterOf(cache);
    const tags = inlineTags(cache);
    const matters =
      this.candidates.dialectOf(path, frontmatter, tags) !== null || listLinks(cache).length > 0 || isBroken(cache);
    if (!matters) return 'nothing';
    const text = job.text ?? (await this.bodyOf(file));
    return text === null ? 'unreadable' : { text, frontmatter, tags };
  }

  private async bodyOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null; // what the index has stays; the next event brings the rest
    }
  }

  /** What a note says for the index; null where it says nothing. */
  factsOf(path: string, { text, frontmatter, tags }: FoundText): NoteFacts | null {
    if (this.candidates.isExcluded(path, frontmatter)) return null;
    if (Object.keys(frontmatter).length === 0 && !readFrontmatter(text, appYaml).ok) {
      const broken = brokenNoteFacts(text);
      if (broken !== null) return broken;
    }
    const dialect = this.candidates.dialectOf(path, frontmatter, tags);
    const facts = readNoteFacts(text, {
      source: dialect === null ? null : readSource(path, frontmatter, dialect),
      day: text.includes('::') ? dayOfNote(this.app, path) : null,
      logHeadings: this.candidates.logHeadings,
    });
    return facts.source !== null || facts.lines.length > 0 ? facts : null;
  }
}
