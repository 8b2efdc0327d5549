import type { App } from 'obsidian';
import { readFrontmatter } from '../../core/markdown/frontmatter';
import { roughFrontmatter } from '../../core/markdown/rough-frontmatter';
import type { Clock } from '../../core/ports';
import { BROKEN_NOTE, readNoteFacts, type NoteFacts } from '../../core/reading/find-log-lines';
import { ReadingIndex } from '../../core/reading/reading-index';
import { readSource } from '../../core/reading/source';
import { packFacts, STORED_FACTS_VERSION, unpackFacts } from '../../core/reading/stored-facts';
import type { ReadingChange } from '../../core/reading/types';
import type { Steps } from '../../core/steps';
import { dayOf } from '../../core/time/calendar-day';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import { linkName } from '../../core/vault/path';
import type { Translations } from '../../i18n';
import type { SettingsStore } from '../../settings/store';
import { appYaml } from '../app-yaml';
import { dailyNotes, dayOfNote } from '../daily-notes';
import type { Places } from '../places';
import type { BodyCollector, NoteMeta, StoredForm } from '../vault-index/collector';
import { hasListLink, isBroken, linkPath } from '../vault-index/note-meta';
import type { WrittenLines } from '../written-lines';
import { READING_SETTINGS, ReadingCandidates } from './reading-candidates';
import { ReadingChanges } from './reading-changes';
import { workHeadings } from './work-lines';

export interface ReadingCollectorParts {
  readonly app: App;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly places: Places;
  readonly i18n: Translations;
  /** Lines that this device wrote; they move with their notes. */
  readonly written: WrittenLines;
}

/** Sources, and log lines wherever they stand: in a source, or on a list line that links to one. */
export class ReadingCollector implements BodyCollector<NoteFacts> {
  readonly from = 'body';
  readonly index: ReadingIndex;
  readonly changes = new ReadingChanges();
  readonly stored: StoredForm<NoteFacts> = {
    room: 'reading',
    version: STORED_FACTS_VERSION,
    pack: packFacts,
    unpack: unpackFacts,
  };
  private candidates: ReadingCandidates | null = null;
  /** Sources that were none when links were last looked at. */
  private readonly appeared = new Set<string>();
  /** Set by a walk: lines about any source have to be looked for, not only about those that appeared. */
  private everySource = false;

  constructor(private readonly parts: ReadingCollectorParts) {
    const { app, clock, written } = parts;
    this.index = new ReadingIndex({
      today: () => dayOf(clock.now()),
      resolve: (target, from) => app.metadataCache.getFirstLinkpathDest(linkPath(target), from)?.path ?? null,
      written: () => written.all(),
    });
  }

  begin(): void {
    this.candidates = null; // settings may be others now
    this.everySource = true;
  }

  depends(): string {
    const { app, settings, places, i18n } = this.parts;
    const { templates, sources, logHeadings } = new ReadingCandidates(app, settings.values, places, i18n);
    const daily = dailyNotes(app).map(({ folder, format }) => [folder, format]);
    return JSON.stringify([
      READING_SETTINGS.map((key) => settings.values[key]),
      templates,
      sources,
      logHeadings,
      daily,
    ]);
  }

  matters(note: NoteMeta): boolean {
    if (note.ahead || this.judge().dialectOf(note) !== null || isBroken(note)) return true;
    // During a walk `further` looks at all links once every source is known; what is held already stays meanwhile.
    return (!this.everySource || this.index.has(note.path)) && this.leadsToSource(note, null);
  }

  *keep(note: NoteMeta, text: string): Steps<NoteFacts | null> {
    const { path, frontmatter } = note;
    const candidates = this.judge();
    if (candidates.isExcluded(path, frontmatter)) return null;
    if (Object.keys(frontmatter).length === 0 && !readFrontmatter(text, appYaml).ok) {
      if (candidates.isMeant({ ...note, frontmatter: roughFrontmatter(text) })) return BROKEN_NOTE;
    }
    const dialect = candidates.dialectOf(note);
    const isWork = dialect === null && hasWorkLog(noteKind(frontmatter));
    const facts = yield* readNoteFacts(text, {
      source: dialect === null ? null : readSource(path, frontmatter, dialect),
      day: text.includes('::') ? dayOfNote(this.parts.app, path) : null,
      logHeadings: isWork ? workHeadings(this.parts.i18n) : candidates.logHeadings,
      isWork,
    });
    const lines = isWork ? facts.lines.filter(({ links }) => links !== null) : facts.lines;
    return facts.source !== null || lines.length > 0 ? { ...facts, lines } : null;
  }

  set(path: string, facts: NoteFacts): void {
    const wasSource = this.index.isSource(path);
    this.index.setNote(path, facts, this.changes.now);
    if (!wasSource && this.index.isSource(path)) this.appeared.add(path);
  }

  remove(path: string): void {
    this.index.removeNote(path, this.changes.now);
  }

  rename(from: string, to: string): void {
    this.parts.written.moved(from, to);
    this.index.renameNote(from, to, this.changes.now);
  }

  further(moved: ReadonlySet<string>): ((note: NoteMeta) => boolean) | null {
    if (moved.size > 0) this.index.relink(moved, this.changes.now);
    const names = this.everySource ? null : this.namesToLookFor(moved);
    this.everySource = false;
    this.appeared.clear();
    return names?.size === 0 ? null : (note) => this.leadsToSource(note, names);
  }

  tell(): void {
    this.changes.tell();
  }

  subscribe(callback: (change: ReadingChange) => void): () => void {
    return this.changes.subscribe(callback);
  }

  /** Names (in lower case) of sources that links may newly lead to. */
  private namesToLookFor(moved: ReadonlySet<string>): ReadonlySet<string> {
    const names = new Set([...this.appeared].map(linkName));
    if (moved.size > 0) {
      const known = new Set([...this.index.paths()].filter((path) => this.index.isSource(path)).map(linkName));
      for (const name of [...moved].map(linkName)) if (known.has(name)) names.add(name);
    }
    return names;
  }

  /** Whether a list line of the note links to a source, of one of those names where any are given. */
  private leadsToSource(note: NoteMeta, names: ReadonlySet<string> | null): boolean {
    if (!this.index.hasSources || note.cache === null) return false;
    const leads = hasListLink(note, (target) => {
      if (names !== null && !names.has(linkName(target))) return false;
      const found = this.parts.app.metadataCache.getFirstLinkpathDest(target, note.path);
      return found !== null && this.index.isSource(found.path);
    });
    return leads && !this.judge().isExcluded(note.path, note.frontmatter);
  }

  private judge(): ReadingCandidates {
    const { app, settings, places, i18n } = this.parts;
    this.candidates ??= new ReadingCandidates(app, settings.values, places, i18n);
    return this.candidates;
  }
}
