import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMembers } from '../../../src/core/group/members';
import { GROUP_KEYS, readGroupOptions } from '../../../src/core/group/options';
import { YAML } from './yaml';

const page = readFileSync(new URL('../../../docs/group.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

describe('docs/group.md', () => {
  it('has a table of members that is read as the page says', () => {
    const { members, problems } = readMembers(fence('members'));
    expect(problems).toEqual([]);
    expect(members).toMatchObject([
      { id: 'lilei', name: 'Li Lei', also: ['lilei-96'], away: [{ from: '2026-08-01', until: '2026-08-20' }] },
      { id: 'ana', name: 'Ana', until: '2026-07-31' },
    ]);
  });

  it('has an example of each option of the block, and a row', () => {
    const example = fence('group-week');
    expect(readGroupOptions(example, YAML)).toEqual({ options: { week: '2026-W32', folder: 'Group' }, problems: [] });
    for (const key of GROUP_KEYS) expect(page).toContain(`| \`${key}\``);
  });
});

it('tells what is wrong in a block, and uses the rest', () => {
  const { options, problems } = readGroupOptions('week: 2026-W99\nfolder: /Lab/\nfoldr: x\n', YAML);
  expect(options).toEqual({ week: null, folder: 'Lab' });
  expect(problems.map(({ code }) => code).sort()).toEqual(['unknown-key', 'unknown-value']);
});
