import { afterEach, describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../../src/settings/store';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { eachRecord } from '../../platform/probe/device-records';

let host: Host;
afterEach(() => host.close());

const FILES = {
  'Papers/MAE.md':
    '---\naliases: [Masked autoencoders]\n---\n\nabout it\n\n## 重建损失\n\n只在被遮的图块上算重建损失；掩码取 75%。\n\n- 秘密的重建 canary1 [private:: true]\n  - canary2 below it\n',
  'Papers/ViT.md': '# ViT\n\n## Masking ratio\n\nA high masking ratio of 75% works.\n',
  'diary.md': '---\nprivate: true\n---\ncanary3 重建\n',
  'Group/li/2026-W31.md': '---\ntype: handed-in\n---\ncanary4 重建\n',
  'Old/x.md': 'canary5 重建\n',
  'tagged.md': 'canary6 重建 #secret/deep\n',
};

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-08-10T09:00:00',
    language: 'en',
    files: FILES,
    data: { searchExcludedFolders: 'old/', searchExcludedTags: '#secret' },
    ...options,
  });
}

interface Answer {
  readonly ok: boolean;
  readonly error: string;
  readonly hits: readonly { path: string; line: number; heading: string; text: string; score: number }[];
  readonly private: number;
  readonly excluded: number;
}

const find = async (query: string, more: Record<string, string> = {}): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:find', { query, format: 'json', ...more })) as Answer;

describe(':find', () => {
  it('finds inner Chinese words and English ones whatever their ending, by note, heading and line', async () => {
    await open();
    const { hits } = await find('建损');
    expect(hits).toMatchObject([
      { path: 'Papers/MAE.md', line: 9, heading: '重建损失', text: '只在被遮的图块上算重建损失；掩码取 75%。' },
    ]);
    expect((await find('masked ratios')).hits.map(({ path, line, heading }) => [path, line, heading])).toEqual([
      ['Papers/ViT.md', 5, 'Masking ratio'],
      ['Papers/MAE.md', 5, ''],
    ]);
  });

  it('leaves out what is private, handed in or excluded, and says so where nothing is found', async () => {
    await open();
    for (const canary of ['canary1', 'canary2', 'canary3', 'canary4', 'canary5', 'canary6', '秘密']) {
      expect(await find(canary)).toMatchObject({ ok: true, hits: [], private: 2, excluded: 4 });
    }
    expect(await host.cli('research-handbook:find', { query: 'canary1' })).toBe(
      'No passage contains “canary1”.\nLeft out: 2 private lines, 4 notes (private, handed in or excluded in the settings).',
    );
  });

  it('follows edits, renames, deletions and settings', async () => {
    await open();
    expect((await find('quetzal')).hits).toEqual([]);
    await host.external.write('new.md', 'a quetzal\n');
    expect((await find('quetzal')).hits).toMatchObject([{ path: 'new.md', line: 1, text: 'a quetzal' }]);
    const file = host.app.vault.getFileByPath('new.md');
    if (file === null) throw new Error('no note');
    await host.run(host.app.fileManager.renameFile(file, 'Papers/bird.md'));
    expect((await find('quetzal')).hits).toMatchObject([{ path: 'Papers/bird.md' }]);
    expect((await find('bird')).hits).toMatchObject([{ path: 'Papers/bird.md' }]);
    await host.external.write('Papers/bird.md', 'a quetzal [private:: true]\n');
    expect((await find('quetzal')).hits).toEqual([]);
    await host.external.write('Papers/bird.md', '---\nprivate: yes\n---\na quetzal\n');
    expect((await find('quetzal')).hits).toEqual([]);
    await host.external.write('Papers/bird.md', '---\nprivate: true\nprivate: true\n---\na quetzal\n'); // no YAML any more
    expect((await find('quetzal')).hits).toEqual([]);
    await host.external.write('Papers/bird.md', 'a quetzal\n');
    expect((await find('quetzal')).hits).toHaveLength(1);
    const { store } = host.plugin as unknown as { store: SettingsStore };
    await host.run(store.set('searchExcludedFolders', 'papers'));
    expect((await find('quetzal')).hits).toEqual([]);
    await host.run(store.set('searchExcludedFolders', ''));
    expect((await find('quetzal')).hits).toHaveLength(1);
    expect((await find('canary5')).hits).toHaveLength(1);
    await host.external.remove('Papers/bird.md');
    expect((await find('quetzal')).hits).toEqual([]);
  });

  it('reads the least relevant words, too, and as many as asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`n${String(at)}.md`, 'the same words\n']));
    await open({ files: many });
    expect((await find('same')).hits).toHaveLength(10);
    expect((await find('same', { limit: '25' })).hits).toHaveLength(25);
    const scores = (await find('same', { limit: '30' })).hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const limit of ['0', '101', 'x', '1.5', '-1']) {
      expect(await find('same', { limit })).toMatchObject({
        ok: false,
        error: expect.stringContaining(`limit=${limit}`) as string,
      });
    }
    expect(await find(' ')).toMatchObject({ ok: false });
  });

  it('names a note as it is called elsewhere, too', async () => {
    await open();
    expect((await find('autoencoder')).hits).toMatchObject([{ path: 'Papers/MAE.md' }]);
  });
});

describe('what is kept on the device', () => {
  /** All that is kept, as text. */
  async function kept(): Promise<string> {
    await host.settle();
    let text = '';
    await eachRecord(host, (value, key) => {
      text += `${JSON.stringify(key)} ${new TextDecoder().decode(new Uint8Array(value as Uint8Array))}\n`;
      return value;
    });
    return text;
  }

  it('is read at no start, and spares reading the notes again once it was asked for', async () => {
    await open();
    const before = host.reads.length;
    await host.settle();
    expect(host.reads).toHaveLength(before);
    await find('masking');
    await host.settle();
    host = await host.restart();
    await host.settle();
    const reads = host.reads.length;
    expect((await find('masking')).hits).not.toEqual([]);
    expect(host.reads.slice(reads).filter((path) => path !== 'Papers/ViT.md' && path !== 'Papers/MAE.md')).toEqual([]);
  });

  it('holds no private word, and no text', async () => {
    await open();
    await find('masking');
    const text = await kept();
    expect(text).toContain('mask');
    expect(text).not.toMatch(/canary|秘密|A high masking/);
  });

  it('is not believed where it is damaged, and goes with the command that clears it', async () => {
    await open();
    await find('masking');
    await host.settle();
    const count = await eachRecord(host, () => new Uint8Array(8));
    expect(count).toBeGreaterThan(0);
    host = await host.restart();
    expect((await find('masking')).hits).not.toEqual([]);
    await host.settle();
    await host.command('research-handbook:clear-index');
    await host.settle();
    expect(host.notices().at(-1)).toContain('words of notes');
    expect((await find('masking')).hits).not.toEqual([]);
  });
});
