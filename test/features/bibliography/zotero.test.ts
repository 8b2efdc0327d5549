import { afterEach, describe, expect, it } from 'vitest';
import { FAILURES, network, type Server } from '../../host/fake-servers';
import { zotero, type FakeZotero, type ZoteroItem } from '../../host/fake-zotero';
import { type Host, type HostOptions, openDevices, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const LOCAL = '127.0.0.1:23119';
const WEB = 'api.zotero.org';
const KEY = 'P9NiFoyLeZu2bZNvvuQPDWsd';

const MAE: ZoteroItem = {
  itemType: 'conferencePaper',
  title: 'Masked Autoencoders Are <i>Scalable</i> Vision Learners',
  creators: [
    { creatorType: 'author', firstName: 'Kaiming', lastName: 'He' },
    { creatorType: 'editor', firstName: 'E.', lastName: 'Ditor' },
  ],
  date: '2022-06',
  proceedingsTitle: 'CVPR',
  DOI: '10.1109/CVPR52688.2022.01553',
  citationKey: 'he2022masked',
};
const GEOLOGY: ZoteroItem = {
  itemType: 'book',
  title: '地质力学概论',
  creators: [{ creatorType: 'author', lastName: '李', firstName: '四光' }],
  extra: 'Citation Key: li1973',
};
const PREPRINT: ZoteroItem = {
  itemType: 'preprint',
  title: 'Segment Anything',
  repository: 'arXiv',
  archiveID: 'arXiv:2304.02643',
  creators: [{ creatorType: 'author', name: 'FAIR' }],
};
const FILE: ZoteroItem = { itemType: 'attachment', title: 'scan.pdf' };
const NAMELESS: ZoteroItem = { itemType: 'journalArticle', DOI: '10.1000/x' };

const OWN: FakeZotero['own'] = {
  items: { AAAA2345: MAE, BBBB2345: PREPRINT, CCCC2345: FILE, DDDD2345: NAMELESS },
  collections: {
    VISI2345: { name: 'Vision', items: ['AAAA2345'] },
    SEGM2345: { name: 'Segmentation', parent: 'VISI2345', items: ['BBBB2345', 'AAAA2345'] },
  },
};
const GROUPS: FakeZotero['groups'] = { 42: { name: 'Rock lab', items: { ABCD2345: GEOLOGY } } };
const of = (version: FakeZotero['version'], more: Partial<FakeZotero> = {}): HostOptions => ({
  network: network({
    [version === 'web' ? WEB : LOCAL]: zotero({ version, own: OWN, groups: GROUPS, key: KEY, ...more }),
  }),
  data: { networkHosts: `${LOCAL}, ${WEB}`, zoteroKey: 'zotero-key' },
  secrets: { 'zotero-key': KEY },
  mobile: version === 'web',
});

async function open(options: HostOptions): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-11-24T09:00:00', language: 'en', ...options });
}
interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly found: number;
  readonly created: readonly string[];
  readonly filled: readonly string[];
  readonly unchanged: readonly string[];
  readonly different: readonly unknown[];
  readonly failed: readonly { readonly line: number }[];
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
}
const cli = async (flags: Readonly<Record<string, string>>): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:zotero', { ...flags, format: 'json' })) as Answer;
const choose = async (words: string): Promise<void> => {
  const button = host
    .$$('.modal button')
    .filter((one) => one.textContent === words)
    .at(-1);
  if (button === undefined) throw new Error(`no button ${words}`);
  await host.click(button);
  await host.settle();
};

