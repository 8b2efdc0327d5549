import { SuggestModal } from 'obsidian';
import type { IsoWeek } from '../../core/ports';
import { dayOf } from '../../core/time/calendar-day';
import { isFromOurTime } from '../../core/report/missing-weeks';
import { addWeeks } from '../../core/time/iso-week';
import { weekFromQuery } from '../../core/time/week-query';
import type { ReportState } from '../../offers/reports';
import { namePrompt } from '../../ui/name-prompt';
import type { Context } from '../context';
import { loggedWeeks } from './logged-weeks';
import { loggedWords, weekDays } from './texts';
import type { WeeklyReports } from './weekly-reports';

interface WeekRow {
  readonly week: IsoWeek;
  readonly state: ReportState;
  readonly days: string;
  readonly logged: string;
}

/** Weeks shown before the first entry, so that a beginner has some to choose from. */
const AT_LEAST = 4;
const NONE_BEYOND = 1000;

/** Picks a week: this one, then back to the first entry or report, then coming ones; with state and what was logged. */
export class WeekPicker extends SuggestModal<WeekRow> {
  private readonly rows: readonly WeekRow[];
  private readonly rowOf: (week: IsoWeek) => WeekRow;

  constructor(
    private readonly ctx: Context,
    reports: WeeklyReports,
    thisWeek: IsoWeek,
    private readonly choose: (week: IsoWeek, event: MouseEvent | KeyboardEvent) => void,
  ) {
    super(ctx.app);
    this.rowOf = rowsOf(ctx, reports, thisWeek);
    this.rows = weeksToPick(ctx, reports, thisWeek).map(this.rowOf);
    this.limit = NONE_BEYOND;
    this.emptyStateText = ctx.i18n.ui.report.picker.none;
    this.setPlaceholder(ctx.i18n.ui.report.picker.placeholder);
    namePrompt(this, ctx.i18n.ui.report.command.choose);
    this.modalEl.setAttribute('lang', ctx.i18n.ui.common.langTag);
    this.modalEl.addClass('rh-week-picker');
  }

  override getSuggestions(query: string): WeekRow[] {
    // A day or a number means one week: Enter opens that one, whatever else its letters stand in.
    const meant = weekFromQuery(query, dayOf(this.ctx.clock.now()));
    if (meant !== null) return [this.rowOf(meant)];
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
    const { states } = this.ctx.i18n.ui.report.picker;
    return this.rows.filter(({ week, state, days, logged }) => {
      const shown = `${week} ${states[state]} ${days} ${logged}`.toLowerCase();
      return wanted.every((word) => shown.includes(word));
    });
  }

  override renderSuggestion({ week, state, days, logged }: WeekRow, el: HTMLElement): void {
    const { states } = this.ctx.i18n.ui.report.picker;
    const row = el.createDiv({ cls: 'rh-week-choice' });
    row.createSpan({ cls: 'rh-strong', text: week });
    row.createSpan({ cls: 'rh-muted', text: days });
    row.createSpan({ cls: 'rh-muted', text: logged });
    row.createSpan({ cls: 'rh-state', text: states[state], attr: { 'data-report': state } });
  }

  override onChooseSuggestion({ week }: WeekRow, event: MouseEvent | KeyboardEvent): void {
    this.choose(week, event);
  }
}

/** What is said of any week. */
function rowsOf(ctx: Context, reports: WeeklyReports, thisWeek: IsoWeek): (week: IsoWeek) => WeekRow {
  const words = ctx.i18n.ui;
  const t = words.report.picker;
  const logged = loggedWeeks(ctx.reading.index);
  const states = new Map(reports.all().map(({ week, status }) => [week, status]));
  const named = new Map([
    [thisWeek, t.thisWeek],
    [addWeeks(thisWeek, -1), t.lastWeek],
  ]);
  return (week) => {
    const name = named.get(week);
    return {
      week,
      state: states.get(week) ?? 'none',
      days: [...(name === undefined ? [] : [name]), weekDays(week, words)].join(' · '),
      logged: loggedWords(logged.get(week), words),
    };
  };
}

function weeksToPick(ctx: Context, reports: WeeklyReports, thisWeek: IsoWeek): IsoWeek[] {
  const written = [...loggedWeeks(ctx.reading.index).keys(), ...reports.all().map(({ week }) => week)];
  const known = written.filter(isFromOurTime).sort();
  const first = [known[0] ?? thisWeek, addWeeks(thisWeek, 1 - AT_LEAST)].sort()[0] ?? thisWeek;
  const last = [known.at(-1) ?? thisWeek, addWeeks(thisWeek, 1)].sort().at(-1) ?? thisWeek;
  const weeks: IsoWeek[] = [];
  for (let week = last; week >= first; week = addWeeks(week, -1)) weeks.push(week);
  // Enter takes the first row: that is this week's, not a coming one's.
  return [...weeks.filter((week) => week <= thisWeek), ...weeks.filter((week) => week > thisWeek).reverse()];
}
