// A term of a student's work, done by the plugin's own commands; what only a student can write is written by hand.
import { linesUntil, PLANS, SOURCES } from './demo-reading.mjs';

/** Runs one command of the plugin's CLI and answers its JSON. @throws Error where the command fails */
export async function cli(host, command, flags) {
  const answer = JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' }));
  if (!answer.ok) throw new Error(`${command} ${JSON.stringify(flags)}: ${answer.error}`);
  return answer;
}

/**
 * Sources, ten weeks of log lines with a week away, two reports that were sent; last week's report is missing.
 * @param {{ lang: 'zh' | 'en', today: string }} how
 */
export async function study(host, { lang, today }) {
  for (const source of SOURCES) await cli(host, 'add', source);
  for (const line of linesUntil(today, lang)) await cli(host, 'log', line);
  for (const weeksAgo of [3, 2]) {
    const { path } = await cli(host, 'weekly', { date: daysBefore(today, weeksAgo * 7) });
    await host.external.write(path, finish(await host.read(path), PLANS[weeksAgo][lang]));
  }
}

/** What the student adds by hand: a plan for the next week, and that the report was sent. */
function finish(text, items) {
  const plan = items.map((item) => `- [${item.done ? 'x' : ' '}] ${item.text}`).join('\n');
  return text.replace(/^- \[ \] ?$/m, plan).replace(/^status: draft$/m, 'status: sent');
}

function daysBefore(today, days) {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
