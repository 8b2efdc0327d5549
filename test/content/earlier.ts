import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyDelta, type Edit } from '../../src/core/handbook/delta';
import type { Language } from '../../src/core/ports';
import { HANDBOOKS } from './handbook';

/** What `history.json` holds for a note, by its id. */
export type History = Readonly<
  Record<string, { readonly paths?: readonly string[]; readonly versions: Readonly<Record<string, readonly Edit[]>> }>
>;

export function history(language: Language): History {
  const file = path.resolve(import.meta.dirname, '../../src/content', language, 'history.json');
  return JSON.parse(readFileSync(file, 'utf8')) as History;
}

/** Earlier texts that the history gives, by `id@version`; null where its edits do not fit today's text. */
export function earlierTexts(language: Language): Map<string, string | null> {
  const known = history(language);
  return new Map(
    HANDBOOKS[language].notes.flatMap(({ id, text }) =>
      Object.entries(known[id]?.versions ?? {}).map(([version, edits]): [string, string | null] => [
        `${id}@${version}`,
        applyDelta(text, edits),
      ]),
    ),
  );
}

/** The pack before the shipped one, made of the history: without the notes that this one brought. */
export function earlierPack(language: Language): { readonly manifest: string; readonly notes: Record<string, string> } {
  const { listed, notes, manifest, manifestText } = HANDBOOKS[language];
  const version = Number(manifest['version']);
  const texts = earlierTexts(language);
  const before = listed.filter(({ since }) => since < version);
  const textOf = (id: string): string => {
    const note = notes.find((one) => one.id === id);
    const now = Number(note?.frontmatter['handbook-version']);
    return texts.get(`${id}@${String(now - 1)}`) ?? note?.text ?? '';
  };
  return {
    manifest: manifestText
      .replace(/^version: \d+$/m, `version: ${String(version - 1)}`)
      .replace(new RegExp(String.raw` {2}- id: .+\n {4}path: .+\n {4}since: ${String(version)}\n`, 'g'), ''),
    notes: Object.fromEntries(before.map(({ id, path: file }) => [file, textOf(id)])),
  };
}
