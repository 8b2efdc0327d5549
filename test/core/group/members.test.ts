import { describe, expect, it } from 'vitest';
import { newMembers, readMembers, withMember } from '../../../src/core/group/members';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';

const TABLE = `# 成员

| 编号 | 姓名 | 别名 | 自 | 至 | 请假 |
| --- | :-: | --- | --- | --- | --- |
| lilei | 李雷 | li; lei2 | 2026-03-01 | | 2026-08-01..2026-08-20; 2026-09-01 |
| a\\|b | | | | 2026-07-31 | |

| 编号 | 姓名 |
| - | - |
| another | table |
`;

describe('members.md', () => {
  it('lists members in either language, columns in any order, with what they are away for', () => {
    expect(readMembers(TABLE)).toEqual({
      members: [
        {
          id: 'lilei',
          name: '李雷',
          also: ['li', 'lei2'],
          from: '2026-03-01',
          until: null,
          away: [
            { from: '2026-08-01', until: '2026-08-20' },
            { from: '2026-09-01', until: '2026-09-01' },
          ],
        },
        { id: 'a|b', name: 'a|b', also: [], from: null, until: '2026-07-31', away: [] },
      ],
      problems: [],
    });
    expect(readMembers('name|id\n-|-\nAna|ana\n').members).toMatchObject([{ id: 'ana', name: 'Ana' }]);
  });

  it('names the line of what it cannot read, and loses nobody for it', () => {
    const text = '| id | also | until | away |\n|-|-|-|-|\n| a | b | soon | 2026-08-09..2026-08-01 |\n| B |  |  | |\n';
    const { members, problems } = readMembers(text);
    expect(members.map(({ id }) => id)).toEqual(['a', 'B']);
    expect(problems).toEqual([
      { code: 'bad-day', line: 2, value: '2026-08-09..2026-08-01' },
      { code: 'bad-day', line: 2, value: 'soon' },
      { code: 'twice', line: 3, value: 'B' },
    ]);
    for (const none of ['', 'words', '```\n| id |\n| - |\n| a |\n```\n', '| x | y |\n|-|-|\n| a | b |\n']) {
      expect(readMembers(none)).toEqual({ members: [], problems: [{ code: 'no-table', line: 0, value: '' }] });
    }
  });

  it('takes a row in at the end of the table, and not a byte else is another', () => {
    const row = '| han\\|mei | 韩梅梅 |  |  |  |  |';
    const added = withMember(TABLE, { id: 'han|mei', name: '韩梅梅' });
    expect(added).toBe(TABLE.replace('2026-07-31 | |\n', `2026-07-31 | |\n${row}\n`));
    expect(readMembers(added ?? '').members.at(-1)).toMatchObject({ id: 'han|mei', name: '韩梅梅' });
    expect(withMember('id|x\r\n-|-', { id: 'a', name: 'A' })).toBe('id|x\r\n-|-\r\n| a |  |');
    expect(withMember('no table', { id: 'a', name: 'A' })).toBeNull();
  });

  it('is made so that it can be read', () => {
    for (const { group } of [en, zh]) {
      const text = withMember(newMembers(group.columns, group.membersIntro), { id: 'a', name: 'A' });
      expect(readMembers(text ?? '')).toMatchObject({ members: [{ id: 'a', name: 'A' }], problems: [] });
    }
  });
});
