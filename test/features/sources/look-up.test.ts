import { afterEach, describe, expect, it } from 'vitest';
import { arxiv, crossref, datacite, FAILURES, network, type Server } from '../../host/fake-servers';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

// As api.crossref.org/works/10.1109/cvpr.2016.90 has it, shortened.
const RESNET = {
  DOI: '10.1109/cvpr.2016.90',
  type: 'proceedings-article',
  title: ['Deep Residual Learning for Image Recognition'],
  author: [
    { given: 'Kaiming', family: 'He', sequence: 'first' },
    { given: 'Xiangyu', family: 'Zhang', sequence: 'additional' },
  ],
  'container-title': ['2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)'],
  issued: { 'date-parts': [[2016, 6]] },
  publisher: 'IEEE',
  URL: 'https://doi.org/10.1109/cvpr.2016.90',
};
// As DataCite's own tests have its CSL-JSON (datacite/lupo, spec/requests), with an author who is a group.
const ZENODO = {
  type: 'dataset',
  id: 'https://doi.org/10.5281/zenodo.1234567',
  categories: ['Malaria'],
  author: [{ family: 'Noether', given: 'Emmy' }, { literal: 'Lab Z' }],
  issued: { 'date-parts': [[2020]] },
  abstract: 'A data set.',
  DOI: '10.5281/zenodo.1234567',
  publisher: 'Zenodo',
  title: 'A data set',
  URL: 'https://zenodo.org/record/1234567',
  copyright: 'Creative Commons Zero v1.0 Universal',
};
const SAM = `<entry><id>http://arxiv.org/abs/2304.02643v1</id><updated>2023-04-05T17:59:46Z</updated>
<published>2023-04-05T17:59:46Z</published><title>Segment
  Anything</title><summary>We introduce …</summary>
<author><name>Alexander Kirillov</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">FAIR</arxiv:affiliation></author>
<author><name>Eric Mintun</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1109/ICCV51070.2023.00371</arxiv:doi></entry>`;
const SERVERS = {
  'api.crossref.org': crossref({ '10.1109/cvpr.2016.90': RESNET }),
  'api.datacite.org': datacite({ '10.5281/zenodo.1234567': ZENODO }),
  'export.arxiv.org': arxiv({ '2304.02643': SAM }),
};
const HOSTS = Object.keys(SERVERS).join(', ');
const failing =
  (how: string): Server =>
  () =>
    FAILURES[how] ?? null;

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-11-24T09:00:00', network: network(SERVERS), ...options });
}
interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly item?: Readonly<Record<string, unknown>>;
}
const ask = async (id: string): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:lookup', { id, format: 'json' })) as Answer;

