import { defineConfig } from 'vitest/config';
import { NO_ZONE } from './test/no-zone.mjs';

/** Unit tests where the zone matters run again in each of these: west of UTC with DST, east, and across the date line. */
const ZONES = {
  'los-angeles': 'America/Los_Angeles',
  shanghai: 'Asia/Shanghai',
  apia: 'Pacific/Apia',
};
/** Tests that open a vault in jsdom; whatever else is called `*.test.ts` is a unit test. */
const IN_HOST = 'test/{host,features,platform,ui}/**/*.test.ts';
const PROPERTIES = 'test/properties.ts';
const hostSetup = {
  globalSetup: ['test/host/vitest/global-setup.ts'],
  setupFiles: [PROPERTIES, 'test/host/vitest/setup.ts'],
};

export default defineConfig({
  test: {
    pool: 'forks', // the time zone is the process's
    // Files of a project share processes: loading jsdom and luxon anew for each took longer than many a test. So a file
    // leaves nothing behind: what it sets (zone, timers, spies, globals), it sets back.
    isolate: false,
    maxWorkers: '100%',
    // Properties and ESLint take their time where several things run at once, and properties with random values ten times as long.
    testTimeout: process.env['PROPERTY_VALUES'] === 'random' ? 600_000 : 60_000,
    reporters: ['default'],
    coverage: { provider: 'v8', include: ['src/core/**', 'src/settings/**'], reporter: ['text', 'json-summary'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [IN_HOST],
          env: { TZ: 'UTC' },
          setupFiles: [PROPERTIES],
        },
      },
      ...Object.entries(ZONES).map(([name, TZ]) => ({
        extends: true as const,
        test: {
          name: `unit-${name}`,
          include: [
            'test/core/{time,options,progress,heatmap,report,reading,home}/**/*.test.ts',
            'test/host/zone.test.ts',
          ],
          exclude: [...NO_ZONE],
          env: { TZ },
          setupFiles: [PROPERTIES],
        },
      })),
      {
        extends: true,
        test: {
          name: 'host',
          include: [IN_HOST],
          env: { TZ: 'UTC' },
          hookTimeout: 60_000,
          ...hostSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          env: { TZ: 'UTC' },
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } }, // a busy machine is slow, not wrong; the second it would be otherwise is soon over
          maxWorkers: 2, // each drives a browser of its own
          sequence: { groupOrder: 1 }, // after all others, so that browsers have the cores to themselves
          globalSetup: hostSetup.globalSetup,
          setupFiles: [...hostSetup.setupFiles, 'test/host/vitest/setup-browser.ts'],
        },
      },
    ],
  },
});
