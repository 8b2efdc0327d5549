import { BasesView, type BasesAllOptions, type BasesEntry, type BasesPropertyId, type QueryController } from 'obsidian';
import { finite } from '../../../core/heatmap/amount';
import { COMBINATIONS_OF, WITHOUT_EFFECT } from '../../../core/heatmap/value-options';
import { VALUE_KINDS, ValueReader } from '../../../core/heatmap/values';
import type { IsoDate } from '../../../core/ports';
import { dayInName } from '../../../core/time/day-in-name';
import { lenientDay } from '../../../core/time/lenient-day';
import type { WidgetOptions } from '../../../offers/widget';
import type { HeatmapContext } from '../context';
import { dayOfNamedNote } from '../day/daily-notes';
import type { EmptyReason, Unreadable } from '../days/day-source';
import { tellLeftOut, type LeftNote } from '../days/left-out';
import { ListSource, plainItem, type DatedAmount } from '../days/list-source';
import { liveHeatmap, type LiveHeatmap } from './live-heatmap';
import { HeatmapWidget } from './widget';

export const BASES_VIEW = 'research-handbook-heatmap';

/** Offers the heatmap as a view of bases. */
export function registerBasesHeatmap(ctx: HeatmapContext): void {
  const { plugin } = ctx;
  plugin.registerBasesView(BASES_VIEW, {
    name: ctx.i18n.ui.heatmap.bases.name,
    icon: 'calendar-days',
    factory: (controller, containerEl) => new HeatmapBasesView(ctx, controller, containerEl),
    options: () => optionsOf(ctx),
  });
}

/** What a base's notes give to the calendar. */
interface BaseDays {
  readonly amounts: readonly DatedAmount[];
  readonly unreadable: readonly Unreadable[];
  /** Why nothing is drawn, where nothing is. */
  readonly nothing: EmptyReason;
}

/** The notes that a base selects, by their day. */
class HeatmapBasesView extends BasesView {
  override type = BASES_VIEW;
  private readonly el: HTMLElement;
  private block: LiveHeatmap | null = null;
  private source: ListSource | null = null;
  private reader = new ValueReader('numbers');
  private drawnWith = '';

  constructor(
    private readonly ctx: HeatmapContext,
    controller: QueryController,
    containerEl: HTMLElement,
  ) {
    super(controller);
    this.el = containerEl.createDiv('rh-bases-heatmap');
  }

  override onunload(): void {
    this.el.remove();
  }

  override onDataUpdated(): void {
    const wanted = JSON.stringify(
      ['range', 'view', 'combine', 'palette', 'unit', 'value', 'values'].map((key) => this.config.get(key)),
    );
    const isDrawnSo = wanted === this.drawnWith;
    this.drawnWith = wanted;
    if (this.block === null) this.block = this.addChild(this.createBlock());
    else if (isDrawnSo) this.refill();
    else this.block.redraw();
  }

  private createBlock(): LiveHeatmap {
    const { ctx } = this;
    return liveHeatmap(
      ctx,
      this.el,
      { values: () => this.optionsNow() },
      {
        draw: (parent, { options, problems }) => {
          this.source = null;
          if (problems.length > 0) return null;
          const source = new ListSource(options.combine);
          this.source = source;
          this.reader = options.values;
          this.refill();
          return new HeatmapWidget(
            ctx,
            parent,
            { ...options, source: options.metric === 'count' ? 'notes' : 'data' },
            source,
          );
        },
      },
    );
  }

