import { ESLint } from 'eslint';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The lint rules that a line breaks if it stood in an existing file of the project. */
async function broken(eslint: ESLint, file: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe('the walls between the rooms', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: root });
  });

  it.each([
    ['src/core/time/iso-week.ts', "import { systemClock } from '../../platform/clock';"],
    ['src/core/time/iso-week.ts', "import { en } from '../../i18n/en';"],
    ['src/core/time/iso-week.ts', "import { TFile } from 'obsidian';"],
    ['src/core/time/iso-week.ts', "import fs from 'node:fs';"],
    ['src/settings/store.ts', "import { systemClock } from '../platform/clock';"],
    ['src/settings/store.ts', "import { TFile } from 'obsidian';"],
    ['src/i18n/en.ts', "import { registerFeatures } from '../features/registry';"],
    ['src/platform/clock.ts', "import { registerFeatures } from '../features/registry';"],
    ['src/core/time/iso-week.ts', "import type { Home } from '../../offers/home';"],
    ['src/ui/segmented.ts', "import type { Home } from '../offers/home';"],
    ['src/offers/home.ts', "import type { Context } from '../features/context';"],
    ['src/offers/home.ts', "import type { Notify } from '../platform/notify';"],
    ['src/features/diagnostics/feature.ts', "import { settingsTab } from '../settings-tab/feature';"],
    ['src/features/diagnostics/feature.ts', "import { registerFeatures } from '../registry';"],
    ['src/features/diagnostics/feature.ts', "import main from '../../main';"],
  ])('%s may not hold: %s', async (file, line) => {
    expect(await broken(eslint, file, line)).toContain('no-restricted-imports');
  });

  it.each(['new Date()', 'Date.now()', 'DateTime.now()', 'DateTime.local()'])(
    'the core does not ask the system for the time: %s',
    async (call) => {
      const found = await broken(eslint, 'src/core/time/iso-week.ts', `export const now = ${call};`);
      expect(found).toContain('no-restricted-syntax');
    },
  );

  it.each([
    'export const home = { open: () => undefined };',
    'export function open() {}',
    "import { addDays } from '../core/time/calendar-day';",
    "export { addDays } from '../core/time/calendar-day';",
    'export default class Home {}',
    'open();',
  ])('offers holds types alone: %s', async (line) => {
    expect(await broken(eslint, 'src/offers/home.ts', line)).toContain('no-restricted-syntax');
  });

  it('lets an offer be a type of types', async () => {
    const line =
      "import type { App } from 'obsidian';\nimport type { IsoDate } from '../core/ports';\nexport interface Day { readonly app: App; readonly date: IsoDate }\nexport type Days = readonly Day[];";
    expect(await broken(eslint, 'src/offers/home.ts', line)).toEqual([]);
  });

  it('lets the core import itself and luxon', async () => {
    const line =
      "import { DateTime } from 'luxon';\nimport { addDays } from './calendar-day';\nexport { DateTime, addDays };";
    expect(await broken(eslint, 'src/core/time/iso-week.ts', line)).toEqual([]);
  });
});
