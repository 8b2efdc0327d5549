import { describe, expect, it } from 'vitest';
import { packHistory } from '../../../src/core/handbook/history';
import { readPack, type PackFiles } from '../../../src/core/handbook/pack';
import { readRecord, recordKeys } from '../../../src/core/handbook/record';
import { checkFolders } from '../../../src/core/handbook/set-up-folders';
import { markChanges } from '../../../src/core/text/words';
import { VaultNames } from '../../../src/core/vault/names';
import { checkVaultPath } from '../../../src/core/vault/path';
import { FOLDERS, pack, packFiles, yaml } from './lab';

const note = (id: string, extra = ''): string =>
  `---\nhandbook: p\nhandbook-id: ${id}\nhandbook-lang: en\nhandbook-version: 1\n${extra}---\n# T\n`;
const files = (change: Partial<PackFiles> = {}): PackFiles => ({
  manifest: 'pack: p\nversion: 1\nlanguage: en\nnotes:\n  - {id: map, path: Handbook/Map.md, since: 1}\n',
  notes: { 'Handbook/Map.md': note('map') },
  ...change,
});
const problems = (change: Partial<PackFiles>): unknown[] => {
  const read = readPack(files(change), yaml);
  return read.ok ? [] : read.problems.map(({ file, code, value }) => [file, code, value]);
};

describe('readPack', () => {
  it('reads a pack', () => {
    expect(readPack(files(), yaml)).toMatchObject({
      ok: true,
      pack: { name: 'p', version: 1, language: 'en', notes: [{ id: 'map', since: 1, version: 1, title: 'T' }] },
    });
    for (const version of [1, 2, 3]) for (const language of ['en', 'zh'] as const) pack(version, language);
  });

  it.each<[string, Partial<PackFiles>, unknown[]]>([
    ['no YAML', { manifest: 'a: [' }, [['pack.yaml', 'no-yaml', expect.any(String)]]],
    ['a list', { manifest: '- a' }, [['pack.yaml', 'no-yaml', 'not a mapping of keys to values']]],
    [
      'a language that has no tag',
      { manifest: files().manifest.replace('language: en', 'language: Klingon?') },
      [
        ['pack.yaml', 'unknown-language', 'Klingon?'],
        ['Handbook/Map.md', 'wrong-value', 'handbook-lang: en'],
      ],
    ],
    ['a note without a file', { notes: {} }, [['Handbook/Map.md', 'absent-note', 'map']]],
    [
      'a file that is not listed',
      { notes: { ...files().notes, 'x.md': note('x') } },
      [['x.md', 'unlisted-note', 'x.md']],
    ],
    [
      'one id twice',
      { manifest: `${files().manifest}  - {id: map, path: Handbook/Map.md, since: 1}\n` },
      [
        ['pack.yaml', 'doubled-id', 'map'],
        ['pack.yaml', 'doubled-path', 'Handbook/Map.md'],
      ],
    ],
    [
      'since above the version',
      { manifest: files().manifest.replace('since: 1', 'since: 2') },
      [['pack.yaml', 'since-too-high', 'map']],
    ],
    [
      'no version',
      { manifest: files().manifest.replace('version: 1\n', '') },
      [
        ['pack.yaml', 'not-positive', 'version'],
        ['pack.yaml', 'since-too-high', 'map'],
      ],
    ],
    [
      'another id in the note',
      { notes: { 'Handbook/Map.md': note('home') } },
      [['Handbook/Map.md', 'wrong-value', 'handbook-id: home']],
    ],
    [
      'no heading',
      { notes: { 'Handbook/Map.md': note('map').replace('# T', 'T') } },
      [['Handbook/Map.md', 'no-title', 'map']],
    ],
    [
      'no map note',
      { manifest: files().manifest.replace('id: map', 'id: a'), notes: { 'Handbook/Map.md': note('a') } },
      [['pack.yaml', 'no-map', 'map']],
    ],
  ])('names %s', (_name, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});

describe('packHistory', () => {
  it('makes every earlier text again, byte for byte', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const [version, earlier] of [
        [2, 1],
        [3, 2],
        [3, 1],
      ] as const) {
        const now = pack(version, language);
        const history = packHistory(now);
        for (const old of pack(earlier, language).notes) {
          const note = now.notes.find((one) => one.id === old.id);
          if (note === undefined) continue;
          expect(history.text(note, old.version)).toBe(old.text);
        }
      }
    }
  });

  it('knows where notes lay, and nothing where it is missing or damaged', () => {
    const zotero = pack(3).notes.find((one) => one.id === 'tools/zotero');
    if (zotero === undefined) throw new Error('no such note');
    expect(packHistory(pack(3)).formerPaths(zotero)).toEqual(['Handbook/Tools/Zotero.md']);
    for (const history of [
      null,
      '',
      '{',
      '[]',
      '{"tools/zotero": {"versions": {"1": 7}}}',
      '{"tools/zotero": {"versions": {"1": [[900, 1, []]]}}}',
    ]) {
      const none = packHistory({ ...pack(3), history });
      expect(none.text(zotero, 1)).toBeNull();
      expect(none.text(zotero, 3)).toBe(zotero.text);
      expect(none.formerPaths(zotero)).toEqual([]);
    }
    expect(packFiles(1).history).toBeUndefined();
  });
});

