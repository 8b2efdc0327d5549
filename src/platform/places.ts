import { Component, type App, type TFile } from 'obsidian';
import type { HandbookFolders } from '../core/handbook/folders';
import { MAP_ID } from '../core/handbook/pack';
import { readRecord, type MapRecord } from '../core/handbook/record';
import type { Language } from '../core/ports';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';

/** Where things lie in this vault; paths without a slash at the end, `''` for the vault's root. */
export type Folders = HandbookFolders;

/** Folders and content language: a setting wins over the map note, the map note over the language's defaults. */
export class Places extends Component {
  /** The last answer of `record`; undefined where it has to be looked for again. */
  private known: { readonly path: string; readonly record: MapRecord } | null | undefined;

  constructor(
    private readonly app: App,
    private readonly settings: SettingsStore,
    private readonly i18n: Translations,
  ) {
    super();
  }

  override onload(): void {
    const { metadataCache, vault } = this.app;
    const forget = (path: string): void => {
      if (this.known?.path === path) this.known = undefined;
    };
    this.registerEvent(
      metadataCache.on('changed', (file, _text, cache) => {
        if (cache.frontmatter?.['handbook-id'] === MAP_ID) this.known = undefined;
        else forget(file.path);
      }),
    );
    // At a cold start notes come into the cache without an event of their own.
    this.registerEvent(
      metadataCache.on('resolved', () => {
        if (this.known === null) this.known = undefined;
      }),
    );
    this.registerEvent(
      vault.on('delete', (file) => {
        forget(file.path);
      }),
    );
    this.registerEvent(
      vault.on('rename', (_file, before) => {
        forget(before);
      }),
    );
  }

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

  /**
   * The map note's record, or null where the vault has not been set up (or the cache has not settled). Of two handbooks
   * the one that was there first counts.
   */
  record(): MapRecord | null {
    if (this.known === undefined) this.known = this.findRecord();
    return this.known?.record ?? null;
  }

  private findRecord(): { readonly path: string; readonly record: MapRecord } | null {
    const found = this.app.vault
      .getMarkdownFiles()
      .flatMap((file) => {
        const record = this.recordOf(file);
        return record === null ? [] : [{ path: file.path, record }];
      })
      .sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
    return found[0] ?? null;
  }

  private recordOf(file: TFile): MapRecord | null {
    const frontmatter = this.app.metadataCache.getFileCache(file)?.frontmatter;
    return frontmatter?.['handbook-id'] === MAP_ID ? readRecord(frontmatter) : null;
  }
}

/** A handbook beside another one comes last; among copies of a map note the one in its own folder comes first. */
function rank({ path, record }: { readonly path: string; readonly record: MapRecord }): number {
  const folder = record.folders.handbook;
  const isAtHome =
    folder !== undefined && path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');
  return (record.beside ? 2 : 0) + (isAtHome ? 0 : 1);
}
