import type { Metafile } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAscii } from '../../scripts/ascii.mjs';
import { BUDGET } from '../../scripts/budget.mjs';
import { buildPlugin } from '../../scripts/build.mjs';
import { bundledPackages, notices } from '../../scripts/notices.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('the build', () => {
  let dir: string;
  let metafile: Metafile;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'rh-build-'));
    metafile = await buildPlugin({ outdir: path.join(dir, 'first') });
  }, 180_000); // what is not kept in .cache yet takes a minute, and several on a busy machine
  afterAll(() => rm(dir, { recursive: true, force: true }));
  const built = (file: string): Promise<Buffer> => readFile(path.join(dir, 'first', file));

  it('gives the same bytes twice, so that a release can be rebuilt and compared', async () => {
    const second = path.join(dir, 'second');
    await buildPlugin({ outdir: second });
    for (const file of ['main.js', 'manifest.json', 'styles.css']) {
      const [a, b] = await Promise.all([built(file), readFile(path.join(second, file))]);
      expect(a.length).toBeGreaterThan(0);
      expect(a.equals(b), file).toBe(true);
    }
  });

  it('holds no path of the machine it was made on', async () => {
    expect((await built('main.js')).toString('utf8')).not.toContain(root);
  });

  it('is ASCII throughout, which the app reads faster', async () => {
    expect((await built('main.js')).findIndex((byte) => byte > 0x7f)).toBe(-1);
  });

  it('asks for each of the app’s modules once', async () => {
    const asked = [...(await built('main.js')).toString('latin1').matchAll(/\brequire\("([^"]+)"\)/g)];
    expect(asked.map(([, module]) => module).sort()).toEqual(['@codemirror/state', '@codemirror/view', 'obsidian']);
  });

  it('keeps within its budget', async () => {
    const main = await built('main.js');
    expect(main.length).toBeLessThanOrEqual(BUDGET.raw);
    expect(gzipSync(main, { level: 9 }).length).toBeLessThanOrEqual(BUDGET.gzip);
  });

  it('gives its packed texts to the command that the README names', async () => {
    for (const readme of ['README.md', 'README.zh.md']) {
      expect(await readFile(path.join(root, readme), 'utf8')).toContain('node scripts/texts.mjs main.js\n');
    }
    const main = path.join(dir, 'first', 'main.js');
    const texts = execFileSync(process.execPath, ['scripts/texts.mjs', main], { cwd: root, encoding: 'utf8' });
    for (const file of ['zh/手册/入门/慢即是快.md', 'en/Handbook/Map.md']) {
      expect(texts).toContain(await readFile(path.join(root, 'src/content', file), 'utf8'));
    }
    expect(texts).toContain('导入文献');
  });

  // What Obsidian's community review looks for in a release, beside the rules that `npm run lint` holds the source to.
  it.each([
    ['code made of text', /\beval\(|new Function\b/],
    ['HTML made of text', /\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write/],
    ['a style element', /createEl(?:ement)?\(["']style/],
    ['requests around the app', /(?<![.\w])fetch\(|XMLHttpRequest|WebSocket/],
    ['what older iPhones cannot read', /\(\?<[=!]/],
    ['chatter on the console', /console\.(?:log|info)/],
    ['storage around the app', /\blocalStorage\b|sessionStorage/],
    ['leaves closed at unload', /detachLeavesOfType/],
    ['Node', /require\(["'](?:node:|fs|path|child_process|os|crypto)\b/],
  ])('holds no %s', async (_, refused) => {
    const code = (await built('main.js')).toString('latin1');
    expect(refused.exec(code.slice(0, code.lastIndexOf('/*')))).toBeNull();
  });

  it('names every package that is in it, with its licence', async () => {
    const main = (await built('main.js')).toString('latin1');
    const packages = Object.values(metafile.outputs)
      .flatMap((output) => Object.keys(output.inputs))
      .filter((file) => file.includes('node_modules/'))
      .map((file) => file.split('node_modules/').at(-1)?.split('/')[0]);
    expect(packages).toContain('luxon');
    expect(new Set(bundledPackages(metafile).map((folder) => path.basename(folder)))).toEqual(new Set(packages));
    const licence = await readFile(path.join(root, 'node_modules/luxon/LICENSE.md'), 'utf8');
    expect(main).toContain(licence.trim());
    expect(main).toMatch(/^luxon 3\.\d+\.\d+$/m);
  });
});

describe('the licences of what is bundled', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'rh-notices-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const holding = (...files: string[]): Metafile => ({
    inputs: {},
    outputs: {
      'main.js': {
        bytes: 1,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: file.includes('unused') ? 0 : 9 }])),
      },
    },
  });
  const install = async (folder: string, files: Record<string, string>): Promise<void> => {
    await mkdir(path.join(dir, folder), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(dir, folder, file), text);
  };

  it('are asked of scoped and nested packages too, and of none whose code was left out', async () => {
    await install('node_modules/@a/b', {
      'package.json': '{"name":"@a/b","version":"1.0.0"}',
      LICENSE: 'B © Zoë */ x',
    });
    await install('node_modules/c/node_modules/d', {
      'package.json': '{"name":"d","version":"2.1.0"}',
      'licence.txt': 'D says\r\nyes',
      'NOTICE.md': 'Notice of D',
    });
    const meta = holding(
      'src/main.ts',
      'node_modules/unused/x.js',
      'node_modules/c/node_modules/d/x.js',
      'node_modules/@a/b/i.js',
    );
    const text = await notices(meta, dir);
    expect(text).toMatch(/^\/\*![^]*\*\/\n$/);
    expect(text.slice(0, -3)).not.toContain('*/');
    expect(text).toContain('@a/b 1.0.0\n\nB (c) Zo\\u{eb} * / x');
    expect(text).toContain('d 2.1.0\n\nNotice of D\n\nD says yes');
    expect(text).not.toContain('unused');
  });

  it('fail the build where a package has none to ship', async () => {
    await install('node_modules/bare', { 'package.json': '{"name":"bare","version":"1.0.0"}', 'NOTICE.md': 'mine' });
    await expect(notices(holding('node_modules/bare/index.js'), dir)).rejects.toThrow(/bare is bundled.* no LICENSE/);
  });

  it('are no text at all where nothing of others is in', async () => {
    expect(await notices(holding('src/main.ts'), dir)).toBe('');
  });
});

describe('ASCII source', () => {
  it('means the same in regular expressions, also of signs that are two units long', () => {
    const code = 'return [/^[^第页🔥]+$/u.test("ab"), /🔥/.test("🔥"), /[年🔥]/u.exec("a🔥")?.index, /é/i.test("É")]';
    const ascii = toAscii(code);
    expect(ascii).toMatch(/^[\0-\x7f]*$/);
    expect((new Function(ascii) as () => unknown)()).toEqual([true, true, 1, true]);
  });

  it('is refused where an escape would lose its meaning', () => {
    expect(() => toAscii('return /\\—/')).toThrow(/backslash before “—”/);
    expect(toAscii('return /\\\\—/')).toBe('return /\\\\\\u2014/');
  });
});
