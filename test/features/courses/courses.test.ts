import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { stopped } from '../handbook/versions';
import { COURSE, DAY, LIST, OWN, PATH } from './vault';

let host: Host;
afterEach(async () => {
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (params: Readonly<Record<string, string>>): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:course', { format: 'json', ...params })) as Answer;
const ADD = 'research-handbook:add-course';
const choices = (): HTMLElement[] => host.$$('.suggestion-item');
const choose = async (words: string): Promise<void> => {
  await host.command(ADD);
  await host.settle();
  await host.click(choices().find((one) => one.textContent.includes(words)) ?? '');
  await host.settle();
};

describe(':course', () => {
  it('adds one as a source with a checklist, once', async () => {
    await open();
    expect(await cli({ add: 'zero-to-hero' })).toEqual({ ok: true, path: PATH, created: true });
    expect(host.read(PATH)).toBe(COURSE);
    expect(await cli({ add: 'zero-to-hero' })).toEqual({ ok: true, path: PATH, created: false });
    expect(host.read(PATH)).toBe(COURSE);
    const { courses } = await cli({ list: 'true' });
    expect(
      (courses as { id: string; items: number; path: string | null }[]).map((one) => [one.id, one.items, one.path]),
    ).toEqual([
      ['3b1b-neural-networks', 7, null],
      ['cs231n', 16, null],
      ['lee-ml', 15, null],
      ['mit-18-06', 35, null],
      ['zero-to-hero', 8, PATH],
    ]);
    await host.external.write(PATH, COURSE.replace('[ ] micrograd', '[x] micrograd'));
    await host.settle();
    expect(await cli({ path: PATH })).toEqual({
      ok: true,
      path: PATH,
      title: 'Neural Networks: Zero to Hero',
      done: 1,
      total: 8,
      next: 'makemore: bigrams',
      asOf: '2026-11-30',
      newer: null,
    });
    expect(await host.cli('research-handbook:course', { path: PATH })).toBe('1 / 8 · Next: makemore: bigrams');
  });

  it('says what is wrong, by flag, file and key', async () => {
    const files = {
      'n.md': '# N\n',
      'd.md': '---\nas-of: spring\n---\n- a\n',
      'e.md': '---\nas-of: 2026-11-30\n---\nwords\n',
    };
    const hidden = COURSE.replace('---\n', '---\nprivate: true\n');
    await open({ files: { ...files, 'p.md': hidden } });
    const error = async (params: Readonly<Record<string, string>>): Promise<unknown> => (await cli(params))['error'];
    expect(await error({})).toContain('Give one of');
    expect(await error({ list: 'true', path: 'n.md' })).toContain('Give one of');
    expect(await error({ add: 'cs231' })).toContain('3b1b-neural-networks, cs231n');
    expect(await error({ add: 'n.md' })).toContain('n.md: “as-of: ” is not a day');
    expect(await error({ add: 'd.md' })).toContain('d.md: “as-of: spring” is not a day');
    expect(await error({ add: 'e.md' })).toContain('e.md has no list');
    expect(await error({ path: 'n.md' })).toContain('n.md is not a course with a checklist');
    expect(await error({ path: 'p.md' })).toContain('p.md is private');
    expect(host.faults.writes).toEqual([]);
  });

  it.each([1, 2])('makes one whole note, though the app died after write %i of the first try', async (n) => {
    await open();
    host.faults.plan({ stopAfterWrite: n });
    await stopped(host, cli({ add: 'zero-to-hero' }));
    const files = Object.fromEntries((await host.paths()).map((at) => [at, host.read(at)]));
    await host.close();
    await open({ files });
    expect(await cli({ add: 'zero-to-hero' })).toMatchObject({ ok: true, path: PATH, created: n === 1 });
    expect((await host.paths()).filter((at) => at.endsWith('.md'))).toEqual([PATH]);
    expect(host.read(PATH)).toBe(COURSE);
  });

  it('makes nothing where it cannot write, and says so', async () => {
    await open();
    host.faults.plan({ readOnly: ['Sources'] });
    expect((await cli({ add: 'cs231n' }))['error']).toContain('Sources/');
    expect(host.exists('Sources')).toBe(false);
  });
});

describe('adding a course', () => {
  it('offers ours and the student’s own lists, and opens the note', async () => {
    await open({ files: { [LIST]: OWN } });
    await host.command(ADD);
    await host.settle();
    expect(choices().map((one) => one.textContent)).toEqual([
      '3Blue1Brown: Neural networks · as of 2026-11-30',
      'CS231n: Deep Learning for Computer Vision · as of 2026-11-30',
      '李宏毅机器学习 2021–2023 · as of 2026-11-30',
      'MIT 18.06 Linear Algebra · as of 2026-11-30',
      'Neural Networks: Zero to Hero · as of 2026-11-30',
      'Geometry · as of 2026-12-01',
    ]);
    expect(host.faults.writes).toEqual([]);
    await host.click(choices().at(-1) ?? '');
    await host.settle();
    const text = host.read('Sources/Multiple view geometry.md');
    expect(text).toContain('course: "[[Geometry]]"\nas-of: 2026-12-01\n');
    expect(text).toContain('- [ ] [Chapter 1](https://example.org/1)\n- [ ] Chapter 2\n');
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/Multiple view geometry.md');
  });

  it('gives a source that is here already the list at its end', async () => {
    const there =
      '---\ntype: source\ntitle: "Neural Networks: Zero to Hero"\n---\n\n## Reading log\n\n- 2026-12-01 [min:: 5]\n';
    await open({ files: { 'mine.md': there } });
    await choose('Zero to Hero');
    const [before, list] = host.read('mine.md').split('\n## Checklist\n');
    expect(before?.replace('course: zero-to-hero\nas-of: 2026-11-30\n', '')).toBe(there);
    expect(list).toContain('- [ ] micrograd\n');
    expect(host.notices().join()).toContain('has the newest list');
  });

  it('leaves one alone that has a checklist of its own', async () => {
    const there = '---\ntype: source\ntitle: "Neural Networks: Zero to Hero"\n---\n\n## Checklist\n\n- [x] mine\n';
    await open({ files: { 'mine.md': there } });
    await choose('Zero to Hero');
    expect(host.read('mine.md')).toBe(there);
    expect(host.notices().join()).toContain('with a checklist of its own');
  });
});

describe('a newer list', () => {
  const NOTE = 'Sources/Multiple view geometry.md';
  const mine = (text: string): string => text.replace('- [ ] Chapter 2', '- [x] Chapter 2\n- [ ] my own  ');
  const begin = async (): Promise<string> => {
    await open({ files: { [LIST]: OWN } });
    await cli({ add: LIST });
    const before = mine(host.read(NOTE));
    await host.external.write(NOTE, before);
    const newer = OWN.replace('2026-12-01', '2027-01-10').replace('- Chapter 2', '- Chapter 2\n- Chapter 3');
    await host.external.write(LIST, newer);
    await host.settle();
    await host.open(NOTE, 'preview');
    await host.settle();
    return before;
  };

  it('is offered where the course shows, place by place, and written as chosen', async () => {
    const before = await begin();
    expect(host.text('.rh-course .rh-foot')).toContain('There is a list as of 2027-01-10');
    await host.click('.rh-course .rh-foot button');
    await host.settle();
    expect(host.$$('.rh-hunk')).toHaveLength(1);
    const line = before.split('\n').findIndex((one) => one.startsWith('- [ ] my own')) + 1;
    expect(host.text('.rh-hunk-where')).toContain(`line ${String(line)}`);
    expect(host.read(NOTE)).toBe(before);
    await host.click('.modal .mod-cta'); // mine, as before the choice
    await host.settle();
    expect(host.read(NOTE)).toBe(before.replace('2026-12-01\n---', '2027-01-10\n---'));
    expect(host.$$('.rh-course .rh-foot')).toEqual([]);
  });

  it('is not written over what changed meanwhile, or where it cannot be', async () => {
    const before = await begin();
    await host.click('.rh-course .rh-foot button');
    await host.settle();
    const later = before.replace('my own', 'my very own');
    await host.external.write(NOTE, later);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read(NOTE)).toBe(later);
    expect(host.notices().join()).toContain('edited in the meantime');
    host.faults.plan({ readOnly: ['Sources'] });
    await host.click('.rh-course .rh-foot button');
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.notices().join()).toContain('could not be written');
    expect(host.read(NOTE)).toBe(later);
  });

  it('that says nothing new is asked about before its day is taken over', async () => {
    const before = await begin();
    const same = OWN.replace('2026-12-01', '2027-02-02').replace('- Chapter 2', '- Chapter 2\n- my own');
    await host.external.write(LIST, same);
    await host.settle();
    await choose('Geometry');
    expect(host.text('.modal')).toContain('the list as of 2027-02-02 is merged into yours');
    expect(host.read(NOTE)).toBe(before);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read(NOTE)).toBe(before.replace('2026-12-01\n---', '2027-02-02\n---'));
  });
});