describe('from the command line', () => {
  const data = { networkHosts: HOSTS };

  it('asks Crossref what a DOI is, by that DOI alone', async () => {
    await open({ data });
    expect(await ask('https://doi.org/10.1109/CVPR.2016.90')).toEqual({
      ok: true,
      item: {
        kind: 'paper',
        title: 'Deep Residual Learning for Image Recognition',
        authors: ['Kaiming He', 'Xiangyu Zhang'],
        year: 2016,
        venue: '2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)',
        citekey: null,
        arxiv: null,
        doi: '10.1109/cvpr.2016.90',
        url: null,
        zotero: null,
      },
    });
    expect(host.requests).toEqual([
      expect.objectContaining({
        url: 'https://api.crossref.org/works/10.1109%2FCVPR.2016.90',
        method: 'GET',
        body: undefined,
      }),
    ]);
    expect(host.faults.writes).toEqual([]);
  });

  it('asks DataCite what Crossref does not know, and says where neither does', async () => {
    await open({ data });
    const { item } = await ask('10.5281/zenodo.1234567');
    expect(item).toMatchObject({
      title: 'A data set',
      authors: ['Emmy Noether', 'Lab Z'],
      year: 2020,
      venue: 'Zenodo',
    });
    expect(item).toMatchObject({ doi: '10.5281/zenodo.1234567', kind: 'paper', citekey: null });
    const nowhere = await ask('10.1000/nowhere');
    expect(nowhere.error).toContain('api.crossref.org, api.datacite.org');
  });

  it('asks arXiv, also for an arXiv DOI, three seconds apart', async () => {
    await open({ data });
    const { item } = await ask('arXiv:2304.02643v1');
    expect(item).toMatchObject({ title: 'Segment Anything', authors: ['Alexander Kirillov', 'Eric Mintun'] });
    expect(item).toMatchObject({ year: 2023, arxiv: '2304.02643', doi: '10.1109/ICCV51070.2023.00371' });
    const began = host.clock.now();
    expect((await ask('10.48550/arXiv.2304.02643')).item).toEqual(item);
    expect(host.clock.now() - began).toBeGreaterThanOrEqual(3_000);
    expect((await ask('2401.99999')).error).toContain('export.arxiv.org');
  });

  it('sends nothing to a host that the settings do not name, and names host and setting', async () => {
    await open({ data: { networkHosts: 'api.datacite.org' } });
    const { ok, error } = await ask('10.1109/CVPR.2016.90');
    expect(ok).toBe(false);
    expect(error).toContain('api.crossref.org');
    expect(error).toContain('Hosts to ask without confirming');
    expect(await ask('no such thing')).toMatchObject({ ok: false, error: expect.stringContaining('no such thing') });
    expect(host.requests).toEqual([]);
  });

  it.each([
    ['off', 'could not be reached'],
    ['silent', 'did not answer within 10 s'],
    ['slow', 'did not answer within 10 s'],
    ['cut', 'incomplete'],
    ['html', 'incomplete'],
    ['forbidden', '403'],
    ['busy', 'in 3600 s'],
    ['broken', '500'],
  ])('says what is wrong with a server that is %s', async (how, said) => {
    await open({ data, network: network({ 'api.crossref.org': failing(how), 'export.arxiv.org': failing(how) }) });
    for (const [id, asked] of [
      ['10.1109/CVPR.2016.90', 'api.crossref.org'],
      ['2304.02643', 'export.arxiv.org'],
    ] as const) {
      const { ok, error } = await ask(id);
      expect(ok).toBe(false);
      expect(error).toContain(asked);
      expect(error).toContain(said);
    }
    expect(host.errors).toEqual([]);
  });

  it.each([
    ['off', 'could not be reached'],
    ['html', 'incomplete'],
    ['busy', 'in 3600 s'],
  ])('says what is wrong with the second server, where that is %s', async (how, said) => {
    const servers = { 'api.crossref.org': crossref({}), 'api.datacite.org': failing(how) };
    await open({ data, network: network(servers) });
    const { error } = await ask('10.5281/zenodo.1234567');
    expect(error).toContain('api.datacite.org');
    expect(error).toContain(said);
  });

  it('makes plain text of a hostile answer', async () => {
    const evil = {
      ...RESNET,
      title: ['<img src=x onerror=alert(1)>T &lt;b&gt;&amp;lt;script&amp;gt;'],
      URL: 'javascript:alert(1)',
    };
    await open({ data, network: network({ 'api.crossref.org': crossref({ '10.1109/cvpr.2016.90': evil }) }) });
    const { item } = await ask('10.1109/cvpr.2016.90');
    expect(JSON.stringify(item)).not.toMatch(/<img|javascript:/);
  });

  it('asks once more where a server asks for a moment, and leaves one alone that asks for longer', async () => {
    let asked = 0;
    const moody: Server = (request, url) =>
      ++asked === 1 ? { status: 503, headers: { 'retry-after': '2' } } : SERVERS['api.crossref.org'](request, url);
    await open({ data, network: network({ 'api.crossref.org': moody }) });
    const began = host.clock.now();
    expect((await ask('10.1109/CVPR.2016.90')).ok).toBe(true);
    expect(host.clock.now() - began).toBeGreaterThanOrEqual(2_000);
    await host.close();
    await open({ data, network: network({ 'api.crossref.org': failing('busy') }) });
    await ask('10.1109/CVPR.2016.90');
    expect((await ask('10.1109/CVPR.2016.90')).error).toContain('3600 s');
    expect(host.requests).toHaveLength(1);
  });

  it('lets go of an answer that is too large', async () => {
    const flood: Server = () => ({ body: ' '.repeat(32_000_001) });
    await open({ data, network: network({ 'api.crossref.org': flood }) });
    expect((await ask('10.1109/CVPR.2016.90')).error).toContain('too large');
  });
});

