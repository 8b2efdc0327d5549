import { rm } from 'node:fs/promises';
import type { App } from 'obsidian';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings/schema';
import { type Host, type HostOptions, openHost } from '../host/node';
import { buildProbe } from './probe/build';
import type ReadingLogProbe from './probe/reading-log-plugin';

let probeFolder: string;
beforeAll(async () => {
  probeFolder = await buildProbe();
});
afterAll(() => rm(probeFolder, { recursive: true }));

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions): Promise<ReadingLogProbe> {
  host = await openHost({ plugin: probeFolder, now: '2026-08-10T09:00:00', ...options });
  return host.plugin as unknown as ReadingLogProbe;
}

function lines(probe: ReadingLogProbe): string[] {
  return probe.reading.index
    .entriesBetween('0001-01-01', '9999-12-31')
    .map(
      ({ date, source, path, text, minutes }) =>
        `${date} ${source}${path === source ? '' : ` < ${path}`} ${text} ${minutes ?? '-'}`,
    );
}

/** The app's settings of other plugins, whose types Obsidian does not publish. */
function otherPlugins() {
  return host.app as unknown as {
    internalPlugins: { plugins: Record<string, unknown> };
    plugins: { plugins: Record<string, unknown> };
  };
}

const source = (...log: string[]): string =>
  `---\ntype: source\nstatus: reading\n---\n# T\n\n## Reading log\n\n${log.join('\n')}\n`;

/** From now on the metadata cache lags behind, as the app's does for a moment after each write. */
function holdCache(): void {
  const { metadataCache, vault } = host.app;
  const known = new Map(vault.getMarkdownFiles().map((file) => [file, metadataCache.getFileCache(file)]));
  const [get, trigger] = [metadataCache.getFileCache.bind(metadataCache), metadataCache.trigger.bind(metadataCache)];
  metadataCache.getFileCache = (file) => known.get(file) ?? get(file);
  metadataCache.trigger = (name, ...data) => {
    if (name !== 'changed' && name !== 'resolved') trigger(name, ...data);
  };
}

const VAULT = {
  'Sources/resnet.md': source('- 2026-08-04 skip connections [min:: 60]'),
  '2026-08-05.md': '- [[resnet]] again [min:: 20]\n',
  'ideas.md': '- 2026-08-06 [[resnet]] idea [min:: 10]\n- no [[resnet]]\n',
  'prose.md': '[[resnet]] is a paper. [min:: 5]\n',
  'mixed.md': '[[resnet]] above a list [min:: 5]\n\n- item\n',
  'other.md': '- 2026-08-06 [[nothing]] [min:: 10]\n',
};
const map = (templates: string): string =>
  `---\nhandbook: cv-lab\nhandbook-id: map\nhandbook-lang: en\npack: cv-lab\npack-version: 1\nlanguage: en\ntemplates-folder: ${templates}\n---\n`;
const ALL = [
  '2026-08-04 Sources/resnet.md skip connections 60',
  '2026-08-05 Sources/resnet.md < 2026-08-05.md again 20',
  '2026-08-06 Sources/resnet.md < ideas.md idea 10',
];

