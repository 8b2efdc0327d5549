import { Component } from 'obsidian';
import type { WaitingPaper } from '../../../offers/alerts';
import { drawNoteLink } from '../../../ui/note-link';
import { redrawOnChange } from '../../../ui/redraw-on-change';
import { placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';

interface WaitingModel {
  readonly rows: readonly WaitingPaper[];
  readonly total: number;
}

const ROWS = 3;
const NO_ROW: WaitingPaper = {
  path: '',
  line: 0,
  title: '\u00a0',
  meta: '\u00a0',
  url: null,
  arxiv: null,
  doi: null,
  year: null,
};

/** Papers of the inbox that are no source yet, the newest first; nothing at all where there are none. */
export class PaperAlertsSection extends Component implements Section {
  private readonly show: (model: WaitingModel) => void;
  private settled = false;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly remembered: RememberedRows,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      this.draw(parent, model);
    });
  }

  override onload(): void {
    this.el.addClasses(['rh-section', 'is-pending']);
    const total = this.remembered.of('alerts');
    this.show({ rows: placeholders(Math.min(total, ROWS), () => NO_ROW), total });
    const update = (): void => {
      if (this.settled) void this.update();
    };
    const { offers, reading } = this.ctx;
    this.register(offers.alerts.subscribe(update));
    this.register(
      reading.subscribe(({ sources }) => {
        if (sources.size > 0) update();
      }),
    );
  }

  async ready(): Promise<void> {
    await this.ctx.reading.ready();
    this.settled = true;
    await this.update();
    this.el.removeClass('is-pending');
  }

  private async update(): Promise<void> {
    const look = ++this.look;
    const waiting = await this.ctx.offers.alerts.waiting();
    if (look !== this.look) return;
    this.remembered.keep('alerts', Math.min(waiting.length, ROWS + 1));
    this.show({ rows: waiting.slice(0, ROWS), total: waiting.length });
  }

  private draw(parent: HTMLElement, { rows, total }: WaitingModel): void {
    const [first] = rows;
    parent.toggleClass('is-absent', first === undefined);
    if (first === undefined) return;
    const { app, words, offers } = this.ctx;
    const t = words.alerts;
    drawHead(parent, t.noteName, t.waiting(total), { app, path: first.path });
    const list = parent.createDiv({ cls: 'rh-alerts', attr: { role: 'list' } });
    for (const paper of rows) {
      const { path, line, title: text, meta } = paper;
      const row = list.createDiv({ attr: { role: 'listitem' } });
      drawNoteLink(app, row, { path, line, text, cls: 'rh-link' });
      const take = row.createEl('button', { cls: 'rh-small', text: t.take, attr: { 'data-key': `take:${text}` } });
      take.createSpan({ cls: 'rh-unseen', text: ` ${text}` });
      take.addEventListener('click', () => {
        offers.alerts.take(paper);
      });
      row.createDiv({ cls: 'rh-source-meta', text: meta });
    }
  }
}
