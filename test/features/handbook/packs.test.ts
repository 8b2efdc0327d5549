import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { note } from '../../core/pack/packs';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { stopped } from './versions';

type Files = Readonly<Record<string, string | Uint8Array>>;
type Answer = Readonly<Record<string, unknown>>;

let host: Host;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'vault-'));
});
afterEach(async () => {
  await host.close();
  await rm(dir, { recursive: true });
});

async function write(files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
}
async function open(files: Files = {}, options: HostOptions = {}): Promise<void> {
  await write(files);
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', language: 'en', dir, ...options });
}
const cli = async (params: Readonly<Record<string, string>>, name = 'pack'): Promise<Answer> =>
  JSON.parse(await host.cli(`research-handbook:${name}`, { format: 'json', ...params })) as Answer;
/** What is hashed and unpacked is no file operation, which the host would wait for. */
async function until(test: () => boolean): Promise<void> {
  for (let n = 0; n < 400 && !test(); n++) {
    await new Promise((done) => setTimeout(done, 5));
    await host.settle();
  }
  expect(test()).toBe(true);
}
const title = (): string | null => host.$$('.modal-title').at(-1)?.textContent ?? null;
const button = async (label: string | RegExp): Promise<void> => {
  const one = host.$$('.modal button').find(({ textContent }) => textContent.match(label));
  await host.click(one ?? `button ${String(label)}`);
  await host.settle();
};
const lesson = (words: string, version = 1): string =>
  note('first', `# Erstes\n\n- [ ] Lies [[Karte]]\n\n${words}\n`, { version });
const YAML = (version: number, more = ''): string =>
  `pack: robots\nversion: ${version}\nlanguage: de\ntitle: Roboter\nnotes:\n  - {id: map, path: Buch/Karte.md, since: 1}\n  - {id: first, path: Buch/Erstes.md, since: 1}\n${more}`;
/** A pack that nobody released: no manifest, no history. */
const pack = (words = 'Eins.', version = 1): Record<string, string | Uint8Array> => ({
  'pack.yaml': YAML(version),
  'Buch/Karte.md': note('map', '# Karte\n\n[[Erstes|Anfang]]\n'),
  'Buch/Erstes.md': lesson(words, version),
});
const under = (folder: string, files: Files): Record<string, string | Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
const zipOf = (files: Files, top = ''): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [top + name, Buffer.from(content)])));
const MINE = 'Handbook/Erstes.md';
const HOME = YAML(1, '  - {id: home, path: Buch/Haus.md, since: 1}\n');

