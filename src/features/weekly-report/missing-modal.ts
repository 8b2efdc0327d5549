import { Modal } from 'obsidian';
import type { IsoWeek } from '../../core/ports';
import type { Context } from '../context';
import { loggedWeeks } from './logged-weeks';
import { noneMissing } from './missing';
import { loggedWords, weekDays } from './texts';

export interface MissingChoices {
  readonly weeks: readonly IsoWeek[];
  /** Creates the week's report; whether there is one now. */
  create(week: IsoWeek): Promise<boolean>;
  open(week: IsoWeek): void;
}

/** Weeks without a report, latest first; one click creates one from that week's own entries. */
export class MissingModal extends Modal {
  private lead: HTMLElement | null = null;
  /** Weeks that still have no report. */
  private left: number;

  constructor(
    private readonly ctx: Context,
    private readonly choices: MissingChoices,
  ) {
    super(ctx.app);
    this.left = choices.weeks.length;
  }

  override onOpen(): void {
    const words = this.ctx.i18n.ui;
    const t = words.report.missing;
    const { weeks } = this.choices;
    this.modalEl.setAttribute('lang', words.common.langTag);
    this.setTitle(t.title);
    const box = this.contentEl.createDiv({ cls: 'rh-result' });
    this.lead = box.createDiv({ cls: 'rh-lead' });
    this.sayHowMany();
    const logged = loggedWeeks(this.ctx.reading.index);
    if (weeks.length > 0) {
      const list = box.createDiv({ cls: 'rh-missing-weeks', attr: { role: 'list' } });
      for (const week of [...weeks].reverse()) {
        const row = list.createDiv({ attr: { role: 'listitem', 'data-week': week } });
        row.createSpan({ cls: 'rh-strong', text: week });
        row.createSpan({ cls: 'rh-muted', text: weekDays(week, words) });
        row.createSpan({ cls: 'rh-muted', text: loggedWords(logged.get(week), words) });
        this.drawButton(row, week);
      }
    }
    const buttons = this.modalEl.createDiv({ cls: 'modal-button-container' });
    buttons.createEl('button', { text: words.common.close }).addEventListener('click', () => {
      this.close();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private sayHowMany(): void {
    const t = this.ctx.i18n.ui.report.missing;
    this.lead?.setText(this.left === 0 ? noneMissing(this.ctx) : t.lead(this.left));
  }

  private drawButton(row: HTMLElement, week: IsoWeek): void {
    const t = this.ctx.i18n.ui.report.missing;
    const button = row.createEl('button', { text: t.create, attr: { 'aria-label': t.createWeek(week) } });
    let isThere = false;
    button.addEventListener('click', () => {
      if (isThere) {
        this.close();
        this.choices.open(week);
        return;
      }
      button.disabled = true;
      void this.choices.create(week).then((created) => {
        button.disabled = false;
        isThere = created;
        if (!created) return;
        this.left -= 1;
        this.sayHowMany();
        button.setText(t.open);
        button.setAttribute('aria-label', t.openWeek(week));
        button.focus();
      });
    });
  }
}
