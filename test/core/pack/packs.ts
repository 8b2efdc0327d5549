// Packs in memory, for the tests of packs.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { PackFile } from '../../../src/core/pack/check';

export function packFile(file: string, text: string): PackFile {
  const bytes = Buffer.from(text);
  return { path: file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), text };
}

export function note(id: string, body: string, { pack = 'robots', version = 1, language = 'de' } = {}): string {
  const keys = [
    `handbook: ${pack}`,
    `handbook-id: ${id}`,
    `handbook-lang: ${language}`,
    `handbook-version: ${version}`,
  ];
  return ['---', ...keys, '---', body].join('\n');
}

/** A small pack whose one lesson has a given body. */
export function smallPack(body: string, more: readonly PackFile[] = []): PackFile[] {
  const list =
    'notes:\n  - {id: map, path: Buch/Karte.md, since: 1}\n  - {id: first, path: Buch/Erstes.md, since: 1}\n';
  return [
    packFile('pack.yaml', `pack: robots\nversion: 1\nlanguage: de\ntitle: Roboter\n${list}`),
    packFile('Buch/Karte.md', note('map', '# Karte\n\n[[Erstes|Anfang]]\n')),
    packFile('Buch/Erstes.md', note('first', `# Erstes\n\n${body}\n`)),
    ...more,
  ];
}

/** The handbook that the plugin brings, as it lies in its folder. */
export function shipped(language: string): PackFile[] {
  const dir = path.resolve(import.meta.dirname, '../../../src/content', language);
  return (readdirSync(dir, { recursive: true }) as string[])
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => packFile(file.split(path.sep).join('/'), readFileSync(path.join(dir, file), 'utf8')));
}