describe.each(['7', '9', '10', 'web'] as const)('Zotero %s', (version) => {
  it('gives its whole library, one reads again without a change, and each item has its link', async () => {
    await open(of(version));
    const answer = await cli({ all: 'true' });
    expect(answer).toMatchObject({
      ok: true,
      found: 4,
      created: ['Sources/Masked Autoencoders Are Scalable Vision Learners.md', 'Sources/Segment Anything.md'],
      failed: [{ line: 4 }],
      skipped: [{ line: 3, reason: expect.stringContaining('scan.pdf') }],
    });
    const note = host.read('Sources/Masked Autoencoders Are Scalable Vision Learners.md');
    for (const line of ['kind: paper', 'year: 2022', 'venue: CVPR', 'citekey: he2022masked'])
      expect(note).toContain(line);
    expect(note).toContain('  - Kaiming He\n');
    expect(note).toContain('zotero: zotero://select/library/items/AAAA2345');
    expect(host.read('Sources/Segment Anything.md')).toContain('arxiv: "2304.02643"');
    const writes = host.faults.writes.length;
    expect(await cli({ all: 'true' })).toMatchObject({ created: [], filled: [], unchanged: answer.created });
    expect(host.faults.writes).toHaveLength(writes);
    expect(host.errors).toEqual([]);
  });

  it('gives a group, a collection with those in it, one item, what is looked for', async () => {
    await open(of(version));
    await cli({ all: 'true', library: 'rock lab' });
    const rock = host.read('Sources/地质力学概论.md');
    expect(rock).toContain('zotero: zotero://select/groups/42/items/ABCD2345');
    expect(rock).toContain('  - 李四光\n');
    expect(rock).toContain('citekey: li1973');
    expect(await cli({ collection: 'Vision', 'dry-run': 'true' })).toMatchObject({ found: 2 });
    expect(await cli({ collection: 'SEGM2345', 'dry-run': 'true' })).toMatchObject({ found: 2 });
    expect(await cli({ key: 'BBBB2345', 'dry-run': 'true' })).toMatchObject({ found: 1 });
    expect(await cli({ query: 'segment', 'dry-run': 'true' })).toMatchObject({ found: 1 });
    expect((await cli({ collection: 'Nowhere' })).error).toContain('Vision / Segmentation');
    expect((await cli({ all: 'true', library: 'Nobody' })).error).toContain('Rock lab');
    expect((await cli({ all: 'true', query: 'x' })).error).toContain('collection=');
    expect((await cli({ key: 'ZZZZ9999' })).error).toContain('no such item');
  });

  it('gives 2,000 items, page by page', async () => {
    const keyOf = (at: number): string => `AA${String(at).padStart(6, '0')}`;
    const items = Object.fromEntries(
      Array.from({ length: 2_000 }, (_one, at) => [keyOf(at), { itemType: 'book', title: `Volume ${String(at)}` }]),
    );
    await open(of(version, { own: { items } }));
    expect(await cli({ all: 'true', 'dry-run': 'true' })).toMatchObject({ ok: true, found: 2_000 });
    expect(host.requests.length).toBeLessThan(30);
    await host.close();
    await open(of(version, { own: { items }, breaksAt: 3 }));
    expect((await cli({ all: 'true' })).error).toContain('incomplete');
    expect(host.faults.writes).toEqual([]);
  });

  it('is asked nothing that the settings do not allow, and gets its key alone', async () => {
    await open(of(version));
    await cli({ all: 'true' });
    for (const { url, headers } of host.requests) {
      expect(new URL(url).host).toBe(version === 'web' ? WEB : LOCAL);
      expect(headers['Zotero-API-Key']).toBe(version === 'web' ? KEY : undefined);
      expect(url).not.toContain(KEY);
    }
    expect(host.read('.obsidian/plugins/research-handbook/data.json')).not.toContain(KEY);
    await host.close();
    await open({ ...of(version), data: { zoteroKey: 'zotero-key' } });
    expect((await cli({ all: 'true' })).error).toContain('Hosts to ask without confirming');
    expect(host.requests).toEqual([]);
  });
});

it('takes the citekeys that Better BibTeX gives to items without one', async () => {
  await open(of('7', { citekeys: { BBBB2345: 'fair2023segment', DDDD2345: '' } }));
  await cli({ key: 'BBBB2345' });
  expect(host.read('Sources/Segment Anything.md')).toContain('citekey: fair2023segment');
});

