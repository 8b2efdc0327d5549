import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { HANDBOOKS, LANGUAGES, noteById } from './handbook';

/** Every text of the interface, whatever its key. */
const TEXTS = { zh: new Set(texts(zh)), en: new Set(texts(en)) };

/** How a note writes a command: 「添加文献」 after 执行, 命令 or 用; **Add source**. */
const NAMED = { zh: /(?:执行|命令|用)「([^」]+)」(?:或「([^」]+)」)?/g, en: /\*\*([A-Z][^*]+)\*\*/g };

describe.each(LANGUAGES)('in %s', (language) => {
  it('the table of commands names them as the palette does', () => {
    const rows = noteById(language, 'report').body.match(/^\| (?!---)[^|]+ \|/gm) ?? [];
    const names = rows.slice(1).map((row) => row.slice(2, -2));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !TEXTS[language].has(name))).toEqual([]);
  });

  it('a command that a note tells to run is one of that table', () => {
    const table = noteById(language, 'report').body;
    for (const note of HANDBOOKS[language].notes) {
      for (const [, ...names] of note.body.matchAll(NAMED[language])) {
        for (const name of names)
          if (name !== undefined) expect(table, `${note.path}: ${name}`).toContain(`| ${name} |`);
      }
    }
  });
});

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
