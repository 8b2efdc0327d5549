import bundled from 'virtual:handbook-packs';
import { readPack, type PackFiles, type ReadPack } from '../../core/handbook/pack';
import type { Language, Yaml } from '../../core/ports';

export interface BundledPacks {
  /** The pack of a language; null where the plugin brings none. */
  read(language: Language): ReadPack | null;
  /** The version of that pack, without reading its notes; 0 where there is none. */
  version(language: Language): number;
  /** Ids of its notes in their order; cheap as well. */
  order(language: Language): readonly string[];
}

/** The packs that the plugin brings; read when first asked for, since starting the app needs none. */
export function bundledPacks(yaml: Yaml): BundledPacks {
  let files: Partial<Record<Language, PackFiles>> | null = null;
  const read = new Map<Language, ReadPack>();
  const filesOf = (language: Language): PackFiles | undefined => {
    files ??= JSON.parse(bundled) as Partial<Record<Language, PackFiles>>;
    return files[language];
  };
  return {
    read: (language) => {
      const known = read.get(language);
      if (known !== undefined) return known;
      const pack = filesOf(language);
      if (pack === undefined) return null;
      const result = readPack(pack, yaml);
      read.set(language, result);
      return result;
    },
    order: (language) =>
      [...(filesOf(language)?.manifest ?? '').matchAll(/^\s*-\s*id:\s*(\S+)\s*$/gm)].map(([, id = '']) => id),
    version: (language) => Number(/^version:\s*(\d+)\s*$/m.exec(filesOf(language)?.manifest ?? '')?.[1] ?? 0),
  };
}
