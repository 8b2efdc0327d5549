import { describe, expect, it } from 'vitest';
import { ALL_NOTES, HANDBOOKS, LANGUAGES, LESSONS, addresses, linkedIds, noteById, wikilinks } from './handbook';
import checked from './checked-links.json';
import source from './source-links.json';

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

  it('leads only to addresses of the source, or to ones that were looked up', () => {
    const allowed = [...source.links, ...checked.links.map((link) => link.url)].map(address);
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

  it('every looked-up address is still used, so that none is kept for nothing', () => {
    const there = new Set(notes.flatMap(addresses).map(address));
    expect(checked.links.map((link) => address(link.url)).filter((url) => !there.has(url))).toEqual([]);
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

it('remembers why and when each address beyond the source was looked up', () => {
  for (const link of checked.links) {
    expect(link.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(link.why.length).toBeGreaterThan(20);
  }
});

/** Hosts of the local network that stand for the reader's own. */
function isPlaceholder(url: string): boolean {
  return url.startsWith('http://192.168.');
}
