import { readLogInput, type LogInputField, type LogInputProblem } from '../../core/reading/log-input';
import { SOURCE_STATUSES } from '../../core/reading/types';
import { dayOf } from '../../core/time/calendar-day';
import type { CliOutcome } from '../../platform/cli';
import { sourceNamed } from '../../ui/source-named';
import type { Context } from '../context';
import { appendOne } from './append';
import { inputProblem } from './texts';

type Flag = 'source' | 'date' | 'min' | 'pass' | 'pages' | 'status' | 'note' | 'private';

/** Under which flag a field is given. */
const FLAGS: Readonly<Record<LogInputField, Flag>> = {
  date: 'date',
  minutes: 'min',
  pass: 'pass',
  pages: 'pages',
  status: 'status',
  note: 'note',
};

export function registerLogCli(ctx: Context): void {
  const t = ctx.i18n.ui.readingLog.cli;
  ctx.cli.register<Flag>({
    name: 'log',
    description: t.log,
    flags: {
      source: { value: t.sourceValue, description: t.source, required: true },
      date: { value: '<YYYY-MM-DD>', description: t.date },
      min: { value: '<45|1h30m>', description: t.min },
      pass: { value: '<1|2|3>', description: t.pass },
      pages: { value: '<4-6>', description: t.pages },
      status: { value: `<${SOURCE_STATUSES.join('|')}>`, description: t.status },
      note: { value: '<text>', description: t.note },
      private: { description: t.private },
    },
    run: (flags) => log(ctx, flags),
  });
}

async function log(ctx: Context, flags: Readonly<Partial<Record<Flag, string>>>): Promise<CliOutcome> {
  const { ui } = ctx.i18n;
  const t = ui.readingLog.cli;
  const text = (flag: Flag): string => flags[flag] ?? '';
  const read = readLogInput(
    {
      date: text('date'),
      minutes: text('min'),
      pass: text('pass'),
      pages: text('pages'),
      status: text('status'),
      note: text('note'),
      private: flags.private === 'true',
    },
    dayOf(ctx.clock.now()),
  );
  if (!read.ok) {
    const [first] = Object.entries(read.problems) as [LogInputField, LogInputProblem][];
    const [field, problem] = first ?? (['date', 'bad-date'] as const);
    const flag = FLAGS[field];
    return { ok: false, error: t.badValue(flag, text(flag), inputProblem(problem, ui)) };
  }
  await ctx.reading.flush();
  const found = sourceNamed(text('source'), ctx.reading.index.sources(), t);
  if (typeof found === 'string') return { ok: false, error: found };
  const result = await appendOne(ctx, found.path, read.line);
  if (result.outcome === 'stopped') return { ok: false, error: ui.cli.stopped };
  if (result.outcome === 'failed') return { ok: false, error: result.message };
  const { path, line } = result;
  return { ok: true, text: t.logged(path, line), json: { path, line } };
}