describe('course-progress', () => {
  const rows = (): (string | null)[] => host.$$('.rh-course .rh-check-row').map((one) => one.textContent);

  it('shows how far a course is; ticking writes that box alone, and may be logged', async () => {
    await open({ files: { [PATH]: COURSE } });
    await host.open(PATH, 'preview');
    await host.settle();
    expect(host.text('.rh-course .rh-units')).toBe('0 / 8');
    expect(rows()).toEqual(['micrograd', 'makemore: bigrams', 'makemore: MLP']);
    await host.click('.rh-course input');
    await host.settle();
    expect(host.read(PATH)).toBe(COURSE.replace('[ ] micrograd', '[x] micrograd'));
    expect(host.text('.rh-course .rh-units')).toBe('1 / 8');
    expect(host.$('.rh-course .rh-amount').getAttribute('aria-valuenow')).toBe('12');
    expect(rows()).toEqual(['micrograd', 'makemore: bigrams', 'makemore: MLP']);
    await host.click('.rh-course .rh-steps button');
    await host.settle();
    expect(host.$<HTMLTextAreaElement>('.modal textarea').value).toBe('micrograd');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read(PATH)).toContain('- 2026-12-03 micrograd [marked:: reading]\n');
  });

  it('says why it shows nothing, and follows the note that its path names', async () => {
    const elsewhere =
      '```course-progress\npath: Sources/Neural Networks - Zero to Hero\n```\n\n```course-progress\n```\n';
    await open({ files: { [PATH]: COURSE, 'a.md': elsewhere } });
    await host.open('a.md', 'preview');
    await host.settle();
    expect(host.$$('.rh-course').map((one) => one.textContent)[1]).toContain('a.md is not a course with a checklist');
    await host.external.write(PATH, COURSE.replaceAll('- [ ]', '- [x]'));
    await host.settle();
    expect(host.$$('.rh-course')[0]?.textContent).toContain('8 / 8Everything is ticked');
  });

  it('has a row on the home page for each course that is being taken', async () => {
    const files = {
      [PATH]: COURSE,
      'Sources/begun.md': COURSE.replace('"Neural Networks: Zero to Hero"', 'Begun').replace(
        '[ ] micrograd',
        '[x] micrograd',
      ),
      'Sources/read.md': COURSE.replace('"Neural Networks: Zero to Hero"', 'Read').replace('queued', 'read'),
      'home.md': '```research-home\nsections: [courses]\n```\n',
    };
    await open({ files });
    await host.open('home.md', 'preview');
    await host.settle();
    expect(host.$$('[data-section=courses] [role=listitem]').map((one) => one.textContent)).toEqual([
      'BegunNext: makemore: bigrams1 / 8',
      'Neural Networks: Zero to HeroNext: micrograd0 / 8',
    ]);
  });
});