describe('adding', () => {
  it('sets a pack in another language up from a folder, which itself stays a pack and no handbook', async () => {
    await open({
      ...under('Packs/robots', { ...pack(), 'Buch/bild.png': new Uint8Array([137, 80, 78, 71, 0]) }),
      'mine.md': 'mine\n',
    });
    const dry = await cli({ add: 'true', from: 'Packs/robots', 'dry-run': 'true' });
    expect(dry).toMatchObject({ ok: true, created: [MINE, 'Handbook/Karte.md'], failed: [] });
    expect(host.faults.writes).toEqual([]);
    expect(await cli({ add: 'true', from: 'Packs/robots/' })).toEqual(dry);
    expect(host.read(MINE)).toContain('Lies [[Handbook/Karte]]');
    expect(host.read('Handbook/Karte.md')).toMatch(
      /pack: robots\npack-version: 1\nlanguage: de\n[^]*pack-sha256: "?[0-9a-f]{64}/,
    );
    expect([...(await readFile(path.join(dir, 'Handbook/bild.png')))]).toEqual([137, 80, 78, 71, 0]);
    expect(host.read('mine.md')).toBe('mine\n');
    expect(await cli({ list: 'true' })).toEqual({
      ok: true,
      packs: [{ pack: 'robots', version: 1, language: 'de', path: 'Handbook/Karte.md' }],
    });
    expect(await cli({ add: 'true', from: 'Packs/robots' })).toMatchObject({
      created: [],
      unchanged: [MINE, 'Handbook/Karte.md'],
    });
    const undo = 'research-handbook:undo-handbook';
    await host.command(undo);
    await host.settle();
    await button('Undo');
    expect(host.exists(MINE)).toBe(false);
    expect(host.exists('Packs/robots/Buch/Erstes.md')).toBe(true);
  });

  it.each([
    ['its map', pack(), 'Handbook/Karte.md'],
    ['its home note', { ...pack(), 'Buch/Haus.md': note('home', '# Haus\n'), 'pack.yaml': HOME }, 'Home.md'],
  ])('shows %s once it is set up, and not after an update', async (_what, files, path) => {
    await open({ ...under('P', files), 'mine.md': 'mine\n' });
    const add = async (): Promise<void> => {
      await host.command('research-handbook:add-pack');
      await host.settle();
      await host.click(host.$$('.suggestion-item')[0] ?? '');
      await until(() => title() !== null);
      await button(/^Write/);
      await until(() => title()?.includes('is here in version') === true);
      await button('Done');
    };
    await add();
    expect(host.app.workspace.getActiveFile()?.path).toBe(path);
    await host.open('mine.md');
    await host.external.write('P/pack.yaml', String(files['pack.yaml']).replace('version: 1', 'version: 2'));
    await host.external.write('P/Buch/Neu.md', note('new', '# Neu\n'));
    await host.external.write('P/pack.yaml', `${host.read('P/pack.yaml')}  - {id: new, path: Buch/Neu.md, since: 2}\n`);
    await host.settle();
    await add();
    expect(host.exists('Handbook/Neu.md')).toBe(true);
    expect(host.app.workspace.getActiveFile()?.path).toBe('mine.md');
  });

  it('says in a dry run that nothing was done', async () => {
    await open(under('P', pack()));
    const said = await host.cli('research-handbook:pack', { add: 'true', from: 'P', 'dry-run': 'true' });
    expect(said).toMatch(/^Dry run: what would be done; nothing is written\n2 notes created/);
    expect(await host.cli('research-handbook:pack', { add: 'true', from: 'P' })).toMatch(/^2 notes created/);
  });

  it('undo takes its pictures back too, but for one that was changed or was there before', async () => {
    const picture = (n: number): Uint8Array => new Uint8Array([137, 80, 78, 71, n]);
    const pictures = { 'Buch/a/b.png': picture(1), 'Buch/c.png': picture(2), 'Buch/d.png': picture(3) };
    await open({ ...under('P', { ...pack(), ...pictures }), 'Handbook/d.png': picture(3) });
    await cli({ add: 'true', from: 'P' });
    expect(host.exists('Handbook/a/b.png')).toBe(true);
    // As text the two are the same: neither byte is any.
    await write({ 'Handbook/c.png': new Uint8Array([138, 80, 78, 71, 2]) });
    await host.settle();
    await host.command('research-handbook:undo-handbook');
    await host.settle();
    expect(host.text('.modal')).toContain('Handbook/a/b.png');
    await button('Undo');
    await until(() => !host.exists('Handbook/a/b.png'));
    await until(() => title() !== 'Undo the last set-up');
    const left = (await host.paths()).filter((one) => one.startsWith('Handbook'));
    expect(left.sort()).toEqual(['Handbook/c.png', 'Handbook/d.png']);
    expect(host.exists('Handbook/a')).toBe(false);
  });

  it('takes a zip of another program, in whatever folder the pack lies there, and what macOS adds to it', async () => {
    const junk = { '__MACOSX/robots/._pack.yaml': 'x', 'robots-main/.gitattributes': 'x' };
    await open({
      'a.zip': zipSync(
        Object.fromEntries(
          Object.entries({ ...under('robots-main', pack()), ...junk }).map(([name, one]) => [name, Buffer.from(one)]),
        ),
      ),
    });
    expect(await cli({ add: 'true', from: 'a.zip' })).toMatchObject({ ok: true, created: [MINE, 'Handbook/Karte.md'] });
  });

  it('asks a web address only where the settings allow its host, and takes nothing that is no pack', async () => {
    const zip = zipOf(pack());
    const network: HostOptions['network'] = ({ url }) =>
      url.endsWith('pack.zip') ? { body: zip } : url.endsWith('page') ? { body: '<html>' } : { status: 404, body: '' };
    await open({}, { network });
    const refused = await cli({ add: 'true', from: 'https://example.org/pack.zip' });
    expect(refused).toMatchObject({ ok: false });
    expect(refused['error']).toContain('example.org');
    expect(host.requests).toEqual([]);
    await host.close();
    await open({}, { network, data: { networkHosts: 'example.org' } });
    expect(await cli({ add: 'true', from: 'https://example.org/none' })).toMatchObject({ ok: false });
    expect(await cli({ add: 'true', from: 'https://example.org/page' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('damaged') as string,
    });
    expect(await cli({ add: 'true', from: 'https://example.org/pack.zip' })).toMatchObject({
      ok: true,
      created: [MINE, 'Handbook/Karte.md'],
    });
  });

  it('refuses a pack whole, and says where', async () => {
    await open({ ...under('P', { ...pack('Heute:\n\n```dataviewjs\nx\n```'), 'Buch/lauf.js': 'x' }) });
    const { ok, error } = await cli({ add: 'true', from: 'P' });
    expect(ok).toBe(false);
    expect(error).toContain('Buch/Erstes.md, line 13: a code block “dataviewjs”');
    expect(error).toContain('Buch/lauf.js');
    expect(host.faults.writes).toEqual([]);
    expect(await cli({ check: 'true', from: 'P' })).toMatchObject({
      ok: true,
      taken: false,
      refused: [
        { file: 'Buch/lauf.js', line: null },
        { file: 'Buch/Erstes.md', line: 13 },
      ],
    });
  });

  it.each([
    [{ add: 'true' }, 'from='],
    [{ add: 'true', check: 'true', from: 'P' }, 'one of'],
    [{ add: 'true', from: 'Nowhere' }, 'Nowhere'],
    [{ add: 'true', from: 'Empty' }, 'pack.yaml'],
    [{ add: 'true', from: 'broken.zip' }, 'damaged'],
    [{ add: 'true', from: 'bomb.zip' }, 'too large'],
    [{ add: 'true', from: 'cut.zip' }, 'damaged'],
    [{ add: 'true', from: 'lying.zip' }, 'damaged'],
    [{ update: 'true', from: 'P' }, 'not in this vault yet'],
    [{ add: 'true', from: 'Ours' }, 'comes with the plugin'],
    [{ nonsense: 'x' }, 'nonsense'],
  ] as const)('says what is wrong with %j', async (params, said) => {
    const big = zipOf({ ...pack(), 'Buch/n.md': 'a'.repeat(2_000_000) });
    const cut = zipOf(pack('Ein langer Satz, der gepackt wird. '.repeat(40))).slice();
    cut.fill(0xff, 80, 100); // in the first file, behind its head
    const lying = zipOf(pack('Ein langer Satz, der gepackt wird. '.repeat(40))).slice();
    const directory = new DataView(lying.buffer, lying.byteOffset);
    const at = directory.getUint32(lying.length - 6, true);
    directory.setUint32(at + 24, directory.getUint32(at + 24, true) - 1, true); // its first file is a byte longer than that
    const ours = {
      'pack.yaml': YAML(1).replace('robots', 'cv-lab'),
      'Buch/Karte.md': note('map', '# K\n', { pack: 'cv-lab' }),
      'Buch/Erstes.md': note('first', '# E\n', { pack: 'cv-lab' }),
    };
    await open({
      ...under('P', pack()),
      ...under('Ours', ours),
      'Empty/a.md': '',
      'broken.zip': 'PK',
      'bomb.zip': big,
      'cut.zip': cut,
      'lying.zip': lying,
    });
    expect(await cli(params)).toMatchObject({ ok: false, error: expect.stringContaining(said) as string });
    expect(host.faults.writes).toEqual([]);
  });

  it('beside the handbook of the plugin neither touches the other', async () => {
    await open(under('P', pack()));
    await cli({ lang: 'en' }, 'setup');
    const home = host.read('Home.md');
    const status = await cli({}, 'status');
    expect(await cli({ add: 'true', from: 'P' })).toMatchObject({
      created: ['robots/Handbook/Erstes.md', 'robots/Handbook/Karte.md'],
    });
    expect(host.read('Home.md')).toBe(home);
    expect(await cli({}, 'status')).toEqual(status);
    expect(await cli({}, 'update')).toMatchObject({ created: [], updated: [], kept: [], failed: [] });
    expect(await cli({ list: 'true' })).toMatchObject({ packs: [{ pack: 'cv-lab' }, { pack: 'robots' }] });
    await host.command('research-handbook:open-home');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Home.md');
  });

  it('two of a language, and the plugin’s own after them', async () => {
    const other = (text: string | Uint8Array): string =>
      String(text).replaceAll('robots', 'cars').replaceAll('Roboter', 'Autos');
    const cars = Object.fromEntries(Object.entries(pack()).map(([name, text]) => [name, other(text)]));
    await open({ ...under('P', pack()), ...under('C', cars) });
    await cli({ add: 'true', from: 'P' });
    expect(await cli({ add: 'true', from: 'C' })).toMatchObject({
      created: ['cars/Handbook/Erstes.md', 'cars/Handbook/Karte.md'],
    });
    await host.external.write('C/pack.yaml', other(YAML(2)));
    await host.external.write('C/Buch/Erstes.md', other(lesson('Zwei.', 2)));
    await host.settle();
    const before = host.read(MINE);
    expect(await cli({ update: 'true', from: 'C' })).toMatchObject({ kept: ['cars/Handbook/Erstes.md'] }); // without history nobody knows what it was
    expect(host.read(MINE)).toBe(before);
    await cli({ lang: 'en' }, 'setup');
    expect(host.read('Handbook/Karte.md')).toContain('pack: robots');
    expect(host.read(MINE)).toBe(before);
  });
});

describe('starting one', () => {
  const form = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    await host.command('research-handbook:new-pack');
    await host.settle();
    for (const [key, value] of Object.entries(fields)) await host.fill(`#rh-pack-${key}`, value);
    await button('Make the pack');
    await host.settle();
  };
  const ROBOTS = { name: 'robots', title: 'Roboter', language: 'de', folder: 'Packs/robots', from: 'Lab' };
  const LAB = {
    'Lab/A.md': 'Kein Titel\n\n- Gehalt [private:: true]\n  - 3000\n',
    'Lab/Geheim.md': '---\nprivate: true\n---\n# Geheim\n',
    'Lab/Sub/B.md': '---\ntags: [x]\n---\n# B\n\n[[A]]\n',
  };

  it('copies notes of the vault, but for what is private, with a heading each and a map', async () => {
    await open(LAB);
    await form(ROBOTS);
    const paths = (await host.paths()).filter((one) => one.startsWith('Packs/')).sort();
    const notes = ['A', 'Map', 'Sub/B'].map((name) => `Packs/robots/Handbook/${name}.md`);
    expect(paths).toEqual([...notes, 'Packs/robots/pack.yaml']);
    expect(host.read('Packs/robots/Handbook/A.md')).toBe(`${note('A', '# A\n\nKein Titel\n\n')}`);
    expect(host.read('Packs/robots/Handbook/Sub/B.md')).toMatch(
      /^---\ntags: \[x\]\nhandbook: robots\n[^]*\n# B\n\n\[\[A\]\]\n$/,
    );
    for (const [path, text] of Object.entries(LAB)) expect(host.read(path)).toBe(text);
    expect(await cli({ check: 'true', from: 'Packs/robots' })).toMatchObject({ taken: true, refused: [], advice: [] });
  });

  it('suggests a folder by the short name', async () => {
    await open(LAB);
    await host.command('research-handbook:new-pack');
    await host.settle();
    expect(host.$$<HTMLInputElement>('#rh-pack-folder')[0]?.value).toBe('Packs/');
    await button('Cancel');
    const { folder: _, ...rest } = ROBOTS;
    await form(rest);
    expect(host.exists('Packs/robots/pack.yaml')).toBe(true);
  });

  it('lets links lead within the pack, and takes the pictures along that its notes embed', async () => {
    const [one, two] = [new Uint8Array([137, 80, 78, 71, 1]), new Uint8Array([137, 80, 78, 71, 2])];
    const note = [
      '# A',
      '[[Lab/Sub/B#Teil|B]] [b](<Lab/Sub/B.md>) [b](Sub/B.md#Teil) ![[Lab/Sub/B]] [[B]] [[Elsewhere/C]] [[Lab/None]] `[[Lab/Sub/B]]`',
      '![[Bild 1.png|300]] ![x](../Anhang/Bild%201.png) ![[Anhang/Sub/Bild 1.png]] ![[Lab/film.mp4]] [[Anhang/nur.png]]',
      '- geheim [private:: true] ![[Anhang/geheim.png]]',
    ];
    await open({
      'Lab/A.md': note.join('\n\n'),
      'Lab/Sub/B.md': '# B\n\n![](Bild.PNG)\n',
      'Lab/Sub/Bild.PNG': one,
      'Lab/film.mp4': one,
      'Elsewhere/C.md': '# C\n',
      'Anhang/Bild 1.png': one,
      'Anhang/Sub/Bild 1.png': two,
      'Anhang/geheim.png': one,
      'Anhang/nur.png': one,
    });
    await form(ROBOTS);
    const folder = 'Packs/robots/Handbook';
    expect(host.read(`${folder}/A.md`).split('\n\n').slice(1)).toEqual([
      '[[Handbook/Sub/B#Teil|B]] [b](Handbook/Sub/B.md) [b](Handbook/Sub/B.md#Teil) ![[Handbook/Sub/B]] [[B]] [[Elsewhere/C]] [[Lab/None]] `[[Lab/Sub/B]]`',
      '![[bild 1.png|300]] ![x](bild%201.png) ![[1-bild 1.png]] ![[film.mp4]] [[Anhang/nur.png]]\n',
    ]);
    const paths = (await host.paths()).filter((one) => /^Packs.*(?<!md|yaml)$/.test(one)).sort();
    expect(paths).toEqual(['1-bild 1', 'bild 1', 'bild'].map((name) => `${folder}/${name}.png`));
    const bytes = async (name: string): Promise<Uint8Array> =>
      new Uint8Array(await readFile(path.join(dir, folder, name)));
    expect([await bytes('1-bild 1.png'), await bytes('bild 1.png')]).toEqual([two, one]);
    expect(host.notices().join()).toMatch(/3 notes[^]*Lab\/film\.mp4: .*\.png, \.jpg and \.webp only/);
    expect(await cli({ check: 'true', from: 'Packs/robots' })).toMatchObject({
      taken: true,
      advice: ['Elsewhere/C', 'Lab/None', 'film.mp4', 'Anhang/nur.png'].map((link) => ({
        file: 'Handbook/A.md',
        message: expect.stringContaining(link) as string,
      })),
    });
  });

  it('leaves out pictures that are too large for a pack, says which, and takes the others', async () => {
    const large = new Uint8Array(19_999_999);
    await open({
      'Lab/A.md': '# A\n\n![[a.png]] ![[b.png]] ![[c.png]]\n',
      'Lab/a.png': new Uint8Array(2),
      'Lab/b.png': large,
      'Lab/c.png': new Uint8Array(3),
    });
    await form(ROBOTS);
    expect(['a', 'b', 'c'].map((name) => host.exists(`Packs/robots/Handbook/${name}.png`))).toEqual([
      true,
      false,
      true,
    ]);
    expect(host.notices().join()).toContain('Lab/b.png: 20 MB');
  });

  it('stopped at any write, it is finished by the same form again', async () => {
    for (let after = 0; after < 4; after++) {
      await open(LAB, { faults: { stopAfterWrite: after } });
      const work = form(ROBOTS).catch(() => undefined);
      await stopped(host, work);
      host = await host.restart();
      await form(ROBOTS);
      expect(await cli({ check: 'true', from: 'Packs/robots' })).toMatchObject({ taken: true, advice: [] });
      await host.close();
      await rm(dir, { recursive: true });
      await mkdir(dir);
    }
    await open();
  });

  it.each([
    ['in the folder of its notes', { folder: 'Lab' }],
    ['below it', { folder: 'Lab/pack' }],
    ['above it', { from: 'Lab/Sub', folder: 'Lab' }],
    ['in a pack', { folder: 'P/new' }],
    ['where one is', { folder: 'P' }],
    ['out of the vault', { folder: '../x' }],
    ['nowhere', { folder: '' }],
    ['without a name', { name: '' }],
    ['by the name of the plugin’s own', { name: 'cv-lab' }],
    ['in no language', { language: 'Klingon?' }],
    ['of no notes', { from: 'Empty' }],
  ])('makes none %s, and says so', async (_where, other) => {
    await open({ ...LAB, ...under('P', pack()) });
    await form({ ...ROBOTS, ...other });
    expect(host.notices()).toHaveLength(1);
    expect(host.faults.writes).toEqual([]);
  });
});

