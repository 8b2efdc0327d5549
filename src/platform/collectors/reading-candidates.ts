import type { App } from 'obsidian';
import type { Frontmatter } from '../../core/markdown/frontmatter';
import { literatureOf, type Literature } from '../../core/reading/literature';
import { OWN_DIALECT, tagsOf, type SourceDialect } from '../../core/reading/source';
import { mayHoldLog, noteKind } from '../../core/vault/note-kind';
import type { Translations } from '../../i18n';
import type { SettingKey, Settings } from '../../settings/schema';
import { templateFolders } from '../daily-notes';
import type { Places } from '../places';
import type { NoteMeta } from '../vault-index/collector';
import { inlineTags } from '../vault-index/note-meta';

/** Settings that decide which notes and lines count. */
export const READING_SETTINGS: readonly SettingKey[] = [
  'literatureFolder',
  'literatureTag',
  'literatureProperty',
  'literaturePreset',
  'literatureKeys',
  'logHeadings',
  'sourcesFolder',
  'templatesFolder',
  'contentLanguage',
];

/** Tells from metadata alone which notes are sources, and which hold no log lines whatever is in them. */
export class ReadingCandidates {
  /** Names of the log's heading: both languages' and those from the settings. */
  readonly logHeadings: readonly string[];
  /** Null where no notes of other tools count. */
  private readonly literature: Literature | null;
  /** Folders of templates, each with a slash at its end. */
  readonly templates: readonly string[];
  /** The folder of sources, with a slash at its end; null where that is the whole vault. */
  readonly sources: string | null;

  constructor(app: App, settings: Readonly<Settings>, places: Places, i18n: Translations) {
    const { literatureFolder, literatureTag, literatureProperty } = settings;
    const isSet = [literatureFolder, literatureTag, literatureProperty].some((text) => text.trim() !== '');
    this.literature = isSet ? literatureOf(settings) : null;
    this.logHeadings = logHeadings(settings, i18n);
    const { sources } = places.folders();
    this.sources = sources === '' ? null : `${sources}/`;
    this.templates = [places.folders().templates, ...templateFolders(app)].map((folder) => `${folder}/`);
  }

  /** Templates, weekly reports and handbook notes: their lines are samples, quotes or the handbook's own. */
  isExcluded(path: string, frontmatter: Frontmatter): boolean {
    return !mayHoldLog(noteKind(frontmatter)) || this.templates.some((folder) => path.startsWith(folder));
  }

  /** How a note that is a source is read; null where it is none. */
  dialectOf(note: NoteMeta): SourceDialect | null {
    const { path, frontmatter } = note;
    if (this.isExcluded(path, frontmatter)) return null;
    if (noteKind(frontmatter) === 'source') return OWN_DIALECT;
    if (this.literature === null) return null;
    return this.literature.dialectOf({ path, frontmatter, tags: [...tagsOf(frontmatter), ...inlineTags(note)] });
  }

  /**
   * Whether a note is meant to be a source, as far as properties tell that cannot be read: by what they say, or since it lies
   * where sources lie and says nothing else.
   */
  isMeant(note: NoteMeta): boolean {
    const { path, frontmatter } = note;
    if (this.isExcluded(path, frontmatter)) return false;
    if (this.dialectOf(note) !== null) return true;
    return this.sources !== null && path.startsWith(this.sources) && frontmatter['type'] === undefined;
  }
}

/** Every name that the log's heading may have, the content language's own first where it is asked for by index 0. */
export function logHeadings(settings: Readonly<Settings>, i18n: Translations): string[] {
  return [
    ...(['zh', 'en'] as const).map((language) => i18n.in(language).content.headings.readingLog),
    ...settings.logHeadings.split(/[,，]/).map((name) => name.trim()),
  ].filter((name) => name !== '');
}
