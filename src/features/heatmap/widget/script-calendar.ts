import { Component } from 'obsidian';
import { readCalendarData, type CalendarData, type CalendarDataNotes } from '../../../core/heatmap/calendar-data';
import { heatmapModel, type HeatmapModel } from '../../../core/heatmap/model';
import type { WeekStart } from '../../../core/heatmap/grid';
import { readHeatmapScriptOptions } from '../../../core/heatmap/options';
import type { IsoDate } from '../../../core/ports';
import { dayOf, formatDay } from '../../../core/time/calendar-day';
import { offerGlobal } from '../../../platform/window-globals';
import type { SettingKey } from '../../../settings/schema';
import { LiveBlock, type Drawing } from '../../../ui/live-block';
import type { ScriptPlaces } from '../../../ui/script-places';
import type { HeatmapContext } from '../context';
import { CalendarView } from '../calendar/calendar-view';
import { DayInteraction } from '../day/interaction';
import { newId } from '../../../ui/new-id';
import { weekStartOf } from '../calendar/week-start';
import { HeatmapWords } from '../texts';
import { drawContent, itemOf } from './script-content';

/** The name under which scripts for the Heatmap Calendar plugin look for it. */
const NAME = 'renderHeatmapCalendar';

type RenderHeatmapCalendar = (el: HTMLElement, data?: unknown) => void;

/**
 * Offers `window.renderHeatmapCalendar` where nothing else does; taken back at unload, if it is still ours. As the peer
 * does, each call adds one calendar at the end of the element.
 */
export function offerScriptCalendar(ctx: HeatmapContext, places: ScriptPlaces): void {
  const render: RenderHeatmapCalendar = (el, given) => {
    const data = readCalendarData(given, ctx.clock.now().year);
    places.draw(el, (place, life) => {
      life.addChild(liveCalendar(ctx, place, data));
    });
  };
  offerGlobal(ctx.plugin, NAME, render);
}

function liveCalendar(
  ctx: HeatmapContext,
  el: HTMLElement,
  data: CalendarData,
): LiveBlock<CalendarData, never, SettingKey> {
  return new LiveBlock(el, {
    settings: ctx.settings,
    follow: ['weekStart'],
    read: () => ({ options: data, problems: [] }), // what could not be used is said below the calendar
    drawProblems: () => undefined,
    draw: (parent) => new ScriptCalendar(ctx, parent, data, weekStartOf(ctx.settings.values)),
  });
}

/** One calendar year in a script's own colours. */
class ScriptCalendar extends Component implements Drawing {
  constructor(
    private readonly ctx: HeatmapContext,
    private readonly el: HTMLElement,
    private readonly data: CalendarData,
    private readonly weekStart: WeekStart,
  ) {
    super();
  }

  override onload(): void {
    const { ctx, data, weekStart } = this;
    const { options } = readHeatmapScriptOptions({ data: {}, reports: false }, new Map());
    const words = new HeatmapWords(ctx.i18n.ui, options);
    const root = this.el.createDiv({ cls: 'rh-heatmap', attr: { lang: words.langTag, 'data-palette': 'green' } });
    const body = root.createDiv('rh-heatmap-body');
    const id = newId();
    body.createDiv({ cls: 'rh-unseen', text: `${words.t.name.data} ${String(data.year)}`, attr: { id } });
    const foot = body.createDiv('rh-heatmap-foot');
    const coloured = [...data.days].flatMap(([date, { colour }]): [IsoDate, string][] =>
      colour === null ? [] : [[date, colour]],
    );
    const calendar = new CalendarView(body, foot, id, words, weekStart, new Map(coloured));
    const model = this.model();
    calendar.show(model, { reportState: null, numbers: false, canOpen: true });
    if (!data.showToday) calendar.tile(model.today)?.removeClass('is-today');
    for (const { date, content } of data.days.values()) {
      const tile = content === undefined ? null : calendar.tile(date);
      if (tile !== null) drawContent(tile, content);
    }
    for (const note of ignored(data.notes, words)) foot.createDiv({ cls: 'rh-heatmap-note', text: note });
    foot.toggle(foot.childElementCount > 0);
    this.addChild(
      new DayInteraction({
        ctx,
        root,
        calendar,
        words,
        weekStart,
        palette: () => options.palette,
        reports: false,
        canLog: false,
        canOpen: true,
        leadsToNote: true,
        model: () => model,
        items: (date) => {
          const day = data.days.get(date);
          const item = day === undefined ? null : itemOf(ctx.app, day);
          return item === null ? [] : [item];
        },
      }),
    );
  }

  async ready(): Promise<void> {
    // The script has handed over all there is.
  }

  /** The days with the levels that the script's own scale gives them. */
  private model(): HeatmapModel {
    const { data, weekStart } = this;
    const range = { from: formatDay(data.year, 1, 1), to: formatDay(data.year, 12, 31) };
    const model = heatmapModel({
      today: dayOf(this.ctx.clock.now()),
      range,
      weekStart,
      amounts: new Map([...data.days].map(([date, day]) => [date, { amount: day.intensity, count: 1 }])),
      first: range.from,
      scale: null,
      kind: 'numbers',
      metric: 'value',
      levels: 1,
      goal: null,
      zeroIsActive: false,
      isDayOff: null,
    });
    const days = new Map(model.days);
    for (const [date, { level }] of data.days) {
      const day = days.get(date);
      if (day !== undefined) days.set(date, { ...day, level, state: level === 0 ? 'zero' : 'value' });
    }
    return { ...model, days };
  }
}

/** What was not used as it was given, in words. */
function ignored(notes: CalendarDataNotes, words: HeatmapWords): string[] {
  const { script } = words.t;
  const { badDates, badIntensities, unknownColours, otherYears } = notes;
  const said: string[] = [];
  if (notes.noEntries) said.push(script.noEntries);
  if (badDates[0] !== undefined) said.push(script.badDates(badDates.length, badDates[0]));
  if (badIntensities[0] !== undefined) said.push(script.badIntensities(badIntensities.length, badIntensities[0]));
  if (unknownColours.length > 0) said.push(script.unknownColours(unknownColours));
  if (otherYears > 0) said.push(script.otherYears(otherYears));
  return said;
}
