import type { App } from 'obsidian';
import type { Language } from '../core/ports';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';

/** Where things lie in this vault; paths without a slash at the end, `''` for the vault's root. */
export interface Folders {
  readonly handbook: string;
  readonly sources: string;
  readonly weekly: string;
  readonly templates: string;
  /** Path of the home note, with `.md`. */
  readonly home: string;
}

/** What a vault's own record, the map note, says about itself. */
export interface VaultRecord {
  readonly language: Language;
  readonly folders: Partial<Folders>;
}

/** Folders and content language: a setting wins over the map note, the map note over the language's defaults. */
export class Places {
  constructor(
    private readonly app: App,
    private readonly settings: SettingsStore,
    private readonly i18n: Translations,
  ) {}

  /** Language of what is written into notes. */
  language(): Language {
    const chosen = this.settings.values.contentLanguage;
    if (chosen !== 'auto') return chosen;
    return this.record()?.language ?? this.i18n.language;
  }

  folders(): Folders {
    const { values } = this.settings;
    const recorded = this.record()?.folders ?? {};
    const defaults = this.i18n.in(this.language()).content;
    return {
      handbook: values.handbookFolder || (recorded.handbook ?? defaults.folders.handbook),
      sources: values.sourcesFolder || (recorded.sources ?? defaults.folders.sources),
      weekly: values.weeklyFolder || (recorded.weekly ?? defaults.folders.weekly),
      templates: values.templatesFolder || (recorded.templates ?? defaults.folders.templates),
      home: values.homeNote || (recorded.home ?? `${defaults.homeNote}.md`),
    };
  }

  /** The map note's record, or null where the vault has not been set up (or the cache has not settled). */
  record(): VaultRecord | null {
    void this.app;
    return null;
  }
}
