import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planRelease } from '../../../src/core/pack/release';
import { checkPack, LIMITS } from '../../../src/core/pack/check';
import { yaml } from '../handbook/lab';
import { note, packFile, smallPack } from './packs';

const page = readFileSync(new URL('../../../docs/handbook-packs.md', import.meta.url), 'utf8');

it('has a pack.yaml that is taken', () => {
  const text = /^```yaml\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
  const map = note('map', '# Map\n', { pack: 'robotics-lab', language: 'en' });
  const { pack, refused } = checkPack([packFile('pack.yaml', text), packFile('Handbook/Map.md', map)], yaml);
  expect(refused).toEqual([]);
  expect(pack).toMatchObject({ name: 'robotics-lab', title: 'Robotics handbook', version: 1 });
});

it('has a note that takes the id of its twin', () => {
  const text = /^```markdown\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
  const release = planRelease([...smallPack('One'), packFile('Buch/Einrichten/Git.md', text)], yaml, 'P');
  expect(release).toMatchObject({ notes: { 2: { id: 'Setup/Git', path: 'Buch/Einrichten/Git.md' } } });
});

it('names the limits that there are', () => {
  expect(page).toContain(
    `more than ${LIMITS.notes} notes, ${LIMITS.note / 1024} KB a note, ${LIMITS.all / 1e6} MB in all`,
  );
  expect(page).toContain(`more than ${LIMITS.ratio} times their size`);
});
