// A stand-in for Dataview: what is asked of it, and what becomes of its answers. The plugin itself runs in e2e/dataview.
import { DateTime, Duration } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';

let host: Host;
let asked: string[] = [];
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

type Answer = { successful: boolean; value?: { type: string; values: unknown[] }; error?: string };
const link = (path: string) => ({ path, display: undefined, type: 'file' });
const table = (...values: unknown[]): Answer => ({ successful: true, value: { type: 'table', values } });
let answer: Answer | Promise<Answer> = table();

const open = async (block: string, more: { readonly front?: string; readonly installed?: boolean } = {}) => {
  asked = [];
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:20:00',
    files: { 'n.md': `${more.front ?? ''}\`\`\`calendar-heatmap\n${block}\n\`\`\`\n`, 'Daily/2026-11-02.md': '' },
  });
  const api = {
    query: (text: string) => {
      asked.push(text);
      return Promise.resolve(answer);
    },
  };
  const { plugins } = (host.app as unknown as { plugins: { plugins: Record<string, unknown> } }).plugins;
  if (more.installed !== false) plugins['dataview'] = { api };
  await host.open('n.md');
  await host.settle();
};
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const changed = async (): Promise<void> => {
  host.app.metadataCache.trigger('dataview:metadata-change', 'update');
  await host.clock.advance(1000);
  await host.settle();
};

describe('Dataview as a source', () => {
  it('is asked by a source and an expression; each row counts on its day, else on that of its note', async () => {
    answer = table(
      [link('a.md'), DateTime.fromISO('2026-11-03'), 5],
      [link('Daily/2026-11-02.md'), null, [1, 2]],
      [link('b.md'), null, 9],
      [link('c.md'), '2026-11-04', 'far'],
    );
    await open('source: dataview\nquery: \'"Daily" or #run\'\nvalue: km * 1.6');
    expect(asked).toEqual(['TABLE WITHOUT ID file.link, (file.day), (km * 1.6) FROM "Daily" or #run']);
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n5');
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n3, 2 entries');
    expect(host.$$('.rh-heatmap-note').map((one) => one.textContent)).toEqual([
      '1 value is not a number: far',
      '1 note is left out, since its name holds no date: b. A date in the name, such as 2026-09-16, puts a note on its day.',
    ]);
  });

  it('counts rows without an expression, takes commands as they are, and follows the index', async () => {
    answer = table();
    await open('query: FROM "Daily" WHERE km > 3\ndateProperty: due');
    expect(asked).toEqual(['TABLE WITHOUT ID file.link, (due), (1) FROM "Daily" WHERE km > 3']);
    expect(host.$('.rh-empty').textContent).toContain('The query finds nothing');
    answer = table([link('a.md'), '2026-11-03', 1], [link('b.md'), '2026-11-03', 1]);
    await changed();
    expect(day('2026-11-03').getAttribute('aria-label')).toContain('2 entries');
    expect(asked).toHaveLength(2);
  });

  it('keeps the latest answer where an earlier question is answered after it', async () => {
    answer = table([link('a.md'), '2026-11-03', 1]);
    await open('query: "#run"\nvalue: km');
    let late: (rows: Answer) => void = () => undefined;
    answer = new Promise((resolve) => {
      late = resolve;
    });
    await changed();
    answer = table([link('a.md'), '2026-11-03', 3]);
    await changed();
    late(table([link('a.md'), '2026-11-03', 2]));
    await host.settle();
    expect(asked).toHaveLength(3);
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n3');
  });

  it('reads a length of time by its minutes', async () => {
    answer = table([link('a.md'), '2026-11-03', Duration.fromISO('PT1H30M')], [link('b.md'), '2026-11-04', '2h']);
    await open('query: "#sleep"\nvalue: sleep\nvalues: durations');
    expect(host.$('.rh-stats').textContent).toContain('3 h 30 min');
  });

  it('says that it is missing, what it does not understand, and that a handbook asks for nothing', async () => {
    await open('query: "#run"', { installed: false });
    expect(host.$('.rh-empty').textContent).toContain('Dataview is not installed');
    await host.close();
    answer = { successful: false, error: '-- PARSING FAILED ------\nExpected one of the following' };
    await open('query: "((("');
    expect(host.$('.rh-empty').textContent).toContain('PARSING FAILED Expected one of the following');
    await host.close();
    answer = table([link('a.md'), '2026-11-03', 1]);
    await open('query: "#run"', { front: '---\nhandbook: cv-lab\nhandbook-id: tools/x\n---\n' });
    expect(host.$('.rh-empty').textContent).toContain('asks Dataview for nothing');
    await changed();
    expect(asked).toEqual([]);
  });
});
