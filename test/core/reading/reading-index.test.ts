import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readNoteFacts } from '../../../src/core/reading/find-log-lines';
import { ReadingIndex } from '../../../src/core/reading/reading-index';
import { readSource } from '../../../src/core/reading/source';
import type { ReadingChange } from '../../../src/core/reading/types';
import type { WrittenLine } from '../../../src/core/reading/written-lines';
import { inOneGo } from '../../../src/core/steps';

const HEADINGS = ['阅读日志', 'Reading log'];

/** A vault of texts by path; links lead to the note of that name, as the app finds it. */
class Vault {
  readonly texts = new Map<string, string>();
  today = '2026-08-10';
  written: readonly WrittenLine[] = [];
  readonly index = new ReadingIndex({
    today: () => this.today,
    written: () => this.written,
    resolve: (target) =>
      [...this.texts.keys()].find((path) => `/${path}`.endsWith(`/${target.replace(/\.md$/, '')}.md`)) ?? null,
  });

  write(path: string, text: string, more: Record<string, unknown> = {}): ReadingChange {
    this.texts.set(path, text);
    const title = /^title: (.*)$/m.exec(text)?.[1];
    const source = text.startsWith('---\ntype: source')
      ? readSource(path, { ...(title === undefined ? {} : { title }), ...more })
      : null;
    const day = /(\d{4}-\d{2}-\d{2})\.md$/.exec(path)?.[1] ?? null;
    return this.index.setNote(path, inOneGo(readNoteFacts(text, { source, day, logHeadings: HEADINGS })));
  }

  move(from: string, to: string): ReadingChange {
    const text = this.texts.get(from) ?? '';
    this.texts.delete(from);
    this.texts.set(to, text);
    return this.index.renameNote(from, to);
  }

  remove(path: string): ReadingChange {
    this.texts.delete(path);
    return this.index.removeNote(path);
  }

  days(): string[] {
    return this.index
      .entriesBetween('0001-01-01', '9999-12-31')
      .map((entry) => `${entry.date} ${entry.source} ${entry.text}`);
  }
}

function source(log: string, title?: string): string {
  return `---\ntype: source\n${title === undefined ? '' : `title: ${title}\n`}---\n\n## Reading log\n\n${log}\n\n## Notes\n\n- 2026-08-01 no line\n`;
}

let vault: Vault;
beforeEach(() => {
  vault = new Vault();
});

