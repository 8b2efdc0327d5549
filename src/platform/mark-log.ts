import { Platform, type App } from 'obsidian';
import type { Frontmatter } from '../core/markdown/frontmatter';
import { readKeywords } from '../core/marks/keywords';
import { mayHoldMarks } from '../core/marks/marked-notes';
import type { MarkRules } from '../core/marks/marks-in';
import type { Mark } from '../core/marks/marks-of';
import { readFolders } from '../core/search/searchable';
import type { SettingKey } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import { MarkCollector } from './collectors/marks';
import type { DeviceStorage } from './device-storage';
import type { Places } from './places';
import type { VaultIndex } from './vault-index/vault-index';

/** Settings that say what is a mark, and where. */
export const MARK_SETTINGS: readonly SettingKey[] = ['markKeywords', 'markCode', 'markExcludedFolders'];

/** Under which it is kept that this device has read all notes for their marks. */
const READ = 'research-handbook-marks-read';
/** From here on a phone asks before it reads everything for the first time. */
const MANY_NOTES = 3000;

/** The marks of the vault, by note. Costs nothing until it is first asked; from then on it is kept current. */
export interface MarkLog {
  readonly notes: ReadonlyMap<string, readonly Mark[]>;
  /** Notes that were looked at since reading began. */
  readonly looked: number;
  /** How many notes may hold marks. */
  count(): number;
  readonly isReady: boolean;
  /** What is looked for, by the settings as they are. */
  rules(): MarkRules;
  /** Whether marks in a note count. */
  mayHold(path: string, frontmatter: Frontmatter): boolean;
  /** Whether this is a phone that has not read this large vault yet, so that it asks first. */
  asksFirst(): boolean;
  /** Resolves once the metadata cache has settled and every note that may hold marks has been read. The first call begins it. */
  ready(): Promise<void>;
  /** `ready`, and every change made to the vault up to now is in. */
  flush(): Promise<void>;
  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(callback: () => void): () => void;
}

interface Needs {
  readonly app: App;
  readonly vault: VaultIndex;
  readonly settings: SettingsStore;
  readonly places: Places;
  readonly device: DeviceStorage;
  readonly stopped: (stop: () => void) => void;
}

export function createMarkLog({ app, vault, settings, places, device, stopped }: Needs): MarkLog {
  let known: { readonly of: string; readonly rules: MarkRules } | null = null;
  const rules = (): MarkRules => {
    const { markKeywords, markCode } = settings.values;
    const of = `${String(markCode)}${markKeywords}`;
    if (known?.of !== of) known = { of, rules: { keywords: readKeywords(markKeywords), code: markCode } };
    return known.rules;
  };
  const scope = (): ((path: string, frontmatter: Frontmatter) => boolean) => {
    const { templates } = places.folders();
    const left = readFolders(`${settings.values.markExcludedFolders},${templates}`);
    return (path, frontmatter) => mayHoldMarks(path, frontmatter, left) && !isIgnored(app, path);
  };
  const collector = new MarkCollector({
    rules,
    scope,
    depends: () => JSON.stringify([settings.values.markKeywords, settings.values.markCode]),
  });
  const bodies = vault.addBody(collector);
  let isBegun = false;
  const read = async (how: () => Promise<void>): Promise<void> => {
    isBegun = true;
    await how();
    if (device.read(READ) !== null) return;
    try {
      device.keep(READ, true);
    } catch {
      // No room on the device: a phone asks again.
    }
  };
  stopped(
    settings.subscribe((keys) => {
      if (isBegun && MARK_SETTINGS.some((key) => keys.has(key))) bodies.walk();
    }),
  );
  return {
    notes: collector.notes,
    get looked() {
      return collector.looked;
    },
    get isReady() {
      return bodies.isReady;
    },
    count: () => [...vault.known()].filter((note) => collector.matters(note)).length,
    rules,
    mayHold: (path, frontmatter) => scope()(path, frontmatter),
    asksFirst: () =>
      Platform.isMobile && !isBegun && device.read(READ) === null && app.vault.getMarkdownFiles().length > MANY_NOTES,
    ready: () => read(() => bodies.ready()),
    flush: () => read(() => bodies.flush()),
    subscribe: (callback) => collector.subscribe(callback),
  };
}

/** Whether the student has the app itself leave the note out; the app says so where it can. */
function isIgnored({ metadataCache }: App, path: string): boolean {
  const cache = metadataCache as { readonly isUserIgnored?: (path: string) => boolean };
  return cache.isUserIgnored?.(path) === true;
}
