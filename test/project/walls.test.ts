import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlantedFiles } from './planted';

const root = path.resolve(import.meta.dirname, '../..');
const files = new PlantedFiles(true);
const imports = new PlantedFiles(false);

/** What a row of `it.each` holds: the folder, what is planted there, the planted file. */
type Row = [string, string, string];

/** Plants each text in each folder, within something around it. */
function plant(
  folders: readonly string[],
  texts: readonly string[],
  around = (text: string) => text,
  into: PlantedFiles = files,
): Row[] {
  return folders.flatMap((folder) =>
    texts.map((text): Row => [folder, text.replace(/\n\s*/g, ' '), into.add(folder, around(text))]),
  );
}

const CORE = ['src/core/time'];
const FEATURE = ['src/features/heatmap/day'];
const OTHERS = ['src/ui', 'src/settings', 'src/i18n', 'src/features', 'src'];
const EFFECTS = 'walls/effects-in-their-rooms';

describe('the walls between the rooms, for imports', () => {
  const importing = (folders: readonly string[], ...froms: string[]): Row[] =>
    plant(folders, froms, (from) => `import { thing } from '${from}';\nexport const held = thing;`, imports);

  it.each([
    ...importing(CORE, '../../platform/clock', '../../i18n/en', '../../settings/schema', '../../ui/error-box'),
    ...importing(CORE, '../../features/context', '../../main', 'obsidian', 'node:fs', 'moment'),
    ...importing(
      ['src/settings', 'src/i18n'],
      '../platform/clock',
      '../features/registry',
      '../ui/error-box',
      'obsidian',
    ),
    ...importing(['src/platform'], '../features/registry', '../ui/error-box', '../main'),
    ...importing(['src/ui'], '../platform/clock', '../settings/schema', '../features/registry', '../main'),
    ...importing(['src/features/diagnostics'], '../settings-tab/feature', '../registry', '../../main'),
    ...importing([...CORE], '../../offers/home'),
    ...importing(['src/ui', 'src/platform', 'src/settings', 'src/i18n'], '../offers/home'),
    ...importing(['src/offers'], '../features/context', '../platform/notify', '../ui/error-box', '../i18n/en', 'luxon'),
    ...plant(CORE, ['export { systemClock } from "../../platform/clock";'], undefined, imports),
    ...plant(CORE, ['import type { App } from "obsidian";\nexport type Held = App;'], undefined, imports),
  ])('%s may not import: %s', async (_folder, _from, file) => {
    expect(await imports.broken(file)).toContain('no-restricted-imports');
  });

  it.each(
    plant(
      [...CORE, 'src/platform', 'src/offers', 'src/features/home/page'],
      ["export const clock = import('../../platform/clock');", "export type Held = import('../../platform/clock').A;"],
      undefined,
      imports,
    ),
  )('%s imports nothing but at the top of a file: %s', async (_folder, _text, file) => {
    expect(await imports.broken(file)).toContain('no-restricted-syntax');
  });
});

