import { afterEach, expect, it } from 'vitest';
import type { SourceDraft } from '../../../src/core/reading/source-draft';
import type { Batch } from '../../../src/offers/batch';
import type { CreatedSource } from '../../../src/offers/sources';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { offersOf, watchFlushes } from '../offers';

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', ...options });
}

function draft(title: string, more: Partial<SourceDraft> = {}): SourceDraft {
  return {
    kind: 'paper',
    status: 'inbox',
    title,
    authors: [],
    year: null,
    venue: null,
    citekey: null,
    arxiv: null,
    doi: null,
    url: null,
    zotero: null,
    ...more,
  };
}

const create = (drafts: readonly SourceDraft[], batch?: Batch): Promise<readonly CreatedSource[]> =>
  host.run(offersOf(host).sources.create(drafts, batch));
const created = (title: string): CreatedSource => ({ outcome: 'created', path: `Sources/${title}.md` });
const notesWritten = (): string[] =>
  host.faults.writes.filter(({ path }) => path.endsWith('.md')).map(({ path }) => path);

it('makes two hundred in their order, and waits for the index once', async () => {
  await open({ files: { 'a.md': 'the student’s' } });
  const flushes = watchFlushes(host);
  const progress: [number, number][] = [];
  const titles = Array.from({ length: 200 }, (_one, at) => `Paper number ${String(at + 1)}`);
  const results = await create(
    titles.map((title, at) => draft(title, { year: 2026 - (at % 30) })),
    { onProgress: (...step) => progress.push(step) },
  );
  expect(results).toEqual(titles.map(created));
  expect(notesWritten()).toEqual(titles.map((title) => `Sources/${title}.md`));
  expect(flushes).toHaveBeenCalledTimes(1);
  expect(progress).toEqual(titles.map((_title, at) => [at + 1, 200]));
  expect(host.read('Sources/Paper number 31.md')).toBe(
    '---\ntype: source\nkind: paper\ntitle: Paper number 31\nyear: 2026\nstatus: inbox\nadded: 2026-08-10\n---\n\n' +
      '# Paper number 31\n\n## Reading log\n',
  );
  const status = JSON.parse(await host.cli('research-handbook:status', { format: 'json' })) as { sources: number };
  expect(status.sources).toBe(200);
  expect(host.errors).toEqual([]);
});

it('knows one again by the same keys within the list as in the vault', async () => {
  await open({
    files: { 'Old/resnet.md': '---\ntype: source\ntitle: Deep Residual Learning\ncitekey: he2016\n---\n' },
  });
  const results = await create([
    draft('Masked Autoencoders', { arxiv: '2111.06377', doi: '10.1109/CVPR52688.2022.01553', citekey: 'he2022' }),
    draft('MAE', { doi: 'https://doi.org/10.1109/cvpr52688.2022.01553' }),
    draft('MAE again', { arxiv: '2111.06377v3' }),
    draft('MAE once more', { citekey: '@He2022' }),
    draft('masked  autoencoders!'),
    draft('deep residual learning'),
    draft('ResNet', { citekey: 'He2016' }),
    draft('Another', { doi: '10.1000/1' }),
    draft('Deep Residual Learning', { doi: '10.1000/1' }), // of two that it may be, the DOI counts for more than the title
  ]);
  const mae = { outcome: 'existing', path: 'Sources/Masked Autoencoders.md' };
  expect(results).toEqual([
    created('Masked Autoencoders'),
    { ...mae, by: 'doi' },
    { ...mae, by: 'arxiv' },
    { ...mae, by: 'citekey' },
    { ...mae, by: 'title' },
    { outcome: 'existing', path: 'Old/resnet.md', by: 'title' },
    { outcome: 'existing', path: 'Old/resnet.md', by: 'citekey' },
    created('Another'),
    { outcome: 'existing', path: 'Sources/Another.md', by: 'doi' },
  ]);
  expect(notesWritten()).toEqual(['Sources/Masked Autoencoders.md', 'Sources/Another.md']);
});

