import { describe, expect, it } from 'vitest';
import { agendaText } from '../../../src/core/group/agenda';
import { openMerge, readContents, type GroupHeadings } from '../../../src/core/group/contents';
import { groupNote, type GroupNote } from '../../../src/core/group/group-note';
import { readMembers } from '../../../src/core/group/members';
import { groupWeek, weekToShow, type GroupWeek, type MemberWeek } from '../../../src/core/group/week';
import { handedIn } from '../../features/group/vault';
import { YAML } from './yaml';

const HEADINGS: GroupHeadings = {
  questions: ['Questions for my advisor', '请导师回答', '笔记里的提问'],
  problems: ['Problems', '问题与阻塞'],
  generated: ['Reading', 'Numbers', "Advisor's feedback", '笔记里的提问'],
};
/** Wednesday of 2026-W33: 2026-W32 is over since Sunday, 9 August. */
const TODAY = '2026-08-12';

type Files = Readonly<Record<string, string>>;

function noteOf(path: string, text: string): GroupNote | null {
  const [, head = ''] = text.split(/^---$/m);
  let properties: Record<string, unknown> = {};
  try {
    properties = (YAML.parse(head) ?? {}) as Record<string, unknown>;
  } catch {
    properties = {};
  }
  return groupNote(path, properties);
}

function weekOf(files: Files, week = '2026-W32', table: string | null = null, today = TODAY): GroupWeek {
  const notes = Object.entries(files).flatMap(([path, text]) => noteOf(path, text) ?? []);
  const members = table === null ? null : readMembers(table).members;
  return groupWeek({ week, today, members, notes, headings: HEADINGS }, new Map(Object.entries(files)));
}
const of = (found: GroupWeek, id: string): MemberWeek => {
  const member = found.members.find(({ person }) => person.id === id);
  if (member === undefined) throw new Error(`no ${id}`);
  return member;
};
const states = (found: GroupWeek): Record<string, string> =>
  Object.fromEntries(found.members.map(({ person, state, silent }) => [person.id, `${state} ${String(silent)}`]));
const path = (member: string, week: string): string => `Group/${member}/${week}.md`;
const one = (member: string, week: string, more: Partial<Parameters<typeof handedIn>[0]> = {}): Files => ({
  [path(member, week)]: handedIn({ member, week, on: '2026-01-01', body: '## Learned\n\n- x\n', ...more }),
});

