import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', ...options });
}

interface Answer {
  readonly ok: boolean;
  readonly found: number;
  readonly created: readonly string[];
  readonly filled: readonly string[];
  readonly unchanged: readonly string[];
  readonly failed: readonly { readonly line: number; readonly message: string }[];
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
}
const cli = async (on: Host, flags: Readonly<Record<string, string>>): Promise<Answer> =>
  JSON.parse(await on.cli('research-handbook:import', { ...flags, format: 'json' })) as Answer;
const sum = ({ created, filled, unchanged, failed, skipped }: Answer): number =>
  [created, filled, unchanged, failed, skipped].reduce((total, list) => total + list.length, 0);

const MAE =
  '---\ntype: source\ntitle: Masked Autoencoders # mine\nvenue:\nyear: 2021 # as I remember\n---\n\nwords of mine\n';
const BIB = `@inproceedings{he2022, title={Masked Autoencoders}, author={He, Kaiming}, year={2022}, booktitle={CVPR}}
@article{a, title={One}}
@article{b, title={Two}, author={Ann Lee}}
@article{broken, title={Never {ends}
@article{c, title={Three}}
`;
const FILES = { 'Sources/mae.md': MAE, 'refs.bib': BIB };
const FILLED = MAE.replace('venue:\n', 'venue: CVPR\n').replace(
  'remember\n',
  'remember\nauthors:\n  - Kaiming He\ncitekey: he2022\n',
);