describe('a source and its log', () => {
  it('answers by range, both days included, in order', () => {
    vault.write('b.md', source('- 2026-08-04 b1\n- 2026-08-02 b2'));
    vault.write('a.md', source('- 2026-08-04 a1\n- 2026-08-04 a2\n- 2026-08-05 a3'));
    const texts = vault.index.entriesBetween('2026-08-02', '2026-08-04').map((entry) => entry.text);
    expect(texts).toEqual(['b2', 'a1', 'a2', 'b1']);
    expect(vault.index.entriesOf('a.md').map((entry) => entry.line)).toEqual([6, 7, 8]);
    expect(vault.index.bounds()).toEqual({ first: '2026-08-02', last: '2026-08-05' });
  });

  it('sorts sources by title, and gives a note without one its name', () => {
    vault.write('x/zeta.md', source(''));
    vault.write('b.md', source('', 'Alpha'));
    expect(vault.index.sources().map(({ title }) => title)).toEqual(['Alpha', 'zeta']);
    expect(vault.index.source('x/zeta.md')?.title).toBe('zeta');
    expect(vault.index.source('none.md')).toBeNull();
  });

  it('keeps days to come back, and says so, until they come', () => {
    vault.write('a.md', source('- 2026-08-11 tomorrow\n- 2026-02-30 never'));
    expect([vault.days(), vault.index.entriesOf('a.md')]).toEqual([[], []]);
    expect(vault.index.bounds()).toBeNull();
    expect(vault.index.problems().map(({ code, value, line, counted }) => [code, value, line, counted])).toEqual([
      ['future-date', '2026-08-11', 6, false],
      ['impossible-date', '2026-02-30', 7, false],
    ]);
    vault.today = '2026-08-11';
    expect(vault.days()).toEqual(['2026-08-11 a.md tomorrow']);
    expect(vault.index.entriesOf('a.md')).toHaveLength(1);
    expect(vault.index.problems()).toHaveLength(1);
  });

  it('lets a status that is logged for a day to come wait for it', () => {
    vault.write('a.md', source('- 2026-08-09 w [status:: reading]\n- 2026-08-11 x [status:: read]'));
    const statuses = (): unknown[] => [vault.index.source('a.md')?.status, vault.index.sources()[0]?.status];
    expect(statuses()).toEqual(['reading', 'reading']);
    vault.today = '2026-08-11';
    expect(statuses()).toEqual(['read', 'read']);
  });

  it('counts a line with a bad number without it', () => {
    vault.write('a.md', source('- 2026-08-04 x [min:: soon]'));
    expect(vault.index.entriesOf('a.md')).toMatchObject([{ minutes: null, text: 'x' }]);
    expect(vault.index.problems()).toMatchObject([{ code: 'bad-minutes', counted: true }]);
  });

  it('says which days changed, and none where a line only moved down', () => {
    vault.write('a.md', source('- 2026-08-04 x\n- 2026-08-05 y'));
    const moved = vault.write('a.md', source('\n\n- 2026-08-04 x\n- 2026-08-05 y'));
    expect([...moved.dates, ...moved.sources]).toEqual([]);
    const changed = vault.write('a.md', source('- 2026-08-04 x\n- 2026-08-06 y'));
    expect([...changed.dates].sort()).toEqual(['2026-08-05', '2026-08-06']);
    const reworded = vault.write('a.md', source('- 2026-08-04 said otherwise\n- 2026-08-06 y'));
    expect([...reworded.dates]).toEqual(['2026-08-04']);
    expect(vault.index.entriesOf('a.md').map(({ line }) => line)).toEqual([6, 7]);
  });

  it('takes a status from the log where the note says none', () => {
    vault.write('a.md', source('- 2026-08-04 x [status:: reading]\n- 2026-08-05 y [status:: read]'));
    expect(vault.index.sources()[0]?.status).toBe('read');
    const change = vault.write('a.md', source('- 2026-08-04 x [status:: reading]'));
    expect([vault.index.sources()[0]?.status, [...change.sources]]).toEqual(['reading', ['a.md']]);
  });

  it('takes of two statuses of one day the one that is written below', () => {
    vault.write('a.md', source('- 2026-08-05 x [status:: read]\n- 2026-08-05 y [status:: reading]'));
    expect(vault.index.source('a.md')?.status).toBe('reading');
  });

  it('says that the problems are others, and where they stand', () => {
    const wrong = '- 2026-02-30 never';
    expect(vault.write('a.md', source('- 2026-08-04 x')).problems).toBe(false);
    expect(vault.write('a.md', source(`- 2026-08-04 x\n${wrong}`)).problems).toBe(true);
    expect(vault.write('a.md', source(`- 2026-08-05 x\n${wrong}`)).problems).toBe(false);
    expect(vault.write('a.md', source(`\n- 2026-08-05 x\n${wrong}`)).problems).toBe(true); // a line further down
    expect(vault.move('a.md', 'b.md').problems).toBe(true);
    expect(vault.remove('b.md').problems).toBe(true);
  });

  it('forgets the problems of a note that is gone', () => {
    vault.write('a.md', source('- 2026-02-30 never'));
    expect(vault.index.problems()).toHaveLength(1);
    vault.remove('a.md');
    expect(vault.index.problems()).toEqual([]);
  });

  it.each([
    ['reading', 'read', 'read'], // a line by hand, the property forgotten
    ['read', 'reading', 'read'], // the property by hand, no line
    ['dropped', 'read', 'dropped'],
    ['queued', 'queued', 'queued'],
  ])('takes of property %s and log %s the one further on: %s', (property, logged, status) => {
    vault.write('a.md', source(`- 2026-08-01 w [status:: dropped]\n- 2026-08-05 y [status:: ${logged}]`), {
      status: property,
    });
    expect(vault.index.source('a.md')?.status).toBe(status);
  });
});

