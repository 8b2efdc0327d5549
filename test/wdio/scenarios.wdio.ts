// The list of scenarios in the real app; `test/features/scenarios.test.ts` holds the test host to the same one.
import { $, $$, browser } from '@wdio/globals';
import { before, describe, it } from 'mocha';
import { obsidianPage } from 'wdio-obsidian-service';
import { SCENARIOS, type AppUnderTest } from '../scenarios/scenarios';

const ID = 'research-handbook';

const inObsidian: AppUnderTest = {
  command: async (id) => {
    await browser.executeObsidianCommand(`${ID}:${id}`);
  },
  click: async (selector) => {
    await $(selector).click();
  },
  fill: async (selector, text) => {
    await $(selector).setValue(text);
  },
  openReading: async (path) => {
    await browser.executeObsidian(async ({ app, obsidian }, at) => {
      const file = app.vault.getAbstractFileByPath(at);
      if (!(file instanceof obsidian.TFile)) throw new Error(`There is no note ${at}`);
      await app.workspace.getLeaf().openFile(file, { state: { mode: 'preview' } });
    }, path);
  },
  read: (path) => obsidianPage.read(path),
  write: async (path, text) => {
    await browser.executeObsidian(({ app }, at, all) => app.vault.adapter.write(at, all), path, text);
  },
  paths: () => browser.executeObsidian(({ app }) => app.vault.getFiles().map((file) => file.path)),
  count: (selector) => $$(selector).length,
  text: async (selector) => ((await $(selector).isExisting()) ? $(selector).getText() : ''),
  commands: () =>
    browser.executeObsidian(({ app }, prefix) => {
      const { commands } = app as typeof app & { commands: { commands: Record<string, unknown> } };
      return Object.keys(commands.commands).filter((id) => id.startsWith(prefix));
    }, `${ID}:`),
  unload: () => obsidianPage.disablePlugin(ID),
  until: async (what, look) => {
    await browser.waitUntil(look, { timeout: 30_000, timeoutMsg: `This did not come to be: ${what}` });
  },
};

describe('Research Handbook in the real app, in the first week', () => {
  before(async () => {
    await obsidianPage.resetVault();
  });
  for (const { name, run } of SCENARIOS) it(name, () => run(inObsidian));
});