describe('the map note’s record', () => {
  it('is read as it was written', () => {
    const record = { pack: 'p', packVersion: 3, language: 'zh' as const, folders: FOLDERS, beside: true };
    expect(readRecord(recordKeys(record))).toEqual(record);
  });

  it('is none where it says nothing, and lenient where a student changed it', () => {
    expect(readRecord({ handbook: 'p' })).toBeNull();
    expect(readRecord({ pack: 'p', language: 5 })).toBeNull();
    expect(
      readRecord({ pack: 'p', language: 'en', 'pack-version': 'two', 'home-note': 7, 'weekly-folder': ' W ' }),
    ).toEqual({
      pack: 'p',
      packVersion: 0,
      language: 'en',
      folders: { weekly: 'W' },
      beside: false,
    });
  });
});

describe('checkVaultPath', () => {
  it.each([
    ['', ''],
    ['/', ''],
    [' Lab ', 'Lab'],
    ['Lab//2026/', 'Lab/2026'],
    ['./Lab', 'Lab'],
    ['课题组/资料', '课题组/资料'],
    ['e\u0301', 'é'],
  ])('writes %j as %j', (typed, path) => {
    expect(checkVaultPath(typed)).toEqual({ ok: true, path });
  });

  it.each([
    ['../x', 'outside'],
    ['a/../../x', 'outside'],
    ['/etc', 'outside'],
    ['C:\\x', 'outside'],
    ['~/x', 'outside'],
    ['a:b', 'forbidden'],
    ['a/b?', 'forbidden'],
    ['a#b', 'forbidden'],
    ['a\tb', 'forbidden'],
    ['.obsidian', 'hidden'],
    ['a/.git', 'hidden'],
    ['CON', 'reserved'],
    ['a/nul.md', 'reserved'],
    ['Lab.', 'reserved'],
  ])('refuses %j as %s', (typed, problem) => {
    expect(checkVaultPath(typed)).toMatchObject({ ok: false, problem });
  });
});

describe('checkFolders', () => {
  const check = (root: string, taken: string[] = [], settled = {}): unknown =>
    checkFolders({ root, defaults: FOLDERS, settled }, new VaultNames(taken, []));

  it('puts everything below the root, but what is settled', () => {
    expect(check('Lab', [], { sources: 'Papers' })).toEqual({
      ok: true,
      folders: {
        handbook: 'Lab/Handbook',
        sources: 'Papers',
        weekly: 'Lab/Weekly',
        templates: 'Lab/Templates',
        home: 'Lab/Home.md',
      },
    });
  });

  it('names a file that stands where a folder must be, in any case', () => {
    expect(check('Lab', ['lab'])).toMatchObject({ ok: false, problem: 'is-file', path: 'lab' });
    expect(check('a/Lab', ['A'])).toMatchObject({ ok: false, problem: 'is-file', path: 'A' });
    expect(check('', ['Handbook'])).toMatchObject({ ok: false, problem: 'is-file', path: 'Handbook' });
    expect(check('', ['Home.md'])).toMatchObject({ ok: true }); // goes beside it
  });

  it('checks what the settings say, too', () => {
    expect(check('', [], { handbook: '../out' })).toMatchObject({ ok: false, problem: 'outside', path: '../out' });
  });
});

describe('markChanges', () => {
  const marked = (mine: string, theirs: string): string[] => {
    const changes = markChanges(mine, theirs);
    return [changes.mine, changes.theirs].map((side) =>
      side.map(({ text, changed }) => (changed ? `<${text}>` : text)).join(''),
    );
  };

  it('marks the words that differ, in both scripts', () => {
    expect(marked('Use the default format.', 'Use the group format.')).toEqual([
      'Use the <default> format.',
      'Use the <group> format.',
    ]);
    expect(marked('附件有 300 MB。满了再买，别的不变。', '附件有 300 MB。用 WebDAV，别的不变。')).toEqual([
      '附件有 300 MB。<满了再买>，别的不变。',
      '附件有 300 MB。<用 WebDAV>，别的不变。',
    ]);
    expect(marked('same', 'same')).toEqual(['same', 'same']);
    expect(marked('', 'new')).toEqual(['', '<new>']);
  });

  it('marks a blank or a comma between two changes, too', () => {
    expect(marked('keep my own, old words', 'keep their new, long text')).toEqual([
      'keep <my own, old words>',
      'keep <their new, long text>',
    ]);
  });

  it('loses no character', () => {
    const [mine, theirs] = ['a b 中文 c\nd', 'a x 中 c\n\ne'];
    const changes = markChanges(mine, theirs);
    expect(changes.mine.map(({ text }) => text).join('')).toBe(mine);
    expect(changes.theirs.map(({ text }) => text).join('')).toBe(theirs);
  });
});
