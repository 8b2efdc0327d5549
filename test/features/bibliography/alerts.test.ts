import { afterEach, describe, expect, it } from 'vitest';
import { FAILURES, network, type Server } from '../../host/fake-servers';
import { type Host, type HostOptions, openDevices, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const entry = (id: string, title: string, kind = 'new'): string =>
  `<entry><id>oai:arXiv.org:${id}v1</id><title>${title}</title><link href="https://arxiv.org/abs/${id}" rel="alternate"/><summary>Abstract</summary><published>2024-01-02T00:00:00Z</published><arxiv:announce_type>${kind}</arxiv:announce_type><dc:creator>Kaiming He, Jian Sun</dc:creator></entry>`;
const atom = (...entries: readonly string[]): string =>
  `<?xml version='1.0'?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.join('\n')}\n</feed>\n`;
const ENTRIES = [
  entry('2401.00001', 'Diffusion one'),
  entry('2401.00002', 'Diffusion, a survey'),
  entry('2401.00003', 'Segments'),
  entry('2401.00004', 'Old diffusion', 'replace'),
  entry('2304.02643', 'Segment Anything with diffusion'),
];
const FEED = 'cs.CV: https://rss.arxiv.org/atom/cs.CV diffusion, -survey';
const SAM = { 'Sources/sam.md': '---\ntype: source\ntitle: SAM\narxiv: "2304.02643"\n---\n' };
const rss: Server = (_request, { pathname }) =>
  pathname === '/atom/cs.CV' ? { body: atom(...ENTRIES) } : { status: 404, body: 'not found' };

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-11-24T09:00:00',
    language: 'en',
    network: network({ 'rss.arxiv.org': rss }),
    data: { alertFeeds: FEED, networkHosts: 'rss.arxiv.org' },
    files: SAM,
    ...options,
  });
}
interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly found: number;
  readonly added: number;
  readonly known: number;
  readonly problems: readonly unknown[];
}
const cli = async (flags: Readonly<Record<string, string>>, on = host): Promise<Answer> =>
  JSON.parse(await on.cli('research-handbook:alerts', { ...flags, format: 'json' })) as Answer;
const LINE = '- [Diffusion one](https://arxiv.org/abs/2401.00001) · He, Sun · 2024 [arxiv:: 2401.00001]\n';
const INBOX = `---\ntype: inbox\n---\n\n# Paper alerts\n\n## 2026-11-24 · cs.CV\n\n${LINE}`;