it('names the notes of a draft that lack a twin in another language of it, and no others', async () => {
  const english = (text: string | Uint8Array): string => String(text).replace(/(language|handbook-lang): de/, '$1: en');
  const twin = Object.fromEntries(Object.entries(pack()).map(([name, text]) => [name, english(text)]));
  const files = {
    ...under('de', { ...pack(), 'Buch/Neu.md': '# Neu\n' }),
    ...under('en', { ...twin, 'Buch/Erstes.md': english(lesson('One.')).replace('id: first', 'id: Git') }),
    ...under('cars', { ...twin, 'pack.yaml': english(YAML(1)).replace('pack: robots', 'pack: cars') }),
    ...under('broken', { 'pack.yaml': '[' }),
  };
  await open(files);
  const twins = async (from: string): Promise<unknown> => (await cli({ check: 'true', from }))['advice'];
  const said = (id: string, folder: string): unknown =>
    expect.stringMatching(new RegExp(`twin.*handbook-id: ${id} \\(${folder}\\)`)) as unknown;
  expect(await twins('de')).toEqual([
    { file: 'Buch/Erstes.md', line: null, message: said('first', 'en') },
    { file: 'Buch/Neu.md', line: null, message: said('Buch/Neu', 'en') },
    { file: 'pack.yaml', line: null, message: said('Git', 'de') },
  ]);
  expect(await twins('en')).toHaveLength(3);
  expect(await twins('cars')).toEqual([]);
  expect(await cli({ check: 'true', from: 'de' })).toMatchObject({ taken: true, refused: [] });
});

