import { describe, expect, it } from 'vitest';
import { ALL_NOTES, HANDBOOKS, LANGUAGES, LESSONS, addresses, linkedIds, noteById, wikilinks } from './handbook';
import checked from './checked-links.json';
import source from './source-links.json';

/**
 * An address beyond the source's. `checked`: opened on that day. `seen`: its page, or texts of others that give it for the same,
 * read in stored copies on that day. `known`: written from general knowledge on that day, on a machine without a network, for the
 * next one to open. `only`: for readers of that language alone.
 */
interface Beyond {
  readonly url: string;
  readonly why: string;
  readonly checked?: string;
  readonly seen?: string;
  readonly known?: string;
  readonly only?: string;
}
const BEYOND: readonly Beyond[] = checked.links;

/** As a reader follows it: no slash at the end, no difference between `.git` and none. */
function address(url: string): string {
  return url.replace(/\/$/, '');
}

describe.each(ALL_NOTES)('%s', (_, note) => {
  it('links only to notes that exist, each with the text it shows', () => {
    const names = HANDBOOKS[note.language].notes.map((one) => one.name);
    for (const link of wikilinks(note)) {
      expect(names).toContain(link.name);
      expect(link.display, link.name).toBeTruthy();
    }
  });

  it('does not link to itself', () => {
    expect(linkedIds(note)).not.toContain(note.id);
  });

  it('keeps wikilinks out of tables, where the bar would have to be escaped', () => {
    expect(note.body.split('\n').filter((line) => line.startsWith('|') && line.includes('[['))).toEqual([]);
  });

  it('leads only to addresses of the source, or to ones on the list of further ones', () => {
    const further = BEYOND.filter(({ only }) => only === undefined || only === note.language);
    const allowed = [...source.links, ...further.map((link) => link.url)].map(address);
    expect(addresses(note).filter((url) => !allowed.includes(address(url)) && !isPlaceholder(url))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    expect(note.body).not.toMatch(/!\[[^\]]*\]\(/);
    expect(note.body).not.toMatch(/!\[\[/);
    expect(note.body.replace(/`[^`]*`/g, '')).not.toMatch(/<(img|iframe|script|style|font|video|audio|mark)\b/i);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const notes = HANDBOOKS[language].notes;

  it('every link of the source is there', () => {
    const there = new Set(notes.flatMap(addresses).map(address));
    expect(source.links.map(address).filter((url) => !there.has(url))).toEqual([]);
  });

  it('every further address is still used, so that none is kept for nothing', () => {
    const there = new Set(notes.flatMap(addresses).map(address));
    const here = BEYOND.filter(({ only }) => only === undefined || only === language);
    expect(here.map((link) => address(link.url)).filter((url) => !there.has(url))).toEqual([]);
  });

  it('the map leads to every note', () => {
    const others = notes.map((note) => note.id).filter((id) => id !== 'map');
    expect(linkedIds(noteById(language, 'map'))).toEqual(others.sort());
  });

  it('no note is an orphan: besides the map, some other note leads to it', () => {
    const reached = new Set(notes.filter((note) => note.id !== 'map').flatMap(linkedIds));
    expect(notes.map((note) => note.id).filter((id) => !reached.has(id) && id !== 'home')).toEqual([]);
  });

  it('the home page leads to the map, the first steps and every part', () => {
    const parts = notes.map((note) => note.id).filter((id) => !id.includes('/') && id !== 'home');
    expect(linkedIds(noteById(language, 'home'))).toEqual([...parts, 'start/start-here'].sort());
  });

  it('every part’s page leads to the part’s notes', () => {
    for (const [, note] of LESSONS) {
      if (note.language !== language) continue;
      const part = note.id.split('/')[0] ?? '';
      expect(linkedIds(noteById(language, part)), part).toContain(note.id);
    }
  });

  it('every lesson leads on to neighbours, two or more of them in its last section', () => {
    for (const [name, note] of LESSONS) {
      if (note.language !== language) continue;
      const last = note.body.slice(note.body.lastIndexOf('\n## '));
      expect(last.match(/^- \[\[/gm)?.length ?? 0, name).toBeGreaterThanOrEqual(2);
    }
  });
});

it('remembers why each address beyond the source is there, and when it was opened, seen or written from knowledge', () => {
  for (const link of BEYOND) {
    expect([link.checked, link.seen, link.known].filter((day) => day !== undefined)).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    ]);
    expect(link.why.length).toBeGreaterThan(20);
  }
});

/** Addresses of the source whose pages are in Chinese alone. */
const CHINESE_ONLY = /csdn\.net|zhihu\.com|cyinen\.github\.io|TingsongYu/;

it('has an address in English beside each that is in Chinese alone', () => {
  for (const note of HANDBOOKS.en.notes) {
    for (const block of note.body.split(/\n(?=\n|\||- |\d\. )/)) {
      const links = block.match(/https?:\/\/[^\s)<>"'`$]+/g) ?? [];
      if (links.some((url) => CHINESE_ONLY.test(url)))
        expect(
          links.filter((url) => !CHINESE_ONLY.test(url)),
          `${note.path}: ${block}`,
        ).not.toEqual([]);
    }
  }
});

/** Hosts of the local network that stand for the reader's own, and the reader's own machine. */
function isPlaceholder(url: string): boolean {
  return url.startsWith('http://192.168.') || url.startsWith('http://127.0.0.1:');
}
