import type { App } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';
import type { HostOptions } from '../../../host/node/options';
import { homePathOf, NOW, settingsOf, termVault, ZONE } from '../term-vault';

let host: Host;
afterEach(() => host.close());

const HOME = homePathOf('zh');
const VIEW = 'research-handbook-home';

async function open(more: HostOptions = {}): Promise<void> {
  const options = { files: termVault('zh'), now: NOW, timezone: ZONE, language: 'zh', data: settingsOf('zh') };
  host = await openHost({ plugin: true, ...options, ...more });
}
const openHome = (): Promise<boolean | undefined> => host.command('research-handbook:open-home');
const active = (): string | undefined => host.app.workspace.getActiveFile()?.path;
const views = (): number => host.app.workspace.getLeavesOfType(VIEW).length;
const note = (id: string, text = ''): string =>
  `---\nhandbook: cv-lab\nhandbook-id: ${id}\nhandbook-lang: zh\n---\n\n${text}`;

describe('opening home', () => {
  it('opens the note and never writes to it', async () => {
    await open();
    await openHome();
    await host.settle();
    expect(active()).toBe(HOME);
    expect(host.text('.rh-date')).toBe('11 月 5 日 周四');
    expect(host.faults.writes).toEqual([]);
  });

  it('finds the handbook’s home note wherever it was moved', async () => {
    await open({ files: { '随便/早上.md': note('home', '```research-home\n```\n') } });
    await openHome();
    await host.settle();
    expect(active()).toBe('随便/早上.md');
  });

  it('takes the note chosen in the settings before any other', async () => {
    await open({
      files: { '主页.md': note('home'), '我的.md': '我的主页\n' },
      data: { ...settingsOf('zh'), homeNote: '我的.md' },
    });
    await openHome();
    await host.settle();
    expect(active()).toBe('我的.md');
  });

  it('shows the tab that has it already', async () => {
    await open();
    await openHome();
    await host.settle();
    await host.open('文献/CS231n.md');
    const leaves = host.app.workspace.getLeavesOfType('markdown').length;
    await openHome();
    await host.settle();
    expect(active()).toBe(HOME);
    expect(host.app.workspace.getLeavesOfType('markdown').length).toBe(leaves);
  });

  it('says that there is none, and offers to set up', async () => {
    await open({ files: {} });
    await openHome();
    await host.settle();
    expect(host.notices().join()).toContain('还没有主页');
    expect(host.$$('.modal')).toHaveLength(1);
    expect(host.faults.writes).toEqual([]);
  });
});

describe('the home note, opened by a command', () => {
  const mode = (): unknown => host.app.workspace.getLeavesOfType('markdown')[0]?.getViewState().state?.['mode'];
  const modeAfter = async (data: Record<string, unknown>): Promise<unknown> => {
    await open({ data: { ...settingsOf('zh'), ...data } });
    await openHome();
    await host.settle();
    return mode();
  };

  it('is in reading view, whatever the app opens notes in; else as the setting says', async () => {
    expect(await modeAfter({})).toBe('preview');
    await host.close();
    expect(await modeAfter({ homeReading: false })).toBe('source');
  });

  it('comes so at the app’s start, too', async () => {
    await open({ data: { ...settingsOf('zh'), openHomeAtStart: true } });
    await host.settle();
    expect([active(), mode()]).toEqual([HOME, 'preview']);
  });

  it.each(['before the student', 'behind another tab'])(
    'turns to reading view where it is open, %s; typing is kept',
    async (where) => {
      await open();
      await host.open(HOME, 'live');
      const { editor } = host.app.workspace.activeEditor ?? {};
      editor?.replaceRange('一句话\n', { line: editor.lineCount(), ch: 0 });
      if (where !== 'before the student') {
        const file = host.app.vault.getFileByPath('文献/CS231n.md');
        if (file !== null) await host.run(host.app.workspace.getLeaf('tab').openFile(file));
      }
      await openHome();
      await host.settle();
      expect([active(), mode()]).toEqual([HOME, 'preview']);
      await host.clock.advance(3_000);
      expect(host.read(HOME)).toMatch(/一句话\n$/);
    },
  );

  it('stays in the editor where the setting says so', async () => {
    await open({ data: { ...settingsOf('zh'), homeReading: false } });
    await host.open(HOME, 'live');
    await openHome();
    await host.settle();
    expect(mode()).toBe('source');
  });
});

