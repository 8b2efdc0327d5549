import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handbookChecklists, stepsToShow, type HandbookNote, type Step } from '../../../src/core/home/handbook-steps';

const note = (id: string, open: number[], settled: number[] = [], path = `${id}.md`): HandbookNote => ({
  id,
  path,
  title: id,
  open,
  settled,
});
const ORDER = ['start', 'tools', 'report'];
const ids = (notes: readonly HandbookNote[]) => notes.map(({ id }) => id);

describe('the handbook’s checklists', () => {
  it('come in the order of the pack, unknown ones last', () => {
    const { all } = handbookChecklists([note('report', [9]), note('unknown', [1]), note('start', [4, 7])], ORDER);
    expect(ids(all)).toEqual(['start', 'report', 'unknown']);
  });

  it('are unfinished while anything is open', () => {
    const notes = [note('start', [1, 2]), note('tools', [3], [4]), note('report', [], [5])];
    const { all, unfinished } = handbookChecklists(notes, ORDER);
    expect(ids(all)).toEqual(['start', 'tools', 'report']);
    expect(ids(unfinished)).toEqual(['start', 'tools']);
  });

  it('are not those of templates, nor of notes without one', () => {
    expect(handbookChecklists([note('template/weekly-report', [3]), note('map', [])], ORDER)).toEqual({
      all: [],
      unfinished: [],
      steps: { done: 0, total: 0 },
    });
  });

  it('count one of two copies: the shorter path, then the earlier', () => {
    const copies = [note('start', [1], [], 'b.md'), note('start', [2], [], 'a.md'), note('start', [3], [], 'a 1.md')];
    expect(handbookChecklists(copies, ORDER).all.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('count the steps of all of them once', () => {
    const notes = [note('start', [1, 2], [3]), note('start', [1], [2, 3], 'start 1.md'), note('report', [], [5, 6])];
    expect(handbookChecklists(notes, ORDER).steps).toEqual({ done: 3, total: 5 });
  });

  it('do not depend on the order in which notes are found', () => {
    const notes = ['start', 'tools', 'report', 'x', 'y'].flatMap((id, index) => [
      note(id, [index], [], `${id}/1.md`),
      note(id, [index + 10], [], `${id}/2.md`),
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, { minLength: notes.length }), (shuffled) => {
        expect(handbookChecklists(shuffled, ORDER)).toEqual(handbookChecklists(notes, ORDER));
      }),
    );
  });
});

describe('the steps shown', () => {
  const step = (words: string, done = false): Step => ({
    path: 'a.md',
    title: 'A',
    item: { line: 0, text: words, pieces: [], words, done, hasBox: true },
  });
  const words = (steps: readonly Step[]) => steps.map(({ item }) => item.words);
  const steps = [step('1', true), step('2', true), step('3'), step('4'), step('5'), step('6')];
  const tickedHere =
    (...names: string[]) =>
    (one: Step) =>
      names.includes(one.item.words);

  it('are the first open ones', () => {
    expect(words(stepsToShow(steps, tickedHere(), 3))).toEqual(['3', '4', '5']);
  });

  it('keep their place when ticked here, so that nothing jumps', () => {
    expect(words(stepsToShow(steps, tickedHere('2'), 3))).toEqual(['2', '3', '4']);
  });

  it('make room for the next ones once all of them are done', () => {
    expect(words(stepsToShow(steps, tickedHere('1', '2'), 2))).toEqual(['3', '4']);
  });

  it('are none where nothing is left', () => {
    expect(stepsToShow([step('1', true)], tickedHere('1'), 3)).toEqual([]);
  });
});