describe('at the start', () => {
  it('reads the bodies of candidates only, each once, and writes nothing', async () => {
    const probe = await open({ files: VAULT });
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual(ALL);
    expect([...probe.reads].sort()).toEqual(['2026-08-05.md', 'Sources/resnet.md', 'ideas.md']);
    expect(host.faults.writes).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('waits for a cache that is late', async () => {
    const probe = await open({ files: VAULT, cache: 'late' });
    await host.settle();
    expect(lines(probe)).toEqual([]);
    let ready = false;
    const waiting = probe.reading.ready().then(() => (ready = true));
    await host.settle();
    expect(ready).toBe(false);
    await host.settleCache();
    await host.run(() => waiting);
    expect(lines(probe)).toEqual(ALL);
  });

  it('says that it is ready once it has been, and not while something waits to be read', async () => {
    const probe = await open({ files: VAULT });
    expect(probe.reading.isReady).toBe(false);
    await host.run(() => probe.reading.ready());
    expect(probe.reading.isReady).toBe(true);
    const ideas = host.app.vault.getFileByPath('ideas.md');
    if (ideas === null) throw new Error('no ideas.md');
    const atChange: boolean[] = [];
    host.app.metadataCache.on('changed', () => atChange.push(probe.reading.isReady));
    await host.app.vault.modify(ideas, '- 2026-08-07 [[resnet]] later [min:: 10]\n');
    await host.settle();
    expect(atChange).toEqual([false]);
    expect(probe.reading.isReady).toBe(true);
    expect(lines(probe)).toContain('2026-08-07 Sources/resnet.md < ideas.md later 10');
  });

  it('learns from a map note that the cache comes to late where templates lie', async () => {
    const probe = await open({
      files: { ...VAULT, 'map.md': map('Vorlagen'), 'Vorlagen/s.md': source('- 2026-08-04 sample') },
      cache: 'late',
    });
    await host.settle();
    await host.settleCache();
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual(ALL);
    expect(probe.reading.index.sources()).toHaveLength(1);
  });

  it('learns it from the one note that the cache lacked, and leaves out what it had taken for a source', async () => {
    let late = true;
    const probe = await open({
      files: { ...VAULT, 'map.md': map('Vorlagen'), 'Vorlagen/s.md': source('- 2026-08-04 sample') },
      before: ({ window }) => {
        const { metadataCache } = (window as Window & { app?: App }).app!;
        const get = metadataCache.getFileCache.bind(metadataCache);
        metadataCache.getFileCache = (file) => (late && file.path === 'map.md' ? null : get(file));
      },
    });
    await host.settle();
    expect(probe.reading.index.sources()).toHaveLength(2);
    late = false; // the app says no more of it than that the cache is level again
    host.app.metadataCache.trigger('resolved');
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual(ALL);
    expect(probe.reading.index.sources()).toHaveLength(1);
  });

  it('knows what stands in a note that the cache never comes to', async () => {
    const probe = await open({ files: VAULT, faults: { failRead: ['Sources/resnet.md'] } });
    host.faults.plan({});
    await host.run(() => probe.reading.flush());
    expect(lines(probe)).toEqual(ALL);
  });

  it('takes no entries from templates, reports, handbook notes, code, comments and guarded blocks', async () => {
    const line = '- 2026-08-06 [[resnet]] x [min:: 10]';
    const probe = await open({
      files: {
        'Sources/resnet.md': source(),
        'Templates/t.md': line,
        'Templates/s.md': source('- 2026-08-04 sample'),
        'Weekly/2026-W32.md': `---\ntype: weekly-report\n---\n${line}`,
        'Handbook/h.md': `---\nhandbook-id: tools/zotero\n---\n${line}`,
        'n.md': `\`\`\`\n${line}\n\`\`\`\n%%\n${line}\n%%\n\n%% rh:begin a 1 %%\n${line}\n%% rh:end a %%\n`,
      },
    });
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual([]);
    expect(probe.reading.index.sources()).toHaveLength(1);
  });

  it('dates lines by a daily note’s name as the vault’s settings have it', async () => {
    const probe = await open({
      files: {
        'resnet.md': source(),
        'Journal/05.08.2026.md': '- [[resnet]] core [min:: 5]\n',
        'Days/2026/08/06.md': '- [[resnet]] periodic [min:: 5]\n',
        'Other/05.08.2026.md': '- [[resnet]] elsewhere [min:: 5]\n',
      },
    });
    const app = otherPlugins();
    app.internalPlugins.plugins['daily-notes'] = {
      enabled: true,
      instance: { options: { folder: 'Journal', format: 'DD.MM.YYYY' } },
    };
    app.plugins.plugins['periodic-notes'] = {
      settings: { daily: { enabled: true, folder: 'Days', format: 'YYYY/MM/DD' } },
    };
    await host.run(() => probe.store.set('logHeadings', 'Log')); // has everything looked at again
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual([
      '2026-08-05 resnet.md < Journal/05.08.2026.md core 5',
      '2026-08-06 resnet.md < Days/2026/08/06.md periodic 5',
    ]);
  });

  it('dates no line by the name of a month, nor by settings that are switched off', async () => {
    const probe = await open({
      files: {
        'resnet.md': source(),
        'Months/2026-08.md': '- [[resnet]] month [min:: 5]\n',
        'Off/06.08.2026.md': '- [[resnet]] off [min:: 5]\n',
      },
    });
    const app = otherPlugins();
    app.internalPlugins.plugins['daily-notes'] = {
      enabled: false,
      instance: { options: { folder: 'Off', format: 'DD.MM.YYYY' } },
    };
    app.plugins.plugins['periodic-notes'] = {
      settings: { daily: { enabled: true, folder: 'Months', format: 'YYYY-MM' } },
    };
    await host.run(() => probe.store.set('logHeadings', 'Log'));
    await host.run(() => probe.reading.ready());
    expect(lines(probe)).toEqual([]);
  });

  it('takes no source from the folders of Templates and Templater', async () => {
    const probe = await open({
      files: { 'resnet.md': source(), 'Core/s.md': source('- 2026-08-04 a'), 'Tp/s.md': source('- 2026-08-04 b') },
    });
    const app = otherPlugins();
    app.internalPlugins.plugins['templates'] = { enabled: true, instance: { options: { folder: '/Core/' } } };
    app.plugins.plugins['templater-obsidian'] = { settings: { templates_folder: 'Tp' } };
    await host.run(() => probe.store.set('logHeadings', 'Log'));
    await host.run(() => probe.reading.ready());
    expect(probe.reading.index.sources().map(({ path }) => path)).toEqual(['resnet.md']);
    expect(lines(probe)).toEqual([]);
  });
});

describe('afterwards', () => {
  async function ready(files: Record<string, string> = VAULT): Promise<ReadingLogProbe> {
    const probe = await open({ files });
    await host.run(() => probe.reading.ready());
    probe.reads.length = 0;
    probe.told.length = 0;
    return probe;
  }

  it('follows an edit at the cost of that note, without reading it again', async () => {
    const probe = await ready();
    await host.external.write(
      'Sources/resnet.md',
      source('- 2026-08-04 skip connections [min:: 60]', '- 2026-08-07 new [min:: 5]'),
    );
    expect(lines(probe)).toContain('2026-08-07 Sources/resnet.md new 5');
    expect(probe.reads).toEqual([]);
    expect(probe.told).toEqual([['2026-08-07']]);
  });

  it('tells nothing of an edit that changes nothing', async () => {
    const probe = await ready();
    await host.external.write('Sources/resnet.md', `${VAULT['Sources/resnet.md']}\nwords\n`);
    await host.external.write('prose.md', 'words');
    expect([probe.told, probe.reads]).toEqual([[], []]);
  });

  it('finds lines about a source that appears later', async () => {
    const probe = await ready();
    await host.external.write('nothing.md', source());
    expect(lines(probe)).toContain('2026-08-06 nothing.md < other.md  10');
    expect(probe.reads).toEqual(['other.md']);
  });

  it('forgets what is deleted, and brings it back', async () => {
    const probe = await ready();
    await host.external.remove('Sources/resnet.md');
    expect(lines(probe)).toEqual([]);
    expect(probe.reading.index.sources()).toEqual([]);
    await host.external.write('Sources/resnet.md', VAULT['Sources/resnet.md']);
    expect(lines(probe)).toEqual(ALL);
  });

  it('follows a note that becomes a source, and stops being one, without a reload', async () => {
    const probe = await ready({ 'a.md': '# a\n', '2026-08-05.md': '- [[a]] x [min:: 5]\n' });
    await host.external.write('a.md', source('- 2026-08-04 own'));
    expect(lines(probe)).toEqual(['2026-08-04 a.md own -', '2026-08-05 a.md < 2026-08-05.md x 5']);
    await host.external.write('a.md', source('- 2026-08-04 own').replace('type: source', 'type: person'));
    expect(lines(probe)).toEqual([]);
  });

  it('follows a rename of a source, links elsewhere included', async () => {
    const probe = await ready();
    const file = host.app.vault.getFileByPath('Sources/resnet.md')!;
    await host.run(() => host.app.fileManager.renameFile(file, 'Sources/deep residual.md'));
    await host.settle();
    expect(lines(probe)).toEqual(ALL.map((line) => line.replace('Sources/resnet.md', 'Sources/deep residual.md')));
    expect(probe.reading.index.source('Sources/resnet.md')).toBeNull();
    expect(probe.reading.index.source('Sources/deep residual.md')?.title).toBe('deep residual');
  });

  it('follows a rename of a folder', async () => {
    const probe = await ready();
    const folder = host.app.vault.getFolderByPath('Sources')!;
    await host.run(() => host.app.fileManager.renameFile(folder, 'Papers'));
    await host.settle();
    expect(lines(probe)).toEqual(ALL.map((line) => line.replace('Sources/', 'Papers/')));
    expect(probe.reading.index.sources().map(({ path }) => path)).toEqual(['Papers/resnet.md']);
  });

  it('follows a folder where the app tells of that alone', async () => {
    const probe = await ready();
    const { vault } = host.app;
    const trigger = vault.trigger.bind(vault);
    vault.trigger = (name, ...data) => {
      if (name === 'create' || 'children' in (data[0] as object)) trigger(name, ...data);
    };
    await host.run(() => vault.rename(vault.getFolderByPath('Sources')!, 'Papers'));
    await host.settle();
    expect(probe.reading.index.sources().map(({ path }) => path)).toEqual(['Papers/resnet.md']);
    await host.run(() => vault.delete(vault.getFolderByPath('Papers')!));
    await host.settle();
    expect(probe.reading.index.sources()).toEqual([]);
  });

  it('dates lines anew when a note is named after another day, and drops them in the templates’ folder', async () => {
    const probe = await ready();
    const move = async (from: string, to: string): Promise<void> => {
      await host.run(() => host.app.fileManager.renameFile(host.app.vault.getFileByPath(from)!, to));
      await host.settle();
    };
    await move('2026-08-05.md', '2026-08-09.md');
    expect(lines(probe)[2]).toBe('2026-08-09 Sources/resnet.md < 2026-08-09.md again 20');
    await host.external.write('Templates/x.md', '');
    await move('2026-08-09.md', 'Templates/2026-08-09.md');
    expect(lines(probe)).toEqual([ALL[0], ALL[2]]);
  });

  it('knows what was written a moment ago, before the cache does', async () => {
    const probe = await ready();
    holdCache();
    const file = host.app.vault.getFileByPath('Sources/resnet.md')!;
    await host.run(async () => {
      await host.app.vault.process(
        file,
        (text) => `${text.replace('status: reading', 'status: read')}- 2026-08-08 just now [min:: 1]\n`,
      );
      await probe.reading.flush();
      expect(lines(probe)).toContain('2026-08-08 Sources/resnet.md just now 1');
      expect(probe.reading.index.source('Sources/resnet.md')?.status).toBe('read');
    });
  });

  it('knows a note that was made a moment ago', async () => {
    const probe = await ready();
    await host.run(async () => {
      await host.app.vault.create('b.md', source('- 2026-08-08 created [min:: 2]'));
      await probe.reading.flush();
      expect(lines(probe)).toContain('2026-08-08 b.md created 2');
    });
  });

  it('knows what was written into a note that was moved at once', async () => {
    const probe = await ready({ 'a.md': '# a\n' });
    holdCache();
    const file = host.app.vault.getFileByPath('a.md')!;
    await host.run(async () => {
      await host.app.vault.process(file, () => source('- 2026-08-08 x [min:: 1]'));
      await host.app.vault.rename(file, 'b.md');
      await probe.reading.flush();
      expect(lines(probe)).toEqual(['2026-08-08 b.md x 1']);
    });
  });

  it('follows a link whose note another of that name gave way to, and took from', async () => {
    const probe = await ready({
      'resnet.md': '# No source\n',
      'Old/resnet.md': source(),
      'n.md': '- 2026-08-06 [[resnet]] x [min:: 10]\n',
    });
    expect(lines(probe)).toEqual([]);
    const move = async (to: string): Promise<void> => {
      const [file] = host.app.vault.getMarkdownFiles().filter(({ path }) => !/^Old|^n\.md/.test(path));
      await host.run(() => host.app.vault.rename(file!, to)); // by another program: links stay as they are
      await host.settle();
    };
    await move('plain.md');
    expect(lines(probe)).toEqual(['2026-08-06 Old/resnet.md < n.md x 10']);
    await move('resnet.md');
    expect(lines(probe)).toEqual([]);
    await host.external.remove('resnet.md');
    expect(lines(probe)).toEqual(['2026-08-06 Old/resnet.md < n.md x 10']);
    await host.external.write('resnet.md', '# Made anew\n');
    expect(lines(probe)).toEqual([]);
  });

  it('finds lines that link to the new name of a source', async () => {
    const probe = await ready({ 'a.md': source(), 'n.md': '- 2026-08-06 [[later]] x [min:: 10]\n' });
    await host.run(() => host.app.vault.rename(host.app.vault.getFileByPath('a.md')!, 'later.md'));
    await host.settle();
    expect(lines(probe)).toEqual(['2026-08-06 later.md < n.md x 10']);
  });

  it('keeps what it has of a note that cannot be read for now', async () => {
    const probe = await ready();
    host.faults.plan({ failRead: ['Sources/resnet.md'] });
    await host.run(() => probe.store.set('logHeadings', 'Log')); // has everything looked at again
    await host.settle();
    expect(lines(probe)).toEqual(ALL);
    await host.run(async () => {
      host.app.vault.trigger('modify', host.app.vault.getFileByPath('Sources/resnet.md'));
      await probe.reading.flush();
    });
    expect(lines(probe)).toEqual(ALL);
  });

  it('follows the map note as it says another folder for templates', async () => {
    const probe = await ready({ 'map.md': map('Templates'), 'Vorlagen/s.md': source('- 2026-08-04 sample') });
    expect(lines(probe)).toEqual(['2026-08-04 Vorlagen/s.md sample -']);
    await host.external.write('map.md', map('Vorlagen'));
    await host.settle();
    expect(lines(probe)).toEqual([]);
  });

  it('takes in settings: another heading, notes of other tools', async () => {
    const probe = await ready({
      'Lit/he2016.md': '---\nTitle: Deep\n---\n## Log\n- 2026-08-04 x [min:: 5]\n',
      '2026-08-05.md': '- [[he2016]] y [min:: 5]\n',
    });
    expect(lines(probe)).toEqual([]);
    await host.run(() => probe.store.set('literatureFolder', 'Lit'));
    await host.run(() => probe.store.set('logHeadings', 'Log, Journal'));
    await host.settle();
    expect(lines(probe)).toEqual(['2026-08-04 Lit/he2016.md x 5', '2026-08-05 Lit/he2016.md < 2026-08-05.md y 5']);
    await host.run(() => probe.store.set('literatureFolder', ''));
    await host.settle();
    expect(lines(probe)).toEqual([]);
  });

  const LIT = '---\nName: Deep\ncategory: paper\n---\n#lit\n\n## Reading log\n- 2026-08-04 x [min:: 5]\n';
  it.each<[keyof Settings, string, Partial<Settings>, string[]]>([
    ['literatureTag', 'lit', {}, ['paper a']],
    ['literatureProperty', 'category=paper', {}, ['paper a']],
    ['literaturePreset', 'book-search', { literatureFolder: 'Lit' }, ['book a']],
    ['literatureKeys', 'title: Name', { literatureFolder: 'Lit' }, ['paper Deep']],
    ['templatesFolder', 'Lit', { literatureFolder: 'Lit' }, []],
    ['contentLanguage', 'zh', { literatureFolder: '模板' }, []],
  ])('takes in the setting %s at once', async (key, value, data, expected) => {
    const folder = key === 'contentLanguage' ? '模板' : 'Lit';
    const probe = await open({ files: { [`${folder}/a.md`]: LIT }, data: { ...data, contentLanguage: 'en' } });
    await host.run(() => probe.reading.ready());
    await host.run(() => probe.store.set(key, value as never));
    await host.settle();
    expect(probe.reading.index.sources().map(({ kind, title }) => `${kind} ${title}`)).toEqual(expected);
    expect(lines(probe)).toHaveLength(expected.length);
  });

  it('counts a conflict copy’s lines once, and names the copy', async () => {
    const probe = await ready();
    await host.external.write('Sources/resnet (conflicted copy 2026-08-09).md', VAULT['Sources/resnet.md']);
    expect(lines(probe)).toEqual(ALL);
    expect(probe.reading.index.problems()).toMatchObject([{ code: 'conflict-copy', value: 'resnet' }]);
  });

  it('leaves nothing behind at unload, even in the middle of its work', async () => {
    const probe = await open({ files: VAULT, cache: 'late' });
    void probe.reading.ready();
    await host.unload();
    await host.settleCache();
    expect(Object.values(host.leftovers()).flat().filter(Boolean)).toEqual([]);
    expect([probe.reads, host.errors]).toEqual([[], []]);
  });
});
