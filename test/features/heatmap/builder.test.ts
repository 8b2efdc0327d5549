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

describe('a base', () => {
  it('counts its notes, however its view combines values', async () => {
    host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files: { '2026-11-01.md': 'x' } });
    await host.openBases('research-handbook-heatmap', { combine: 'average' });
    await host.settle();
    expect(host.$$('.rh-error')).toEqual([]);
    expect(host.$('[data-date="2026-11-01"]').getAttribute('aria-label')).toContain('1 note');
  });
});
