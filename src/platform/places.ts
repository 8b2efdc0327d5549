import { resolveFolders, type HandbookFolders } from '../core/handbook/folders';
import { MAP_ID } from '../core/handbook/pack';
import { mapThatCounts, type MapRecord, type RecordedMap } from '../core/handbook/record';
import type { Language } from '../core/ports';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import type { HandbookNoteCollector } from './collectors/handbook-notes';

/** Where things lie in this vault; paths without a slash at the end, `''` for the vault's root. */
export type Folders = HandbookFolders;

/** Path of a note in the pack that brought it, or null; cheap. */
export type ShippedPath = (language: Language, id: string) => string | null;

/** Folders and content language: a setting wins over the map note, the map note over the language's defaults. */
export class Places {
  constructor(
    private readonly settings: SettingsStore,
    private readonly i18n: Translations,
    private readonly notes: HandbookNoteCollector,
    private readonly shippedPath: ShippedPath,
    /** Spells a path as the vault has it. */
    private readonly spelled: (path: string) => string,
  ) {}

  /** Language of what is written into notes. */
  language(): Language {
    const chosen = this.settings.values.contentLanguage;
    if (chosen !== 'auto') return chosen;
    return this.record()?.language ?? this.i18n.language;
  }

  folders(): Folders {
    return this.asThere(resolveFolders(this.defaults(this.language()), this.record()?.folders ?? {}, this.chosen()));
  }

  /** Where one handbook's things lie; settings are about the vault's first handbook, not about one beside it. */
  foldersOf(record: MapRecord): Folders {
    const chosen = record.beside ? {} : this.chosen();
    return this.asThere(resolveFolders(this.defaults(record.language), record.folders, chosen));
  }

  private asThere({ handbook, sources, weekly, templates, home }: Folders): Folders {
    const { spelled } = this;
    return {
      handbook: spelled(handbook),
      sources: spelled(sources),
      weekly: spelled(weekly),
      templates: spelled(templates),
      home: spelled(home),
    };
  }

  /** Folders by a language's own names. */
  defaults(language: Language): Folders {
    const { folders, homeNote } = this.i18n.in(language).content;
    return { ...folders, home: `${homeNote}.md` };
  }

  /** Folders that the settings name. */
  chosen(): Partial<Folders> {
    const { handbookFolder, sourcesFolder, weeklyFolder, templatesFolder, homeNote } = this.settings.values;
    const all: Record<keyof Folders, string> = {
      handbook: handbookFolder,
      sources: sourcesFolder,
      weekly: weeklyFolder,
      templates: templatesFolder,
      home: homeNote === '' || /\.md$/i.test(homeNote) ? homeNote : `${homeNote}.md`,
    };
    return Object.fromEntries(Object.entries(all).filter(([, path]) => path !== ''));
  }

  /**
   * The map note's record, or null where the vault has not been set up (or the cache has not settled). Of two handbooks
   * the one that was there first counts.
   */
  record(): MapRecord | null {
    const found = (['zh', 'en'] as const)
      .map((language) => this.recordIn(language))
      .filter((record) => record !== null);
    return found.find(({ beside }) => !beside) ?? found[0] ?? null;
  }

  /** The record of the handbook in a language. */
  recordIn(language: Language): MapRecord | null {
    const maps = this.notes.maps().filter(({ record }) => record.language === language);
    return this.countingMap(maps, language)?.record ?? null;
  }

  /** Of map notes of one handbook, the one that counts. */
  countingMap<T extends RecordedMap>(maps: readonly T[], language: Language): T | null {
    return mapThatCounts(maps, () => this.shippedPath(language, MAP_ID));
  }

  /** Calls back where a change may have made the record another; answers how to stop. */
  subscribe(listener: () => void): () => void {
    let seen = '';
    return this.notes.subscribe(() => {
      const record = JSON.stringify(this.record());
      if (record === seen) return;
      seen = record;
      listener();
    });
  }
}
