import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCourses } from '../../../scripts/texts-plugin.mjs';
import { readCoursePack } from '../../../src/core/courses/course-pack';
import { NOTE_KEYS, readNoteOptions } from '../../../src/core/options/note-option';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import checked from '../../content/checked-links.json';
import source from '../../content/source-links.json';
import { YAML } from '../group/yaml';

const page = readFileSync(new URL('../../../docs/courses.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
const COURSES = await readCourses(new URL('../../../src/courses', import.meta.url).pathname);

it('has a row for each course that ships, with its items', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\| (.*?) +\| (\d+) +\|$/gm)].map(([, id, , items]) => [
    id,
    Number(items),
  ]);
  const shipped = COURSES.map(([name, text]) => {
    const id = name.split('/')[0] ?? '';
    const pack = readCoursePack(id, text, id, YAML);
    if ('problem' in pack) throw new Error(`${name}: ${pack.problem}`);
    expect(name).toBe(`${id}/${pack.asOf}`);
    expect(page).toContain(pack.title);
    return [id, pack.items];
  });
  expect(rows.sort()).toEqual(shipped.sort());
});

it('ships no address that the handbook does not have', () => {
  const known = [...source.links, ...checked.links.map(({ url }) => url)].map((url) => url.replace(/\/$/, ''));
  const addresses = COURSES.flatMap(([, text]) => text.match(/https?:\/\/[^\s)]+/g) ?? []);
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((url) => !known.includes(url.replace(/\/$/, '')))).toEqual([]);
});

it('has a list of one’s own that is read, and an example of each option of the block', () => {
  expect(readCoursePack('x', fence('markdown'), 'x.md', YAML)).toMatchObject({
    title: 'Multiple view geometry',
    authors: ['Hartley', 'Zisserman'],
    asOf: '2026-12-01',
    items: 2,
  });
  const { options, problems } = readNoteOptions(fence('course-progress'), YAML);
  expect([options.path, problems]).toEqual(['Sources/Neural Networks - Zero to Hero', []]);
  for (const key of NOTE_KEYS) expect(page).toContain(`| \`${key}\``);
  for (const { content } of [en, zh]) expect(page).toContain(content.headings.checklist);
});
