// The shipped handbook as an update of the one before it, in vaults that students have worked in.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from '../../../scripts/build.mjs';
import { LANGUAGES } from '../../content/handbook';
import { earlierPack } from '../../content/earlier';
import { type Host, openHost } from '../../host/node';

type Files = Record<string, string>;

let dir = '';
let plugin = '';
let host: Host;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'rh-earlier-'));
  for (const language of LANGUAGES) {
    const { manifest, notes } = earlierPack(language);
    for (const [file, text] of [['pack.yaml', manifest] as const, ...Object.entries(notes)]) {
      const to = path.join(dir, 'content', language, file);
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, text);
    }
  }
  plugin = path.join(dir, 'plugin');
  await buildPlugin({ outdir: plugin, texts: 'plain', content: path.join(dir, 'content') });
});
afterAll(() => rm(dir, { recursive: true, force: true }));
afterEach(() => host.close());

async function cli(command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as Record<
    string,
    unknown
  >;
}

/** A vault set up with the handbook before, as the student left it; then opened with the one that is shipped. */
async function open(lang: string, change: (files: Files) => Files = (files) => files): Promise<void> {
  host = await openHost({ plugin });
  expect(await cli('setup', { lang })).toMatchObject({ ok: true, failed: [] });
  const files = Object.fromEntries((await host.paths()).map((at) => [at, host.read(at)]));
  await host.close();
  host = await openHost({ plugin: true, files: change(files) });
}

const NAMES = {
  zh: {
    start: '手册/入门/从这里开始.md',
    report: '手册/记录/写周报.md',
    mindset: '手册/入门/慢即是快.md',
    zotero: '手册/工具/用 Zotero 管文献.md',
    zsh: '手册/服务器/zsh 与插件.md',
    lab: '手册/课题组/我们组.md',
    map: '手册/地图.md',
    moved: '我的/文献管理.md',
  },
  en: {
    start: 'Handbook/Start/Start here.md',
    report: 'Handbook/Report/The weekly report.md',
    mindset: 'Handbook/Start/Slow is fast.md',
    zotero: 'Handbook/Tools/Papers in Zotero.md',
    zsh: 'Handbook/Servers/zsh and its plugins.md',
    lab: 'Handbook/Group/Our lab.md',
    map: 'Handbook/Map.md',
    moved: 'Mine/References.md',
  },
};

/** The shipped text of a note below its properties, which a vault's has as well. */
function body(language: 'zh' | 'en', file: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../../src/content', language, file), 'utf8').replace(
    /^---[^]*?\n---\n/,
    '',
  );
}
const withoutLinks = (text: string): string =>
  text.replace(/\[\[[^\]|]*\|/g, '[[|').replace(/`\{\{rh:\w+\}\}`|`[^`]*`/g, '`');

describe.each(LANGUAGES)('in %s', (language) => {
  const names = NAMES[language];

  it('a vault that nobody changed becomes the one that is shipped', async () => {
    await open(language);
    const updated = await cli('update');
    expect(updated).toMatchObject({ ok: true, kept: [], merged: [], failed: [] });
    const paths = [...(updated['created'] as string[]), ...(updated['updated'] as string[])];
    expect(paths.length).toBeGreaterThan(20);
    for (const at of paths) {
      const text = host.read(at).replace(/^---[^]*?\n---\n/, '');
      expect(withoutLinks(text), at).toBe(withoutLinks(body(language, at)));
    }
    await host.settle();
    for (const at of paths) expect([at, host.app.metadataCache.unresolvedLinks[at] ?? {}]).toEqual([at, {}]);
    expect(await cli('update', { 'dry-run': 'true' })).toMatchObject({ created: [], updated: [], kept: [] });
  });

  it('what the student ticked, wrote, moved, deleted or put there first stays', async () => {
    const words = 'written by the student\n';
    await open(language, (files) => {
      const {
        [names.zotero]: zotero = '',
        [names.zsh]: _deleted,
        [names.start]: start = '',
        [names.report]: report = '',
        [names.mindset]: mindset = '',
        ...rest
      } = files;
      return {
        ...rest,
        [names.start]: start.replace('- [ ] ', '- [x] '),
        [names.report]: `${report.trimEnd()}\n\n${words}`,
        [names.mindset]: mindset.replace(/^- (\[ \] )?(.+)$/m, `- $1${words.trim()}`),
        [names.moved]: zotero,
        [names.lab]: words,
      };
    });
    const first = await cli('update');
    expect(first).toMatchObject({ ok: true, failed: [] });
    expect([...(first['kept'] as string[])].sort()).toEqual([names.report, names.mindset, names.lab].sort());
    expect(host.read(names.report)).toContain(words);
    expect(host.read(names.start)).toMatch(/^- \[x\] .*\n- \[ \] /m);
    expect(withoutLinks(host.read(names.moved))).toContain(withoutLinks(body(language, names.zotero)));
    expect([host.exists(names.zotero), host.exists(names.zsh)]).toEqual([false, false]);
    expect(host.read(names.lab)).toBe(words);
    const beside = (first['created'] as string[]).filter((at) => at.startsWith(names.lab.replace('.md', '')));
    expect(beside).toHaveLength(1);
    await host.settle();
    expect(host.app.metadataCache.resolvedLinks[names.map]).toHaveProperty([beside[0] ?? '']);

    // Merged when asked; a line that both changed waits for the student.
    expect(await cli('update', { merge: 'true' })).toMatchObject({ merged: [names.report], kept: [names.mindset] });
    const merged = host.read(names.report);
    expect(merged).toContain(words);
    expect(withoutLinks(merged)).toContain(withoutLinks(body(language, names.report).split('\n## ')[1] ?? ''));
    expect(host.read(names.mindset)).toContain(words.trim());
  });
});