describe('the walls around the core', () => {
  it.each(
    plant(
      CORE,
      [
        ...['new Date()', 'Date()', 'Date.now()', 'DateTime.now()', 'DateTime.local()', 'DateTime.utc()'],
        ...["DateTime.local({ zone: 'utc' })", 'Settings.now()'],
      ],
      (call) => `import { DateTime, Settings } from 'luxon';\nexport const now = [${call}, DateTime, Settings];`,
    ),
  )('%s does not ask the system for the time: %s', async (_folder, _call, file) => {
    expect(await files.broken(file)).toContain('no-restricted-syntax');
  });

  it.each(
    plant(
      CORE,
      [
        ...['window', 'document', 'activeDocument', 'navigator', 'localStorage', 'indexedDB', 'crypto', 'performance'],
        ...['console', 'process', 'Buffer', 'require', 'createDiv', 'createEl', 'activeWindow', 'moment'],
        ...['setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'XMLHttpRequest', 'structuredClone', 'URL'],
      ],
      (name) => `export const held: unknown = ${name};`,
    ),
  )('%s knows no globals but those of ECMAScript: %s', async (_folder, _name, file) => {
    expect(await files.broken(file)).toContain('no-undef');
    expect(files.typeErrors(file)).toEqual([expect.stringMatching(/^Cannot find name/)]);
  });

  it.each(plant(CORE, ['export const held: unknown = globalThis;']))(
    '%s may not hold: %s',
    async (_in, _text, file) => {
      expect(await files.broken(file)).toContain('no-restricted-globals');
    },
  );

  it.each(
    plant(
      CORE,
      ['HTMLElement', 'NodeJS.ProcessEnv', 'Window'],
      (type) => `export const held = (given: ${type}) => given;`,
    ),
  )('%s knows no types of the DOM or of Node: %s', (_folder, _type, file) => {
    expect(files.typeErrors(file)).toEqual([expect.stringMatching(/^Cannot find (name|namespace)/)]);
  });

  it.each(
    plant(CORE, [
      "import { DateTime } from 'luxon';\nimport { addDays } from './calendar-day';\nexport { DateTime, addDays };",
      'export const held = new Intl.NumberFormat("en").format(Math.max(...new Map([[1, 2]]).keys()));'.replaceAll(
        '"',
        "'",
      ),
    ]),
  )('%s may hold: %s', async (_folder, _text, file) => {
    expect(await files.broken(file)).toEqual([]);
    expect(files.typeErrors(file)).toEqual([]);
  });
});

describe('the offers, which are types alone', () => {
  it.each(
    plant(
      ['src/offers'],
      [
        'export const home = { open: () => undefined };',
        'export function open() {}',
        "import { addDays } from '../core/time/calendar-day';",
        "export { addDays } from '../core/time/calendar-day';",
        'export default class Home {}',
        'open();',
      ],
      undefined,
      imports,
    ),
  )('%s may not hold: %s', async (_folder, _text, file) => {
    expect(await imports.broken(file)).toContain('no-restricted-syntax');
  });

  it.each(
    plant(
      ['src/offers'],
      [
        "import type { App } from 'obsidian';\nexport type Held = App;",
        "import type { IsoDate } from '../core/ports';\nexport interface Day {\n  readonly date: IsoDate;\n}",
      ],
      undefined,
      imports,
    ),
  )('%s may hold: %s', async (_folder, _text, file) => {
    expect(await imports.broken(file)).toEqual([]);
  });
});

/** Statements in a function that has the app, one of its notes, a component and an element. */
const within = (statements: string): string => `import { App, Component, TFile } from 'obsidian';
export async function planted(app: App, file: TFile, owner: Component, el: HTMLElement): Promise<unknown> {
  ${statements}
  return [app, file, owner, el];
}`;

const VAULT_WRITES = [
  ...["create('a.md', '')", "createBinary('a.png', new ArrayBuffer(0))", "createFolder('a')", "modify(file, '')"],
  ...['modifyBinary(file, new ArrayBuffer(0))', "append(file, '')", 'appendBinary(file, new ArrayBuffer(0))'],
  ...[
    'process(file, (text) => text)',
    'delete(file)',
    'trash(file, true)',
    "rename(file, 'b.md')",
    "copy(file, 'b.md')",
  ],
].map((call) => `await app.vault.${call};`);
const FILE_WRITES = [
  ...[
    "renameFile(file, 'b.md')",
    'trashFile(file)',
    'promptForDeletion(file)',
    'processFrontMatter(file, () => undefined)',
  ],
].map((call) => `await app.fileManager.${call};`);
const WAYS_AROUND = [
  "const { vault } = app;\n  await vault.modify(file, '');",
  "const notes = app.vault;\n  await notes['modify'](file, '');",
  'const { modify } = app.vault;\n  void modify;',
  'const { vault: { process: change } } = app;\n  void change;',
  "await (app as Pick<App, 'vault'>).vault.modify(file, '');",
  'const timers = { setTimeout };\n  void timers;',
  'const { setTimeout: later } = el.win;\n  void later;',
  "(fetch as (url: string) => unknown)('https://example.org');",
];
const ADAPTER = ["await app.vault.adapter.write('a.md', '');", 'const { adapter } = app.vault;\n  void adapter;'];
const TIMERS = [
  ...['window.setTimeout(() => undefined, 1);', 'setTimeout(() => undefined, 1);', 'setInterval(() => undefined, 1);'],
  ...['activeWindow.setTimeout(() => undefined, 1);', 'el.win.setInterval(() => undefined, 1);'],
  ...['el.win.requestAnimationFrame(() => undefined);', 'requestIdleCallback(() => undefined);'],
  ...['owner.registerInterval(1);', 'await sleep(1);', 'await el.win.sleep(1);'],
];
const NETWORK = [
  ...[
    "await fetch('https://example.org');",
    "await el.win.fetch('https://example.org');",
    'void new XMLHttpRequest();',
  ],
  ...["void new WebSocket('wss://example.org');", "void new EventSource('https://example.org');"],
  ...[
    "el.win.navigator.sendBeacon('https://example.org');",
    "el.win.open('https://example.org');",
    'void el.win.navigator.share({});',
  ],
  "await ajaxPromise({ url: 'https://example.org' });",
];
const STORAGE = [
  ...["localStorage.setItem('a', 'b');", "el.win.localStorage.setItem('a', 'b');", 'el.win.sessionStorage.clear();'],
  ...["el.win.indexedDB.open('a');", "await el.win.caches.open('a');", "el.doc.cookie = 'a=b';"],
  ...["app.saveLocalStorage('a', 1);", "app.loadLocalStorage('a');", "app.secretStorage.getSecret('a');"],
  'await el.win.navigator.storage.persist();',
];
const GLOBALS = [
  ...['void window;', 'void self;', 'void globalThis;', 'el.win.name = file.name;'],
  ...["(el.win as unknown as Record<string, unknown>)['planted'] = 1;", "Reflect.set(el.win, 'planted', 1);"],
  ...['Object.assign(activeWindow, { planted: 1 });', '(el.win as { planted?: number }).planted = 1;'],
];
const OF_OBSIDIAN = [
  ["new Notice('')", 'Notice'],
  ["requestUrl('https://example.org')", 'requestUrl'],
  ["request('https://example.org')", 'request'],
  ['debounce(() => undefined)', 'debounce'],
].map(([call = '', name = '']) => `import { ${name} } from 'obsidian';\nexport const held = ${call};`);

describe('the walls for calls', () => {
  it.each([
    ...plant(
      FEATURE,
      [...VAULT_WRITES, ...FILE_WRITES, ...WAYS_AROUND, ...ADAPTER, ...TIMERS, ...NETWORK, ...STORAGE, ...GLOBALS],
      within,
    ),
    ...plant(FEATURE, [
      ...OF_OBSIDIAN,
      "import * as obsidian from 'obsidian';\nexport const held = new obsidian.Notice('');",
      "export { Notice } from 'obsidian';",
    ]),
  ])('%s may not hold: %s', async (_folder, _text, file) => {
    expect(await files.broken(file)).toContain(EFFECTS);
    expect(files.typeErrors(file)).toEqual([]); // else it might be found for another reason
  });

  it.each([
    ...plant(
      OTHERS,
      [VAULT_WRITES, ADAPTER, TIMERS, NETWORK, STORAGE, GLOBALS].map(([first = '']) => first),
      within,
    ),
    ...plant(['src/platform'], [...VAULT_WRITES.slice(0, 1), ...FILE_WRITES.slice(0, 1), ...NETWORK], within),
    ...plant(['src/platform'], OF_OBSIDIAN.slice(0, 3)),
  ])('nor may %s hold: %s', async (_folder, _text, file) => {
    expect(await files.broken(file)).toContain(EFFECTS);
  });

  it.each(
    [
      ['vault-notes', within([...VAULT_WRITES, ...FILE_WRITES, ...ADAPTER.slice(0, 1)].join('\n  '))],
      ['notify', OF_OBSIDIAN[0] ?? ''],
      ['network', within(NETWORK.join('\n  '))],
      ['timers', within(TIMERS.join('\n  '))],
      ['device-storage', within(STORAGE.join('\n  '))],
      ['window-globals', within(GLOBALS.join('\n  '))],
    ].map(([name = '', text = '']) => [files.put(`src/platform/${name}.ts`, text)]),
  )('are open in the room of the effect: %s', async (file) => {
    expect(await files.broken(file)).not.toContain(EFFECTS);
    expect(files.typeErrors(file)).toEqual([]);
  });

  it.each([
    ...plant(
      FEATURE,
      [
        'const text = await app.vault.cachedRead(file);\n  app.fileManager.generateMarkdownLink(file, text);',
        'const names = new Map([[file.name, 1]]);\n  names.delete(file.name);\n  el.append(String(Object.create(null)));',
        'const window = el.win;\n  const open = window.innerWidth > 300;\n  void open;',
        'await el.win.navigator.clipboard.writeText(file.name);',
      ],
      within,
    ),
    ...plant(FEATURE, [
      'export interface Notes {\n  fetch: typeof fetch;\n}\nexport const held = (notes: Notes) => notes.fetch;',
      "import type { Notice } from 'obsidian';\nexport type Shown = ReadonlySet<Notice>;",
    ]),
  ])('leave other things of those names alone: %s may hold %s', async (_folder, _text, file) => {
    expect(await files.broken(file)).not.toContain(EFFECTS);
    expect(files.typeErrors(file)).toEqual([]);
  });

  it.each(plant(FEATURE, ['process.cwd()', "Buffer.from('a')"], (call) => `export const held: unknown = ${call};`))(
    '%s knows nothing of Node: %s',
    (_folder, _call, file) => {
      expect(files.typeErrors(file)).toEqual([expect.stringMatching(/^Cannot find name/)]);
    },
  );
});

it('npm run typecheck goes through every tsconfig.json', () => {
  const folders = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'tsconfig.json')
    .map((file) => path.posix.join('src', path.dirname(file)));
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { typecheck: string };
  };
  const checked = [...scripts.typecheck.matchAll(/tsc --noEmit(?: -p (\S+))?/g)].map(([, folder]) => folder ?? '.');
  expect(checked.sort()).toEqual(['.', ...folders].sort());
});
