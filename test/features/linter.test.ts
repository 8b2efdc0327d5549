// The real Linter plugin, with every rule that only lays out: what it makes of our notes is no edit. Runs where LINTER_DIR names
// the folder of an installed Linter (main.js, manifest.json); Linter itself is not part of this project.
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';
import { source } from './weekly-report/vault';

const linter = process.env['LINTER_DIR'];
let host: Host;
afterEach(() => host.close());

/** Rules of layout, each with a style that is not ours where it has a choice. */
const RULES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'add-blank-line-after-yaml': {},
  'blockquote-style': { style: 'no space' },
  'compact-yaml': {},
  'consecutive-blank-lines': {},
  'convert-bullet-list-markers': {},
  'convert-spaces-to-tabs': { tabsize: 4 },
  'dedupe-yaml-array-values': {},
  'empty-line-around-blockquotes': {},
  'empty-line-around-code-fences': {},
  'empty-line-around-horizontal-rules': {},
  'empty-line-around-math-blocks': {},
  'empty-line-around-tables': {},
  'emphasis-style': { style: 'underscore' },
  'escape-yaml-special-characters': {},
  'format-tags-in-yaml': {},
  'format-yaml-array': {},
  'heading-blank-lines': {},
  'line-break-at-document-end': {},
  'ordered-list-style': {},
  'paragraph-blank-lines': {},
  'remove-empty-lines-between-list-markers-and-checklists': {},
  'remove-link-spacing': {},
  'remove-multiple-spaces': {},
  'remove-space-around-characters': {},
  'remove-space-before-or-after-characters': {},
  'sort-yaml-array-values': {},
  'space-after-list-markers': {},
  'space-between-chinese-japanese-or-korean-and-english-or-numbers': {},
  'strong-style': { style: 'underscore' },
  'trailing-spaces': {},
  'unordered-list-style': { 'list-style': '*' },
  'yaml-key-sort': {},
  'yaml-timestamp': {},
};
const settings = {
  suppressLintAllFilesConfirmationModal: true,
  settingsConvertedToConfigKeyValues: true,
  ruleConfigs: Object.fromEntries(
    Object.entries(RULES).map(([rule, options]) => [rule, { ...options, enabled: true }]),
  ),
};

const run = async (command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as Record<string, unknown>;
const contents = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));

describe.runIf(linter !== undefined).each(['zh', 'en'] as const)('what Linter made of a vault in %s', (lang) => {
  it('is refreshed and updated as before, and counts the same', async () => {
    const log = ['2026-08-04 **推导** 3.2节（第2遍） [min:: 60] [pass:: 2]', '2026-08-05 read *code* [min:: 35]'];
    const folder = lang === 'zh' ? '文献' : 'Sources';
    const weekly = lang === 'zh' ? '周报' : 'Weekly';
    const plan = lang === 'zh' ? '下周计划' : 'Plan for next week';
    host = await openHost({
      plugin: true,
      now: '2026-08-06T16:20:00',
      language: lang,
      files: {
        [`${folder}/resnet.md`]: source('Deep Residual Learning', log),
        [`${weekly}/2026-W31.md`]: `---\ntype: weekly-report\nweek: 2026-W31\nstatus: sent\n---\n\n## ${plan}\n\n- [ ] 读DINOv2\n    - [x] 第1节\n- [x] table 2\n`,
        '.obsidian/plugins/obsidian-linter/data.json': JSON.stringify(settings),
      },
    });
    await run('setup', { lang });
    await run('weekly');
    const [before, status] = [await contents(), await run('status')];

    Object.assign(host.window, { CodeMirrorAdapter: { commands: {} } }); // the app's own, where it hooks into saving
    await host.loadPlugin(linter ?? '');
    await host.command('obsidian-linter:lint-all-files');
    await host.settle();
    const linted = await contents();
    const touched = Object.keys(before).filter((path) => linted[path] !== before[path]);
    expect(touched.length).toBeGreaterThan(40); // it is at work: its timestamps alone reach every note
    expect(linted[`${folder}/resnet.md`]).toContain('* 2026-08-05');

    expect(await run('status')).toEqual(status);
    const { blocks } = await run('weekly', { refresh: 'true' });
    expect(new Set(Object.values(blocks as Record<string, string>))).toEqual(new Set(['unchanged']));
    expect(await run('update', { 'dry-run': 'true' })).toMatchObject({ updated: [], merged: [], kept: [], failed: [] });

    await run('log', { source: 'resnet', min: '10', note: 'new' });
    const after = (await run('weekly', { refresh: 'true' }))['blocks'] as Record<string, string>;
    expect(after).toMatchObject({ reading: 'refreshed', numbers: 'refreshed' });
    expect(Object.values(after)).not.toContain('kept-edited');
  });
});