describe('what is wrong, and what to do', () => {
  const said = async (server: Server, mobile = false, more: HostOptions = {}): Promise<string> => {
    await open({ ...of(mobile ? 'web' : '9'), network: network({ [LOCAL]: server, [WEB]: server }), ...more });
    return (await cli({ all: 'true' })).error ?? '';
  };

  it.each([
    ['closed', { error: 'net::ERR_CONNECTION_REFUSED' }, 'Open it'],
    ['not to be read', { status: 403, body: 'Local API is not enabled' }, 'Allow other applications'],
    ['version 6', { status: 404, body: 'No endpoint found' }, 'older than version 7'],
    ['of another mind', { status: 403, body: 'Request not allowed' }, 'Restart it'],
    ['another program', FAILURES['html'] ?? {}, 'not what was asked for'],
    ['half an answer', FAILURES['cut'] ?? {}, 'incomplete'],
  ])('Zotero that is %s', async (_how, answer, words) => {
    expect(await said(() => answer)).toContain(words);
    expect(host.faults.writes).toEqual([]);
  });

  it('Zotero that never answers', async () => {
    await open({ ...of('9'), network: network({ [LOCAL]: () => FAILURES['silent'] ?? null }) });
    await host.command('research-handbook:import-from-zotero');
    await host.clock.advance(61_000);
    expect(host.text('.modal [role="alert"]')).toContain('within 60 s');
    expect(host.clock.timers()).toBe(0);
  });

  it.each([
    ['no key', {}, { secrets: {} }, 'zotero.org/settings/keys'],
    ['a wrong key', {}, { secrets: { 'zotero-key': 'x' } }, 'did not accept the key'],
    ['too many questions', FAILURES['busy'] ?? {}, {}, 'in 3600 s'],
    ['no way there', FAILURES['off'] ?? {}, {}, 'could not be reached'],
  ])('zotero.org with %s', async (how, answer, options, words) => {
    const server = how.endsWith('key') ? zotero({ version: 'web', own: OWN, key: KEY }) : (): typeof answer => answer;
    expect(await said(server, true, options)).toContain(words);
  });

  it('waits as long as zotero.org asks, if that is a moment', async () => {
    let asked = 0;
    const server = zotero({ version: 'web', own: OWN, key: KEY });
    const moody: Server = (request, url) => {
      const answer = server(request, url);
      asked++;
      return asked === 2
        ? { status: 429, headers: { 'Retry-After': '3' } }
        : { ...answer, headers: { ...answer?.headers, Backoff: '1' } };
    };
    await open({ ...of('web'), network: network({ [WEB]: moody }) });
    const began = host.clock.now();
    expect(await cli({ all: 'true' })).toMatchObject({ ok: true, found: 4 });
    expect(host.clock.now() - began).toBeGreaterThanOrEqual(4_000);
  });
});

