import { afterEach, expect, it } from 'vitest';
import type { NewLogLine } from '../../../src/core/reading/log-line';
import type { Batch } from '../../../src/offers/batch';
import type { AppendedLine, LoggedReading } from '../../../src/offers/log';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { offersOf, watchFlushes } from '../offers';

let host: Host;
afterEach(() => host.close());

const HEAD = '---\ntype: source\ntitle: Deep Residual Learning\nstatus: queued\n---\n\n# T\n\n## Reading log\n\n';
const RESNET = `${HEAD}- 2026-08-01 first [min:: 30]\n\n## Notes\n\nwords\n`;
const MAE = '---\r\ntype: source\r\ntitle: Masked Autoencoders\r\n---\r\n\r\nwords';
const FILES = { 'resnet.md': RESNET, 'mae.md': MAE };

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: FILES, ...options });
}

function reading(source: string, text: string, more: Partial<NewLogLine> = {}): LoggedReading {
  const entry = {
    date: '2026-08-09',
    text,
    minutes: null,
    pass: null,
    pages: null,
    status: null,
    deep: false,
    private: false,
  };
  return { source, entry: { ...entry, ...more } };
}

const append = (readings: readonly LoggedReading[], batch?: Batch): Promise<readonly AppendedLine[]> =>
  host.run(offersOf(host).log.append(readings, batch));
const appended = (path: string, line: string): AppendedLine => ({ outcome: 'appended', path, line });

it('writes all lines of a note at once, in their order, and waits for the index once', async () => {
  await open();
  const flushes = watchFlushes(host);
  const progress: [number, number][] = [];
  const results = await append(
    [
      reading('resnet.md', 'second', { minutes: 20 }),
      reading('mae.md', 'one'),
      reading('resnet.md', 'third', { date: '2026-08-02', pages: '4-6' }),
      reading('mae.md', 'two', { private: true }),
      reading('resnet.md', 'third', { date: '2026-08-02', pages: '4-6' }),
    ],
    { onProgress: (...step) => progress.push(step) },
  );
  const third = '- 2026-08-02 third [pages:: 4-6]';
  expect(results).toEqual([
    appended('resnet.md', '- 2026-08-09 second [min:: 20]'),
    appended('mae.md', '- 2026-08-09 one'),
    appended('resnet.md', third),
    appended('mae.md', '- 2026-08-09 two [private:: true]'),
    appended('resnet.md', third),
  ]);
  expect(host.read('resnet.md')).toBe(
    RESNET.replace('[min:: 30]\n', `[min:: 30]\n- 2026-08-09 second [min:: 20]\n${third}\n${third}\n`),
  );
  expect(host.read('mae.md')).toBe(
    `${MAE}\r\n\r\n## Reading log\r\n\r\n- 2026-08-09 one\r\n- 2026-08-09 two [private:: true]\r\n`,
  );
  expect(host.faults.writes.map(({ path }) => path)).toEqual(['resnet.md', 'mae.md']);
  expect(flushes).toHaveBeenCalledTimes(1);
  expect(progress).toEqual([
    [3, 5],
    [5, 5],
  ]);
  expect(host.errors).toEqual([]);
});

it.each([
  [
    'the latest of the lines',
    [
      ['2026-08-08', 'reading'],
      ['2026-08-09', 'read'],
      ['2026-08-07', 'dropped'],
    ],
    'read',
  ],
  [
    'of one day the last',
    [
      ['2026-08-08', 'reading'],
      ['2026-08-08', 'read'],
    ],
    'read',
  ],
  ['none that the log has a later one for', [['2026-08-03', 'dropped']], 'queued'],
] as const)('takes a status into the properties in the same write: %s', async (_which, statuses, wanted) => {
  const text = RESNET.replace('first [min:: 30]', 'first [status:: reading]').replace('2026-08-01', '2026-08-05');
  await open({ files: { 'resnet.md': text } });
  await append(statuses.map(([date, status]) => reading('resnet.md', '', { date, status })));
  const lines = statuses.map(([date, status]) => `- ${date} [marked:: ${status}]\n`).join('');
  expect(host.read('resnet.md')).toBe(
    text.replace('status: queued', `status: ${wanted}`).replace('[status:: reading]\n', `[status:: reading]\n${lines}`),
  );
  expect(host.faults.writes).toHaveLength(1);
});