describe('in the form', () => {
  const press = (key: string): Promise<void> => host.click(`#rh-source-${key} + button`);
  const value = (key: string): string => host.$<HTMLInputElement>(`#rh-source-${key}`).value;
  const form = async (fields: Readonly<Record<string, string>>, options: HostOptions = {}): Promise<void> => {
    await open({ language: 'en', ...options });
    await host.command('research-handbook:add-source');
    for (const [key, text] of Object.entries(fields)) await host.fill(`#rh-source-${key}`, text);
  };
  const choose = async (words: string): Promise<void> => {
    const button = host
      .$$('.modal button')
      .filter((one) => one.textContent === words)
      .at(-1); // of the uppermost dialog
    if (button === undefined) throw new Error(`no button ${words}`);
    await host.click(button);
    await host.settle();
  };

  it('names who is asked and what is sent, and asks nothing before a yes', async () => {
    await form({ doi: '10.1109/CVPR.2016.90', venue: 'CVPR' });
    await press('doi');
    const said = host.$$('.modal').at(-1)?.textContent;
    const words = ['api.crossref.org', 'api.datacite.org', '10.1109/CVPR.2016.90', 'fills the empty fields'];
    for (const word of words) expect(said).toContain(word);
    await choose('Cancel');
    expect(host.requests).toEqual([]);
    await press('doi');
    await choose('Send');
    expect(host.requests).toHaveLength(1);
    expect(value('title')).toBe('Deep Residual Learning for Image Recognition');
    expect(value('authors')).toBe('Kaiming He; Xiangyu Zhang');
    expect(value('year')).toBe('2016');
    expect(value('venue')).toBe('CVPR');
    await press('doi');
    expect(host.$$('.modal')).toHaveLength(2); // “once” was once
    expect(host.faults.writes).toEqual([]);
  });

  it('asks at once where the student said always, and keeps that in the settings', async () => {
    await form({ arxiv: '2304.02643' });
    await press('arxiv');
    await host.click('label input[type=checkbox]');
    await choose('Send');
    expect(value('title')).toBe('Segment Anything');
    const stored = JSON.parse(host.read('.obsidian/plugins/research-handbook/data.json')) as Record<string, unknown>;
    expect(stored['networkHosts']).toBe('export.arxiv.org');
    await host.fill('#rh-source-title', '');
    await press('arxiv');
    expect(host.$$('.modal')).toHaveLength(1);
    await host.clock.advance(3_000);
    expect(value('title')).toBe('Segment Anything');
  });

  it.each(Object.keys(FAILURES))('leaves the form as it was where the server is %s', async (how) => {
    await form(
      { doi: '10.1109/CVPR.2016.90', title: 'Mine', year: '2015' },
      { data: { networkHosts: HOSTS }, network: network({ 'api.crossref.org': failing(how) }) },
    );
    const before = ['title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'url'].map(value);
    await press('doi');
    await host.clock.advance(15_000);
    expect(host.text('#rh-source-doi-hint')).toContain('The form is as you left it.');
    expect(['title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'url'].map(value)).toEqual(before);
    expect(host.clock.timers()).toBe(0);
  });

  it('does nothing where the id was changed meanwhile, or the form or the plugin is gone', async () => {
    const late: Server = (request, url) => ({ ...SERVERS['api.crossref.org'](request, url), after: 5_000 });
    await form(
      { doi: '10.1109/CVPR.2016.90' },
      { data: { networkHosts: HOSTS }, network: network({ 'api.crossref.org': late }) },
    );
    await press('doi');
    await host.fill('#rh-source-doi', '10.1000/another');
    await host.clock.advance(6_000);
    expect(value('title')).toBe('');
    await press('doi');
    await host.unload();
    expect(host.clock.timers()).toBe(0);
    await host.clock.advance(6_000);
    expect(host.errors).toEqual([]);
  });

  it('says what is missing where there is no id', async () => {
    await form({ doi: 'ten' });
    await press('doi');
    expect(host.text('#rh-source-doi-hint')).toContain('10.1109/5.771073');
    await press('arxiv');
    expect(host.text('#rh-source-arxiv-hint')).toContain('First enter');
    expect(host.requests).toEqual([]);
  });
});

it('asks nothing at load, nor as time passes', async () => {
  await open({ data: { networkHosts: HOSTS }, files: { 'Sources/a.md': '---\ntype: source\ndoi: 10.1000/a\n---\n' } });
  await host.open('Sources/a.md');
  await host.clock.advance(86_400_000);
  expect(host.requests).toEqual([]);
});