describe('the dialog', () => {
  it('asks first, shows what is there, then the list; and nothing is written before it is confirmed', async () => {
    await open({ ...of('9'), data: {} });
    await host.command('research-handbook:import-from-zotero');
    await host.settle();
    expect(host.requests).toEqual([]);
    expect(host.$$('.modal').at(-1)?.textContent).toContain(LOCAL);
    await choose('Send');
    const choices = host.$$('#rh-zotero-collection option').map((one) => one.textContent);
    expect(choices).toEqual(['All of it', 'Vision', 'Vision / Segmentation']);
    await choose('Show the list');
    expect(host.text('[data-outcome="failed"]')).toContain('Item 4');
    expect(host.faults.writes).toEqual([]);
    await choose('Import 2');
    expect(host.exists('Sources/Segment Anything.md')).toBe(true);
    await choose('Undo');
    expect(host.exists('Sources/Segment Anything.md')).toBe(false);
  });

  it('asks nothing where the student says no, and asks again where Zotero was off', async () => {
    let isOn = false;
    const server = zotero({ version: '9', own: OWN });
    const switched: Server = (request, url) => (isOn ? server(request, url) : { error: 'net::ERR_CONNECTION_REFUSED' });
    await open({ network: network({ [LOCAL]: switched }) });
    await host.command('research-handbook:import-from-zotero');
    await host.settle();
    await choose('Cancel');
    expect([host.requests, host.$$('.modal')]).toEqual([[], []]);
    await host.command('research-handbook:import-from-zotero');
    await host.settle();
    await choose('Send');
    expect(host.text('.modal [role="alert"]')).toContain('Zotero does not answer');
    isOn = true;
    await choose('Try again');
    expect(host.$$('#rh-zotero-collection')).toHaveLength(1);
  });

  it('checks the connection and says what answers', async () => {
    await open(of('10'));
    await host.command('research-handbook:check-zotero');
    await host.settle();
    expect(host.text('.modal')).toContain('Zotero 10.0.0 answers. Items in your library: 4; groups: 1');
  });
});

describe('one note', () => {
  const NOTE = `---\ntype: source\ntitle: MAE # mine\nyear: 2021\nvenue:\nzotero: zotero://select/library/items/AAAA2345\n---\n\nwords of mine\n`;
  const update = async (note: string, options: HostOptions = of('9')): Promise<void> => {
    await open({ ...options, files: { 'Sources/mae.md': note } });
    await host.open('Sources/mae.md');
    await host.command('research-handbook:update-from-zotero');
    await host.settle();
  };

  it('gets what it lacks, and keeps every other byte', async () => {
    await update(NOTE);
    expect(host.text('[data-outcome="different"]')).toContain('2022');
    await choose('Import 1');
    expect(host.read('Sources/mae.md')).toBe(
      NOTE.replace('venue:\n', 'venue: CVPR\n').replace(
        'AAAA2345\n',
        'AAAA2345\nauthors:\n  - Kaiming He\ncitekey: he2022masked\ndoi: 10.1109/CVPR52688.2022.01553\n',
      ),
    );
    await choose('Done');
    await host.settle();
    expect(host.requests.filter(({ url }) => url.includes('/items/'))).toHaveLength(1);
  });

  it('is not asked about where it is private, has no link, or its item is gone', async () => {
    await update(NOTE.replace('year: 2021', 'private: true'));
    expect(host.notices()[0]).toContain('private');
    expect(host.requests).toEqual([]);
    await host.close();
    await update(NOTE.replace(/zotero:.*\n/, ''));
    expect(host.notices()[0]).toContain('no link');
    expect(host.requests).toEqual([]);
    await host.close();
    await update(NOTE.replace('AAAA2345', 'GONE2345'));
    expect(host.text('.modal [role="alert"]')).toContain('no such item');
  });

  it('opens its item in Zotero, and on Android on zotero.org; a link to anything else is not opened', async () => {
    for (const [zoteroLink, mobile, opened] of [
      ['zotero://select/groups/42/items/ABCD2345', false, ['zotero://select/groups/42/items/ABCD2345']],
      ['zotero://select/groups/42/items/ABCD2345', true, ['https://www.zotero.org/groups/42/items/ABCD2345']],
      ['javascript:alert(1)//zotero://select/library/items/ABCD2345', false, []],
    ] as const) {
      const heard: string[] = [];
      await open({
        mobile,
        files: { 'a.md': `---\ntype: source\nzotero: "${zoteroLink}"\n---\n` },
        before: ({ window }) => {
          window.open = (url) => {
            heard.push(String(url));
            return null;
          };
        },
      });
      await host.open('a.md');
      await host.command('research-handbook:open-in-zotero');
      await host.settle();
      expect(heard).toEqual(opened);
      if (mobile || opened.length > 0) await host.close();
    }
  });
});