describe('lines in other notes', () => {
  beforeEach(() => {
    vault.write('papers/resnet.md', source('', 'Deep Residual Learning'));
  });

  it.each([
    ['2026-08-04.md', '- [[resnet]]: skip [min:: 30]', '2026-08-04 papers/resnet.md skip'],
    ['daily/2026-08-04.md', '- read [[papers/resnet|it]] slowly [min:: 30]', '2026-08-04 papers/resnet.md read slowly'],
    ['2026-08-04.md', '- 2026-08-03 [[resnet]] x [min:: 30]', '2026-08-03 papers/resnet.md x'],
    ['n.md', '* 2026-08-03 [[other]] [[resnet#2]] x (min:: 1h)', '2026-08-03 papers/resnet.md [[other]] x'],
    ['n.md', '- 2026-08-03 [it](resnet.md) x [min:: ]', '2026-08-03 papers/resnet.md x'],
  ])('%s: “%s” counts', (path, line, expected) => {
    vault.write(path, `${line}\n`);
    expect(vault.days()).toEqual([expected]);
  });

  it.each([
    ['n.md', '- [[resnet]] [min:: 30]'],
    ['n.md', '- 2026-08-03 [[resnet]]'],
    ['n.md', '- 2026-08-03 [[nothing]] [min:: 30]'],
    ['n.md', '- 2026-08-03 ![[resnet]] [min:: 30]'],
    ['n.md', '- 2026-08-03 resnet [min:: 30]'],
    ['2026-08-04.md', '- resnet [min:: 30]'],
    ['2026-08-04.md', '- [ ] [[resnet]] [min:: 30]'],
    ['2026-08-04.md', '[[resnet]] [min:: 30]'],
    ['2026-08-04.md', '> - [[resnet]] [min:: 30]'],
    ['2026-08-04.md', '| [[resnet]] [min:: 30] |'],
    ['2026-08-04.md', '```\n- [[resnet]] [min:: 30]\n```'],
    ['2026-08-04.md', '%%\n- [[resnet]] [min:: 30]\n%%'],
    ['2026-08-04.md', '%% rh:begin x 1 %%\n- [[resnet]] [min:: 30]\n%% rh:end x %%'],
    ['2026-08-04.md', '- `[[resnet]] [min:: 30]`'],
  ])('%s: “%s” does not', (path, line) => {
    vault.write(path, `${line}\n`);
    expect(vault.days()).toEqual([]);
  });

  it('reports a day that is none, but only where the line would count', () => {
    vault.write('n.md', '- 2026-02-30 [[resnet]] [min:: 30]\n- 2026-02-30 [[x]] [min:: 30]\n- 2026-02-30\n');
    expect(vault.index.problems()).toMatchObject([{ path: 'n.md', line: 0, code: 'impossible-date', counted: false }]);
  });

  it('follows a source that comes, goes and moves', () => {
    vault.write('n.md', '- 2026-08-03 [[later]] x [min:: 5]\n');
    expect(vault.days()).toEqual([]);
    const came = vault.write('later.md', source(''));
    expect(vault.days()).toEqual(['2026-08-03 later.md x']);
    expect([...came.dates]).toEqual(['2026-08-03']);
    vault.move('later.md', 'deep/later.md');
    expect(vault.days()).toEqual(['2026-08-03 deep/later.md x']);
    expect(vault.index.entriesOf('deep/later.md')).toHaveLength(1);
    const gone = vault.remove('deep/later.md');
    expect(vault.days()).toEqual([]);
    expect([...gone.dates]).toEqual(['2026-08-03']);
  });

  it('follows a note that stops being a source', () => {
    vault.write('n.md', '- 2026-08-03 [[resnet]] x [min:: 5]\n');
    vault.write('papers/resnet.md', '# no source any more');
    expect([vault.days(), vault.index.sources()]).toEqual([[], []]);
  });
});

