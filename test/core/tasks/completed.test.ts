import { describe, expect, it } from 'vitest';
import { completionDay } from '../../../src/core/tasks/completion';
import { tickedTasks } from '../../../src/core/tasks/ticked';
import { taskWords } from '../../../src/core/tasks/words';
import { inOneGo } from '../../../src/core/steps';

describe('a completed task', () => {
  it.each([
    ['- [x] Read ✅ 2026-08-04', ['Read', '2026-08-04']],
    ['- [x] Read ✅\uFE0F2026-08-04', ['Read', '2026-08-04']],
    ['- [X] Read [completion:: 2026-08-04]', ['Read', '2026-08-04']],
    ['  * [x] Read (done:: 2026-8-4) #tag', ['Read #tag', '2026-08-04']],
    ['- [x] Read [completed:: 2026-08-04T22:30]', ['Read', '2026-08-04']],
    ['- [x] Read [completion:: [[2026-08-04]]]', ['Read', '2026-08-04']],
    ['- [x] Read (completion:: [[Daily/2026-08-04|Tue]]) now', ['Read now', '2026-08-04']],
    ['- [x] Read [completion:: 2026年8月4日]', ['Read', '2026-08-04']],
    ['- [x] Read [done:: nearly] [completion:: 2026-08-04]', ['Read [done:: nearly]', '2026-08-04']],
    ['> - [x] Read ✅ 2026-08-04', ['Read', '2026-08-04']],
    ['>> 2) [X] Read ✅ 2026-08-04', ['Read', '2026-08-04']],
    ['1. [x] Read ✅ 2026-08-04', ['Read', '2026-08-04']],
    ['- [x] Read ⏫ 📅 2026-08-09 ✅ 2026-08-04', ['Read', '2026-08-04']],
    ['- [x] Read', ['Read', null]],
    ['- [x] Read ✅ 2026-02-30', ['Read', null]],
    ['> Read [x] ✅ 2026-08-04', null],
    ['- [ ] Read ✅ 2026-08-04', null],
    ['- [-] Read ✅ 2026-08-04', null],
    ['- Read ✅ 2026-08-04', null],
    ['%%\n- [x] Read ✅ 2026-08-04\n%%', null],
    ['```\n- [x] Read ✅ 2026-08-04\n```', null],
    ['plain', null],
  ])('%s', (note, expected) => {
    const [task] = inOneGo(tickedTasks(note));
    expect(task === undefined ? null : [taskWords(task.text), completionDay(task.text)]).toEqual(expected);
  });

  it('is told with its line', () => {
    expect(inOneGo(tickedTasks('# T\n\n- [ ] a\n- [x] b\n\t- [X] c\n'))).toEqual([
      { line: 3, text: 'b', private: false },
      { line: 4, text: 'c', private: false },
    ]);
  });

  it('is private below a private item', () => {
    const note = '1. a [private:: true]\n   - [x] b\n2. [x] c\n> - [x] d [private:: true]\n>   - [x] e\n> - [x] f\n';
    expect(inOneGo(tickedTasks(note)).map((task) => [task.text, task.private])).toEqual([
      ['b', true],
      ['c', false],
      ['d [private:: true]', true],
      ['e', true],
      ['f', false],
    ]);
  });
});
