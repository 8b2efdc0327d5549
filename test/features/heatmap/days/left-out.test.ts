import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00';
let host: Host;
const note = (...properties: string[]) => `---\n${properties.join('\n')}\n---\n`;
const block = (text: string) => `\`\`\`calendar-heatmap\n${text}\n\`\`\`\n`;
const withBlock = async (text: string, files: Record<string, string>, more: HostOptions = {}) => {
  host = await openHost({ plugin: true, now: NOW, ...more, files: { ...files, 'n.md': block(text) } });
  await host.open('n.md', 'preview');
  await host.settle();
};
const said = () => host.$$('.rh-heatmap-note').map((one) => one.textContent);
const state = (date: string) => host.$(`[data-date="${date}"]`).dataset['state'];

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const SIX = {
  'Good.md': note('mood: 3', 'date: 2026-11-02'),
  'Impossible.md': note('mood: 3', 'date: 2026-02-30'),
  'German.md': note('mood: 3', 'date: 18.09.2026'),
  'None.md': note('mood: 3'),
  'Two.md': note('mood: 3', 'date: [2026-11-03, 2026-11-04]'),
  'Apart.md': note('topic: x'),
};

describe('notes without a date that can be read', () => {
  it('are counted and named, with what stands there, and lead to their notes', async () => {
    await withBlock('property: mood\ndateProperty: date', SIX);
    expect(said()).toEqual([
      '4 notes are left out, since their date is not a date that can be read: German (18.09.2026), Impossible (2026-02-30), ' +
        'None (empty) and 1 more. Write dates as year-month-day, such as 2026-09-16.',
    ]);
    await host.click('.rh-heatmap-note a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('German.md');
  });

  it('are those alone that no reader can read', async () => {
    const forms = ['2026年11月2日', '2026/11/2', '20261102', '"[[2026-11-02]]"', '[[2026-11-02]]', '[2026-11-02]'];
    const files = Object.fromEntries(forms.map((form, at) => [`n${String(at)}.md`, note('mood: 1', `date: ${form}`)]));
    await withBlock('property: mood\ndateProperty: Date', files);
    expect(host.$('[data-date="2026-11-02"]').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n6, 6 entries');
    expect(said()).toEqual([]);
  });

  it('are told of notes as well; those with nothing there only where the notes were chosen', async () => {
    const files = Object.fromEntries(Object.entries(SIX).map(([name, text]) => [`Log/${name}`, text]));
    await withBlock('source: notes\ndateProperty: date', { ...files, 'Elsewhere.md': note('date: soon') });
    expect(said()[0]).toContain(
      '4 notes are left out, since their date is not a date that can be read: Elsewhere (soon)',
    );
    await host.close();
    await withBlock('source: notes\ndateProperty: date\nfilter:\n  folder: Log', {
      ...files,
      'Elsewhere.md': note('date: soon'),
    });
    expect(said()[0]).toContain('5 notes are left out');
    expect(said()[0]).toContain('Apart (empty)');
  });

  it('are told where their names are to date them', async () => {
    await withBlock('property: mood', { '2026-11-02.md': note('mood: 1'), 'Ideas.md': note('mood: 2') });
    expect(said()).toEqual([
      '1 note with mood is left out, since its name holds no date: Ideas. A date in the name, such as 2026-09-16, puts a note ' +
        'on its day.',
    ]);
  });

  it('go from the list as soon as they are mended, and come with a slip', async () => {
    await withBlock('property: mood\ndateProperty: date', { 'Good.md': SIX['Good.md'], 'Bad.md': SIX['None.md'] });
    expect(said()[0]).toContain('Bad (empty)');
    await host.external.write('Bad.md', note('mood: 5', 'date: 2026年11月3日'));
    await host.clock.advance(3_000);
    await host.settle();
    expect([said(), state('2026-11-03')]).toEqual([[], 'value']);
    await host.external.write('Good.md', note('mood: 5', 'date: 2026-11-31'));
    await host.clock.advance(3_000);
    await host.settle();
    expect([said()[0]?.includes('Good (2026-11-31)'), state('2026-11-02')]).toEqual([true, 'before']);
  });

  it('are no templates', async () => {
    await withBlock('property: mood\ndateProperty: date', {
      ...SIX,
      'Templates/Day.md': note('mood: 0', 'date: "{{date}}"'),
    });
    expect(said()[0]).toContain('4 notes');
  });

  it('are told in Chinese', async () => {
    await withBlock('property: mood\ndateProperty: date', SIX, { language: 'zh' });
    expect(said()).toEqual([
      '有 4 篇笔记没有算进来，date 里没有能识别的日期：German（18.09.2026）、Impossible（2026-02-30）、None（没写），还有 1 篇。' +
        '日期写成年-月-日，例如 2026-09-16。',
    ]);
  });
});

describe('notes whose properties the app cannot read', () => {
  const broken = '---\nmood: [3\ndate: 2026-11-03\n---\n';

  it('are counted and named where they may belong to the calendar', async () => {
    const files = {
      'Good.md': SIX['Good.md'],
      'Broken.md': broken,
      'Empty.md': '---\n---\n',
      'Blank.md': '---\n\n---\n',
    };
    await withBlock('property: mood\ndateProperty: date', files);
    expect(said()).toEqual([
      '1 note is left out, since its properties cannot be read: Broken. Open it in source mode and correct what is between ' +
        'the two --- lines.',
    ]);
    await host.close();
    await withBlock('property: mood', {
      '2026-11-02.md': note('mood: 1'),
      '2026-11-03.md': broken,
      'Broken.md': broken,
    });
    expect(said()[0]).toContain('1 note is left out, since its properties cannot be read: 2026-11-03');
    await host.close();
    await withBlock('source: notes\ndateProperty: date', files);
    expect(said()[0]).toContain('1 note is left out, since its properties cannot be read: Broken');
  });

  it('do not matter to notes that are dated by their names', async () => {
    await withBlock('source: notes', { '2026-11-02.md': broken, 'Broken.md': broken });
    expect([said(), state('2026-11-02')]).toEqual([[], 'value']);
  });
});

describe('a base', () => {
  const open = async (files: Record<string, string>, options: Record<string, string>) => {
    host = await openHost({ plugin: true, now: NOW, files });
    await host.openBases('research-handbook-heatmap', options);
    await host.settle();
  };

  it('counts and names notes of its own that have no date', async () => {
    await open(SIX, { date: 'note.date', value: 'note.mood' });
    expect(said()[0]).toContain(
      '4 notes are left out, since their date is not a date that can be read: German (18.09.2026)',
    );
    await host.close();
    await open({ '2026-11-02.md': 'x', 'Ideas.md': 'y' }, {});
    expect(said()[0]).toContain('1 note is left out, since its name holds no date: Ideas');
  });

  it('takes a date out of a name, and out of a property only where that is one', async () => {
    const files = {
      '2026-11-02 Meeting.md': note('date: before 2026-11-03'),
      'b.md': note('date: 20261104'),
      'c.md': note('date: "[[Meeting 2026-11-05]]"'),
    };
    await open(files, { date: 'note.date' });
    expect(['2026-11-03', '2026-11-04', '2026-11-05'].map(state)).toEqual(['before', 'value', 'value']);
    await host.close();
    await open(files, { date: 'file.name' });
    expect(state('2026-11-02')).toBe('value');
  });
});