describe('who is silent', () => {
  const files = {
    ...one('a', '2026-W28'),
    ...one('a', '2026-W32'),
    ...one('b', '2026-W30'),
    ...one('late', '2026-W32', { on: '2026-08-11' }),
    ...one('monday', '2026-W32', { on: '2026-08-10' }),
    ...one('gone', '2026-W28'),
  };

  it('tells one silent week from the second, without a table from the first hand-in on', () => {
    expect(states(weekOf(files))).toEqual({
      a: 'in 0',
      b: 'silent 2',
      gone: 'silent 4',
      late: 'late 0',
      monday: 'in 0',
    });
    expect(states(weekOf(files, '2026-W31'))).toEqual({ a: 'silent 3', b: 'silent 1', gone: 'silent 3' });
    expect(of(weekOf(files), 'b').last).toBe('2026-W30');
  });

  it('leaves a week open that is not over', () => {
    expect(states(weekOf(files, '2026-W33'))).toMatchObject({ a: 'open 0', b: 'open 0' });
    expect(weekOf(files, '2026-W33', null, '2026-08-16').members[0]?.state).toBe('open'); // its Sunday
    expect(weekOf(files, '2026-W33', null, '2026-08-17').members[0]?.state).toBe('silent');
  });

  it('leaves out who is away for most of the working days, and neither counts nor breaks their silence', () => {
    const away = (days: string): string => `| id | away |\n|-|-|\n| a | |\n| b | ${days} |\n`;
    const state = (days: string, week?: string): string | undefined => states(weekOf(files, week, away(days)))['b'];
    expect(state('2026-08-01..2026-08-20')).toBe('away 1'); // W31 was silent
    expect(state('2026-08-05..2026-08-07')).toBe('away 1');
    expect(state('2026-08-06..2026-08-09')).toBe('silent 2'); // two working days
    expect(state('2026-07-27..2026-07-31')).toBe('silent 1'); // W31 was away
    expect(of(weekOf(files, '2026-W32', away('2026-08-03..2026-08-20')), 'b').awayUntil).toBe('2026-08-20');
  });

  it('asks nobody before they came or after they left, and says who did', () => {
    const table =
      '| id | name | from | until |\n|-|-|-|-|\n| new | New | 2026-08-10 | |\n| old | Old | | 2026-08-02 |\n| a | A | | |\n';
    const found = weekOf(files, '2026-W32', table);
    expect(found.members.map(({ person }) => person.id)).toEqual(['a', 'b', 'gone', 'late', 'monday']);
    expect(found.left.map(({ name }) => name)).toEqual(['Old']);
    expect(found.unlisted.map(({ id }) => id)).toEqual(['b', 'gone', 'late', 'monday']);
    expect(states(weekOf(files, '2026-W33', table))).toMatchObject({ new: 'open 0' });
    // Nobody wrote down that they left: twelve weeks of nothing say so.
    expect(states(weekOf(one('a', '2026-W20'), '2026-W32'))).toEqual({ a: 'silent 12' });
    const gone = weekOf(one('a', '2026-W19'), '2026-W32');
    expect([gone.members, gone.left.map(({ id }) => id)]).toEqual([[], ['a']]);
  });

  it('asks everybody of a table in which nobody has handed anything in yet', () => {
    expect(states(weekOf({}, '2026-W32', '| id |\n|-|\n| a |\n| b |\n'))).toEqual({ a: 'silent 1', b: 'silent 1' });
  });

  it('knows a member by earlier ids, and says so', () => {
    const table = '| id | also |\n|-|-|\n| ana | ANA-old |\n';
    const found = weekOf({ ...one('ana-old', '2026-W31'), ...one('ana', '2026-W32') }, '2026-W32', table);
    expect(states(found)).toEqual({ ana: 'in 0' });
    expect(
      of(found, 'ana')
        .strip.slice(-2)
        .map(({ state }) => state),
    ).toEqual(['in', 'in']);
    expect(of(found, 'ana').formerly).toEqual(['ana-old']);
  });

  it('shows twelve weeks of each', () => {
    const { strip } = of(weekOf(files), 'a');
    expect(strip.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 7 }, () => 'before'),
      'in',
      'silent',
      'silent',
      'silent',
      'in',
    ]);
    expect(strip[0]?.week).toBe('2026-W21');
    expect(strip.at(-1)).toEqual({ week: '2026-W32', state: 'in', path: path('a', '2026-W32') });
  });

  it('begins with the week before, until something has come for this one', () => {
    const notes = (files: Files): GroupNote[] => Object.entries(files).flatMap(([at, text]) => noteOf(at, text) ?? []);
    expect(weekToShow(notes(one('a', '2026-W32')), '2026-W33')).toBe('2026-W32');
    expect(weekToShow(notes(one('a', '2026-W33')), '2026-W33')).toBe('2026-W33');
    expect(weekToShow([], '2027-W01')).toBe('2026-W53');
  });
});

const BODY = `## Reading

- Deep Residual Learning · 2 sessions

## 问题与阻塞

- Batch 1024 does not fit
  - even with 8 cards
- secret [private:: true]

## Questions for my advisor

- Does **it** follow [the ratio](https://a.org)?
- [x] Answered
- [ ] Open still
- secret [private:: true]

## 笔记里的提问

- ASK in a note
`;

describe('what is asked', () => {
  it('comes as words with their lines, without what is ticked or private', () => {
    const text = handedIn({ member: 'a', body: BODY });
    const lines = text.split('\n');
    const found = weekOf({ [path('a', '2026-W32')]: text });
    const said = (all: GroupWeek['questions']): unknown => all.map((it) => [it.text, lines[it.line]?.trim()]);
    expect(said(found.questions)).toEqual([
      ['Does it follow the ratio?', '- Does **it** follow [the ratio](https://a.org)?'],
      ['Open still', '- [ ] Open still'],
      ['ASK in a note', '- ASK in a note'],
    ]);
    expect(said(found.problems)).toEqual([['Batch 1024 does not fit; even with 8 cards', '- Batch 1024 does not fit']]);
    expect(JSON.stringify(readContents(text, HEADINGS))).not.toContain('secret');
  });

  it('tells what came with nothing in it from nothing', () => {
    const empty = '## Reading\n\n- Deep Residual Learning\n\n## Numbers\n\nThis week 2.\n';
    const found = weekOf({
      ...one('a', '2026-W32', { body: empty }),
      ...one('b', '2026-W32', { body: `${empty}\n## My own\n\nwords\n` }),
      ...one('c', '2026-W32', { body: '' }),
    });
    expect(found.members.map(({ isEmpty, state }) => [isEmpty, state])).toEqual([
      [true, 'in'],
      [false, 'in'],
      [true, 'in'],
    ]);
  });
});