it('goes on after a write that fails, names it, and takes one of the same name for new', async () => {
  await open({ files: { 'Sources/mine.md': 'the student’s own' } });
  host.faults.plan({ failWrite: { n: 2, message: 'EIO: the disk is full' }, readOnly: ['Sources/Locked.md'] });
  const results = await create([
    draft('One'),
    draft('Two'),
    draft('Three'),
    draft('Locked'),
    draft('Two'),
    draft('mine'),
  ]);
  expect(results).toEqual([
    created('One'),
    { outcome: 'failed', reason: 'not-written', message: expect.stringMatching(/Sources\/Two\.md.*the disk is full/) },
    created('Three'),
    { outcome: 'failed', reason: 'not-written', message: expect.stringContaining('Sources/Locked.md') },
    created('Two'),
    { outcome: 'created', path: expect.stringMatching(/^Sources\/mine.+\.md$/) },
  ]);
  expect(host.read('Sources/mine.md')).toBe('the student’s own');
  expect(await host.paths()).not.toContain('Sources/Locked.md');
  expect(host.errors).toEqual([]);
});

it('makes none that a note may be whose properties cannot be read', async () => {
  await open({
    files: { 'Sources/SAM.md': '---\ntype: source\ntitle: Segment Anything\nstatus: read\nstatus: read\n---\n' },
  });
  const results = await create([draft('Before'), draft('segment anything'), draft('sam'), draft('After')]);
  const failed = { outcome: 'failed', reason: 'broken-note', message: expect.stringContaining('“Sources/SAM.md”') };
  expect(results).toEqual([created('Before'), failed, failed, created('After')]);
});

it('stops between two when it is told to', async () => {
  await open();
  const stop = new AbortController();
  const results = await create([draft('One'), draft('Two'), draft('Three'), draft('Four')], {
    signal: stop.signal,
    onProgress: (done) => {
      if (done === 2) stop.abort();
    },
  });
  expect(results).toEqual([created('One'), created('Two'), { outcome: 'stopped' }, { outcome: 'stopped' }]);
  expect(notesWritten()).toHaveLength(2);
});

it('stops between two when the plugin is switched off, and leaves nothing half done', async () => {
  await open();
  const steps: number[] = [];
  const results = await create([draft('One'), draft('Two'), draft('Three')], {
    onProgress: (done) => {
      steps.push(done);
      if (done === 2) host.plugin.unload();
    },
  });
  await host.settle();
  expect(results).toEqual([created('One'), created('Two'), { outcome: 'stopped' }]);
  expect(steps).toEqual([1, 2]);
  expect(await host.paths()).toEqual(['Sources/One.md', 'Sources/Two.md']);
  expect(host.read('Sources/Two.md')).toContain('## Reading log\n');
  expect(host.errors).toEqual([]);
});

it('waits for a cold cache before it decides that any is new', async () => {
  await open({ cache: 'late', files: { 'Elsewhere/sam.md': '---\ntype: source\ntitle: Segment Anything\n---\n' } });
  const work = offersOf(host).sources.create([draft('New'), draft('segment anything')]);
  await host.settle();
  expect(host.faults.writes).toEqual([]);
  await host.settleCache();
  expect(await host.run(work)).toEqual([
    created('New'),
    { outcome: 'existing', path: 'Elsewhere/sam.md', by: 'title' },
  ]);
});

it('makes no second note of one that a sync brings while the list is worked through', async () => {
  await open({ files: { 'Sources/mine.md': 'the student’s own' } });
  const { vault } = host.app;
  const createNote = vault.create.bind(vault);
  let synced = (): void => undefined;
  const sync = new Promise<void>((resolve) => (synced = resolve));
  vault.create = async (path, text) => {
    if (path === 'Sources/Two.md') await sync;
    return createNote(path, text);
  };
  const work = offersOf(host).sources.create([draft('One'), draft('Two'), draft('Three', { arxiv: '2304.02643' })]);
  await host.external.write('Elsewhere/sam.md', '---\ntype: source\ntitle: SAM\narxiv: "2304.02643"\n---\n');
  synced();
  expect(await host.run(work)).toEqual([
    created('One'),
    created('Two'),
    { outcome: 'existing', path: 'Elsewhere/sam.md', by: 'arxiv' },
  ]);
});