  private optionsNow(): WidgetOptions {
    const text = (key: string): string | undefined => {
      const value = this.config.get(key);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const hasValue = this.valueProperty() !== null; // else notes are counted
    const kind = VALUE_KINDS.find((one) => hasValue && one === text('values')) ?? 'numbers';
    const has = (key: string): boolean => !WITHOUT_EFFECT[kind].includes(key);
    return {
      data: {},
      metric: hasValue ? 'value' : 'count',
      values: kind === 'numbers' ? undefined : kind,
      range: text('range'),
      view: text('view'),
      combine: COMBINATIONS_OF[kind].find((one) => hasValue && one === text('combine')),
      palette: has('palette') ? text('palette') : undefined,
      unit: has('unit') ? text('unit') : undefined,
    };
  }

  private refill(): void {
    const { amounts, unreadable, nothing } = this.read();
    this.source?.replace(amounts, unreadable, nothing);
  }

  /** Entries are made anew for every update, so nothing of them is kept but text and numbers. */
  private read(): BaseDays {
    const date = this.config.getAsPropertyId('date');
    const value = this.valueProperty();
    const amounts: DatedAmount[] = [];
    const unread: string[] = [];
    const left: LeftNote[] = [];
    const entries = this.data.data;
    let undated = 0;
    for (const entry of entries) {
      const day = this.dayOf(entry, date);
      const written = value === null ? '1' : writtenIn(entry, value);
      if (day === null) undated += 1;
      if (written === '') continue;
      if (day === null) {
        left.push(leftNote(entry, date));
        continue;
      }
      const amount =
        value === null || this.reader.kind === 'numbers' ? amountIn(written) : this.reader.amountOf(written);
      if (amount === null) {
        unread.push(written);
        continue;
      }
      const item = {
        ...plainItem(entry.file.basename, 'note'),
        path: entry.file.path,
        amount: value === null ? null : amount,
      };
      amounts.push({ date: day, amount, item });
    }
    const [example] = unread;
    const values: Extract<Unreadable, { kind: 'values' }>[] =
      example === undefined ? [] : [{ kind: 'values', count: unread.length, example }];
    const asked = { property: this.named('value'), dateProperty: this.named('date') };
    return {
      amounts,
      unreadable: [...values, ...tellLeftOut(left, asked)],
      nothing: this.whyNothing(entries.length, undated, values[0] ?? null),
    };
  }

  private whyNothing(
    notes: number,
    undated: number,
    values: Extract<Unreadable, { kind: 'values' }> | null,
  ): EmptyReason {
    if (notes === 0) return { kind: 'no-notes' };
    if (undated === notes) return { kind: 'undated', property: null, dateProperty: this.named('date'), notes };
    const property = this.named('value');
    if (property === null) return { kind: 'nothing' };
    if (values !== null) return { kind: 'no-number', property, notes: values.count, example: values.example };
    return { kind: 'no-property', property, notes: notes - undated, nearest: null };
  }

  private named(key: 'date' | 'value'): string | null {
    const property = this.config.getAsPropertyId(key);
    return property === null ? null : this.config.getDisplayName(property);
  }

  /** The day in the chosen property, else that of the note. A date's text is read, since Bases gives out no more. */
  private dayOf(entry: BasesEntry, property: BasesPropertyId | null): IsoDate | null {
    if (property === null) return dayOfNamedNote(this.ctx.app, entry.file.path);
    const written = writtenIn(entry, property);
    // A name, or what a formula makes of one, may hold more than the day.
    return lenientDay(written) ?? (property.startsWith('note.') ? null : dayInName(written));
  }

  private valueProperty(): BasesPropertyId | null {
    return this.config.getAsPropertyId('value');
  }
}

function writtenIn(entry: BasesEntry, property: BasesPropertyId): string {
  return entry.getValue(property)?.toString() ?? '';
}

function leftNote(entry: BasesEntry, date: BasesPropertyId | null): LeftNote {
  const { path } = entry.file;
  if (date === null) return { path, why: 'no-day-in-name', written: '' };
  return { path, why: 'no-date', written: writtenIn(entry, date).trim() };
}

/** A ticked box counts one. */
function amountIn(written: string): number | null {
  if (written === 'true') return 1;
  return written === 'false' ? 0 : finite(written);
}

function optionsOf(ctx: HeatmapContext): BasesAllOptions[] {
  const { bases, builder } = ctx.i18n.ui.heatmap;
  return [
    { type: 'property', key: 'date', displayName: bases.date, placeholder: bases.datePlaceholder },
    { type: 'property', key: 'value', displayName: bases.value, placeholder: bases.valuePlaceholder },
    { type: 'dropdown', key: 'values', displayName: bases.values, default: 'numbers', options: builder.kinds },
    { type: 'dropdown', key: 'combine', displayName: bases.combine, default: 'sum', options: builder.combinations },
    { type: 'text', key: 'range', displayName: bases.range, default: 'rolling', placeholder: 'rolling' },
    { type: 'dropdown', key: 'view', displayName: bases.view, default: 'weeks', options: { ...bases.views } },
    { type: 'dropdown', key: 'palette', displayName: bases.palette, default: 'green', options: builder.palettes },
    { type: 'text', key: 'unit', displayName: bases.unit },
  ];
}
