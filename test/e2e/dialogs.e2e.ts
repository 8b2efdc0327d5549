// Every kind of dialog that the plugin opens has a name, and all of it can be read and reached.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { model } from '../host/fake-model';
import { network } from '../host/fake-servers';
import { zotero } from '../host/fake-zotero';
import { openPage, type OpenPage, type PageOptions } from '../host/node';
import { dialogViolations } from './axe';

let v: OpenPage;

const PHONE: PageOptions = { mobile: true, dark: true, viewport: { width: 390, height: 844 } };
const ENTRIES =
  '---\ntype: source\ntitle: A\n---\n\n## Reading log\n\n- 2026-10-21 x [min:: 30]\n- 2026-11-03 [min:: 40]\n';

interface Meeting {
  readonly kind: string;
  readonly open: () => Promise<void>;
  /** The next one comes out of it, so it stays. */
  readonly leadsOn?: true;
}

async function run(id: string): Promise<void> {
  await v.command(`research-handbook:${id}`);
  await v.page.clock.runFor(500);
  await v.settle();
}
const setting = (label: string): Locator => v.page.locator(`.mod-settings [aria-label="${label}"]`);
const runIn = async (id: string): Promise<void> => {
  await v.open('mine.md', 'live');
  await run(id);
};
/** Once it is there: a command answers before its work is done. */
const pathWith = async (part: string): Promise<string> => {
  const find = async (): Promise<string> => (await v.paths()).find((file) => file.includes(part)) ?? '';
  await expect.poll(find).not.toBe('');
  return find();
};

const HANDBOOK: readonly Meeting[] = [
  { kind: 'SetUpModal', open: () => v.page.locator('.rh-tree').waitFor(), leadsOn: true }, // the plugin was just enabled
  {
    kind: 'ResultModal',
    open: async () => {
      await v.page.locator('.rh-dialog .mod-cta').click();
      await v.page.locator('.rh-result').waitFor();
    },
  },
  {
    kind: 'ResultModal',
    open: async () => {
      await v.external.remove(await pathWith('tmux'));
      await run('restore-handbook-notes');
    },
  },
  { kind: 'ResultModal', open: () => run('remove-handbook-notes') },
  { kind: 'SetUpModal', open: () => run('add-handbook-language') },
];
const FORMS: readonly Meeting[] = [
  { kind: 'AddSourceModal', open: () => run('add-source') },
  { kind: 'LogReadingModal', open: () => run('log-reading') },
  { kind: 'FieldsModal', open: () => run('new-idea') },
  { kind: 'FieldsModal', open: () => run('new-experiment') },
  { kind: 'PickModal', open: () => run('start-session') },
  { kind: 'PickModal', open: () => run('add-course') },
  { kind: 'PickModal', open: () => run('add-pack') },
  { kind: 'FieldsModal', open: () => run('new-pack') },
  {
    kind: 'SessionModal',
    open: async () => {
      await v.open('a.md'); // else the sources to choose from are open, which take an Escape of their own
      await run('new-reading-group');
    },
  },
];
const PASTED = '```heatmap-tracker\nproperty: mood\nui: {}\n```\n';
const BUILDERS: readonly Meeting[] = [
  { kind: 'ProgressBuilder', open: () => runIn('insert-time-progress') },
  { kind: 'HeatmapBuilder', open: () => runIn('insert-heatmap') },
  { kind: 'KeywordModal', open: () => runIn('insert-mark') },
  {
    kind: 'ConvertModal',
    open: async () => {
      await v.open('pasted.md');
      await run('convert-widget-code');
    },
  },
];
const FEED = '<feed><entry><title>Deep</title><link href="https://e.org/1"/></entry><entry><id>x</id></entry></feed>';
const SERVERS: PageOptions = {
  network: network({
    '127.0.0.1:23119': zotero({
      version: '9',
      own: {
        items: { AAAA2345: { itemType: 'book', title: 'B' } },
        collections: { VISI2345: { name: 'Vision', items: ['AAAA2345'] } },
      },
      groups: { 42: { name: 'Lab', items: {} } },
    }),
    '127.0.0.1:11434': (request, url) => ({ ...model({ vectorOf: () => [1, 2] })(request, url), after: 60_000 }),
  }),
  data: {
    networkHosts: '127.0.0.1:23119',
    alertFeeds: 'cs.CV: https://rss.arxiv.org/atom/cs.CV',
    embedService: 'ollama',
    embedModel: 'bge-m3',
  },
};
/** Presses what leads on, and waits for what it leads to. */
const goOn = async (to: string): Promise<void> => {
  await v.page.locator('.rh-dialog .mod-cta:not([disabled])').last().click();
  await v.page.locator(`.rh-dialog ${to}`).waitFor();
};
const BIBLIOGRAPHY: readonly Meeting[] = [
  { kind: 'ExportModal', open: () => run('export-bib') },
  { kind: 'ConfirmationModal', open: () => run('fetch-alerts') },
  {
    kind: 'ConfirmationModal',
    open: async () => {
      await run('index-vault');
      await v.page.locator('.rh-exact summary').click();
      await v.page.locator('.rh-exact pre').waitFor();
    },
    leadsOn: true,
  },
  { kind: 'ProgressModal', open: () => goOn('progress') },
  { kind: 'AlertsModal', open: () => run('take-in-alerts'), leadsOn: true },
  {
    kind: 'AlertsModal',
    open: async () => {
      await v.page.fill('#rh-import-text', FEED);
      await v.page.clock.runFor(500);
      await goOn('.rh-alerts li');
    },
  },
  { kind: 'ZoteroModal', open: () => run('check-zotero') },
  {
    kind: 'ZoteroModal',
    open: async () => {
      await run('import-from-zotero');
      await v.page.locator('#rh-zotero-collection').waitFor();
    },
    leadsOn: true,
  },
  { kind: 'ZoteroModal', open: () => goOn('.rh-groups'), leadsOn: true },
  { kind: 'ZoteroModal', open: () => goOn('.rh-result-sum') },
  { kind: 'ImportModal', open: () => run('import-sources'), leadsOn: true },
  {
    kind: 'VaultFilePicker',
    open: async () => {
      await v.page.getByRole('button', { name: '库里的文件' }).click();
      await v.page.locator('.prompt').waitFor();
    },
  },
];
const SETTINGS: readonly Meeting[] = [
  {
    kind: 'SpanModal',
    open: async () => {
      await v.openSettings();
      await setting('Add a term or deadline').click();
    },
  },
  { kind: 'SpansTextModal', open: () => v.page.getByText('Edit terms and deadlines as text').click() },
];
const REPORTS: readonly Meeting[] = [
  { kind: 'FindModal', open: () => run('find-in-vault') },
  { kind: 'WeekPicker', open: () => run('choose-weekly-report') },
  { kind: 'MissingModal', open: () => run('list-missing-reports') },
  {
    kind: 'ChoiceModal',
    open: async () => {
      await run('create-weekly-report');
      const report = await pathWith('2026-W45');
      await v.external.write(report, v.read(report).replace(/ · 1 次/, '$& …'));
      await v.external.write('a.md', `${v.read('a.md')}- 2026-11-05 [min:: 20]\n`);
      await run('refresh-weekly-report');
    },
  },
  { kind: 'CopyModal', open: () => run('copy-weekly-report'), leadsOn: true },
  { kind: 'ConfirmationModal', open: () => v.page.locator('.rh-dialog .mod-cta').click() },
  { kind: 'HandInModal', open: () => run('hand-in-report') },
];

