// Real plugins that many students have, beside this one. Runs where NEIGHBOURS_DIR names a folder that holds a folder for each, as
// installed (main.js, manifest.json, styles.css): calendar, homepage, linter, tasks, templater. None is part of this project.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../host/node';

const folder = process.env['NEIGHBOURS_DIR'];
const HOME = '# Home\n\n```research-home\n```\n';
const PLAN =
  "---\ntype: weekly-report\nweek: 2026-W44\n---\n\n## Next week's plan\n\n- [ ] Read CLIP\n- [ ] Write it down\n";
const FILES = { 'Home.md': HOME, 'Weekly/2026-W44.md': PLAN };

let host: Host;
afterEach(() => host.close());

/** Opens a vault with this plugin, and loads the neighbour with its settings as it would be at the app's start. */
async function beside(name: string, data: unknown = {}, options: HostOptions = {}): Promise<void> {
  const installed = path.join(folder ?? '', name);
  const { id } = (await import(path.join(installed, 'manifest.json'), { with: { type: 'json' } })) as { id: string };
  const files = { ...FILES, [`.obsidian/plugins/${id}/data.json`]: JSON.stringify(data), ...options.files };
  host = await openHost({ plugin: true, language: 'en', now: '2026-11-05T16:20:00', ...options, files });
  // Templater compiles WebAssembly, which takes its time outside of the page's.
  await host.loadPlugin(installed).catch((error: unknown) => {
    if (!String(error).includes('does not come by itself')) throw error;
  });
  const isLoaded = async (): Promise<boolean> => {
    await host.settle();
    const { commands } = host.app as App & { commands: { listCommands(): readonly { id: string }[] } };
    return commands.listCommands().some((command) => command.id.startsWith(`${id}:`));
  };
  await expect.poll(isLoaded).toBe(true);
}
const run = async (id: string): Promise<void> => {
  await host.command(id);
  await host.clock.advance(1_000);
  await host.settle();
};
const runIf = (name: string): boolean => folder !== undefined && existsSync(path.join(folder, name, 'main.js'));

describe.runIf(runIf('homepage'))('Homepage', () => {
  it('opens the home note in place of everything else, and it is drawn and unchanged', async () => {
    const homepages = {
      'Main Homepage': { value: 'Home', kind: 'File', manualOpenMode: 'Replace all open notes', view: 'Reading view' },
    };
    await beside('homepage', { version: 4, homepages, separateMobile: false });
    await host.open('Weekly/2026-W44.md');
    await run('homepage:open-homepage');
    expect(host.app.workspace.getActiveFile()?.path).toBe('Home.md');
    expect(host.$$('.workspace-leaf')).toHaveLength(1);
    expect(host.$$('.rh-week-panel')).toHaveLength(1);
    expect(host.read('Home.md')).toBe(HOME);
    expect(host.errors).toEqual([]);
  });
});

describe.runIf(runIf('tasks'))('Tasks', () => {
  it('completes an item of the plan in its own way, and home takes it for done', async () => {
    await beside('tasks');
    await host.open('Weekly/2026-W44.md', 'live');
    const { editor } = host.app.workspace.activeEditor ?? {};
    editor?.setCursor(7, 3);
    await run('obsidian-tasks-plugin:toggle-done');
    await host.clock.advance(3_000);
    expect(host.read('Weekly/2026-W44.md')).toContain('- [x] Read CLIP ✅ 2026-11-05\n- [ ] Write it down');
    await host.open('Home.md');
    expect(host.text('.rh-plan .rh-aside')).toBe('1 of 2');
    expect(host.$$('.rh-plan .rh-link').map(({ textContent }) => textContent)).toEqual(['Write it down']);
    expect(host.errors).toEqual([]);
  });
});

describe.runIf(runIf('templater'))('Templater, told to fill in every new note', () => {
  it('finds nothing to run in what this plugin makes, whatever a title or a line says', async () => {
    await beside(
      'templater',
      {},
      {
        before: ({ window }) => {
          const { app } = window as Window & { app?: App };
          app?.saveLocalStorage('templater-local-settings', { trigger_on_file_creation: true }); // kept on the device
        },
      },
    );
    const tag = '<% 6 * 7 %>';
    await host.cli('research-handbook:add', { title: `A ${tag} B`, status: 'reading' });
    await host.cli('research-handbook:log', { source: `A ${tag} B`, min: '30', note: `${tag} is a tag` });
    await host.cli('research-handbook:weekly', {});
    await host.clock.advance(2_000);
    await host.settle();
    const mine = await host.run(() => host.app.vault.create('mine.md', `${tag}\n`)); // it does run what it finds elsewhere
    await expect
      .poll(async () => {
        await host.clock.advance(1_000);
        return host.read(mine.path);
      })
      .toBe('42\n');
    const report = host.read('Weekly/2026-W45.md');
    expect(report).toContain('is a tag');
    expect(report).not.toContain('42');
    expect(host.errors).toEqual([]);
  });
});

describe.runIf(runIf('calendar'))('Calendar', () => {
  it('draws its month, and opens a day on which something was logged', async () => {
    await beside('calendar', {}, { files: { '2026-11-05.md': '- read [[Weekly/2026-W44]]\n' } });
    expect(host.$$('#calendar-container .day').length).toBeGreaterThanOrEqual(35);
    await host.open('Home.md');
    expect(host.$$('.rh-week-panel')).toHaveLength(1);
    expect(host.errors).toEqual([]);
  });
});

describe.runIf(runIf('linter'))('Linter', () => {
  it('loads, and puts its own in place of what saving does in Vim mode', async () => {
    await beside('linter');
    const { CodeMirrorAdapter } = host.window as unknown as {
      CodeMirrorAdapter: { commands: Record<string, unknown> };
    };
    expect(CodeMirrorAdapter.commands['save']).toBeTypeOf('function');
    expect(host.errors).toEqual([]);
  });
});
