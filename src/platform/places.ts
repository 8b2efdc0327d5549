import { resolveFolders, type HandbookFolders } from '../core/handbook/folders';
import { MAP_ID } from '../core/handbook/pack';
import { mapThatCounts, type MapRecord, type RecordedMap } from '../core/handbook/record';
import type { Language } from '../core/ports';
import { compare } from '../core/text/compare';
import { asLanguage } from '../core/text/language';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import type { HandbookNoteCollector } from './collectors/handbook-notes';

/** Where things lie in this vault; paths without a slash at the end, `''` for the vault's root. */
export type Folders = HandbookFolders;

/** Path of a note in the pack that brought it (`null`: the plugin's own), or null; cheap. */
export type ShippedPath = (pack: string | null, language: string, id: string) => string | null;

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
    const record = this.record();
    return record === null ? this.i18n.language : asLanguage(record.language);
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
  defaults(language: string): Folders {
    const { folders, homeNote } = this.i18n.in(asLanguage(language)).content;
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
    return firstOf(this.maps());
  }

  /** The record of the handbook whose notes are meant in a language of ours: one in it, else the vault's own in another. */
  recordFor(language: Language): MapRecord | null {
    const maps = this.maps();
    return (
      firstOf(maps.filter(({ record }) => record.language === language)) ??
      firstOf(maps.filter(({ record }) => record.language !== 'zh' && record.language !== 'en'))
    );
  }

  /** Of each handbook that was set up, a pack in a language, the map note that counts. */
  maps(): RecordedMap[] {
    const byHandbook = new Map<string, RecordedMap[]>();
    for (const map of this.notes.maps()) {
      const key = `${map.record.language} ${map.record.pack}`;
      byHandbook.set(key, [...(byHandbook.get(key) ?? []), map]);
    }
    const inOrder = [...byHandbook].sort(([a], [b]) => compare(b, a));
    return inOrder.flatMap(([, maps]) => this.countingMap(maps) ?? []);
  }

  /** Of map notes of one handbook, the one that counts. */
  countingMap<T extends RecordedMap>(maps: readonly T[]): T | null {
    return mapThatCounts(maps, ({ pack, language }) => this.shippedPath(pack, language, MAP_ID));
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

/** Of several handbooks the one that was there before the others. */
function firstOf(maps: readonly RecordedMap[]): MapRecord | null {
  return (maps.find(({ record }) => !record.beside) ?? maps[0])?.record ?? null;
}
