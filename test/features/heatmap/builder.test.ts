import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});
const start = async (options: HostOptions = {}): Promise<void> => {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:20:00',
    files: { 'n.md': 'above\n', '2026-11-01.md': '---\nmood: 3\nkm: 5\n---\n' },
    ...options,
  });
  await host.open('n.md', 'source');
  await host.command('research-handbook:insert-heatmap');
  await host.settle();
};
const later = async (): Promise<void> => {
  await host.clock.advance(500);
  await host.settle();
};
const property = async (name: string): Promise<void> => {
  await host.fill('.modal input[id$="-property"]', name);
  await later();
};
const block = () => host.text('.modal .rh-preview code')?.split('\n').slice(1, -1).join('; ');
const chosen = () => host.$<HTMLInputElement>('.modal input[name$="-combine"]:checked').value;
const isCombineShown = () => host.$('.modal input[name$="-combine"]').closest<HTMLElement>('[style*="none"]') === null;

describe('the form for a heatmap', () => {
  it.each([
    ['en', 'Write the name of a property to see its heatmap here.'],
    ['zh', '写上属性名，这里就会显示它的热力图。'],
  ] as const)('says what its preview waits for (%s)', async (language, said) => {
    await start({ language });
    await host.click('.modal input[value="property"]');
    await later();
    expect(host.text('.modal .rh-builder-preview')).toBe(said);
    await property('km');
    expect(host.$$('.modal .rh-builder-preview [data-date]')).toHaveLength(371);
    await property('');
    expect(host.text('.modal .rh-builder-preview')).toBe(said);
  });

  it('averages a mood, adds up kilometres, and keeps to what was chosen', async () => {
    await start();
    await host.click('.modal input[value="property"]');
    await property('mood');
    expect([chosen(), block()]).toEqual(['average', 'property: mood; combine: average']);
    await property('km');
    expect([chosen(), block()]).toEqual(['sum', 'property: km']);
    await host.click('.modal input[value="max"]');
    await property('心情');
    expect([chosen(), block()]).toEqual(['max', 'property: 心情; combine: max']);
  });

  it('tells from the notes what the values of a property are, and shows them so', async () => {
    await start({
      files: {
        'n.md': 'above\n',
        '2026-11-01.md': '---\nmood: good\nwake: "07:15"\n---\nenergy:: 1h30m\n',
        '2026-11-02.md': '---\nmood: bad\nwake: "06:50"\n---\n',
      },
    });
    await host.click('.modal input[value="property"]');
    await property('mood');
    expect([chosen(), block()]).toEqual(['last', 'property: mood; values: words']);
    expect(host.$$('.modal .rh-builder-preview .rh-key').map((key) => key.textContent)).toContain('good · 1');
    await property('wake');
    expect([chosen(), block()]).toEqual(['average', 'property: wake; values: times']);
    await host.click('.modal input[value="field"]');
    await property('energy');
    expect(block()).toBe('field: energy; values: durations');
    await host.click('.modal input[value="words"]');
    await later();
    expect(block()).toBe('field: energy; values: words');
  });

  it('draws months as calendars', async () => {
    await start();
    await host.click('.modal input[value="months"]');
    await later();
    expect(block()).toBe('view: months');
    expect(host.$$('.modal .rh-error')).toEqual([]);
  });

  it('asks how to combine only what is combined, and writes no option without effect', async () => {
    await start();
    await host.click('.modal input[value="property"]');
    await property('mood');
    await host.click('.modal input[value="tasks"]');
    await later();
    expect([isCombineShown(), block()]).toEqual([false, 'source: tasks']);
    await host.click('.modal input[value="reading"]');
    await later();
    expect([isCombineShown(), chosen(), block()]).toEqual([true, 'sum', '']);
    await host.click('.modal input[value="max"]');
    await host.click('.modal input[value="sessions"]');
    await later();
    expect([isCombineShown(), block()]).toEqual([false, 'metric: sessions']);
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(false);
  });
});

