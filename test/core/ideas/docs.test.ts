import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { IDEA_PARTS, ideaGate } from '../../../src/core/ideas/gate';
import { IDEA_STATUSES, ideaNote, openIdeas } from '../../../src/core/ideas/idea-note';
import { NOTE_KEYS, readNoteOptions } from '../../../src/core/options/note-option';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { YAML } from '../group/yaml';

const page = readFileSync(new URL('../../../docs/ideas.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

it('has a note with nothing open, and each of its rules said', () => {
  expect(
    ideaGate(fence('markdown'), {
      headings: [en.ideas.parts],
      wasRead: (link) => link === 'mae',
      isPrivate: () => false,
    }).open,
  ).toEqual([]);
  for (const part of IDEA_PARTS) {
    expect(page).toContain(`| ${en.ideas.parts[part]} `);
    expect(page).toContain(zh.ideas.parts[part]);
  }
  for (const status of IDEA_STATUSES) expect(page).toContain(`\`${status}\``);
});

it('has an example of each option of the block, and a row', () => {
  const { options, problems } = readNoteOptions(fence('idea-gate'), YAML);
  expect([options.path, problems]).toEqual(['Ideas/Attention picks the mask', []]);
  for (const key of NOTE_KEYS) expect(page).toContain(`| \`${key}\``);
  expect(readNoteOptions('', YAML).options).toEqual({ path: null });
});

it('an idea is what its properties say, and those that are over are not worked on', () => {
  expect(ideaNote('a.md', { type: ' Idea ' })).toEqual({ path: 'a.md', status: 'seed', isPrivate: false });
  expect(ideaNote('a.md', { type: 'idea', status: 7, private: true })).toMatchObject({
    status: 'seed',
    isPrivate: true,
  });
  expect(ideaNote('a.md', { type: 'idea', 'handbook-id': 'template/idea' })).toBeNull();
  expect(ideaNote('a.md', null)).toBeNull();
  const all = IDEA_STATUSES.map((status) => ({ status }));
  expect(openIdeas(all).map(({ status }) => status)).toEqual(['testing', 'discussed', 'ready', 'shaping', 'seed']);
});
