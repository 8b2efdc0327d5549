import { describe, expect, it } from 'vitest';
import { completedTasks } from '../../../src/core/report/tasks';
import { tickedTasks } from '../../../src/core/tasks/ticked';
import { inOneGo } from '../../../src/core/steps';

const week = { start: '2026-08-03', end: '2026-08-09', tag: null };
const of = (text: string, tag: string | null = null): string[] =>
  completedTasks('a.md', inOneGo(tickedTasks(text)), { ...week, tag }).map((task) => `${task.date} ${task.text}`);

describe('completed tasks of a week', () => {
  it('reads the dates of Tasks and of Dataview', () => {
    expect(
      of(
        '- [x] 跑通 baseline 📅 2026-08-05 ✅ 2026-08-04\n* [X] 写引言 [completion:: 2026-08-09]\n1. [x] 投稿 (completion:: 2026-08-03)\n',
      ),
    ).toEqual(['2026-08-04 跑通 baseline', '2026-08-09 写引言', '2026-08-03 投稿']);
  });

  it('takes Monday and Sunday in, the days around them not', () => {
    expect(of('- [x] a ✅ 2026-08-02\n- [x] b ✅ 2026-08-03\n- [x] c ✅ 2026-08-09\n- [x] d ✅ 2026-08-10\n')).toEqual([
      '2026-08-03 b',
      '2026-08-09 c',
    ]);
  });

  it('counts no open, undated, impossible, private or quoted-in-code task', () => {
    expect(
      of(
        '- [ ] a ✅ 2026-08-04\n- [x] b\n- [x] c ✅ 2026-08-32\n- [x] d [private:: true] ✅ 2026-08-04\n```\n- [x] e ✅ 2026-08-04\n```\n',
      ),
    ).toEqual([]);
  });

  it('counts none that belongs to a private item', () => {
    const below =
      '1) a [private:: true]\n   - [x] b ✅ 2026-08-04\n\n     - [x] c ✅ 2026-08-04\n2) [x] d ✅ 2026-08-04\n';
    expect(of(`${below}> [!note] e [private:: true]\n> - [x] f ✅ 2026-08-04\n`)).toEqual(['2026-08-04 d']);
  });

  it('asks for the tag or one below it, in any letter case', () => {
    const text = '- [x] a #Lab ✅ 2026-08-04\n- [x] b #lab/cv ✅ 2026-08-04\n- [x] c #labour ✅ 2026-08-04\n';
    expect(of(text, '#lab')).toEqual(['2026-08-04 a #Lab', '2026-08-04 b #lab/cv']);
  });
});
