import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseItems, courseNote, courseUpdate, withChecklist } from '../../../src/core/courses/course-note';
import { readCoursePack, type CoursePack } from '../../../src/core/courses/course-pack';
import { YAML } from '../group/yaml';

const HEADINGS = ['Checklist', '清单'];

function pack(asOf: string, body: string): CoursePack {
  const read = readCoursePack('c', `---\nas-of: ${asOf}\n---\n\n# C\n\n${body}\n`, 'c', YAML);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

describe('a list of a course', () => {
  it('is read from Markdown, with an empty box before each item', () => {
    const text = `---
as-of: 2026-11-30
authors: Gilbert Strang
url: https://ocw.mit.edu
---

# 18.06

Two a week.

## Part 1

- [Lecture 1](https://ocw.mit.edu)
  1. [x] Exercises
* Lecture 2 <% tp %>

\`\`\`
- no item
\`\`\`
`;
    expect(readCoursePack('18-06', text, 'x.md', YAML)).toEqual({
      id: '18-06',
      title: '18.06',
      authors: ['Gilbert Strang'],
      url: 'https://ocw.mit.edu',
      asOf: '2026-11-30',
      items: 3,
      list: `\`\`\`course-progress
\`\`\`

Two a week.

### Part 1

- [ ] [Lecture 1](https://ocw.mit.edu)
  1. [ ] Exercises
* [ ] Lecture 2 < % tp %>

\`\`\`
- no item
\`\`\``,
    });
  });

  it('takes its name from the note where it has no title, and says what it lacks', () => {
    expect(readCoursePack('a', '---\nas-of: 2026-11-30\n---\n- one', 'Lists/My course.md', YAML)).toMatchObject({
      title: 'My course',
      authors: [],
      url: null,
    });
    expect(readCoursePack('a', '- one', 'a.md', YAML)).toEqual({ problem: 'bad-day', value: '' });
    expect(readCoursePack('a', '---\nas-of: spring\n---\n- one', 'a.md', YAML)).toEqual({
      problem: 'bad-day',
      value: 'spring',
    });
    expect(readCoursePack('a', '---\nas-of: 2026-11-30\n---\nwords', 'a.md', YAML)).toMatchObject({
      problem: 'no-list',
    });
  });
});

describe('a course’s note', () => {
  it('is a source of that kind, or one that came from a list', () => {
    expect(courseNote('a.md', { type: 'source', kind: 'course', title: 'A', 'as-of': '2026-11-30' })).toEqual({
      path: 'a.md',
      title: 'A',
      status: 'inbox',
      course: '',
      asOf: '2026-11-30',
      isPrivate: false,
    });
    expect(courseNote('a.md', { type: 'source', kind: 'video', course: 'c' })).toMatchObject({
      course: 'c',
      asOf: null,
    });
    expect(courseNote('a.md', { type: 'source', kind: 'paper' })).toBeNull();
    expect(courseNote('a.md', { kind: 'course' })).toBeNull();
  });

  it('is as far as its boxes are, whoever wrote them; private ones and those in code are none', () => {
    const text = `# C

- [x] elsewhere

## 清单

- [x] one
  - [ ] within
- no box
- [-] left out
- [ ] secret [private:: true]

\`\`\`
- [ ] code
\`\`\`

### More

- [/] begun

## Reading log
`;
    expect(courseItems(text, HEADINGS).map(({ words, done }) => [words, done])).toEqual([
      ['one', true],
      ['within', false],
      ['left out', true],
      ['begun', false],
    ]);
    expect(courseItems('# C\n', HEADINGS)).toEqual([]);
  });

  it('that is here already gets the list at its end, and nothing else changes', () => {
    const text = '---\ntype: source # mine\n---\n\n# C  \n\n## Reading log\n\n- 2026-11-30 [min:: 5]';
    const after = withChecklist(text, pack('2026-11-30', '- one'), HEADINGS, YAML) ?? '';
    expect(after.replace(/^(course|as-of): .*\n/gm, '')).toBe(
      `${text}\n\n## Checklist\n\n\`\`\`course-progress\n\`\`\`\n\n- [ ] one\n`,
    );
    expect(courseItems(after, HEADINGS).map(({ words }) => words)).toEqual(['one']);
    expect(withChecklist(after, pack('2026-11-30', '- one'), HEADINGS, YAML)).toBeNull();
    expect(withChecklist('# C\n\n```\n', pack('2026-11-30', '- one'), HEADINGS, YAML)).toBeNull();
  });
});

const OLD = pack('2026-11-30', '- one\n- two\n- three');
const NEW = pack('2027-02-01', '- one\n- two\n- two and a half\n- three');
const note = (list: string, asOf = '2026-11-30'): string =>
  `---\ntype: source\nkind: course\ncourse: c\nas-of: ${asOf} # once\n---\n\n# C\n\n## Checklist\n\n${list}\n\n## Reading log\n\n- 2026-12-01 [min:: 5]\n`;
const plan = (text: string, packs: readonly [CoursePack, ...CoursePack[]], asOf: string | null = '2026-11-30') =>
  courseUpdate({ path: 'c.md', asOf }, text, packs, HEADINGS, YAML);

describe('an update of a course’s list', () => {
  it('brings what is new, and keeps ticks, own lines, edits, and what was taken out', () => {
    const mine = note('```course-progress\n```\n\n- [x] one\n- [ ] mine  \n- [x] three (twice)');
    const update = plan(mine, [NEW, OLD]);
    expect(update?.choice?.merge.conflicts ?? 0).toBeGreaterThan(0); // what it took out stands beside what is new
    const kept = note('```course-progress\n```\n\n- [x] one\n- [ ] mine\n- [ ] two\n- [x] three');
    expect(plan(kept, [NEW, OLD])?.changes).toEqual(['+ two and a half']);
    expect(plan(kept, [NEW, OLD])?.after([])).toBe(
      note(
        '```course-progress\n```\n\n- [x] one\n- [ ] mine\n- [ ] two\n- [ ] two and a half\n- [x] three',
        '2027-02-01',
      ),
    );
  });

  it('is none where the list is the newest, newer, or gone', () => {
    expect(plan(note(OLD.list), [OLD])).toBeNull();
    expect(plan(note(OLD.list, '2028-01-01'), [NEW, OLD], '2028-01-01')).toBeNull();
    expect(plan('# C\n', [NEW, OLD])).toBeNull();
  });

  it('asks about every difference where what the note came from is not known', () => {
    const update = plan(note(OLD.list.replace('[ ] one', '[x] one')), [NEW], '2020-01-01');
    expect([update?.isCompared, update?.choice?.merge.conflicts]).toEqual([true, 1]);
    expect(update?.after(['theirs'])).toBe(note(NEW.list.replace('[ ] one', '[x] one'), '2027-02-01'));
    expect(update?.after([])).toBe(note(OLD.list.replace('[ ] one', '[x] one'), '2027-02-01'));
  });

  it('stands below its heading at the very end of a note, too', () => {
    const emptied = '---\nas-of: 2026-11-30\n---\n## Checklist';
    const list = `\n${NEW.list}`;
    expect(plan(emptied, [NEW, OLD])?.after(['theirs'])).toBe(emptied.replace('2026-11-30', '2027-02-01') + list);
  });

  /** What a student may do to each line of a list, and what a newer list may. */
  const doings = fc.array(
    fc.record({
      mine: fc.constantFrom('keep', 'tick', 'edit', 'delete', 'addBelow'),
      theirs: fc.constantFrom('keep', 'keep', 'delete', 'rename', 'addBelow'),
      own: fc.constantFrom('- [ ] own', '- [x]  own  ', '\t- [X] own', 'own words  ', '* [/] own'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it.each(['\n', '\r\n'])('keeps each byte that the student wrote, each tick, and each line that went (%j)', (eol) => {
    fc.assert(
      fc.property(
        doings,
        fc.array(fc.constantFrom('mine' as const, 'theirs' as const), { maxLength: 12 }),
        (lines, sides) => {
          const item = (at: number): string => `- [ ] item ${String(at)}.`;
          const old = lines.map((_line, at) => item(at));
          const next = lines.flatMap(({ theirs }, at) => {
            if (theirs === 'delete') return [];
            const text = theirs === 'rename' ? `- [ ] renamed ${String(at)}.` : item(at);
            return theirs === 'addBelow' ? [text, `- [ ] new ${String(at)}.`] : [text];
          });
          const own: string[] = [];
          const student = lines.flatMap(({ mine, own: words }, at) => {
            const add = (text: string): string => {
              own.push(text);
              return text;
            };
            if (mine === 'delete') return [];
            if (mine === 'edit') return [add(`- [x] item ${String(at)}, mine \t`)];
            if (mine === 'addBelow') return [item(at), add(`${words} ${String(at)}.  `)];
            return [mine === 'tick' ? item(at).replace('[ ]', '[x]') : item(at)];
          });
          const v1 = pack('2026-11-30', old.join('\n'));
          if (next.length === 0) return;
          const v2 = pack('2027-02-01', next.join('\n'));
          const text = note(`\`\`\`course-progress\n\`\`\`\n\n${student.join('\n')}`).replaceAll('\n', eol);
          const after = plan(text, [v2, v1])?.after([]) ?? null;
          if (after === null) throw new Error('not written');
          const head = (from: string): string => from.slice(0, from.indexOf('## Checklist'));
          expect(head(after)).toBe(head(text).replace('2026-11-30', '2027-02-01'));
          expect(after.endsWith(`${eol}${eol}## Reading log${eol}${eol}- 2026-12-01 [min:: 5]${eol}`)).toBe(true);
          const written = after.split(eol);
          let from = 0;
          for (const line of own) {
            const at = written.indexOf(line, from);
            expect([line, at >= 0]).toEqual([line, true]);
            from = at + 1;
          }
          lines.forEach(({ mine, theirs }, at) => {
            const found = written.filter((line) => line.endsWith(`] item ${String(at)}.`));
            if (mine === 'tick' && (theirs === 'keep' || theirs === 'addBelow')) {
              expect(found).toEqual([item(at).replace('[ ]', '[x]')]);
            }
            if (mine === 'delete') expect(found).toEqual([]);
          });
          // Whatever is chosen, ticks of lines that are still there stay.
          const chosen = plan(text, [v2, v1])?.after(sides)?.split(eol) ?? [];
          lines.forEach(({ mine, theirs }, at) => {
            if (mine !== 'tick' || (theirs !== 'keep' && theirs !== 'addBelow')) return;
            expect(chosen).toContain(item(at).replace('[ ]', '[x]'));
          });
        },
      ),
    );
  });
});
