import { AfterPause } from '../../../platform/pause';
import { drawTextField } from '../../../ui/form/text-field';
import { openNote } from '../../../ui/open-note';
import { drawStatusLine } from '../../../ui/status-line';
import { ImportModal, type GivenFile, type TakenFiles } from '../import/import-modal';
import type { ImportStore } from '../import/undo-store';
import { alertIn, planAlerts, takeIn, type Alert, type AlertContext, type AlertPlan } from './take-in';

/** A longer list is counted. */
const MOST_SHOWN = 50;

/** Alerts with what could not be read. */
export interface GivenAlerts {
  readonly alerts: readonly Alert[];
  readonly problems: readonly string[];
}

/** From alerts that are pasted, dropped or fetched to the list of papers that go into the inbox. */
export class AlertsModal extends ImportModal {
  private words: string;
  private given: GivenAlerts = { alerts: [], problems: [] };
  /** Counts the looks, so that a late one does not show over a newer. */
  private looks = 0;
  private readonly sifting = new AfterPause(200, () => void this.sift());
  private list: HTMLElement | null = null;
  private sifted: AlertPlan | null = null;

  constructor(
    protected override readonly ctx: AlertContext,
    store: ImportStore,
    /** Those that were fetched; null where they are to be pasted. */
    private readonly fetched: GivenAlerts | null = null,
  ) {
    super(ctx, store);
    this.words = ctx.settings.values.alertWords;
  }

  protected override get t(): AlertContext['i18n']['ui']['bibliography'] {
    const { bibliography, alerts } = this.ctx.i18n.ui;
    return { ...bibliography, ...alerts.box };
  }

  protected override get files(): TakenFiles {
    return { endings: ['eml', 'html', 'htm', 'txt', 'xml', 'rss', 'atom'], many: true };
  }

  protected override get titleText(): string {
    const { alerts: t } = this.ctx.i18n.ui;
    return this.fetched === null ? t.commandTakeIn : t.commandFetch;
  }

  override onClose(): void {
    this.sifting.stop();
    super.onClose();
  }

  protected override showStart(): void {
    if (this.fetched === null) super.showStart();
    else {
      this.given = this.fetched;
      void this.showList();
    }
  }

  protected override drawOptions(): void {
    // words are asked for beside the list
  }

  protected override understand(text: string): string | null {
    const read = alertIn(text);
    this.given = { alerts: read === null ? [] : [this.alert(read)], problems: [] };
    return read?.from ?? null;
  }

  private alert(read: Alert['read']): Alert {
    return { name: read.from, read, words: this.words };
  }

  protected override async takeFiles(files: readonly GivenFile[]): Promise<void> {
    const alerts: Alert[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const text = await this.textOf(file);
      const read = text === null ? null : alertIn(text);
      if (read !== null) alerts.push(this.alert(read));
      else if (text !== null) problems.push(this.ctx.i18n.ui.alerts.noneIn(file.name));
    }
    this.given = { alerts, problems };
    await this.showList();
  }

  protected override async showList(): Promise<void> {
    const { common, alerts: t } = this.ctx.i18n.ui;
    const place = this.begin(this.titleText);
    if (this.fetched === null)
      drawTextField(place, {
        id: 'rh-alert-words',
        label: t.words,
        remark: t.wordsRemark,
        value: this.words,
        onInput: (words) => {
          this.words = words;
          this.sifting.call();
        },
      });
    this.list = place.createDiv({ cls: 'rh-alerts' });
    this.button(this.fetched === null ? this.t.back : common.cancel, () => {
      if (this.fetched === null) this.showStart();
      else this.close();
    });
    this.submit = this.button('', () => void this.add(), 'mod-cta');
    await this.sift();
    this.submit?.focus();
  }

  /** Shows what would be added. */
  private async sift(): Promise<void> {
    const look = ++this.looks;
    const { alerts: t } = this.ctx.i18n.ui;
    const { problems } = this.given;
    const alerts = this.given.alerts.map((one) => (this.fetched === null ? { ...one, words: this.words } : one));
    const plan = await planAlerts(this.ctx, alerts);
    const { list, submit } = this;
    if (look !== this.looks || list === null || submit === null) return;
    list.empty();
    for (const text of [...problems, ...plan.problems.map(({ message }) => message)]) drawStatusLine(list, text);
    list.createDiv({
      text: t.found(plan.found, plan.fresh.length, plan.known, plan.other),
      attr: { 'aria-live': 'polite' },
    });
    const rows = list.createEl('ul');
    for (const { title, authors } of plan.fresh.slice(0, MOST_SHOWN)) {
      const row = rows.createEl('li', { text: title });
      row.createDiv({ cls: 'rh-source-meta', text: authors.slice(0, 3).join(', ') });
    }
    if (plan.fresh.length > MOST_SHOWN) rows.createEl('li', { text: '…' });
    submit.setText(t.add(plan.fresh.length));
    submit.disabled = plan.fresh.length === 0;
    this.sifted = plan;
  }

  private async add(): Promise<void> {
    const { ctx, sifted, submit } = this;
    if (sifted === null || submit === null || submit.disabled) return;
    submit.disabled = true;
    const done = await takeIn(ctx, sifted);
    if (!done.ok) {
      ctx.notify.warn(done.message);
      submit.disabled = false;
      return;
    }
    this.close();
    ctx.notify.info(ctx.i18n.ui.alerts.added(done.added, done.path));
    await openNote(this.app, done.path);
  }
}
