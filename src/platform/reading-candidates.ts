import type { App, CachedMetadata } from 'obsidian';
import type { Frontmatter } from '../core/markdown/frontmatter';
import { literatureOf, type Literature } from '../core/reading/literature';
import { OWN_DIALECT, tagsOf, type SourceDialect } from '../core/reading/source';
import type { Translations } from '../i18n';
import type { SettingKey, Settings } from '../settings/schema';
import type { Places } from './places';
import { templateFolders } from './reading-daily-notes';

/** Settings that decide which notes and lines count. */
export const READING_SETTINGS: readonly SettingKey[] = [
  'literatureFolder',
  'literatureTag',
  'literatureProperty',
  'literaturePreset',
  'literatureKeys',
  'logHeadings',
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

  constructor(app: App, settings: Readonly<Settings>, places: Places, i18n: Translations) {
    const { literatureFolder, literatureTag, literatureProperty } = settings;
    const isSet = [literatureFolder, literatureTag, literatureProperty].some((text) => text.trim() !== '');
    this.literature = isSet ? literatureOf(settings) : null;
    this.logHeadings = logHeadings(settings, i18n);
    this.templates = [places.folders().templates, ...templateFolders(app)].map((folder) => `${folder}/`);
  }

  /** Templates, weekly reports and handbook notes: their lines are samples, quotes or the handbook's own. */
  isExcluded(path: string, frontmatter: Frontmatter): boolean {
    return (
      frontmatter['type'] === 'weekly-report' ||
      frontmatter['handbook-id'] !== undefined ||
      this.templates.some((folder) => path.startsWith(folder))
    );
  }

  /** How a note that is a source is read; null where it is none. `tags` beside those of the frontmatter. */
  dialectOf(path: string, frontmatter: Frontmatter, tags: readonly string[] = []): SourceDialect | null {
    if (this.isExcluded(path, frontmatter)) return null;
    const type = frontmatter['type'];
    if (typeof type === 'string' && type.trim().toLowerCase() === 'source') return OWN_DIALECT;
    return this.literature?.dialectOf({ path, frontmatter, tags: [...tagsOf(frontmatter), ...tags] }) ?? null;
  }
}

/** Every name that the log's heading may have, the content language's own first where it is asked for by index 0. */
export function logHeadings(settings: Readonly<Settings>, i18n: Translations): string[] {
  return [
    ...(['zh', 'en'] as const).map((language) => i18n.in(language).content.headings.readingLog),
    ...settings.logHeadings.split(/[,，]/).map((name) => name.trim()),
  ].filter((name) => name !== '');
}

/** Targets of the links that stand on list lines: only those can be what a log line is about. */
export function listLinks(cache: CachedMetadata): string[] {
  const { links, listItems } = cache;
  if (links === undefined || listItems === undefined || links.length === 0) return [];
  const lines = new Set(listItems.map((item) => item.position.start.line));
  return links.filter((link) => lines.has(link.position.start.line)).map((link) => linkPath(link.link));
}

/** A link's target without its heading or block. */
export function linkPath(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(0, hash);
}

export function frontmatterOf(cache: CachedMetadata): Frontmatter {
  return cache.frontmatter ?? {};
}

/** Whether there is frontmatter that the app could not read. */
export function isBroken(cache: CachedMetadata): boolean {
  return cache.frontmatter === undefined && cache.sections?.[0]?.type === 'yaml';
}

export function inlineTags(cache: CachedMetadata): string[] {
  return (cache.tags ?? []).map(({ tag }) => tag.replace(/^#/, ''));
}
