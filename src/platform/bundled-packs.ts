import { readPack, type PackFiles, type ReadPack } from '../core/handbook/pack';
import type { Language, Yaml } from '../core/ports';
import type { ShippedTexts } from './shipped-texts';

export interface BundledPacks {
  /** Unpacks the notes while the app has its turns; without that, the first `read` holds the app up for seconds. */
  prepare(): Promise<void>;
  /** The pack of a language; null where the plugin brings none. */
  read(language: Language): ReadPack | null;
  /** The name of that pack; cheap. */
  name(language: string): string | null;
  /** The version of that pack, without reading its notes; 0 where there is none. */
  version(language: string): number;
  /** Ids of its notes in their order; cheap as well. */
  order(language: Language): readonly string[];
  /** Path of one of its notes in the pack's own folder; null where it has no such note. Cheap as well. */
  path(language: string, id: string): string | null;
  /** Of each course every list that it had, as `<course>/<day>` and its text, the newest first; cheap. */
  courses(): readonly (readonly [name: string, text: string])[];
}

/** The packs that the plugin brings; unpacked when first asked for, since starting the app needs none. */
export function bundledPacks({ manifests, notes }: Omit<ShippedTexts, 'wordings'>, yaml: Yaml): BundledPacks {
  const packs = new Map<Language, ReadPack>();
  const manifestOf = (language: string): string => manifests.get(language) ?? '';
  const notesOf = (language: string): ReadonlyMap<string, string> => {
    const listed = manifestOf(language).matchAll(/^\s*-\s*id:\s*(\S+)\s*\n\s*path:\s*(.+?)\s*$/gm);
    return new Map([...listed].map(([, id = '', path = '']) => [id, path]));
  };
  return {
    prepare: () => notes.prepare(),
    read: (language) => {
      if (!manifests.has(language)) return null;
      const known = packs.get(language);
      if (known !== undefined) return known;
      const pack = readPack({ ...filesOf(rowsOf(notes.read() ?? ''), language), manifest: manifestOf(language) }, yaml);
      packs.set(language, pack);
      return pack;
    },
    order: (language) => [...notesOf(language).keys()],
    path: (language, id) => notesOf(language).get(id) ?? null,
    courses: () => [...manifests].filter(([name]) => name.includes('/')),
    name: (language) => /^pack:\s*(\S+)\s*$/m.exec(manifestOf(language))?.[1] ?? null,
    version: (language) => Number(/^version:\s*(\d+)\s*$/m.exec(manifestOf(language))?.[1] ?? 0),
  };
}

interface NoteRow {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  readonly history: string | undefined;
}

function rowsOf(notes: string): NoteRow[] {
  return notes.split('\0').map((row) => {
    const [language = '', path = '', text = '', history] = row.split('\x01');
    return { language, path, text, history };
  });
}

function filesOf(rows: readonly NoteRow[], wanted: Language): Omit<PackFiles, 'manifest'> {
  const own = rows.filter(({ language }) => language === wanted);
  const notes = Object.fromEntries(own.map(({ path, text }) => [path, text]));
  const earlier = own.flatMap(({ text, history }) => {
    const id = /^handbook-id: (.+)$/m.exec(text)?.[1]?.trim();
    return history === undefined || id === undefined ? [] : [[id, JSON.parse(history) as unknown] as const];
  });
  return { notes, ...(earlier.length === 0 ? {} : { history: JSON.stringify(Object.fromEntries(earlier)) }) };
}
