import bundled from 'virtual:handbook-packs';
import { readPack, type PackFiles, type ReadPack } from '../../core/handbook/pack';
import type { Language, Yaml } from '../../core/ports';

/** The packs that the plugin brings; read when first asked for, since starting the app needs none. */
export function bundledPacks(yaml: Yaml): (language: Language) => ReadPack | null {
  let files: Partial<Record<Language, PackFiles>> | null = null;
  const read = new Map<Language, ReadPack>();
  return (language) => {
    files ??= JSON.parse(bundled) as Partial<Record<Language, PackFiles>>;
    const known = read.get(language);
    if (known !== undefined) return known;
    const pack = files[language];
    if (pack === undefined) return null;
    const result = readPack(pack, yaml);
    read.set(language, result);
    return result;
  };
}