describe('from the command line', () => {
  it('fetches a feed by its name, sifts it, and adds what is not known, once', async () => {
    await open();
    expect(await cli({ feed: 'cs.cv', 'dry-run': 'true' })).toMatchObject({
      found: 5,
      added: 1,
      known: 1,
      problems: [],
    });
    expect(host.faults.writes).toEqual([]);
    expect(await cli({ feed: 'cs.CV' })).toEqual({ ok: true, found: 5, added: 1, known: 1, problems: [] });
    expect(host.read('Paper alerts.md')).toBe(INBOX);
    expect(await cli({ feed: 'cs.CV' })).toMatchObject({ added: 0, known: 2 });
    expect(host.read('Paper alerts.md')).toBe(INBOX);
  });

  it('takes a file or a text, and says what is wrong with either', async () => {
    await open({ files: { ...SAM, 'a.xml': atom(...ENTRIES), 'b.txt': 'words' }, data: { alertWords: '-survey' } });
    expect(await cli({ file: 'a.xml' })).toMatchObject({ found: 5, added: 2, known: 1 });
    expect(host.read('Paper alerts.md')).toContain('## 2026-11-24 · RSS\n');
    expect(await cli({ text: atom(entry('2402.00001', 'New')) })).toMatchObject({ added: 1 });
    for (const [flags, said] of [
      [{}, 'file='],
      [{ file: 'a.xml', text: 'x' }, 'file='],
      [{ file: 'nowhere.eml' }, 'nowhere.eml'],
      [{ file: 'b.txt' }, 'No paper was recognised'],
      [{ feed: 'cs.LG' }, 'cs.LG'],
    ] as const)
      expect(await cli(flags)).toMatchObject({ ok: false, error: expect.stringContaining(said) });
    expect(host.requests).toEqual([]);
  });

  it('asks no host that the settings do not allow', async () => {
    await open({ data: { alertFeeds: FEED } });
    expect((await cli({ feed: 'cs.CV' })).error).toContain('rss.arxiv.org');
    expect(host.requests).toEqual([]);
  });

  it.each(Object.entries(FAILURES).filter(([how]) => how !== 'slow'))(
    'writes nothing where the server is %s',
    async (_how, answer) => {
      await open({ network: network({ 'rss.arxiv.org': () => answer }) });
      if (answer.after === undefined) expect((await cli({ feed: 'cs.CV' })).error).toContain('rss.arxiv.org');
      await host.command('research-handbook:fetch-alerts');
      await host.clock.advance(30_000);
      expect(host.text('.modal [role="alert"]')).toContain('rss.arxiv.org');
      expect(host.faults.writes).toEqual([]);
    },
  );

  it('takes a feed of nothing for what it is, and half of one for none', async () => {
    await open({ network: network({ 'rss.arxiv.org': () => ({ body: atom() }) }) });
    expect(await cli({ feed: 'cs.CV' })).toMatchObject({ ok: true, found: 0, added: 0 });
    await host.close();
    await open({ network: network({ 'rss.arxiv.org': () => ({ body: atom(...ENTRIES).slice(0, -40) }) }) });
    expect((await cli({ feed: 'cs.CV' })).error).toContain('incomplete');
  });

  it('adds 2,000 papers', async () => {
    const many = Array.from({ length: 2_000 }, (_one, at) =>
      entry(`24${String(1 + (at % 12)).padStart(2, '0')}.${String(10_000 + at)}`, `Diffusion ${String(at)}`),
    );
    await open({ network: network({ 'rss.arxiv.org': () => ({ body: atom(...many) }) }) });
    expect(await cli({ feed: 'cs.CV' })).toMatchObject({ found: 2_000, added: 2_000 });
  });
});