it('is every kind that there is', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const kinds = files.flatMap((file) => {
    const text = readFileSync(path.join('src', file), 'utf8');
    return [...text.matchAll(/class (\w+)(?:<[^>]*>)? extends \w*Modal\b|new (ConfirmationModal)\b/g)].map(
      ([, own, app]) => own ?? app,
    );
  });
  expect(kinds.length).toBeGreaterThan(5);
  expect(
    [
      ...new Set(
        [...HANDBOOK, ...FORMS, ...BUILDERS, ...BIBLIOGRAPHY, ...SETTINGS, ...REPORTS].map(({ kind }) => kind),
      ),
    ].sort(),
  ).toEqual([...new Set(kinds)].sort());
});

describe.each([
  ['the handbook’s', HANDBOOK, { language: 'zh', userEnable: true }],
  ['the forms', FORMS, { language: 'en', ...PHONE }],
  ['the builders', BUILDERS, { language: 'zh', ...PHONE }],
  ['the bibliography’s', BIBLIOGRAPHY, { language: 'zh', ...SERVERS }],
  ['the settings’', SETTINGS, { language: 'en' }],
  ['the reports’', REPORTS, { language: 'zh' }],
] as const satisfies readonly (readonly [string, readonly Meeting[], PageOptions])[])('%s', (_, meetings, options) => {
  afterEach(() => v.close());

  it('each has a name, and all of it can be read and reached', async () => {
    v = await openPage({
      plugin: true,
      files: { 'mine.md': 'mine\n', 'pasted.md': PASTED, 'a.md': ENTRIES, 'a.bib': '@article{a, title = {A}}\n' },
      now: '2026-11-05T16:20:00',
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
      ...options,
    });
    const wrong: string[] = [];
    for (const { kind, open, leadsOn } of meetings) {
      const dialogs = v.page.locator('.rh-dialog');
      await open();
      await dialogs.last().waitFor();
      wrong.push(...(await dialogViolations(v.page)).map((one) => `${kind}: ${one}`));
      if (leadsOn) continue;
      const count = await dialogs.count(); // one may stand below it
      await v.page.keyboard.press('Escape');
      await expect.poll(() => dialogs.count()).toBe(count - 1);
    }
    expect(wrong).toEqual([]);
    expect(v.errors).toEqual([]);
  });
});

it('on a phone a passage that is found has its place below its title, which has the row to itself', async () => {
  v = await openPage({ plugin: true, files: { 'Sources/a.md': ENTRIES }, now: '2026-11-05T16:20:00', ...PHONE });
  await run('find-in-vault');
  await v.page.keyboard.type('reading');
  await v.page.locator('.rh-hit').first().waitFor();
  const [head, names, where] = await Promise.all(
    ['.rh-hit-head', '.rh-hit-names', '.rh-hit-where'].map((part) => v.page.locator(part).first().boundingBox()),
  );
  expect(where!.y).toBeGreaterThanOrEqual(names!.y + names!.height);
  expect(where!.x).toBe(head!.x);
  await v.close();
});