describe('the look of the page', () => {
  const give = async (): Promise<void> => {
    await host.command('research-handbook:home-page-look');
    await host.settle();
  };

  it('is given to a home note in one step, by a class in its properties and nothing else', async () => {
    await open();
    const before = host.read(HOME);
    await give();
    expect(host.read(HOME)).toBe(`---\ncssclasses:\n  - rh-home-note\n---\n${before}`);
    expect(host.notices().join()).toContain('rh-home-note');
    expect(active()).toBe(HOME);
    expect(host.$('.markdown-preview-view').classList.contains('rh-home-note')).toBe(true);
    const writes = host.faults.writes.length;
    await give();
    expect(host.notices().at(-1)).toContain('已经');
    expect(host.faults.writes).toHaveLength(writes);
  });

  it('is not given where properties cannot be read, which is said', async () => {
    const text = '---\na: 1\na: 2\n---\n```research-home\n```\n';
    await open({ files: { [HOME]: text } });
    await give();
    expect(host.read(HOME)).toBe(text);
    expect(host.notices().join()).toContain('属性无法读取');
  });

  it('is not given where the note cannot be written, which is said', async () => {
    await open({ faults: { failWrite: 1 } });
    const before = host.read(HOME);
    await give();
    expect(host.read(HOME)).toBe(before);
    expect(host.notices().join()).toContain('写入失败');
  });

  it('is there in a home note that the set-up makes, in either language', async () => {
    for (const language of ['zh', 'en'] as const) {
      await open({ files: {}, language, data: null });
      await host.cli('research-handbook:setup', { lang: language });
      expect(host.read(homePathOf(language))).toContain('\ncssclasses:\n  - rh-home-note\n---\n');
      if (language === 'zh') await host.close();
    }
  });
});

describe('the home note of a vault that is set up', () => {
  it('is named where it has gone, and nothing is made', async () => {
    const map = `---\nhandbook: cv-lab\nhandbook-id: map\nhandbook-lang: zh\npack: cv-lab\npack-version: 1\nlanguage: zh\n---\n`;
    await open({ files: { '手册/地图.md': map } });
    await openHome();
    await host.settle();
    expect(host.notices().join()).toContain('主页.md');
    expect(host.$$('.modal')).toEqual([]);
    expect(host.faults.writes).toEqual([]);
  });
});

describe('home as a page of its own', () => {
  it('opens by its command, once', async () => {
    await open();
    await host.command('research-handbook:open-home-view');
    await host.settle();
    expect(views()).toBe(1);
    expect(host.text('.rh-home-view .rh-pace-done')).toBe('6小时25分');
    await host.command('research-handbook:open-home-view');
    await host.settle();
    expect(views()).toBe(1);
  });

  it('opens from the ribbon where a modifier key is held', async () => {
    await open();
    const icon = host.$(`.side-dock-ribbon-action[aria-label="打开主页"]`);
    await host.click(icon, { ctrlKey: true });
    await host.settle();
    expect([views(), active()]).toEqual([1, undefined]);
    await host.click(icon);
    await host.settle();
    expect(active()).toBe(HOME);
  });

  it('opens in place of the note where the student wants that', async () => {
    await open({ data: { ...settingsOf('zh'), homeAsView: true } });
    await openHome();
    await host.settle();
    expect(views()).toBe(1);
  });

  it('looks as the home note’s own block asks, and follows it', async () => {
    await open({ files: termVault('zh', 'sections: [date, reading-now]\n') });
    await host.command('research-handbook:open-home-view');
    await host.settle();
    const sections = (): (string | null)[] => host.$$('[data-section]').map((el) => el.getAttribute('data-section'));
    expect(sections()).toEqual(['date', 'reading-now']);
    const page = host.$('.rh-home-view .rh-home');
    await host.external.write(HOME, `${host.read(HOME)}\nwords below\n`);
    await host.settle();
    expect(host.$('.rh-home-view .rh-home')).toBe(page); // nothing it asks for is another, so nothing jumps
    await host.external.write(HOME, '```research-home\nsections: [this-week]\n```\n');
    await host.settle();
    expect(sections()).toEqual(['this-week']);
  });

  it('looks as the home note asks, though the cache comes late to where that was moved', async () => {
    const files = { '随便/早上.md': note('home', '```research-home\nsections: [date]\n```\n') };
    await open({ files, cache: 'late' });
    await host.command('research-handbook:open-home-view');
    await host.settle();
    await host.settleCache();
    await host.settle();
    expect(host.$$('[data-section]').map((el) => el.getAttribute('data-section'))).toEqual(['date']);
  });

  it('works in a vault with nothing in it', async () => {
    await open({ files: {}, data: null });
    await host.command('research-handbook:open-home-view');
    await host.settle();
    expect(host.text('.rh-home-view')).toContain('还没有文献');
    expect(host.errors).toEqual([]);
  });
});

describe('at the app’s start', () => {
  const wanted = { ...settingsOf('zh'), openHomeAtStart: true };

  it('home stays shut unless the student wants it', async () => {
    await open();
    await host.settle();
    expect(active()).toBeUndefined();
  });

  it('home opens where the student wants it, and nothing is written', async () => {
    await open({ data: wanted });
    await host.settle();
    expect(active()).toBe(HOME);
    expect(host.faults.writes).toEqual([]);
  });

  it('the Homepage plugin goes first', async () => {
    await open({
      data: wanted,
      before: ({ window }) => {
        const { app } = window as Window & { app?: App & { plugins?: { enabledPlugins: Set<string> } } };
        app?.plugins?.enabledPlugins.add('homepage');
      },
    });
    await host.settle();
    expect(active()).toBeUndefined();
  });

  it('nothing is said where there is no home note', async () => {
    await open({ files: {}, data: wanted });
    await host.settle();
    expect(host.notices()).toEqual([]);
    expect(host.$$('.modal')).toEqual([]);
  });

  it('switching the plugin on is no start', async () => {
    await open({ data: wanted, userEnable: true });
    await host.settle();
    expect(active()).toBeUndefined();
  });
});
