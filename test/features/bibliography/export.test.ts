import { afterEach, describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const FILES = {
  'Sources/resnet.md':
    '---\ntype: source\ntitle: Deep Residual Learning\ncitekey: he2016\nauthors: [Kaiming He]\nyear: 2016\n---\n',
  'Sources/Old/mae.md': '---\ntype: source\ntitle: Masked Autoencoders\ncitekey: he2022\n---\n',
  'Sources/secret.md': '---\ntype: source\ntitle: Not Yet Public\ncitekey: me2026\nprivate: true\n---\n',
  'Draft.md':
    'As [[resnet]] shows.\n\n- they too [private:: true] [@he2022]\n\n```\n[@he2022]\n```\n\n[[secret]] and a@he2022.org\n',
  'Draft 2.md': 'See [@He2022; @nobody2020] and \\cite{me2026,he2016}.\n',
};

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: FILES, ...options });
}
const bib = async (flags: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli('research-handbook:bib', { ...flags, format: 'json' })) as Record<string, unknown>;
const keysIn = (path: string): unknown => readBibliography(host.read(path))?.items.map(({ entry }) => entry.key);

describe('what goes into the file', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['all but private ones', {}, ['he2016', 'he2022']],
    ['a folder with those in it', { folder: 'Sources/Old' }, ['he2022']],
    ['what a note links to, its private lines aside', { 'cited-in': 'Draft.md' }, ['he2016']],
    ['what a note cites by key', { 'cited-in': 'Draft 2' }, ['he2016', 'he2022']],
  ])('%s', async (_name, flags, keys) => {
    await open();
    expect(await bib(flags)).toEqual({ ok: true, path: 'references.bib', entries: keys.length, problems: [] });
    expect(keysIn('references.bib')).toEqual(keys);
    expect(host.read('references.bib')).not.toContain('Not Yet Public');
  });

  it('leaves out what the note itself says is private, though the cache has not heard of it yet', async () => {
    await open();
    const { metadataCache } = host.app;
    const getCache = metadataCache.getCache.bind(metadataCache);
    metadataCache.getCache = (path) =>
      path === 'Sources/secret.md' ? { frontmatter: { type: 'source', title: 'Not Yet Public' } } : getCache(path);
    expect(await bib()).toMatchObject({ ok: true, entries: 2 });
    expect(host.read('references.bib')).not.toContain('Not Yet Public');
  });

  it('has no key twice, and says which was changed or made', async () => {
    const twin = '---\ntype: source\ntitle: Another\ncitekey: HE2016\ndoi: 10.1000/x\n---\n';
    await open({
      files: { ...FILES, 'Sources/twin.md': twin, 'Sources/z.md': '---\ntype: source\ntitle: 地质力学\n---\n' },
    });
    const { problems } = await bib();
    expect(problems).toEqual([
      'Sources/twin.md has another source’s citekey; in the file it is HE2016a',
      expect.stringMatching(/^Sources\/z\.md has no citekey; in the file it is ref\w+$/),
    ]);
    expect(keysIn('references.bib')).toEqual(['he2016', 'HE2016a', 'he2022', expect.stringMatching(/^ref/)]);
  });
});

describe('the file at the path', () => {
  it('is made anew where it is ours, and not written where it says the same', async () => {
    await open();
    await bib();
    const first = host.read('references.bib');
    await bib();
    expect(host.faults.writes).toHaveLength(1);
    await host.external.write('references.bib', first.replace(/\n/g, '\r\n')); // as a sync or an editor may
    await host.external.write('Sources/new.md', '---\ntype: source\ntitle: New\ncitekey: new1\n---\n');
    await host.settle();
    expect(await bib()).toMatchObject({ ok: true, entries: 3 });
    expect(keysIn('references.bib')).toContain('new1');
  });

  it.each([
    ['somebody else’s', (_ours: string) => '@article{mine, title={Mine}}\n'],
    ['ours, edited', (ours: string) => `${ours}\n% a remark of mine\n`],
    ['ours, with a blank line more', (ours: string) => ours.replace('\n\n', '\n\n\n')],
    ['empty', () => ''],
  ])('stays as it is where it is %s', async (_name, edit) => {
    await open();
    await bib();
    const theirs = edit(host.read('references.bib'));
    await host.external.write('references.bib', theirs);
    await host.settle();
    expect(await bib()).toMatchObject({ ok: false, error: expect.stringContaining('was not written by this command') });
    expect(host.read('references.bib')).toBe(theirs);
  });

  it('is not written where it changes at the last moment, is read-only or the disk is full', async () => {
    await open();
    await bib();
    await host.external.write('Sources/new.md', '---\ntype: source\ntitle: New\n---\n');
    await host.settle();
    const before = host.read('references.bib');
    host.faults.plan({ failWrite: { n: 1, message: 'ENOSPC: no space left' } });
    expect(await bib()).toMatchObject({ ok: false, error: expect.stringContaining('ENOSPC') });
    expect(host.read('references.bib')).toBe(before);
  });

  it.each(['../out.bib', 'notes.md', '.bib', '.obsidian/x.bib', 'a/.hidden/x.bib'])('is never %s', async (file) => {
    await open();
    expect(await bib({ file })).toMatchObject({
      ok: false,
      error: expect.stringContaining('is not a valid file name'),
    });
    expect(host.faults.writes).toEqual([]);
  });
});

it('says what is missing', async () => {
  await open();
  expect(await bib({ 'cited-in': 'Nowhere' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('no note “Nowhere”'),
  });
  expect(await bib({ folder: 'Nowhere' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('no folder “Nowhere”'),
  });
  expect(await bib({ folder: 'a', 'cited-in': 'b' })).toMatchObject({ ok: false });
  expect(host.faults.writes).toEqual([]);
});

describe('the form', () => {
  it('says how many there will be, and leaves a foreign file alone', async () => {
    await open({ files: { ...FILES, 'mine.bib': '@book{x, title={Mine}}' } });
    await host.open('Draft.md');
    await host.command('research-handbook:export-bib');
    await host.settle();
    expect(host.text('.modal')).toContain('2 entries will be written · 1 private source left out');
    await host.click('input[value="cited"]');
    await host.settle();
    expect(host.text('.modal')).toContain('1 entry will be written');
    await host.fill('#rh-export-file', 'mine.bib');
    await host.settle();
    expect(host.text('[role="alert"]')).toContain('mine.bib was not written by this command');
    expect(host.$<HTMLButtonElement>('.mod-cta').disabled).toBe(true);
    await host.fill('#rh-export-file', 'tex/refs.bib');
    await host.settle();
    await host.click('.mod-cta');
    await host.settle();
    expect(keysIn('tex/refs.bib')).toEqual(['he2016']);
    expect(host.notices()).toEqual(['tex/refs.bib: 1 entry']);
    expect(host.errors).toEqual([]);
  });
});