describe('versions that a sync kept', () => {
  const text = handedIn({ member: 'a', body: BODY });
  const copy = 'Group/a/2026-W32 (conflicted copy 2026-08-08).md';

  it('hides one that says the same, and shows both of two that differ', () => {
    const same = weekOf({ [copy]: text.replace('- Batch', '*  Batch'), [path('a', '2026-W32')]: text });
    expect([same.versions, same.questions.length, of(same, 'a').path]).toEqual([[], 3, path('a', '2026-W32')]);
    const other = text.replace('Open still', 'Another');
    const both = weekOf({ [copy]: other, [path('a', '2026-W32')]: text });
    expect(both.versions).toEqual([[path('a', '2026-W32'), copy]]);
    expect(both.questions.map((it) => it.text)).toEqual([
      'Does it follow the ratio?',
      'Open still',
      'ASK in a note',
      'Another',
    ]);
    expect(both.members).toHaveLength(1);
  });

  it('calls a merge that was left open unreadable, not silent, in the body or in the properties', () => {
    const inBody = text.replace('## Questions', '<<<<<<< HEAD\n## Questions');
    const inHead = text.replace('member: a', '<<<<<<< HEAD\nmember: a\n=======\nmember: b\n>>>>>>> x');
    for (const broken of [inBody, inHead]) {
      const found = weekOf({ [path('a', '2026-W32')]: broken });
      const line = broken.split('\n').indexOf('<<<<<<< HEAD');
      expect(found.unreadable).toEqual([{ path: path('a', '2026-W32'), reason: 'merge', line }]);
      expect([states(found), found.questions]).toEqual([{ a: 'in 0' }, []]);
    }
    expect(openMerge('a <<<<<<< b\n<<<<<<<< c\n')).toBe(-1);
    expect(openMerge('a\r\n<<<<<<<\r\n')).toBe(1);
  });

  it('says which notes cannot be read, and why', () => {
    const found = weekOf({
      [path('a', '2026-W32')]: '# no properties\n',
      'Group/b/x.md': handedIn({ member: 'b', week: 'W1' }),
    });
    expect(found.unreadable).toEqual([
      { path: 'Group/b/x.md', reason: 'no-week', line: null },
      { path: path('a', '2026-W32'), reason: 'properties', line: null },
    ]);
  });
});

describe('what is read', () => {
  const read = (member: string, week: string, sources: readonly string[], titles: readonly string[] = []): Files =>
    one(member, week, { sources, titles });
  const files = {
    ...read('a', '2026-W32', ['arxiv:1', 'title:x'], ['One', 'X']),
    ...read('b', '2026-W29', ['arxiv:1'], ['One']),
    ...read('c', '2026-W28', ['arxiv:1', 'title:x']),
    ...read('d', '2026-W32', ['doi:2']),
  };

  it('is the same where two read it within four weeks', () => {
    const { same, reading } = weekOf(files);
    expect(
      same.map(({ key, title, readers }) => [key, title, readers.map(({ person, week }) => person.id + week)]),
    ).toEqual([['arxiv:1', 'One', ['a2026-W32', 'b2026-W29']]]);
    expect(reading.map(({ key, title }) => [key, title])).toEqual([
      ['doi:2', '2'],
      ['arxiv:1', 'One'],
      ['title:x', 'X'],
    ]);
  });

  it('is no two readers where one handed in two versions', () => {
    const copy = { 'Group/a/2026-W32 2.md': handedIn({ member: 'a', sources: ['arxiv:1'] }) };
    expect(weekOf({ ...read('a', '2026-W32', ['arxiv:1']), ...copy }).same).toEqual([]);
  });
});

describe('the agenda', () => {
  it('holds words of others that nothing in the vault runs or loads', () => {
    const evil = '- `$= dv.pages()` ![](https://a.org/x) <img src=x onerror=y> ![[x]] <% tp %> [[a|b]]\n- TODO: me';
    const found = weekOf({
      [path('a', '2026-W32')]: handedIn({
        member: 'a',
        body: `## Questions for my advisor\n\n${evil}\n`,
        sources: ['title:e'],
        titles: ['![[t]] <b>'],
      }),
    });
    const words = { title: 'Agenda', questions: 'Q', quiet: 'N', same: 'S', problems: 'P', reading: 'R' };
    const text = agendaText(found, found.members, { ...words, quietly: () => 'here' });
    expect(text).toMatch(/^# Agenda\n\n## Q\n\n- \[\[Group\/a\/2026-W32\|a\]\] /);
    for (const sign of ['`', '<', '![']) {
      for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) expect(text[at - 1]).toBe('\\');
    }
    expect(text).toContain('## N\n\n- a · here\n');
    expect(text).not.toContain('## S');
  });
});
