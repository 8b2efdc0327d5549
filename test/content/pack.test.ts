import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../src/core/handbook/pack';
import { ALL_NOTES, HANDBOOKS, LANGUAGES, LESSONS, addresses, fences, linkedIds, noteById, yaml } from './handbook';

const BASE_KEYS = ['handbook', 'handbook-id', 'handbook-lang', 'handbook-version', 'aliases', 'tags'];
/** Other code, settings and students' links count on these. */
const REQUIRED = [
  'map',
  'home',
  'start/start-here',
  'report/weekly-report',
  'tools/zotero',
  'tools/notes-app',
  'research/idea-rules',
  'template/weekly-report',
  'template/source',
];
const PARTS = ['start', 'report', 'tools', 'servers', 'coding', 'research', 'group'];

describe.each(LANGUAGES)('the %s pack', (language) => {
  const book = HANDBOOKS[language];

  it('is one that the plugin can read', () => {
    const notes = Object.fromEntries(book.notes.map((note) => [note.path, note.text]));
    expect(readPack({ manifest: book.manifestText, notes }, yaml)).toMatchObject({
      ok: true,
      pack: { name: 'cv-lab', language },
    });
  });

  it('lists every file once, and no file that is absent', () => {
    expect(book.listed.map((entry) => entry.path).sort()).toEqual(book.notes.map((note) => note.path).sort());
    expect(new Set(book.listed.map((entry) => entry.id)).size).toBe(book.listed.length);
    for (const entry of book.listed) {
      expect(book.notes.find((note) => note.path === entry.path)?.id, entry.path).toBe(entry.id);
    }
  });

  it('holds the notes that others count on, a page for each part, and 25 lessons or more', () => {
    const ids = book.listed.map((entry) => entry.id);
    expect(ids).toEqual(expect.arrayContaining([...REQUIRED, ...PARTS]));
    expect(LESSONS.filter(([, note]) => note.language === language).length).toBeGreaterThanOrEqual(25);
  });

  it('begins with the map and the home page', () => {
    expect(book.listed.slice(0, 2).map((entry) => entry.id)).toEqual(['map', 'home']);
  });

  it('names its notes so that a link finds exactly one of them', () => {
    const names = book.notes.map((note) => note.name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

it('ships the same notes, in the same order, in both languages', () => {
  const [zh, en] = LANGUAGES.map((language) => HANDBOOKS[language]);
  const order = (book: typeof zh) => book?.listed.map(({ id, since }) => ({ id, since }));
  expect(order(zh)).toEqual(order(en));
  expect(zh?.manifest['version']).toBe(en?.manifest['version']);
});

it('keeps both packs under 96 KB gzip, which is what main.js has for them beside the code', () => {
  const text = JSON.stringify(LANGUAGES.map((language) => HANDBOOKS[language].notes.map((note) => note.text)));
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(96 * 1024);
});

describe.each(LANGUAGES)('the checkboxes in %s, which home counts', (language) => {
  const boxes = HANDBOOKS[language].notes.flatMap((note) =>
    (note.body.replace(/^```[^]*?^```$/gm, '').match(/^- \[ \] \S.*$/gm) ?? []).map((box) => `${note.path}: ${box}`),
  );

  it('are few enough to be done one day', () => {
    expect(boxes.length).toBeLessThanOrEqual(150);
    expect(boxes.length).toBeGreaterThan(50);
  });

  it('are steps that end, not habits', () => {
    const habit =
      /每(天|周|次|篇|读|学|跑)|平时|经常|\b(every (day|week|time)|each (day|week|time|session)|once a week|always|often)\b/i;
    expect(boxes.filter((box) => habit.test(box))).toEqual([]);
  });
});

describe.each(ALL_NOTES)('%s', (_, note) => {
  it('has the base keys in its frontmatter and no others, but for the class of the home page', () => {
    expect(Object.keys(note.frontmatter)).toEqual(note.id === 'home' ? [...BASE_KEYS, 'cssclasses'] : BASE_KEYS);
    expect(note.frontmatter).toMatchObject({ handbook: 'cv-lab', 'handbook-lang': note.language });
    expect(note.frontmatter['handbook-id']).toMatch(/^[a-z]+(\/[a-z0-9]+(-[a-z0-9]+)*)?$/);
    expect(Number.isInteger(note.frontmatter['handbook-version'])).toBe(true);
  });

  it('has aliases and tags that Obsidian takes, and no alias that is another note’s name', () => {
    const { aliases, tags } = note.frontmatter;
    for (const list of [aliases, tags]) {
      expect(list).toBeInstanceOf(Array);
      for (const item of list as unknown[]) expect(typeof item === 'string' && item.trim() === item).toBe(true);
    }
    for (const tag of tags as string[]) expect(tag).toMatch(/^[\p{L}][\p{L}\p{N}/_-]*$/u);
    const names = HANDBOOKS[note.language].notes.map((other) => other.name.toLowerCase());
    expect((aliases as string[]).filter((alias) => alias !== note.name && names.includes(alias.toLowerCase()))).toEqual(
      [],
    );
  });

  it('has a name that Windows, macOS, Linux, Android and a wikilink can hold', () => {
    for (const part of note.path.replace(/\.md$/, '').split('/')) {
      expect(part).not.toMatch(/[\\:*?"<>|#^[\]]|[\p{Cc}]|[. ]$|^[. ]/u);
      expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
      expect(part).toBe(part.normalize('NFC'));
    }
    expect(Buffer.byteLength(note.path)).toBeLessThan(200);
  });

  it('has a twin with the same links between notes, steps, blocks and tables', () => {
    const twin = noteById(note.language === 'zh' ? 'en' : 'zh', note.id);
    const shape = (one: typeof note) => ({
      version: one.frontmatter['handbook-version'],
      links: linkedIds(one),
      sections: one.body.match(/^## /gm)?.length ?? 0,
      steps: one.body.match(/^- \[ \] /gm)?.length ?? 0,
      callouts: one.body.match(/^> \[!\w+\]/gm) ?? [],
      fences: fences(one.body).map((fence) => fence.language),
      rows: one.body.match(/^\|/gm)?.length ?? 0,
      placeholders: one.body.match(/\{\{.+?\}\}/g)?.sort() ?? [],
    });
    expect(shape(note)).toEqual(shape(twin));
    // English readers have some more addresses, beside those that lead to Chinese pages (links.test.ts).
    if (note.language === 'zh') expect(addresses(twin)).toEqual(expect.arrayContaining(addresses(note)));
  });
});
