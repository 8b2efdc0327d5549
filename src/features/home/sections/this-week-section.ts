import type { DateTime } from 'luxon';
import { Component } from 'obsidian';
import { checklistKey } from '../../../core/home/checklist';
import type { ThisWeekOptions } from '../../../core/home/options';
import { nextPaceChange } from '../../../core/home/pace';
import { missedLastWeek, weekReading } from '../../../core/home/this-week';
import type { IsoWeek } from '../../../core/ports';
import { parseHolidays } from '../../../core/reading/holidays';
import { addWeeks, daysOfWeek, weekOf } from '../../../core/time/iso-week';
import { periodAt } from '../../../core/time/period';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';
import { drawPace, type PaceModel } from './pace-view';
import { PlanNote } from './plan-note';
import { drawPlan, type PlanModel } from './plan-view';
import { NO_ITEM, placeholders, type RememberedRows } from './remembered-rows';
import { drawReport, type ReportModel } from './report-view';
import type { Section } from './section';
import { redrawOnChange } from '../../../ui/redraw-on-change';

/** More than this is no plan for a week; the rest is one click away, in the report. */
const MOST_ITEMS = 8;
const NO_PLAN: PlanModel = {
  path: null,
  week: null,
  isOlder: false,
  isNextWritten: false,
  items: [],
  more: 0,
  done: 0,
  total: 0,
};

/** Goal and pace, the open plan, and the week's report with the one thing to do about it. */
export class ThisWeekSection extends Component implements Section {
  private readonly plan: PlanNote;
  /** Items ticked here: they stay in sight, so that a slip can be taken back. */
  private readonly ticked = new Set<string>();
  private readonly showWeek: (week: IsoWeek) => void;
  private readonly showPace: (pace: PaceModel) => void;
  private readonly showPlan: (plan: PlanModel) => void;
  private readonly showReport: (report: ReportModel) => void;
  private settled = false;
  /** Whether the week's report lags behind, as far as it was looked at. */
  private isBehind = false;
  private looks = 0;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly options: ThisWeekOptions,
    private readonly rows: RememberedRows,
  ) {
    super();
    const { words } = ctx;
    const body = el.createDiv('rh-week-body');
    this.showWeek = redrawOnChange(body.createDiv('rh-week-head'), (parent, week) => {
      drawHead(parent, words.home.thisWeek.title, week);
    });
    this.showPace = redrawOnChange(body.createDiv('rh-pace'), (parent, pace) => {
      drawPace(parent, pace, words);
    });
    this.showPlan = redrawOnChange(body.createDiv('rh-plan'), (parent, plan) => {
      drawPlan(parent, ctx, plan, ({ item }, written) => {
        if (written) this.ticked.add(checklistKey(item));
        this.update(ctx.clock.now());
      });
    });
    this.showReport = redrawOnChange(body.createDiv('rh-week-report'), (parent, report) => {
      drawReport(parent, ctx, report);
    });
    this.plan = this.addChild(new PlanNote(ctx, this.lookAgain));
  }

  override onload(): void {
    const { reading, offers, scheduler, settings } = this.ctx;
    this.el.addClasses(['rh-section', 'rh-week-panel', 'is-pending']);
    this.register(
      scheduler.add({
        el: this.el,
        nextChange: (now) => this.nextChange(now),
        update: (now) => {
          this.update(now);
        },
      }),
    );
    this.register(reading.subscribe(this.lookAgain));
    this.register(offers.reports.onChange(this.redraw));
    this.register(
      settings.subscribe((keys) => {
        if (keys.has('weeklyGoalMinutes') || keys.has('holidays')) this.redraw();
      }),
    );
  }

  async ready(): Promise<void> {
    const { ctx } = this;
    await ctx.reading.ready();
    await this.plan.readFor(weekReading([], 0, ctx.clock.now()).week);
    this.settled = true;
    this.el.removeClass('is-pending');
    this.lookAgain();
  }

  private readonly redraw = (): void => {
    this.update(this.ctx.clock.now());
  };

  private readonly lookAgain = (): void => {
    this.redraw();
    void this.lookAtReport();
  };

  private async lookAtReport(): Promise<void> {
    const { reports } = this.ctx.offers;
    const look = (this.looks += 1);
    const isBehind = await reports.isBehind(weekOf(periodAt(this.ctx.clock.now(), 'week').firstDay));
    if (look !== this.looks || isBehind === this.isBehind) return;
    this.isBehind = isBehind;
    this.redraw();
  }

  private get goal(): number {
    return this.options.goal ?? this.ctx.settings.values.weeklyGoalMinutes;
  }

  private nextChange(now: DateTime): number | null {
    return this.goal > 0 ? nextPaceChange(periodAt(now, 'week'), now.toMillis()) : null;
  }

  private update(now: DateTime): void {
    const { index } = this.ctx.reading;
    const week = periodAt(now, 'week');
    const reading = weekReading(index.entriesBetween(week.firstDay, week.nextDay), this.goal, now);
    this.showWeek(reading.week);
    this.showPace({ reading, begun: index.bounds() !== null });
    if (this.settled) void this.plan.readFor(reading.week);
    this.showPlan(this.planModel(reading.week));
    this.showReport(this.reportModel(reading.week));
  }

  private planModel(week: IsoWeek): PlanModel {
    if (!this.settled) {
      const rows = this.rows.of('plan');
      return { ...NO_PLAN, path: '', items: placeholders(rows, () => NO_ITEM), total: rows };
    }
    const { current: plan, isNextWritten } = this.plan;
    if (plan === null) return { ...NO_PLAN, isNextWritten };
    const items = plan.items.filter((item) => !item.done || this.ticked.has(checklistKey(item)));
    this.rows.keep('plan', Math.min(plan.items.filter(({ done }) => !done).length, MOST_ITEMS));
    return {
      path: plan.path,
      week: plan.week,
      isOlder: plan.week !== addWeeks(week, -1),
      isNextWritten,
      items: items.slice(0, MOST_ITEMS),
      more: Math.max(0, items.length - MOST_ITEMS),
      done: plan.items.filter(({ done }) => done).length,
      total: plan.items.length,
    };
  }

  private reportModel(week: IsoWeek): ReportModel {
    const { ctx } = this;
    const last = addWeeks(week, -1);
    if (!this.settled)
      return { week, state: 'none', isBehind: false, missed: this.rows.of('missed') > 0 ? last : null };
    const holidays = parseHolidays(ctx.settings.values.holidays);
    const first = ctx.reading.index.bounds()?.first;
    const monday = daysOfWeek(week)?.start ?? '';
    const missed = missedLastWeek({
      week,
      hasReport: ctx.offers.reports.stateOf(last) !== 'none',
      begun: (first !== undefined && first < monday) || ctx.offers.reports.before(week) !== null,
      isDayOff: (day) => holidays.includes(day),
    });
    this.rows.keep('missed', missed === null ? 0 : 1);
    const state = ctx.offers.reports.stateOf(week);
    return { week, state, isBehind: this.isBehind && state !== 'none' && state !== 'reviewed', missed };
  }
}
