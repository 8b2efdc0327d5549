import { describe, expect, it } from 'vitest';
import { packHistory } from '../../../src/core/handbook/history';
import { checkPack, type PackFile } from '../../../src/core/pack/check';
import { manifestText, planRelease, twinsMissing, type Release } from '../../../src/core/pack/release';
import { yaml } from '../handbook/lab';
import { note, packFile, smallPack } from './packs';

function planned(files: readonly PackFile[]): Release {
  const release = planRelease(files, yaml, 'P');
  if (release === 'no-yaml') throw new Error(release);
  return release;
}

/** The folder after the first so many writes of a release; after all, with its manifest, too. */
function written(files: readonly PackFile[], count = Infinity): PackFile[] {
  const release = planned(files);
  const now = new Map(files.map((file) => [file.path, file]));
  for (const { path, before, after } of release.writes.slice(0, count)) {
    expect(now.get(path)?.text ?? null).toBe(before);
    now.set(path, packFile(path, after));
  }
  if (count < Infinity) return [...now.values()];
  const all = [...now.values()];
  now.set('manifest.json', packFile('manifest.json', manifestText(release.version, all)));
  return [...now.values()];
}

const change = (files: readonly PackFile[], path: string, text: string | null, to = path): PackFile[] => [
  ...files.filter((file) => file.path !== path),
  ...(text === null ? [] : [packFile(to, text)]),
];
const textOf = (files: readonly PackFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? '';
const edited = (files: readonly PackFile[], words: string): PackFile[] =>
  change(files, 'Buch/Erstes.md', `${textOf(files, 'Buch/Erstes.md')}\n${words}\n`);

it('first writes down what is there; nothing is new until something changes', () => {
  const first = written(smallPack('One'));
  const { pack, refused } = checkPack(first, yaml);
  expect(refused).toEqual([]);
  expect(pack).toMatchObject({
    version: 1,
    notes: [
      { id: 'map', version: 1 },
      { id: 'first', version: 1 },
    ],
  });
  expect(planned(first)).toMatchObject({ isNew: false });
});

it('raises the version of the pack and of notes that changed, and keeps the three texts before', () => {
  let files = written(smallPack('One'));
  const texts = [textOf(files, 'Buch/Erstes.md')];
  for (const words of ['Two', 'Three', 'Four', 'Five']) {
    files = written(edited(files, words));
    texts.push(textOf(files, 'Buch/Erstes.md'));
  }
  const { pack } = checkPack(files, yaml);
  const [map, first] = pack?.notes ?? [];
  expect(pack?.version).toBe(5);
  expect([map?.version, first?.version]).toEqual([1, 5]);
  if (pack === null || first === undefined) throw new Error('no pack');
  const history = packHistory(pack);
  expect([5, 4, 3, 2, 1].map((version) => history.text(first, version))).toEqual([...texts.slice(1).reverse(), null]);
});

it('lists a new note as of the next version, knows a moved one by its id and where it lay, and forgets a deleted one', () => {
  const files = written(smallPack('One'));
  const moved = change(files, 'Buch/Erstes.md', textOf(files, 'Buch/Erstes.md'), 'Buch/Neu/Anfang.md');
  const next = written([...moved, packFile('Buch/Zweites.md', '# Zweites\n')]);
  const { pack, refused } = checkPack(next, yaml);
  expect(refused).toEqual([]);
  expect(pack?.notes).toMatchObject([
    { id: 'map', since: 1 },
    { id: 'first', since: 1, version: 1, path: 'Buch/Neu/Anfang.md' },
    { id: 'Buch/Zweites', since: 2, version: 1, path: 'Buch/Zweites.md' },
  ]);
  if (pack === null) throw new Error('no pack');
  const [, first] = pack.notes;
  expect(first && packHistory(pack).formerPaths(first)).toEqual(['Buch/Erstes.md']);
  const last = checkPack(written(change(next, 'Buch/Zweites.md', null)), yaml);
  expect(last.pack?.notes.map(({ id }) => id)).toEqual(['map', 'first']);
});

it('keeps what else the author wrote into pack.yaml, and the order of notes there', () => {
  const files = written([...smallPack('One'), packFile('Buch/A.md', '# A\n')]);
  const list = 'notes:\n  - {id: Buch/A, path: Buch/A.md, since: 1}\n  - {id: map, path: Buch/Karte.md, since: 1}\n';
  const own = change(files, 'pack.yaml', `pack: robots\nauthor: Ada\nversion: 1\nlanguage: de\n${list}`);
  const yamlText = textOf(written(own), 'pack.yaml');
  expect(yaml.parse(yamlText)).toMatchObject({
    author: 'Ada',
    version: 2,
    notes: [{ id: 'map' }, { id: 'Buch/A' }, { id: 'first', since: 2 }],
  });
});

it('leaves a note that only its author’s other properties tell apart in the version after', () => {
  const files = written(smallPack('One'));
  const text = note('first', '# Erstes\n\nOne\n').replace('handbook-version', 'tags: [a]\nhandbook-version');
  expect(checkPack(written(change(files, 'Buch/Erstes.md', text)), yaml).pack?.notes).toMatchObject([
    { version: 1 },
    { version: 2 },
  ]);
});

it('takes a copy with the properties of what it was made from for a new note', () => {
  const files = written(smallPack('One'));
  const copy = packFile('Buch/Erstes (Kopie).md', textOf(files, 'Buch/Erstes.md'));
  const { pack, refused } = checkPack(written([...files, copy]), yaml);
  expect(refused).toEqual([]);
  expect(pack?.notes.map(({ id, path, version }) => [id, path, version])).toEqual([
    ['map', 'Buch/Karte.md', 1],
    ['first', 'Buch/Erstes.md', 1],
    ['Buch/Erstes (Kopie)', 'Buch/Erstes (Kopie).md', 1],
  ]);
});

describe('an id that the author writes', () => {
  const withId = (files: readonly PackFile[], id: string): PackFile[] =>
    change(
      files,
      'Buch/Erstes.md',
      textOf(files, 'Buch/Erstes.md').replace('handbook-id: first', `handbook-id: ${id}`),
    );

  it('is the note’s from the first release on, and its place in the list stays', () => {
    const draft = withId([...smallPack('One'), packFile('Buch/Zweites.md', '# Zweites\n')], 'Setup/Git');
    const listed = textOf(draft, 'pack.yaml').replace(
      '  - {id: first',
      '  - {id: Buch/Zweites, path: Buch/Zweites.md, since: 1}\n  - {id: first',
    );
    const files = change(draft, 'pack.yaml', listed);
    expect(planned(files).advice).toEqual([]);
    const { pack, refused } = checkPack(written(files), yaml);
    expect(refused).toEqual([]);
    expect(pack?.notes.map(({ id, since }) => [id, since])).toEqual([
      ['map', 1],
      ['Buch/Zweites', 1],
      ['Setup/Git', 1],
    ]);
  });

  it('is said to be another one than students have, once that is out; also where the property was lost', () => {
    const out = written(smallPack('One'));
    const finding = { file: 'Buch/Erstes.md', line: null, code: 'id-given', value: 'first' };
    expect(planned(out).advice).toEqual([]);
    expect(planned(withId(out, 'Setup/Git')).advice).toEqual([finding]);
    expect(planned(change(out, 'Buch/Erstes.md', '# Erstes\n')).advice).toEqual([finding]);
    expect(planned(change(out, 'Buch/Erstes.md', null)).advice).toEqual([]); // deleted
    const moved = change(out, 'Buch/Erstes.md', textOf(out, 'Buch/Erstes.md'), 'Buch/Anders.md');
    expect(planned(moved).advice).toEqual([]);
  });
});

it('names the notes that lack a twin, on both sides', () => {
  const [mine, theirs] = [
    planned(smallPack('One')),
    planned([...smallPack('One'), packFile('Buch/Git.md', '# Git\n')]),
  ];
  const there = { ...theirs, notes: theirs.notes.filter(({ id }) => id !== 'first') };
  expect(twinsMissing(mine, mine, ['P', 'Q'])).toEqual([]);
  expect(twinsMissing(mine, there, ['P', 'Q'])).toEqual([
    { file: 'Buch/Erstes.md', line: null, code: 'no-twin', value: 'handbook-id: first (Q)' },
    { file: 'pack.yaml', line: null, code: 'no-twin', value: 'handbook-id: Buch/Git (P)' },
  ]);
});

it('takes the draft’s own folder out of links, as the app writes them where names are not unique', () => {
  const body = '[[P/Buch/Karte#Teil|Karte]] ![x](P/Buch/Karte.md) [[Pilz/P/x]] `[[P/Buch/Karte]]`';
  const files = written(smallPack(body));
  expect(textOf(files, 'Buch/Erstes.md')).toContain(
    '[[Buch/Karte#Teil|Karte]] ![x](Buch/Karte.md) [[Pilz/P/x]] `[[P/Buch/Karte]]`',
  );
});

describe('stopped half-way', () => {
  const begun = edited(written(smallPack('One')), 'Two');
  const whole = written(begun);
  it.each(planned(begun).writes.map((_, count) => count))('after %i writes it comes to the same', (count) => {
    const again = written(written(begun, count));
    const sorted = (files: readonly PackFile[]): PackFile[] => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(sorted(again)).toEqual(sorted(whole));
  });
  it('with all written but the manifest', () => {
    const again = written(written(begun, 99));
    expect(checkPack(again, yaml).pack?.notes).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(textOf(again, 'manifest.json')).toBe(textOf(whole, 'manifest.json'));
  });
});

it('says where pack.yaml does not name a pack', () => {
  for (const text of ['', 'no: pack', 'pack: [', 'pack: a\nversion: 1']) {
    expect(planRelease([packFile('pack.yaml', text)], yaml, 'P')).toBe('no-yaml');
  }
});