it.each([
  ['base64', 'gb18030', Buffer.from([0xb5, 0xd8, 0xd6, 0xca]).toString('base64')],
  ['quoted-printable', 'big5', '=A6a=BD=E8'],
  ['8bit', 'iso-8859-1', Buffer.from([0xe9, 0x74, 0xe9]).toString('latin1')],
])('reads mails in %s of %s', async (encoding, charset, title) => {
  await open();
  const html = (words: string): string =>
    `<a href="https://scholar.google.com/scholar_url?url=https://e.org/1">${words}, long</a><div>A Lee - X, 2024</div>`;
  const body =
    encoding === 'base64'
      ? Buffer.from(html(Buffer.from(title, 'base64').toString('latin1')), 'latin1').toString('base64')
      : encoding === 'quoted-printable'
        ? html(title).replace(/(<[^>]*>)/g, (tag) => tag.replace(/=/g, '=3D'))
        : html(title);
  const mail = `From: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=${charset}\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
  await host.app.vault.createBinary('a.eml', new Uint8Array(Buffer.from(mail, 'latin1')).buffer);
  await host.settle();
  await cli({ file: 'a.eml' });
  const said = { gb18030: '地质', big5: '地質', 'iso-8859-1': 'été' }[charset] ?? '';
  expect(host.read('Paper alerts.md')).toContain(`[${said}, long](https://e.org/1) · Lee · 2024`);
});

describe('the student’s inbox', () => {
  it('keeps every byte, wherever it lies, and only grows at its end', async () => {
    const mine =
      '---\ntype: inbox\ntags: [x] # mine\n---\n\nmy words\n\n- [ ] [Ticked](https://arxiv.org/abs/2401.00001)\n';
    await open({
      files: { ...SAM, 'Deep/inbox.md': mine },
      data: { alertFeeds: 'a: https://rss.arxiv.org/atom/cs.CV', networkHosts: 'rss.arxiv.org' },
    });
    expect(await cli({ feed: 'a' })).toMatchObject({ added: 2, known: 2 });
    expect(host.read('Deep/inbox.md').startsWith(mine)).toBe(true);
    expect(host.exists('Paper alerts.md')).toBe(false);
  });

  it('gets another name where a note has its own, which stays as it is', async () => {
    const files = { ...SAM, 'Handbook/Paper alerts.md': '# mine\n' };
    await open({ files });
    await cli({ feed: 'cs.CV' });
    expect(host.read('Handbook/Paper alerts.md')).toBe('# mine\n');
    expect(host.read('Paper alerts inbox.md')).toContain(LINE);
  });

  it.each([
    ['makes the inbox', {}],
    ['adds to it', { 'Paper alerts.md': INBOX.split('\n## ')[0] ?? '' }],
  ])('ends the same where the app dies at the write that %s', async (_what, files) => {
    await open({ files: { ...SAM, ...files } });
    host.faults.plan({ stopAfterWrite: 1 });
    void cli({ feed: 'cs.CV' }).catch(() => undefined);
    await host.settle();
    host = await host.restart();
    await cli({ feed: 'cs.CV' });
    expect(host.read('Paper alerts.md')).toBe(INBOX);
  });

  it('that another device wrote to while the list was shown keeps that, and gets no paper twice', async () => {
    await open({ files: { ...SAM, 'Paper alerts.md': '---\ntype: inbox\n---\n' } });
    await host.command('research-handbook:fetch-alerts');
    await host.settle();
    await host.external.write('Paper alerts.md', `${INBOX}mine\n`);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Paper alerts.md')).toBe(`${INBOX}mine\n`);
  });

  it('says where it cannot be written', async () => {
    await open({ files: { ...SAM, 'Paper alerts.md': '---\ntype: inbox\n---\n' } });
    host.faults.plan({ readOnly: ['Paper alerts.md'] });
    expect((await cli({ feed: 'cs.CV' })).error).toContain('Paper alerts.md');
  });

  it('of two devices that fetch while apart is read as one', async () => {
    const devices = await openDevices(
      {
        plugin: true,
        now: '2026-11-24T09:00:00',
        language: 'en',
        network: network({ 'rss.arxiv.org': rss }),
        data: { alertFeeds: FEED, networkHosts: 'rss.arxiv.org' },
        files: SAM,
      },
      { strategy: 'conflict' },
    );
    host = devices.a;
    for (const device of [devices.a, devices.b]) await cli({ feed: 'cs.CV' }, device);
    await devices.sync('a');
    expect(await cli({ feed: 'cs.CV' }, devices.b)).toMatchObject({ added: 0, known: 2 });
    await devices.b.close();
  });
});

describe('the dialogs', () => {
  it('show what would be added before anything is written', async () => {
    await open({ data: {} });
    await host.command('research-handbook:take-in-alerts');
    await host.fill('#rh-import-text', atom(...ENTRIES));
    await host.clock.advance(300);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.$$('.rh-alerts li')).toHaveLength(3);
    await host.fill('#rh-alert-words', '-survey');
    await host.clock.advance(300);
    expect(host.$$('.rh-alerts li')).toHaveLength(2);
    expect(host.faults.writes).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Paper alerts.md').match(/^- \[/gm)).toHaveLength(2);
  });

  it('take several files at once, and name those in which there is no paper', async () => {
    await open({ files: { ...SAM, 'notes.txt': 'words' } });
    await host.command('research-handbook:take-in-alerts');
    const file = (name: string, text: string): File => new host.window.File([text], name);
    const drop = Object.assign(new host.window.Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: {
        files: [
          file('one.xml', atom(entry('2402.00001', 'One'))),
          file('holiday.eml', 'From: me\nMIME-Version: 1.0\n\nHello\n'),
          file(
            'two.html',
            `<a href="https://scholar.google.com/scholar_url?url=https://e.org/2">Two papers</a> and more`,
          ),
        ],
      },
    });
    host.$('.rh-drop').dispatchEvent(drop);
    await host.settle();
    expect(host.text('.rh-alerts [role="alert"]')).toContain('holiday.eml');
    expect(host.$$('.rh-alerts li')).toHaveLength(2);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Paper alerts.md')).toMatch(
      /## 2026-11-24 · RSS\n\n- \[One\].*\n\n## 2026-11-24 · Google Scholar\n\n- \[Two papers\]/,
    );
  });

  it('name the hosts of the feeds first, and say where none is named', async () => {
    await open({ data: { alertFeeds: FEED } });
    await host.command('research-handbook:fetch-alerts');
    await host.settle();
    expect(host.text('.modal')).toContain('rss.arxiv.org');
    expect(host.requests).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.$$('.rh-alerts li')).toHaveLength(1);
    await host.close();
    await open({ data: {} });
    await host.command('research-handbook:fetch-alerts');
    expect(host.notices()[0]).toContain('Feeds of new papers');
  });

  it('make a source of the line', async () => {
    await open({ files: { 'Paper alerts.md': INBOX } });
    await host.open('Paper alerts.md', 'live');
    const editor = host.app.workspace.activeEditor?.editor;
    editor?.setCursor({ line: 8, ch: 0 });
    await host.command('research-handbook:take-paper');
    expect(host.$<HTMLInputElement>('#rh-source-title').value).toBe('Diffusion one');
    expect(host.$<HTMLInputElement>('#rh-source-arxiv').value).toBe('2401.00001');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Paper alerts.md')).toBe(INBOX);
    expect(host.exists('Sources/Diffusion one.md')).toBe(true);
  });
});