describe('a rename', () => {
  it('moves entries, and a title that was only the name', () => {
    vault.write('old.md', source('- 2026-08-04 x'));
    const change = vault.move('old.md', 'new.md');
    expect(vault.days()).toEqual(['2026-08-04 new.md x']);
    expect(vault.index.source('new.md')?.title).toBe('new');
    expect([...change.sources].sort()).toEqual(['new.md', 'old.md']);
    expect(vault.index.entriesOf('old.md')).toEqual([]);
  });
});

describe('a conflict copy', () => {
  const copy = 'a (conflicted copy 2026-08-05).md';

  it('adds only lines that its original lacks, to the original, and is named', () => {
    vault.write('a.md', source('- 2026-08-04 x [min:: 10]\n- 2026-08-05 here [min:: 20]'));
    vault.write(copy, source('- 2026-08-04 x [min:: 10]\n- 2026-08-05 there [min:: 30]'));
    expect(vault.days()).toEqual(['2026-08-04 a.md x', '2026-08-05 a.md there', '2026-08-05 a.md here']);
    expect(vault.index.sources().map(({ path }) => path)).toEqual(['a.md']);
    expect(vault.index.problems()).toMatchObject([{ path: copy, code: 'conflict-copy', value: 'a' }]);
  });

  it('has lines of its own where the original says the same, but not privately', () => {
    vault.write('a.md', source('- 2026-08-04 x [min:: 10]'));
    vault.write(copy, source('- 2026-08-04 x [min:: 10] [private:: true]'));
    expect(
      vault.index
        .entriesOf('a.md')
        .map((entry) => entry.private)
        .sort(),
    ).toEqual([false, true]);
  });

  it('of iCloud, which is only numbered, is known by what both say', () => {
    const made = { added: '2026-08-01' };
    vault.write('a.md', source('- 2026-08-04 x', 'Deep'), made);
    vault.write('a 2.md', source('- 2026-08-04 x', 'Deep'), made);
    expect([vault.days(), vault.index.sources().length]).toEqual([['2026-08-04 a.md x'], 1]);
    vault.write('a 2.md', source('- 2026-08-04 x', 'Deep 2'), made);
    expect([vault.days().length, vault.index.sources().length, vault.index.problems()]).toEqual([2, 2, []]);
  });

  it('of a name that people give, too, is one where title and most lines are the same, and else none', () => {
    const both = '- 2026-08-04 x\n- 2026-08-05 y';
    vault.write('a.md', source(both, 'Deep'));
    vault.write('a (1).md', source(`${both}\n- 2026-08-06 z`, 'Deep'));
    expect(vault.days()).toEqual(['2026-08-04 a.md x', '2026-08-05 a.md y', '2026-08-06 a.md z']);
    expect(vault.index.problems()).toMatchObject([{ path: 'a (1).md', code: 'conflict-copy', value: 'a' }]);
    vault.write('a (1).md', source('- 2026-08-04 x\n- 2026-08-07 v\n- 2026-08-06 w', 'Deep'));
    expect([vault.days().length, vault.index.sources().length, vault.index.problems()]).toEqual([5, 2, []]);
    vault.write('a (1).md', source('- 2026-08-04 x\n- 2026-08-06 w', 'Deep')); // half of them is not most
    expect([vault.days().length, vault.index.sources().length, vault.index.problems()]).toEqual([4, 2, []]);
    vault.write('a (1).md', source('', 'Deep')); // nor is nothing
    expect([vault.days().length, vault.index.sources().length, vault.index.problems()]).toEqual([2, 2, []]);
    vault.write('a (1).md', source(both, 'Shallow'));
    expect([vault.days().length, vault.index.sources().length, vault.index.problems()]).toEqual([4, 2, []]);
  });

  it('of a daily note counts once, whatever the tool calls it', () => {
    vault.write('b.md', source(''));
    const lines = '- [[b]] x [min:: 5]\n- [[b]] y [min:: 6]\n';
    vault.write('n.md', `- 2026-08-04 [[b]] x [min:: 5]\n- 2026-08-04 [[b]] y [min:: 6]\n`);
    vault.write(
      'n-LAPTOP-AB12.md',
      `- 2026-08-04 [[b]] x [min:: 5]\n- 2026-08-04 [[b]] y [min:: 6]\n- 2026-08-05 [[b]] z [min:: 7]\n`,
    );
    expect(vault.days()).toEqual(['2026-08-04 b.md x', '2026-08-04 b.md y', '2026-08-05 b.md z']);
    vault.write('m 2.md', lines.replace(/^- /gm, '- 2026-08-09 '));
    expect(vault.days()).toHaveLength(5); // there is no m
  });

  it('gives lines elsewhere that are about it to its original, for as long as that is there', () => {
    vault.write('a.md', source(''));
    vault.write(copy, source(''));
    vault.write('n.md', `- 2026-08-03 [[${copy.slice(0, -3)}]] x [min:: 5]\n`);
    expect(vault.days()).toEqual(['2026-08-03 a.md x']);
    vault.remove('a.md');
    expect(vault.days()).toEqual([`2026-08-03 ${copy} x`]);
    vault.write('a.md', source(''));
    expect(vault.days()).toEqual(['2026-08-03 a.md x']);
  });

  it('stands for itself when the original goes', () => {
    vault.write(copy, source('- 2026-08-04 x'));
    vault.write('a.md', source('- 2026-08-04 x'));
    expect(vault.days()).toHaveLength(1);
    vault.remove('a.md');
    expect(vault.index.sources().map(({ path }) => path)).toEqual([copy]);
    expect(vault.days()).toEqual([`2026-08-04 ${copy} x`]);
    expect(vault.index.problems()).toEqual([]);
  });
});