it('a draft with a file that cannot be read is neither checked nor released', async () => {
  await open(under('P', pack()), { faults: { failRead: ['P/Buch/Erstes.md'] } });
  expect(await cli({ check: 'true', from: 'P' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('P/Buch/Erstes.md') as string,
  });
});

describe('updating a pack that its author released', () => {
  /** The author's vault: releases the pack as it is there, and answers the bytes of the zip. */
  async function release(version: number): Promise<Uint8Array> {
    await host.command('research-handbook:release-pack');
    await until(() => title() === `Release “Roboter”, version ${version}`);
    await button('Release');
    const zip = `robots-de-${version}.zip`;
    await until(() => host.exists(zip));
    await host.settle();
    return new Uint8Array(await readFile(path.join(dir, zip)));
  }
  async function threeReleases(): Promise<Uint8Array[]> {
    await open(under('P', pack()));
    const zips = [await release(1)];
    await host.external.write('P/Buch/Erstes.md', host.read('P/Buch/Erstes.md').replace('Eins.', 'Zwei.'));
    await host.settle();
    zips.push(await release(2));
    await host.external.write('P/Buch/Neu.md', '# Neu\n\n[[Erstes]]\n');
    await host.external.write(
      'P/Buch/Erstes.md',
      host.read('P/Buch/Erstes.md').replace('# Erstes\n', '# Erstes\n\nMehr davor.\n'),
    );
    await host.settle();
    zips.push(await release(3));
    await host.close();
    await rm(dir, { recursive: true });
    await mkdir(dir);
    return zips;
  }

  it('the preview tells new files from changed ones, and shows what was deleted and moved since', async () => {
    const shown = (): Record<string, string[]> =>
      Object.fromEntries(
        host
          .$$('.modal .rh-outcome')
          .map((group) => [
            group.querySelector('.rh-strong')?.textContent ?? '',
            [...group.querySelectorAll('[role="listitem"]')].map(({ textContent }) => textContent),
          ]),
      );
    await open(under('P', { ...pack(), 'Buch/Alt.md': '# Alt\n', 'Buch/bild.png': new Uint8Array([1]) }));
    await host.command('research-handbook:release-pack');
    await until(() => title() === 'Release “Roboter”, version 1');
    const all = ['Buch/Alt.md', 'Buch/Erstes.md', 'Buch/Karte.md', 'Buch/bild.png', 'history.json', 'pack.yaml'];
    expect(shown()).toEqual({ 'To be added': all.map((one) => `P/${one}`) });
    await button('Cancel');
    await release(1);
    const first = host.read('P/Buch/Erstes.md');
    for (const gone of ['Alt.md', 'Erstes.md']) await host.external.remove(`P/Buch/${gone}`);
    await write(under('P', { 'Buch/bild.png': new Uint8Array([2]) }));
    await host.external.write('P/Buch/Neu.md', '# Neu\n');
    await host.external.write('P/Buch/Sub/Anfang.md', first);
    await host.external.write('P/Buch/Karte.md', host.read('P/Buch/Karte.md').replace('Erstes|', 'Anfang|'));
    await host.settle();
    await host.command('research-handbook:release-pack');
    await until(() => title() === 'Release “Roboter”, version 2');
    expect(shown()).toEqual({
      'Deleted by you': ['P/Buch/Alt.md'],
      'To be added': ['P/Buch/Neu.md'],
      'To be updated': [
        'P/Buch/Karte.md',
        'P/Buch/Sub/Anfang.md ← Buch/Erstes.md',
        'P/Buch/bild.png',
        'P/history.json',
        'P/pack.yaml',
      ],
    });
  });

  it('replaces what nobody changed, merges where it is asked, keeps ticks, and leaves deleted notes away', async () => {
    const zips = await threeReleases();
    const names = Object.keys(unzipSync(zips[0] ?? new Uint8Array()));
    expect(names).toEqual(['Buch/Erstes.md', 'Buch/Karte.md', 'history.json', 'manifest.json', 'pack.yaml']);
    await open({ '1.zip': zips[0] ?? '', '2.zip': zips[1] ?? '', '3.zip': zips[2] ?? '' });
    await cli({ add: 'true', from: '1.zip' });
    await host.external.write(MINE, host.read(MINE).replace('[ ]', '[x]'));
    await host.settle();
    expect(await cli({ update: 'true', from: '2.zip' })).toMatchObject({
      updated: [MINE, 'Handbook/Karte.md'].slice(0, 1),
      merged: [],
    });
    expect(host.read(MINE)).toContain('- [x] Lies [[Karte]]\n\nZwei.');
    await host.external.write(MINE, `${host.read(MINE)}\nMein Satz.\n`);
    await host.settle();
    expect(await cli({ update: 'true', from: '3.zip' })).toMatchObject({ created: ['Handbook/Neu.md'], kept: [MINE] });
    expect(await cli({ add: 'true', from: '2.zip' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('version 3') as string,
    });
    await host.external.remove('Handbook/Neu.md');
    await host.settle();
    expect(await cli({ update: 'true', from: '3.zip' })).toMatchObject({ created: [] });
    // The dialog merges.
    await host.command('research-handbook:add-pack');
    await host.settle();
    await host.click(host.$$('.suggestion-item').find(({ textContent }) => textContent === '3.zip') ?? '');
    await until(() => title() === 'Update “Roboter” to version 3');
    await button(/^Write 1 note$/);
    await until(() => title()?.includes('is here in version 3') === true);
    expect(host.read(MINE)).toMatch(/Mehr davor\.\n\n- \[x\] Lies \[\[Karte\]\]\n\nZwei\.\n\nMein Satz\.\n$/);
  });

  it('a dialog for a version that is here removes its notes, but for those that were changed', async () => {
    const zips = await threeReleases();
    await open({ '3.zip': zips[2] ?? '' });
    await cli({ add: 'true', from: '3.zip' });
    const map = host.read('Handbook/Karte.md').replace('pack-version: 3', 'pack-version: 2');
    await host.external.write('Handbook/Karte.md', map); // another device fell behind
    await host.external.write(MINE, `${host.read(MINE)}\nMein Satz.\n`);
    await host.settle();
    const before = host.read(MINE);
    await host.command('research-handbook:add-pack');
    await host.settle();
    await host.click(host.$$('.suggestion-item')[0] ?? '');
    await until(() => title() === '“Roboter” is here in version 3');
    expect(host.read('Handbook/Karte.md')).toContain('pack-version: 3');
    await button('Remove its notes');
    await until(() => title() === 'Remove handbook notes');
    await button('Remove 2 notes');
    await until(() => !host.exists('Handbook/Neu.md') && !host.exists('Handbook/Karte.md'));
    expect(host.read(MINE)).toBe(before);
  });

  it('takes the same version with other contents for an error', async () => {
    const [one] = await threeReleases();
    const files = unzipSync(one ?? new Uint8Array());
    const text = new TextDecoder().decode(files['Buch/Erstes.md']).replace('Eins.', 'Anders.');
    const forged = zipSync({ ...files, 'Buch/Erstes.md': Buffer.from(text) });
    delete files['manifest.json'];
    const bare = zipSync({ ...files, 'Buch/Erstes.md': Buffer.from(text) });
    await open({ '1.zip': one ?? '', 'forged.zip': forged, 'bare.zip': bare });
    await cli({ add: 'true', from: '1.zip' });
    const before = host.read(MINE);
    expect(await cli({ add: 'true', from: 'forged.zip' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('manifest.json') as string,
    });
    expect(await cli({ add: 'true', from: 'bare.zip' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('version 1 again') as string,
    });
    expect(host.read(MINE)).toBe(before);
  });

  it('stopped at any write of a set-up, it is finished by running it again', async () => {
    const zips = await threeReleases();
    for (let after = 0; after < 3; after++) {
      await open({ '3.zip': zips[2] ?? '' }, { faults: { stopAfterWrite: after } });
      await stopped(host, cli({ add: 'true', from: '3.zip' }));
      host = await host.restart();
      await cli({ add: 'true', from: '3.zip' });
      expect(await cli({ add: 'true', from: '3.zip' })).toMatchObject({ created: [], unchanged: { length: 3 } });
      await host.close();
      await rm(dir, { recursive: true });
      await mkdir(dir);
    }
    await open();
  });
});
