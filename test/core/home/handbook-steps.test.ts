import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handbookSteps, type HandbookNote } from '../../../src/core/home/handbook-steps';

const note = (id: string, open: number[], settled: number[] = [], path = `${id}.md`): HandbookNote => ({
  id,
  path,
  title: id,
  open,
  settled,
});
const ORDER = ['start', 'tools', 'report'];

describe('the handbook’s next steps', () => {
  it('come in the order of the pack, then of the note', () => {
    const { next } = handbookSteps([note('report', [9]), note('unknown', [1]), note('start', [4, 7])], ORDER, 10);
    expect(next.map(({ note: { id }, line }) => [id, line])).toEqual([
      ['start', 4],
      ['start', 7],
      ['report', 9],
      ['unknown', 1],
    ]);
  });

  it('are as many as asked for, and the rest is counted', () => {
    const steps = handbookSteps([note('start', [1, 2]), note('tools', [3], [4]), note('report', [], [5])], ORDER, 1);
    expect(steps.next).toHaveLength(1);
    expect(steps.unfinished.map(({ id }) => id)).toEqual(['start', 'tools']);
    expect(steps).toMatchObject({ checklists: 3, finished: 1 });
  });

  it('leave out templates and notes without a checklist', () => {
    expect(handbookSteps([note('template/weekly-report', [3]), note('map', [])], ORDER, 3)).toEqual({
      next: [],
      unfinished: [],
      checklists: 0,
      finished: 0,
    });
  });

  it('count one of two copies: the shorter path, then the earlier', () => {
    const copies = [note('start', [1], [], 'b.md'), note('start', [2], [], 'a.md'), note('start', [3], [], 'a 1.md')];
    expect(handbookSteps(copies, ORDER, 5).next.map(({ note: { path } }) => path)).toEqual(['a.md']);
  });

  it('do not depend on the order in which notes are found', () => {
    const notes = ['start', 'tools', 'report', 'x', 'y'].flatMap((id, index) => [
      note(id, [index], [], `${id}/1.md`),
      note(id, [index + 10], [], `${id}/2.md`),
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, { minLength: notes.length }), (shuffled) => {
        expect(handbookSteps(shuffled, ORDER, 5)).toEqual(handbookSteps(notes, ORDER, 5));
      }),
    );
  });
});