it('waits on the home page until it is a source, the newest first', async () => {
  const many = `${INBOX}- Without a link · Lee · 2023\n- [Known](https://arxiv.org/abs/2304.02643) [arxiv:: 2304.02643]\n`;
  await open({
    files: { ...SAM, 'Paper alerts.md': many, 'h.md': '```research-home\nsections: [paper-alerts]\n```\n' },
  });
  await host.open('h.md');
  const titles = (): (string | null)[] =>
    host.$$('[data-section="paper-alerts"] .rh-alerts a').map((one) => one.textContent);
  expect(titles()).toEqual(['Without a link', 'Diffusion one']);
  await host.click(host.$$('[data-section="paper-alerts"] button')[1] ?? '');
  await host.click('.modal .mod-cta');
  await host.settle();
  await host.open('h.md');
  expect(titles()).toEqual(['Without a link']);
  await host.external.write('Paper alerts.md', INBOX);
  await host.settle();
  expect(host.$('[data-section="paper-alerts"]').classList.contains('is-absent')).toBe(true);
});

it('fetches nothing at load, nor as time passes', async () => {
  const hosts = 'rss.arxiv.org, 127.0.0.1:23119, api.zotero.org, api.crossref.org, export.arxiv.org';
  await open({
    files: {
      'Paper alerts.md': INBOX,
      'a.md': '---\ntype: source\nzotero: zotero://select/library/items/AAAA2345\n---\n',
    },
    data: { alertFeeds: FEED, networkHosts: hosts, zoteroKey: 'zotero-key' },
    secrets: { 'zotero-key': 'k' },
  });
  await host.open('Paper alerts.md');
  await host.open('a.md');
  await host.clock.advance(86_400_000);
  expect([host.requests, host.faults.writes]).toEqual([[], []]);
});