it('goes on after notes that refuse, and says why of each', async () => {
  const unclosed = '---\ntype: source\n---\n\n```\ncode\n';
  await open({ files: { ...FILES, 'open.md': unclosed, 'locked.md': RESNET } });
  host.faults.plan({ readOnly: ['locked.md'] });
  const results = await append([
    reading('open.md', 'a'),
    reading('locked.md', 'b', { status: 'read' }),
    reading('nowhere.md', 'c'),
    reading('resnet.md', 'd'),
    reading('open.md', 'e'),
  ]);
  const inOpen = { outcome: 'failed', reason: 'unclosed', message: expect.stringContaining('open.md, line 5') };
  expect(results).toEqual([
    inOpen,
    { outcome: 'failed', reason: 'not-written', message: expect.stringContaining('locked.md') },
    { outcome: 'failed', reason: 'gone', message: expect.stringContaining('nowhere.md') },
    appended('resnet.md', '- 2026-08-09 d'),
    inOpen,
  ]);
  expect([host.read('open.md'), host.read('locked.md')]).toEqual([unclosed, RESNET]);
  expect(host.faults.writes.map(({ path }) => path)).toEqual(['resnet.md']);
  expect(host.errors).toEqual([]);
});

it('keeps what another program wrote a moment ago', async () => {
  await open();
  const theirs = RESNET.replace('words', 'other words');
  await host.folder.write('resnet.md', theirs); // the app has not noticed yet
  await append([reading('resnet.md', 'a'), reading('resnet.md', 'b')]);
  expect(host.read('resnet.md')).toBe(theirs.replace('[min:: 30]\n', '[min:: 30]\n- 2026-08-09 a\n- 2026-08-09 b\n'));
});

it('keeps what is typed into the open note but not saved yet', async () => {
  await open();
  await host.open('resnet.md', 'source');
  const editor = host.app.workspace.activeEditor?.editor;
  const typed = RESNET.replace('words', 'typed just now');
  editor?.setValue(typed);
  await append([reading('resnet.md', 'a'), reading('resnet.md', 'b')]);
  await host.settle();
  const wanted = typed.replace('[min:: 30]\n', '[min:: 30]\n- 2026-08-09 a\n- 2026-08-09 b\n');
  expect([host.read('resnet.md'), editor?.getValue()]).toEqual([wanted, wanted]);
});

it.each(['told to', 'switched off'])('stops between two notes when it is %s', async (how) => {
  await open();
  const stop = new AbortController();
  const results = await append([reading('mae.md', 'a'), reading('resnet.md', 'b'), reading('mae.md', 'c')], {
    signal: stop.signal,
    onProgress: () => {
      if (how === 'told to') stop.abort();
      else host.plugin.unload();
    },
  });
  await host.settle();
  expect(results).toEqual([
    appended('mae.md', '- 2026-08-09 a'),
    { outcome: 'stopped' },
    appended('mae.md', '- 2026-08-09 c'),
  ]);
  expect(host.read('resnet.md')).toBe(RESNET);
  expect(host.faults.writes.map(({ path }) => path)).toEqual(['mae.md']);
  expect(host.errors).toEqual([]);
});

it('knows sources that were created a moment ago', async () => {
  await open({ files: {} });
  const { sources, log } = offersOf(host);
  const draft = { kind: 'paper', status: 'inbox', title: 'New', authors: [], year: null, venue: null } as const;
  const keys = { citekey: null, arxiv: null, doi: null, url: null, zotero: null };
  await host.run(async () => {
    await sources.create([{ ...draft, ...keys }]);
    await log.append([reading('Sources/New.md', 'a', { status: 'reading' })]); // the cache has not come to the note yet
  });
  expect(host.read('Sources/New.md')).toMatch(/\nstatus: reading\n[^]*\n- 2026-08-09 a \[marked:: reading\]\n$/);
});
