import type { IsoWeek } from '../../../core/ports';
import type { ReportState } from '../../../offers/reports';
import { paneOf } from '../../../ui/open-note';
import type { SectionContext } from './section-context';

export interface ReportModel {
  readonly week: IsoWeek;
  readonly state: ReportState;
  /** Whether the log has gone on since it was filled in. */
  readonly isBehind: boolean;
  /** Last week, where its report is missing. */
  readonly missed: IsoWeek | null;
}

/** The week's report and the one thing to do about it; below, a gentle word where it lags behind or last week's is missing. */
export function drawReport(parent: HTMLElement, ctx: SectionContext, model: ReportModel): void {
  const { week, state, isBehind, missed } = model;
  const t = ctx.words.home.thisWeek;
  const row = parent.createDiv('rh-report');
  const said = row.createSpan({ cls: 'rh-state', attr: { 'data-report': state } });
  said.createSpan({ cls: 'rh-strong', text: t.report });
  said.createSpan({ cls: 'rh-muted', text: t.states[state] });
  const open = (wanted: IsoWeek) => (event: MouseEvent) => {
    void ctx.offers.reports.open(wanted, paneOf(event));
  };
  const actions = row.createDiv('rh-report-actions');
  if (state === 'draft' || state === 'sent') {
    const copy = actions.createEl('button', { cls: 'rh-text-button', text: t.copy, attr: { 'data-key': 'copy' } });
    copy.addEventListener('click', () => void ctx.offers.reports.copy(week));
  }
  if (state === 'draft') {
    const sent = actions.createEl('button', { cls: 'rh-text-button', text: t.markSent, attr: { 'data-key': 'sent' } });
    sent.addEventListener('click', () => {
      const own = ctx.offers.reports.of(week);
      if (own !== null) void ctx.offers.reports.askWhetherSent(own.path, []);
    });
  }
  const button = actions.createEl('button', { text: t.buttons[state], attr: { 'data-key': 'report' } });
  button.addEventListener('click', open(week));
  const say = (text: string, key: string, label: string, act: (event: MouseEvent) => void): void => {
    const word = parent.createDiv({ cls: 'rh-missed' });
    word.createSpan({ text });
    const link = word.createEl('button', { cls: 'rh-text-button', text: label, attr: { 'data-key': key } });
    link.addEventListener('click', act);
  };
  if (isBehind) {
    const { behind, refresh } = ctx.words.report.copy;
    say(behind, 'refresh', refresh, () => {
      void ctx.offers.reports.refresh(week);
    });
  }
  if (missed !== null) say(t.missed, 'missed', t.writeMissed(missed), open(missed));
}
