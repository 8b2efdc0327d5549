// `npm run pictures`: draws the README's pictures anew, from a vault in which a student has read for a year.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHost } from '../test/host/node/load.mjs';
import { cli, study } from './demo-study.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const outdir = path.join(root, 'docs/images');
const NOW = '2026-11-05T16:20:00';
const TODAY = NOW.slice(0, 10);
const ZONE = 'Asia/Shanghai';

const SETTINGS = {
  zh: { weeklyGoalMinutes: 600, spans: '秋季学期: 2026-09-07..2027-01-15\n硕士: 2025-09-01..2028-06-30' },
  en: { weeklyGoalMinutes: 600, spans: 'Autumn term: 2026-09-07..2027-01-15\nMaster: 2025-09-01..2028-06-30' },
};

/** Minutes read on each day of the eleven months before the demo's term: a rhythm with pauses, the same every time. */
function* earlierReading() {
  let seed = 20261105;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (
    const day = new Date('2025-12-01T00:00:00Z');
    day < new Date('2026-08-24T00:00:00Z');
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    const date = day.toISOString().slice(0, 10);
    const away = date > '2026-02-10' && date < '2026-02-25'; // the spring festival
    const weekend = day.getUTCDay() % 6 === 0;
    const draw = random();
    if (away || draw > (weekend ? 0.35 : 0.72)) continue;
    yield { date, minutes: draw < 0.02 ? 0 : 10 + Math.round(random() * random() * 30) * 5 };
  }
}

/** A vault with the handbook, a year of log lines and some reports. */
async function makeVault(openHost, lang) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'rh-pictures-'));
  const host = await openHost({ dir, plugin: true, language: lang, now: NOW, timezone: ZONE, data: SETTINGS[lang] });
  await cli(host, 'setup', { lang });
  await study(host, { lang, today: TODAY });
  await cli(host, 'weekly', { date: TODAY });
  const course = (await host.paths()).find((file) => file.includes('CS231n - '));
  await host.close();
  const lines = [...earlierReading()].map(({ date, minutes }) => `- ${date} [min:: ${minutes}]`).join('\n');
  const text = await readFile(path.join(dir, course), 'utf8');
  await writeFile(path.join(dir, course), text.replace(/^(## (?:阅读日志|Reading log)\n\n?)/m, `$1${lines}\n`));
  return dir;
}

const { openHost, picture, closeBrowser } = await loadHost();
await mkdir(outdir, { recursive: true });
const met = [];
for (const lang of ['zh', 'en']) {
  const vault = await makeVault(openHost, lang);
  const home = lang === 'zh' ? '主页.md' : 'Home.md';
  const shared = { vault, language: lang, now: NOW, timezone: ZONE, data: SETTINGS[lang] };
  const draw = async (name, how) => {
    const errors = await picture({ ...shared, ...how, out: path.join(outdir, `${name}-${lang}.png`) });
    met.push(...errors.map((error) => `${name}-${lang}: ${error}`));
  };
  const block = async (name, source, how = {}) => {
    await writeFile(path.join(vault, `${name}.md`), source);
    await draw(name, { note: `${name}.md`, ...how });
    await rm(path.join(vault, `${name}.md`));
  };
  const page = { command: 'research-handbook:open-home-view', width: 1280 };
  await draw('home', page);
  await draw('home-dark', { ...page, theme: 'dark' });
  await draw('home-phone', { note: home, width: 390 });
  await block('progress', '```time-progress\n```\n', { selector: '.rh-time-progress' });
  await block('heatmap-day', '```calendar-heatmap\n```\n', {
    width: 1000,
    full: false,
    act: async ({ page }) => {
      await page.locator(`[data-date="${TODAY}"]`).click();
      await page.locator('.rh-popover').waitFor();
    },
  });
  await draw('log-reading', { note: home, command: 'research-handbook:log-reading', full: false });
  await draw('set-up', { note: home, command: 'research-handbook:set-up', full: false });
  await rm(vault, { recursive: true, force: true });
}
await closeBrowser();
for (const error of met) console.error(error);
process.exit(met.length === 0 ? 0 : 1);