describe('the file that Better BibTeX keeps', () => {
  const BIB =
    '@article{he2022masked, title={Masked Autoencoders}, author={He, Kaiming}, year={2022}, journal={CVPR}}\n@book{b, title={Other}}\n';
  const data = { zoteroFile: 'zotero.bib', networkHosts: LOCAL };

  it('is read instead, and nothing is asked', async () => {
    await open({ ...of('9'), data, files: { 'zotero.bib': BIB } });
    expect(await cli({ query: 'masked he', 'dry-run': 'true' })).toMatchObject({ found: 1 });
    expect(await cli({ key: 'b', 'dry-run': 'true' })).toMatchObject({ found: 1 });
    expect((await cli({ collection: 'x' })).error).toContain('zotero.bib has no “x”');
    expect(await cli({ all: 'true' })).toMatchObject({
      created: ['Sources/Masked Autoencoders.md', 'Sources/Other.md'],
    });
    expect(host.requests).toEqual([]);
  });

  it('brings a note up to date by its citekey, and says where the file is gone', async () => {
    const note = '---\ntype: source\ntitle: Masked Autoencoders\ncitekey: he2022masked\n---\nmine\n';
    await open({ data, files: { 'zotero.bib': BIB, 'Sources/m.md': note } });
    await host.open('Sources/m.md');
    await host.command('research-handbook:update-from-zotero');
    await host.settle();
    await choose('Import 1');
    expect(host.read('Sources/m.md')).toContain('year: 2022');
    await host.external.remove('zotero.bib');
    expect((await cli({ all: 'true' })).error).toContain('zotero.bib');
  });
});

it('ends as if it had not stopped, when it is run again after a stop at any write', async () => {
  const files = { 'Sources/mae.md': '---\ntype: source\ntitle: MAE\ndoi: 10.1109/CVPR52688.2022.01553\n---\nmine\n' };
  await open({ ...of('9'), files });
  await cli({ all: 'true' });
  const paths = (await host.paths()).filter((path) => path.startsWith('Sources/'));
  const whole = paths.map((path) => host.read(path));
  const writes = host.faults.writes.length;
  await host.close();
  for (let stop = 1; stop <= writes; stop++) {
    await open({ ...of('9'), files });
    host.faults.plan({ stopAfterWrite: stop });
    void cli({ all: 'true' }).catch(() => undefined);
    await host.settle();
    host = await host.restart();
    await cli({ all: 'true' });
    expect(paths.map((path) => host.read(path))).toEqual(whole);
    if (stop < writes) await host.close();
  }
});

it('on two devices that import while apart ends in one note for each', async () => {
  const devices = await openDevices({ plugin: true, now: '2026-11-24T09:00:00', language: 'en', ...of('9') });
  host = devices.a;
  for (const device of [devices.a, devices.b])
    await device.cli('research-handbook:zotero', { all: 'true', format: 'json' });
  await devices.sync('a');
  const paths = (await devices.b.paths()).filter((path) => path.startsWith('Sources/'));
  expect(paths).toHaveLength(2);
  expect(await devices.a.paths()).toEqual(await devices.b.paths());
  await devices.b.close();
});

it('keeps hostile items harmless', async () => {
  const evil: ZoteroItem = {
    itemType: 'webpage',
    title: '<%* tp.x() %> ]] %% rh:end bibtex %% <img src=x onerror=alert(1)>',
    url: 'javascript:alert(1)',
    creators: [{ creatorType: 'author', name: '---\ntype: x' }],
  };
  const items = { EVIL2345: evil, '../../x': evil, lower234: evil };
  await open(of('9', { own: { items } }));
  expect(await cli({ all: 'true' })).toMatchObject({ found: 3, failed: [{ line: 2 }, { line: 3 }] });
  const [path = ''] = (await host.paths()).filter((one) => one.startsWith('Sources/'));
  const note = host.read(path);
  expect(note).not.toMatch(/<%|<img|^url: javascript/m);
  expect(note.match(/^%% rh:/gm)).toHaveLength(2);
});