describe('from the command line', () => {
  it('answers what the design promises', async () => {
    await open({ files: FILES });
    const answer = await cli(host, { file: 'refs.bib' });
    expect(answer).toEqual({
      ok: true,
      found: 5,
      created: ['Sources/One.md', 'Sources/Two.md', 'Sources/Three.md'],
      filled: ['Sources/mae.md'],
      unchanged: [],
      different: [{ path: 'Sources/mae.md', key: 'year', old: 2021, new: 2022 }],
      doubles: [],
      damaged: [],
      failed: [
        {
          line: 4,
          message: 'not understood (the value of “title” does not end; its closing bracket is missing)',
          raw: '@article{broken, title={Never {ends}',
        },
      ],
      skipped: [],
    });
    expect(host.read('Sources/mae.md')).toBe(FILLED);
    expect(host.read('refs.bib')).toBe(BIB);
  });

  it('writes nothing by dry-run, and says the same', async () => {
    await open({ files: FILES });
    const dry = await cli(host, { file: 'refs.bib', 'dry-run': 'true' });
    expect(host.faults.writes).toEqual([]);
    expect(await cli(host, { file: 'refs.bib' })).toEqual(dry);
  });

  it('takes text, a status, and says what is wrong with either', async () => {
    await open({ files: FILES });
    await cli(host, { text: BIB, status: 'queued' });
    expect(host.read('Sources/One.md')).toContain('status: queued\n');
    expect(await cli(host, {})).toMatchObject({ ok: false });
    expect(await cli(host, { file: 'a.bib', text: 'x' })).toMatchObject({ ok: false });
    expect(await cli(host, { file: 'nowhere.bib' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('nowhere.bib'),
    });
    expect(await cli(host, { text: 'words' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('format was not recognised'),
    });
    expect(await cli(host, { text: BIB, status: 'later' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('later'),
    });
  });
});

describe('the student’s bytes', () => {
  it('are the same after a second import', async () => {
    await open({ files: FILES });
    await cli(host, { file: 'refs.bib' });
    const paths = await host.paths();
    const before = paths.map((path) => host.read(path));
    const writes = host.faults.writes.length;
    const again = await cli(host, { file: 'refs.bib' });
    expect(again).toMatchObject({ created: [], filled: [], unchanged: expect.arrayContaining(['Sources/mae.md']) });
    expect(host.faults.writes).toHaveLength(writes);
    expect(paths.map((path) => host.read(path))).toEqual(before);
  });

  it('in a note of another tool are never touched', async () => {
    const files = { ...FILES, 'Lit/two.md': '---\ntitle: Two\n---\nzotero’s\n' };
    await open({ files, data: { literatureFolder: 'Lit', literaturePreset: 'zotero-integration' } });
    const answer = await cli(host, { file: 'refs.bib' });
    expect(answer.unchanged).toEqual(['Lit/two.md']);
    expect(host.read('Lit/two.md')).toBe(files['Lit/two.md']);
  });

  it('stay where the note changed after the list was shown', async () => {
    await open({ files: FILES });
    await host.command('research-handbook:import-sources');
    await host.fill('#rh-import-text', BIB);
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    const theirs = MAE.replace('venue:\n', 'venue: NeurIPS\ncitekey: mine\n');
    await host.external.write('Sources/mae.md', theirs);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(theirs.replace('remember\n', 'remember\nauthors:\n  - Kaiming He\n'));
  });

  it('are taken over where the student takes the other value, in that line alone', async () => {
    await open({ files: FILES });
    await host.command('research-handbook:import-sources');
    await host.fill('#rh-import-text', BIB);
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    await host.click('[data-outcome="different"] .rh-versus label:last-child input');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(FILLED.replace('2021 # as', '2022 # as'));
    expect(host.text('[data-outcome="replaced"]')).toContain('1');
  });

  it('come back by undo, but not in notes that were changed since', async () => {
    await open({ files: FILES });
    await host.command('research-handbook:import-sources');
    await host.fill('#rh-import-text', BIB);
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    await host.external.write('Sources/One.md', `${host.read('Sources/One.md')}my words\n`);
    await host.settle();
    await host.click('.modal-button-container button:first-child');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(MAE);
    expect((await host.paths()).filter((path) => path.startsWith('Sources/'))).toEqual([
      'Sources/One.md',
      'Sources/mae.md',
    ]);
    expect(host.notices()).toEqual(['3 notes undone; 1 note changed since, left alone.']);
  });

  it('are safe from hostile entries', async () => {
    await open();
    const evil =
      '@misc{x, title={<%* tp.x() %> %% rh:end bibtex %% ``` {{authors}}}, note={\n---\n```\n<% y %>}, url={javascript:alert(1)}}';
    await cli(host, { text: evil });
    const [path = ''] = (await host.paths()).filter((one) => one.startsWith('Sources/'));
    const note = host.read(path);
    expect(note).not.toContain('<%');
    expect(note).not.toContain('url: javascript');
    expect(note.match(/^%% rh:/gm)).toHaveLength(2);
  });
});

describe('an import that does not come to its end', () => {
  it('ends as if it had, when it is run again after a stop at any write', async () => {
    await open({ files: FILES });
    await cli(host, { file: 'refs.bib' });
    const paths = (await host.paths()).filter((path) => path.startsWith('Sources/'));
    const whole = paths.map((path) => host.read(path));
    const writes = host.faults.writes.length;
    await host.close();
    for (let stop = 1; stop <= writes; stop++) {
      await open({ files: FILES });
      host.faults.plan({ stopAfterWrite: stop });
      void cli(host, { file: 'refs.bib' }).catch(() => undefined);
      await host.settle();
      host = await host.restart();
      const answer = await cli(host, { file: 'refs.bib' });
      expect(sum(answer)).toBe(answer.found);
      expect((await host.paths()).filter((path) => path.startsWith('Sources/'))).toEqual(paths);
      expect(paths.map((path) => host.read(path))).toEqual(whole);
      if (stop < writes) await host.close();
    }
  });

  it('keeps what is written where it is stopped, and says how far it came', async () => {
    await open();
    const many = Array.from({ length: 30 }, (_one, at) => `@misc{k${String(at)}, title={Paper ${String(at)}}}`).join(
      '\n',
    );
    await host.command('research-handbook:import-sources');
    await host.fill('#rh-import-text', many);
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.settle();
    const { vault } = host.app;
    const create = vault.create.bind(vault);
    vault.create = async (path, text) => {
      if (path.includes('Paper 9')) host.$<HTMLButtonElement>('.modal-button-container button').click();
      return create(path, text);
    };
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.text('.rh-lead')).toBe('Stopped. 10 of 30 written; import the same again to continue.');
    expect(host.text('.rh-result-sum')).toBe('10 new + 20 left out = 30');
    expect((await host.paths()).filter((path) => path.startsWith('Sources/'))).toHaveLength(10);
  });

  it('adds nothing up where all entries became the same', async () => {
    await open();
    await host.command('research-handbook:import-sources');
    await host.fill('#rh-import-text', '@misc{a, title={A}}\n@misc{b, title={B}}');
    await host.settle();
    for (let step = 0; step < 2; step++) {
      await host.click('.modal .mod-cta');
      await host.settle();
    }
    expect(host.text('.rh-result-sum')).toBe('2 new');
  });

  it('counts a write that fails as failed, and goes on', async () => {
    await open({ files: FILES });
    host.faults.plan({ failWrite: { n: 2, message: 'EIO: the disk is full' } });
    const answer = await cli(host, { file: 'refs.bib' });
    expect(answer.failed).toContainEqual(expect.objectContaining({ line: 3, message: expect.stringContaining('EIO') }));
    expect(answer.created).toEqual(['Sources/One.md', 'Sources/Three.md']);
    expect(sum(answer)).toBe(answer.found);
  });
});

it('waits for a cold cache before it makes anything', async () => {
  await open({ files: FILES, cache: 'late' });
  const work = cli(host, { file: 'refs.bib' });
  await host.settle();
  expect(host.faults.writes).toEqual([]);
  await host.settleCache();
  expect((await host.run(work)).filled).toEqual(['Sources/mae.md']);
});

it('reads what Chinese Windows programs write', async () => {
  await open();
  const bytes = new Uint8Array([
    ...new TextEncoder().encode('@misc{a, title={'),
    0xb5,
    0xd8,
    0xd6,
    0xca,
    ...new TextEncoder().encode('}}'),
  ]);
  await host.app.vault.createBinary('gb.bib', bytes.buffer);
  await host.settle();
  expect((await cli(host, { file: 'gb.bib' })).created).toEqual(['Sources/地质.md']);
});