describe('any order of changes', () => {
  const PATHS = ['a 2.md', 'a.md', 'b.md', 'd/a.md', '2026-08-04.md', 'n.md', 'a (conflicted copy 1).md'];
  const line = fc.constantFrom(
    '- 2026-08-04 x [min:: 5]',
    '- [[a]] y [min:: 6]',
    '- 2026-08-05 [[b]] z [min:: 7]',
    '- 2026-02-30 [[a]] [min:: 8]',
    '- 2026-08-12 q',
  );
  const text = fc
    .tuple(fc.boolean(), fc.array(line, { maxLength: 3 }))
    .map(([isSource, lines]) => (isSource ? source(lines.join('\n')) : lines.join('\n')));
  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), path: fc.constantFrom(...PATHS), text }),
    fc.record({ kind: fc.constant('remove' as const), path: fc.constantFrom(...PATHS) }),
    fc.record({ kind: fc.constant('move' as const), path: fc.constantFrom(...PATHS), to: fc.constantFrom(...PATHS) }),
  );

  it('ends as if the vault had been read anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const live = new Vault();
        for (const change of steps) {
          if (change.kind === 'write') live.write(change.path, change.text);
          else if (change.kind === 'remove') live.remove(change.path);
          else if (live.texts.has(change.path) && !live.texts.has(change.to)) {
            const moved = live.texts.get(change.path) ?? '';
            live.move(change.path, change.to);
            live.write(change.to, moved); // the app reports the moved note's text again
          }
          live.index.relink(PATHS); // and that links lead elsewhere
        }
        const fresh = new Vault();
        for (const [path, written] of live.texts) fresh.texts.set(path, written);
        for (const [path, written] of live.texts) fresh.write(path, written);
        const all = (index: ReadingIndex): unknown => [
          index.entriesBetween('2026-01-01', '2026-12-31'),
          index.sources(),
          index.problems(),
          index.bounds(),
          PATHS.map((path) => index.entriesOf(path)),
        ];
        expect(all(live.index)).toEqual(all(fresh.index));
      }),
      { numRuns: 300 },
    );
  });
});
