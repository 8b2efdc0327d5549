import bundled, { type NoteRow } from 'virtual:handbook-packs';
import { readPack, type PackFiles, type ReadPack } from '../core/handbook/pack';
import type { Language, Yaml } from '../core/ports';
import { unpackText } from './packed-text';

export interface BundledPacks {
  /** The pack of a language; null where the plugin brings none. */
  read(language: Language): ReadPack | null;
  /** The version of that pack, without reading its notes; 0 where there is none. */
  version(language: Language): number;
  /** Ids of its notes in their order; cheap as well. */
  order(language: Language): readonly string[];
  /** Path of one of its notes in the pack's own folder; null where it has no such note. Cheap as well. */
  path(language: Language, id: string): string | null;
}

/** The packs that the plugin brings; unpacked when first asked for, since starting the app needs none. */
export function bundledPacks(yaml: Yaml): BundledPacks {
  const manifests = new Map<Language, string>();
  const packs = new Map<Language, ReadPack>();
  const notes = new Map<'all', NotesByLanguage>();
  const allNotes = (): NotesByLanguage =>
    once(notes, 'all', () => JSON.parse(unpackText(bundled.notes) ?? '{}') as NotesByLanguage);
  const manifestOf = (language: Language): string => {
    const packed = bundled.manifests[language];
    return packed === undefined ? '' : once(manifests, language, () => unpackText(packed) ?? '');
  };
  const notesOf = (language: Language): ReadonlyMap<string, string> => {
    const listed = manifestOf(language).matchAll(/^\s*-\s*id:\s*(\S+)\s*\n\s*path:\s*(.+?)\s*$/gm);
    return new Map([...listed].map(([, id = '', path = '']) => [id, path]));
  };
  return {
    read: (language) => {
      if (bundled.manifests[language] === undefined) return null;
      return once(packs, language, () =>
        readPack({ ...filesOf(allNotes()[language] ?? []), manifest: manifestOf(language) }, yaml),
      );
    },
    order: (language) => [...notesOf(language).keys()],
    path: (language, id) => notesOf(language).get(id) ?? null,
    version: (language) => Number(/^version:\s*(\d+)\s*$/m.exec(manifestOf(language))?.[1] ?? 0),
  };
}

type NotesByLanguage = Readonly<Partial<Record<Language, readonly NoteRow[]>>>;

function filesOf(rows: readonly NoteRow[]): Omit<PackFiles, 'manifest'> {
  const notes = Object.fromEntries(rows.map(([path, text]) => [path, text]));
  const earlier = rows.flatMap(([, , id, history]) => (id === undefined ? [] : [[id, history] as const]));
  return { notes, ...(earlier.length === 0 ? {} : { history: JSON.stringify(Object.fromEntries(earlier)) }) };
}

/** What is kept under the key, made where nothing is yet. */
function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
