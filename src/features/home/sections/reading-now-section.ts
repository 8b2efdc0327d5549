import { Component, setIcon } from 'obsidian';
import type { ListOptions } from '../../../core/home/options';
import { readingNow } from '../../../core/home/reading-now';
import { readingDepth } from '../../../core/reading/statistics';
import { dayOf } from '../../../core/time/calendar-day';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';
import { drawNoteLink } from '../../../ui/note-link';
import { placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import { KIND_ICONS, sourceRow, type SourceRow } from './source-row';
import { redrawOnChange } from '../../../ui/redraw-on-change';

interface ListModel {
  readonly rows: readonly SourceRow[];
  /** How many more are being read. */
  readonly more: number;
  readonly queued: number;
  readonly inbox: number;
  /** What was added last and waits, and how many more do. */
  readonly waiting: readonly Pick<SourceRow, 'path' | 'title'>[];
  /** How much of what was read is finished, where that is told. */
  readonly depth: string | null;
  /** Why there are no rows. */
  readonly empty: string | null;
}

const NO_ROW: SourceRow = {
  path: '',
  kind: 'paper',
  title: '\u00a0',
  about: '\u00a0',
  pass: null,
  touched: '\u00a0',
  time: '\u00a0',
};
const PASSES = [1, 2, 3];
/** So many of what waits are named: enough to see where a paper went that was added just now. */
const WAITING_NAMED = 3;

/** The sources being read or read lately, last touched first. */
export class ReadingNowSection extends Component implements Section {
  private readonly show: (model: ListModel) => void;
  private settled = false;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly options: ListOptions,
    private readonly remembered: RememberedRows,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      this.draw(parent, model);
    });
  }

  override onload(): void {
    const { reading, scheduler, settings } = this.ctx;
    this.el.addClasses(['rh-section', 'is-pending']);
    this.register(scheduler.add({ el: this.el, nextChange: () => null, update: this.update }));
    this.register(reading.subscribe(this.update));
    this.register(settings.subscribe(this.update));
  }

  async ready(): Promise<void> {
    await this.ctx.reading.ready();
    this.settled = true;
    this.el.removeClass('is-pending');
    this.update();
  }

  private readonly update = (): void => {
    this.show(this.settled ? this.model() : this.pending());
  };

  private model(): ListModel {
    const { ctx } = this;
    const { words } = ctx;
    const { index } = ctx.reading;
    const today = dayOf(ctx.clock.now());
    const { reading, waiting, total } = readingNow(index.sources(), (path) => index.entriesOf(path), today);
    const rows = reading.slice(0, this.options.limit).map((one) => sourceRow(one, today, words));
    const t = words.home.reading;
    const depth = ctx.settings.values.showDepth ? readingDepth(index, today) : null;
    this.remembered.keep('reading', rows.length);
    this.remembered.keep('waiting', Math.min(waiting.length, 1));
    this.remembered.keep('depth', Number(depth !== null));
    return {
      rows,
      more: reading.length - rows.length,
      queued: waiting.filter(({ status }) => status === 'queued').length,
      inbox: waiting.filter(({ status }) => status === 'inbox').length,
      waiting: waiting.slice(0, WAITING_NAMED).map(({ path, title }) => ({ path, title })),
      depth: depth === null ? null : words.report.note.depth(depth.sourcesTouched, depth.finished),
      empty: rows.length > 0 ? null : total === 0 ? t.noSources : t.nothing,
    };
  }

  private pending(): ListModel {
    const rows = placeholders(Math.min(this.remembered.of('reading'), this.options.limit), () => NO_ROW);
    const waiting = placeholders(this.remembered.of('waiting'), () => NO_ROW);
    const depth = this.remembered.of('depth') > 0 ? NO_ROW.title : null;
    const none = { more: 0, queued: 0, inbox: 0, waiting, depth };
    return { ...none, rows, empty: rows.length > 0 ? null : this.ctx.words.home.reading.noSources };
  }

  private draw(parent: HTMLElement, { rows, more, queued, inbox, waiting, depth, empty }: ListModel): void {
    const t = this.ctx.words.home.reading;
    const aside = [
      more > 0 ? t.more(more) : null,
      queued > 0 ? t.queued(queued) : null,
      inbox > 0 ? t.inbox(inbox) : null,
    ].filter((one) => one !== null);
    drawHead(parent, t.title, aside.length > 0 ? aside.join(' · ') : null);
    if (empty === null) {
      const list = parent.createDiv({ cls: 'rh-list', attr: { role: 'list' } });
      for (const row of rows) this.drawRow(list.createDiv({ attr: { role: 'listitem' } }), row);
    } else parent.createDiv({ cls: 'rh-muted', text: empty });
    this.drawWaiting(parent, waiting, queued + inbox);
    if (depth !== null) parent.createDiv({ cls: 'rh-aside rh-waiting', text: depth });
  }

  /** Where a source went that was added and not begun. */
  private drawWaiting(parent: HTMLElement, waiting: ListModel['waiting'], count: number): void {
    if (waiting.length === 0) return;
    const t = this.ctx.words.home.reading;
    const line = parent.createDiv({ cls: 'rh-aside rh-waiting', text: t.waiting });
    waiting.forEach(({ path, title }, at) => {
      if (at > 0) line.appendText(' · ');
      drawNoteLink(this.ctx.app, line, { path, text: title, cls: 'rh-quiet-link' });
    });
    if (count > waiting.length) line.appendText(` · ${t.more(count - waiting.length)}`);
  }

  private drawRow(el: HTMLElement, row: SourceRow): void {
    setIcon(el, KIND_ICONS[row.kind]);
    const main = el.createDiv();
    drawNoteLink(this.ctx.app, main, { path: row.path, text: row.title, cls: 'rh-link rh-source-title' });
    const about = main.createDiv({ cls: 'rh-source-meta', text: row.about });
    if (row.pass !== null) drawPass(about, row.pass);
    const side = el.createDiv('rh-source-side');
    side.createSpan({ text: row.touched });
    if (row.time !== null) side.createSpan({ text: row.time });
  }
}

/** The next pass and three pips, kept on one line. */
function drawPass(parent: HTMLElement, { next, done }: NonNullable<SourceRow['pass']>): void {
  parent.appendText(' · ');
  const pass = parent.createSpan({ cls: 'rh-unbroken', text: next });
  const pips = pass.createSpan({ cls: 'rh-pips', attr: { 'aria-hidden': 'true' } });
  for (const one of PASSES) pips.createSpan({ cls: one <= done ? 'is-on' : '' });
}
