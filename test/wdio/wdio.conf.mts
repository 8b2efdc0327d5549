// Obsidian for desktop and as a phone, the oldest that the manifest allows and the newest, each with the built plugin in an empty vault.
// OBSIDIAN_VERSIONS names others (`1.13.0/earliest latest/latest`: app and installer), as wdio-obsidian-service understands it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from 'node:process';
import { parseObsidianVersions } from 'wdio-obsidian-service';

const here = import.meta.dirname;
const plugin = path.resolve(here, '../..');
const { minAppVersion } = JSON.parse(readFileSync(path.join(plugin, 'manifest.json'), 'utf8')) as {
  minAppVersion: string;
};
const cacheDir = path.join(here, '.obsidian-cache');
const versions = await parseObsidianVersions(env['OBSIDIAN_VERSIONS'] ?? `${minAppVersion}/earliest latest/latest`, {
  cacheDir,
});

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./scenarios.wdio.ts'],
  maxInstances: Number(env['WDIO_MAX_INSTANCES'] ?? 1),
  capabilities: versions.flatMap(([appVersion, installerVersion]) =>
    [false, true].map((emulateMobile): WebdriverIO.Capabilities => ({
      browserName: 'obsidian',
      'wdio:obsidianOptions': {
        appVersion,
        installerVersion,
        emulateMobile,
        plugins: [plugin],
        vault: path.join(here, 'vault'),
      },
      ...(emulateMobile
        ? { 'goog:chromeOptions': { mobileEmulation: { deviceMetrics: { width: 390, height: 844 } } } }
        : {}),
    })),
  ),
  services: ['obsidian'],
  reporters: ['obsidian'],
  cacheDir,
  mochaOpts: { ui: 'bdd', timeout: 120_000, bail: true }, // each scenario goes on from the one before
  logLevel: 'warn',
  injectGlobals: false,
};
