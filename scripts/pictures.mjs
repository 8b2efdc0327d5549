// `npm run pictures [-- <name> …]`: draws the README's pictures anew, or those named, from a vault in which a student has read for a year.
import { DateTime } from 'luxon';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHost } from '../test/host/node/load.mjs';
import { buildPlugin } from './build.mjs';
import { cli, study } from './demo-study.mjs';
import { drawInstallFigure } from './install-figure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const outdir = path.join(root, 'docs/images');
const NOW = '2026-11-05T16:20:00';
const TODAY = NOW.slice(0, 10);
const ZONE = 'Asia/Shanghai';

const SETTINGS = {
  zh: { weeklyGoalMinutes: 600, spans: '秋季学期: 2026-09-07..2027-01-15\n硕士: 2025-09-01..2028-06-30' },
  en: { weeklyGoalMinutes: 600, spans: 'Autumn term: 2026-09-07..2027-01-15\nMaster: 2025-09-01..2028-06-30' },
};

/** A term, a degree, a deadline, one to come and one that is over. */
const SPANS = {
  zh: `style: bars
periods: []
spans:
  - { name: 秋季学期, from: 2026-09-07, to: 2027-01-15 }
  - { name: 硕士, from: 2025-09-01, to: 2028-06-30 }
  - { name: CVPR 2027 投稿, from: 2026-08-29, to: 2026-11-17 23:59 AoE, kind: deadline }
  - { name: 春季学期, from: 2027-02-26, to: 2027-07-04 }
  - { name: 开题报告, from: 2026-09-01, to: 2026-10-27 }
goal: reading
`,
  en: `style: bars
periods: []
spans:
  - { name: Autumn term, from: 2026-09-07, to: 2027-01-15 }
  - { name: Master, from: 2025-09-01, to: 2028-06-30 }
  - { name: CVPR 2027 paper, from: 2026-08-29, to: 2026-11-17 23:59 AoE, kind: deadline }
  - { name: Spring term, from: 2027-02-26, to: 2027-07-04 }
  - { name: Proposal, from: 2026-09-01, to: 2026-10-27 }
goal: reading
`,
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

/** Log lines above those that a source has. */
async function addLines(file, days) {
  const lines = days.map(({ date, minutes }) => `- ${date} [min:: ${minutes}]`).join('\n');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^(## (?:阅读日志|Reading log)\n\n?)/m, `$1${lines}\n\n`));
}

/** Weeks of the year before the demo's reports; some were not written, and those of the holiday neither. */
function* earlierReports() {
  const missed = ['2026-W01', '2026-W07', '2026-W08', '2026-W19', '2026-W26', '2026-W33'];
  for (let day = DateTime.fromISO('2025-12-01'); day.toISODate() < '2026-10-12'; day = day.plus({ weeks: 1 })) {
    const week = day.toFormat("kkkk-'W'WW");
    if (!missed.includes(week)) yield week;
  }
}

/** A vault with the handbook, a year of log lines and some reports. */
async function makeVault(openHost, lang) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'rh-pictures-'));
  const host = await openHost({ dir, plugin: true, language: lang, now: NOW, timezone: ZONE, data: SETTINGS[lang] });
  await cli(host, 'setup', { lang });
  await study(host, { lang, today: TODAY });
  await cli(host, 'weekly', { date: TODAY });
  const paths = await host.paths();
  await host.close();
  const book = paths.find((file) => file.endsWith('机器学习.md'));
  const course = paths.find((file) => file.includes('CS231n - '));
  const days = [...earlierReading()];
  await addLines(
    path.join(dir, book),
    days.filter(({ date }) => date < '2026-04-01'),
  );
  await addLines(
    path.join(dir, course),
    days.filter(({ date }) => date >= '2026-04-01'),
  );
  const reports = path.dirname(
    path.join(
      dir,
      paths.find((file) => file.endsWith('-W45.md')),
    ),
  );
  for (const week of earlierReports()) {
    await writeFile(path.join(reports, `${week}.md`), `---\ntype: weekly-report\nweek: ${week}\nstatus: sent\n---\n`);
  }
  return dir;
}

/** The vault to open at once, as `scripts/vault-zip.mjs` packs it. */
async function makeReadyVault(openHost, lang) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'rh-ready-'));
  const plugin = path.join(dir, '.obsidian/plugins/research-handbook');
  await buildPlugin({ outdir: plugin });
  const host = await openHost({ dir, plugin, language: lang, now: NOW, timezone: ZONE });
  await cli(host, 'setup', { lang });
  await host.close();
  return dir;
}

/** Those to draw; all of them where none is named. */
const wanted = process.argv.slice(2);
const { openHost, picture, closeBrowser } = await loadHost();
await mkdir(outdir, { recursive: true });
const met = [];
for (const lang of ['zh', 'en']) {
  const vault = await makeVault(openHost, lang);
  const home = lang === 'zh' ? '主页.md' : 'Home.md';
  const shared = { vault, language: lang, now: NOW, timezone: ZONE, data: SETTINGS[lang] };
  const draw = async (name, how) => {
    if (wanted.length > 0 && !wanted.includes(name)) return;
    const errors = await picture({ ...shared, ...how, out: path.join(outdir, `${name}-${lang}.png`) });
    met.push(...errors.map((error) => `${name}-${lang}: ${error}`));
  };
  const block = async (name, source, how = {}) => {
    await writeFile(path.join(vault, `${name}.md`), source);
    await draw(name, { note: `${name}.md`, ...how });
    await rm(path.join(vault, `${name}.md`));
  };
  const page = { command: 'research-handbook:open-home', width: 1280 };
  await draw('home', page);
  await draw('home-dark', { ...page, theme: 'dark' });
  await draw('home-phone', { note: home, width: 390 });
  await block('progress', '```time-progress\n```\n', { selector: '.rh-time-progress' });
  await block('progress-spans', `\`\`\`time-progress\n${SPANS[lang]}\`\`\`\n`, { selector: '.rh-time-progress' });
  await block('heatmap-day', '```calendar-heatmap\n```\n', {
    width: 1000,
    height: 430,
    full: false,
    act: async ({ page }) => {
      await page.locator(`[data-date="${TODAY}"]`).click();
      await page.locator('.rh-popover').waitFor();
    },
  });
  await draw('log-reading', { note: home, command: 'research-handbook:log-reading', full: false });
  const ready = await makeReadyVault(openHost, lang);
  const opened = { vault: ready, data: undefined, full: false };
  await draw('install', {
    ...opened,
    width: 1100,
    act: ({ page }) => drawInstallFigure(page, lang, ready),
    selector: '.figure',
  });
  await draw('first-day', { ...opened, note: home, command: 'research-handbook:open-home', width: 1280, height: 800 });
  await draw('set-up', {
    vault: undefined,
    files: {},
    data: undefined,
    command: 'research-handbook:set-up',
    full: false,
  });
  await rm(ready, { recursive: true, force: true });
  await rm(vault, { recursive: true, force: true });
}
await closeBrowser();
for (const error of met) console.error(error);
process.exit(met.length === 0 ? 0 : 1);
