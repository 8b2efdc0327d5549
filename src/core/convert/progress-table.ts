import { PERIOD_UNITS, type PeriodUnit } from '../time/period';
import type { Converted, Loss } from './conversion';

/** What a row of the table is of, by its first cell. */
const ROWS: Readonly<Record<PeriodUnit, RegExp>> = {
  day: /\bday\b|今[天日]/i,
  week: /\bweek\b|[本这]周/i,
  month: /\bmonth\b|[本这]月/i,
  quarter: /\bquarter\b|季度/i,
  year: /\byear\b|今年|本年/i,
};

/** Whether a line of a table asks Dataview for the time and draws a bar. */
export function isProgressRow(line: string): boolean {
  return (
    line.trimStart().startsWith('|') &&
    line.includes('<progress') &&
    /`\$?=[^`]*(?:dateformat\(date\(|dv\.date\()/.test(line)
  );
}

/** The table of time progress that inline Dataview drew: its rows are periods. */
export function convertProgressTable(rows: readonly string[]): Converted | null {
  const lost: Loss[] = [];
  const periods = rows.flatMap((row): PeriodUnit[] => {
    const name = row.trimStart().split('|')[1]?.trim() ?? '';
    const unit = PERIOD_UNITS.find((one) => ROWS[one].test(name));
    if (unit === undefined) lost.push({ kind: 'code', text: name });
    return unit === undefined ? [] : [unit];
  });
  if (periods.length === 0) return null;
  const isUsual = periods.join() === PERIOD_UNITS.join();
  return { block: 'time-progress', options: isUsual ? {} : { periods }, lost };
}
