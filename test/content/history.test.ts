import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { earlierTexts } from './earlier';
import { HANDBOOKS, LANGUAGES } from './handbook';
import shipped from './earlier-texts.json';

/**
 * The history is edits of today's text. After any change of a note they make another text of it, and a vault's untouched note
 * would pass for one that the student changed: `node scripts/pack-history.mjs` writes them anew. `earlier-texts.json` knows
 * the texts that vaults hold, whatever becomes of the history: the first digits of their SHA-256.
 */
describe.each(LANGUAGES)('the history in %s', (language) => {
  it('gives the texts that vaults hold, to the byte', () => {
    const hash = (text: string | null): string | null =>
      text === null ? null : createHash('sha256').update(text).digest('hex').slice(0, 12);
    const given = Object.fromEntries([...earlierTexts(language)].map(([key, text]) => [key, hash(text)]));
    expect(given).toEqual(shipped[language]);
  });

  it('knows the version before of every note that has one', () => {
    const texts = earlierTexts(language);
    for (const { id, frontmatter } of HANDBOOKS[language].notes) {
      const before = Number(frontmatter['handbook-version']) - 1;
      if (before === 0) continue;
      expect(texts.get(`${id}@${String(before)}`), id).toMatch(
        new RegExp(
          String.raw`^---\n[^]*?^handbook-id: ${id}\n[^]*?^handbook-version: ${String(before)}\n[^]*?^---\n\n# `,
          'm',
        ),
      );
    }
  });
});
