// `npm run smoke` against a program that answers as the app's command line does (help.obsidian.md/cli), with the test host behind it.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Host, openHost } from '../host/node';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ID = 'research-handbook';
/** Leaves what it is asked as a file beside it, and waits for the answer: a shell starts ten times as fast as Node. */
const PROGRAM = `#!/bin/sh
at="\${0%/*}/$$"
printf '%s\\0' "$@" > "$at.asks"
mv "$at.asks" "$at.asked"
while [ ! -f "$at.code" ]; do sleep 0.02; done
cat "$at.answer"
exit "$(cat "$at.code")"
`;

/** A stand-in for the running app: one vault is open, and a second can be opened. */
class FakeApp {
  host: Host | null = null;
  dir = '';
  readonly asked: string[] = [];

  constructor(private readonly knowsNewVaults: boolean) {}

  async answer([first = '', ...rest]: readonly string[]): Promise<string> {
    const isTargeted = first.startsWith('vault=');
    const [command = '', ...given] = isTargeted ? rest : [first, ...rest];
    const flags = Object.fromEntries(
      given.map((flag) => [/^[^=]*/.exec(flag)?.[0] ?? '', /=([^]*)$/.exec(flag)?.[1] ?? 'true']),
    );
    this.asked.push(command);
    const { host } = this;
    if (command === 'version') return '1.13.1 (installer 1.11.7)';
    if (command === 'eval' && flags['code']?.includes('vault-open') === true) return this.open(flags['code']);
    if (!isTargeted) return '=> true';
    // The app answers for the vault that is in front where it does not know the one that is asked for.
    if (host === null) return command === 'vault' ? os.tmpdir() : 'written to the wrong vault';
    if (command === 'vault') return this.dir;
    if (command === 'eval')
      return `=> ${String((host.window as Window & { eval(code: string): unknown }).eval(flags['code'] ?? ''))}`;
    if (command === 'plugin:enable') await host.loadPlugin(path.join(this.dir, '.obsidian/plugins', ID));
    else if (command === 'plugin:disable') await host.unload();
    else if (command === 'command') await host.command(flags['id'] ?? '');
    else if (command === 'open') await host.openBases('research-handbook-heatmap');
    else if (command === 'read') return host.read(flags['path'] ?? '');
    else if (command === 'dev:errors') return host.errors.map(String).join('\n') || 'No errors captured.';
    else if (command.startsWith(`${ID}:`)) return host.cli(command, flags);
    return '';
  }

  private async open(code: string): Promise<string> {
    this.dir = /'vault-open', "([^"]*)"/.exec(code)?.[1] ?? '';
    if (this.knowsNewVaults) this.host = await openHost({ dir: this.dir, language: 'en' });
    return '=> true';
  }
}

let app: FakeApp;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'rh-fake-obsidian-'));
  writeFileSync(path.join(dir, 'obsidian'), PROGRAM);
  chmodSync(path.join(dir, 'obsidian'), 0o755);
});
afterEach(async () => {
  await app.host?.close();
  rmSync(dir, { recursive: true });
});

interface Run {
  readonly code: number | null;
  readonly out: string;
}

async function smoke(fake: FakeApp, ...given: readonly string[]): Promise<Run> {
  app = fake;
  const answer = async (): Promise<void> => {
    for (const name of readdirSync(dir).filter((file) => file.endsWith('.asked'))) {
      const at = path.join(dir, path.parse(name).name);
      const asked = readFileSync(`${at}.asked`, 'utf8').split('\0').slice(0, -1);
      rmSync(`${at}.asked`);
      const [text, code] = await fake.answer(asked).then(
        (said) => [said, 0],
        (error: unknown) => [String(error), 1],
      );
      writeFileSync(`${at}.answer`, String(text));
      writeFileSync(`${at}.code`, String(code));
    }
  };
  let isOver = false;
  const answering = (async (): Promise<void> => {
    while (!isOver) {
      await answer();
      await new Promise((done) => setTimeout(done, 10));
    }
  })();
  const env = {
    ...process.env,
    OBSIDIAN: path.join(dir, 'obsidian'),
    SMOKE_PATIENCE: '1500',
    TMPDIR: dir,
  };
  const ended = await new Promise<Run>((done) => {
    const script = [path.join(ROOT, 'scripts/smoke.mjs'), ...given];
    const child = execFile(process.execPath, script, { env }, (_error, out, err) => {
      done({ code: child.exitCode, out: `${out}${err}` });
    });
  });
  isOver = true;
  await answering;
  return ended;
}

// A program that is a script of the shell is none on Windows.
describe.skipIf(process.platform === 'win32')('npm run smoke', () => {
  const built = (): string => inject('hostBuild').plugin;
  const vaults = (): string[] => readdirSync(dir).filter((name) => name.includes('smoke'));

  it('passes its ten checks where the plugin works, in a vault of its own that is gone afterwards', async () => {
    const { code, out } = await smoke(new FakeApp(true), '--plugin', built());
    expect(out).toContain('10 passed, 0 failed');
    expect(out.match(/^✓/gm)).toHaveLength(10);
    expect(code).toBe(0);
    expect(vaults()).toEqual([]);
  });

  it('tells what fails where the plugin does not load, and ends with 1', async () => {
    const broken = path.join(dir, 'broken');
    mkdirSync(broken);
    writeFileSync(path.join(broken, 'main.js'), 'throw new Error("research-handbook: torn");');
    writeFileSync(path.join(broken, 'manifest.json'), `{"id":"${ID}","version":"0.0.1"}`);
    writeFileSync(path.join(broken, 'styles.css'), '');
    const { code, out } = await smoke(new FakeApp(true), '--plugin', broken);
    expect(out).toMatch(/^✗ The plugin loads: .*torn/m);
    expect(out).toMatch(/^1 passed, 9 failed$/m);
    expect(code).toBe(1);
  });

  it('does nothing in any vault where the app answers for another than the one it made', async () => {
    const fake = new FakeApp(false);
    const { code, out } = await smoke(fake, '--plugin', built());
    expect(out).toContain('nothing was done in it or in any other vault');
    expect([...new Set(fake.asked)].sort()).toEqual(['eval', 'vault', 'version']);
    expect(code).toBe(1);
    expect(vaults()).toEqual([]);
  });

  it('says what is missing where there is no such program', async () => {
    app = new FakeApp(false);
    rmSync(path.join(dir, 'obsidian'));
    const { code, out } = await smoke(app, '--plugin', built());
    expect(out).toMatch(/There is no program “.*obsidian”\. Obsidian must be running, with Settings/);
    expect(code).toBe(1);
  });
});