describe('the form where Dataview is installed', () => {
  it('asks for its query and the amount of a row', async () => {
    await start();
    expect(host.$$('.modal input[value="dataview"]')).toEqual([]);
    await host.close();
    const queries: string[] = [];
    const values = [[{ path: 'run.md' }, '2026-11-02', 8]];
    const query = (text: string) => {
      queries.push(text);
      return Promise.resolve({ successful: true, value: { type: 'table', values } });
    };
    host = await openHost({ plugin: true, language: 'en', now: '2026-11-05T16:20:00', files: { 'n.md': 'above\n' } });
    const { plugins } = (host.app as unknown as { plugins: { plugins: Record<string, unknown> } }).plugins;
    plugins['dataview'] = { api: { query } };
    await host.open('n.md', 'source');
    await host.command('research-handbook:insert-heatmap');
    await host.settle();
    await host.click('.modal input[value="property"]');
    await property('mood');
    await host.click('.modal input[value="dataview"]');
    await later();
    expect([block(), queries]).toEqual(['', []]); // the property's name is no query
    await property('#run');
    expect(block()).toBe('query: "#run"');
    await host.fill('.modal input[id$="-value"]', 'km * 1.6');
    await later();
    await later();
    expect(block()).toBe('query: "#run"; value: km * 1.6');
    expect(queries.at(-1)).toBe('TABLE WITHOUT ID file.link, (file.day), (km * 1.6) FROM #run');
    expect(host.$('.modal .rh-builder-preview [data-date="2026-11-02"]').getAttribute('aria-label')).toContain('8');
    await host.click('.modal input[value="words"]');
    await later();
    expect(block()).toBe('query: "#run"; value: km * 1.6; values: words');
    await host.fill('.modal input[id$="-value"]', ''); // rows are counted, and how values are combined has no effect
    await later();
    expect([block(), isCombineShown(), host.$$('.modal [role="alert"]')]).toEqual(['query: "#run"', false, []]);
  });
});

describe('a base', () => {
  const open = async (config: Record<string, unknown>): Promise<void> => {
    const files = { '2026-11-01.md': '---\nmood: good\nsleep: 7h30m\n---\n', '2026-11-03.md': '---\nmood: bad\n---\n' };
    host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files });
    await host.openBases('research-handbook-heatmap', config);
    await host.settle();
    expect(host.$$('.rh-error')).toEqual([]);
  };
  const said = (date: string): string => host.$(`[data-date="${date}"]`).getAttribute('aria-label') ?? '';

  it('draws words with a colour each, whatever its view says of what words have none of', async () => {
    await open({ value: 'note.mood', values: 'words', combine: 'sum', palette: 'ink', unit: 'kg' });
    expect([said('2026-11-01'), said('2026-11-03')]).toEqual([
      expect.stringContaining('good'),
      expect.stringContaining('bad'),
    ]);
    const levels = ['2026-11-01', '2026-11-03'].map((date) => host.$(`[data-date="${date}"]`).dataset['level']);
    expect(new Set(levels).size).toBe(2);
  });

  it('reads lengths of time', async () => {
    await open({ value: 'note.sleep', values: 'durations' });
    expect(said('2026-11-01')).toContain('7 h 30 min');
  });

  it('is drawn as months, with the weekdays as columns', async () => {
    await open({ view: 'months', range: '2026-11' });
    expect(host.$$('.rh-weekdays span').map((one) => one.textContent)).toHaveLength(7);
    expect(said('2026-11-01')).toContain('1 note');
  });

  it('counts its notes, however its view combines values', async () => {
    host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files: { '2026-11-01.md': 'x' } });
    await host.openBases('research-handbook-heatmap', { combine: 'average' });
    await host.settle();
    expect(host.$$('.rh-error')).toEqual([]);
    expect(host.$('[data-date="2026-11-01"]').getAttribute('aria-label')).toContain('1 note');
  });
});
