import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'scripts', 'esbuild.config.mjs', 'manifest.json', 'package.json', 'tsconfig.json'];
const PATIENCE = { timeout: 50_000, interval: 20 };

// On a copy of the project, so that nothing of it is edited.
describe('npm run dev', () => {
  let project: string;
  let plugin: string;
  let running: ChildProcess;
  let said = '';

  const edit = (file: string, change: (text: string) => string): void => {
    const at = path.join(project, file);
    writeFileSync(at, change(readFileSync(at, 'utf8')));
  };
  const built = (name: string): string => readFileSync(path.join(plugin, name), 'utf8');
  /** Until a built file is another than it was and as it should be. */
  const becomes = (name: string, before: string, check: (text: string) => void): Promise<void> =>
    vi.waitFor(() => {
      const text = built(name);
      if (text === before) throw new Error(`${name} is as it was.`); // an expectation would quote its megabytes at each look
      check(text);
    }, PATIENCE);
  const says = (text: string | RegExp, from = 0): Promise<void> =>
    vi.waitFor(() => {
      expect(said.slice(from)).toMatch(text);
    }, PATIENCE);

  beforeAll(async () => {
    project = await mkdtemp(path.join(os.tmpdir(), 'rh-dev-'));
    for (const part of PARTS) cpSync(path.join(root, part), path.join(project, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction');
    plugin = path.join(project, 'vault/.obsidian/plugins/research-handbook');
    running = spawn(process.execPath, ['esbuild.config.mjs', '--watch', 'vault'], { cwd: project });
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text) => (said += String(text)));
    await says(/^\d\d:\d\d:\d\d built in \d+ ms: main\.js, styles\.css, manifest\.json$/m);
  }, 60_000);

  afterAll(() => {
    running.kill();
    rmSync(project, { recursive: true, force: true });
  });

  it('asks the Hot-Reload plugin for its part', () => {
    expect(existsSync(path.join(plugin, '.hotreload'))).toBe(true);
  });

  it('builds code anew, and says what changed', async () => {
    const from = said.length;
    const before = built('main.js');
    edit('src/main.ts', (text) => `${text}console.info('edited code');\n`);
    await becomes('main.js', before, (text) => {
      expect(text).toContain('edited code');
    });
    await says(/built in \d+ ms: main\.js$/m, from);
  });

  it('builds the style sheet anew', async () => {
    const from = said.length;
    const before = built('styles.css');
    edit('src/ui/styles/tokens.css', (text) => `${text}.edited-style { color: inherit }\n`);
    await becomes('styles.css', before, (text) => {
      expect(text).toContain('.edited-style');
    });
    await says(/built in \d+ ms: styles\.css$/m, from);
  });

  it.each([
    ['a note of the handbook', 'src/content/zh/手册/代码/从张量形状验证结构.md'],
    ['a list of the handbook', 'src/content/en/pack.yaml'],
  ])('builds %s anew', async (_what, file) => {
    const before = built('main.js');
    edit(file, (text) => `${text}\n`);
    await becomes('main.js', before, (text) => {
      expect(text.length).toBeGreaterThan(0);
    });
  });

  it('takes in a new note in a new folder', async () => {
    const before = built('main.js');
    cpSync(path.join(project, 'src/content/en'), path.join(project, 'src/content/en-again'), { recursive: true });
    await becomes('main.js', before, (text) => {
      expect(text).toContain('en-again\u0001pack:'); // its manifest
    });
  });

  it('copies the manifest', async () => {
    const before = built('manifest.json');
    edit('manifest.json', (text) => text.replace('"version"', '"edited": 1,\n  "version"'));
    await becomes('manifest.json', before, (text) => {
      expect(JSON.parse(text)).toMatchObject({ edited: 1 });
    });
  });

  it('shows what is wrong, leaves what was built, and goes on', async () => {
    const from = said.length;
    const before = built('main.js');
    edit('src/main.ts', (text) => `${text}const = 1;\n`);
    await says(/src\/main\.ts:\d+:6/, from); // by another pipe than the line below: which is read first, nobody knows
    await says('not built; waiting for the next change', from);
    expect(built('main.js')).toBe(before);
    edit('src/main.ts', (text) => text.replace('const = 1;', "console.info('mended');"));
    await becomes('main.js', before, (text) => {
      expect(text).toContain('mended');
    });
  });

  it('goes on after a part of the style sheet was missing', async () => {
    const from = said.length;
    const file = path.join(project, 'src/ui/styles/print.css');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    await says('not built; waiting for the next change', from);
    await says('print.css', from);
    writeFileSync(file, `${text}.mended-style { color: inherit }\n`);
    await vi.waitFor(() => {
      expect(built('styles.css')).toContain('.mended-style');
    }, PATIENCE);
  });
});
