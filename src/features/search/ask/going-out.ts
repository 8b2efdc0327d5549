import { priceOf } from '../../../core/ask/sent-text';
import type { Question } from '../../../ui/ask';
import { addIcon } from '../../../ui/result-list';
import type { Context } from '../../context';
import type { Reached } from './services';

/** What is told before anything leaves. */
export interface GoingOut {
  readonly title: string;
  /** A paragraph each. */
  readonly lead: readonly string[];
  readonly service: Reached;
  readonly passages: number;
  readonly tokens: number;
  /** All of it, as it is sent. */
  readonly exact: () => string;
}

/** The question whether something may leave: what, to whom, at what price, and what never does. */
export function goingOut(ctx: Context, out: GoingOut): Question {
  const { ask: t, common } = ctx.i18n.ui;
  const { lines, notes } = ctx.search.leftOut();
  const rate = out.service.rate.trim();
  const price = priceOf(out.tokens, rate);
  const rows: readonly (readonly [icon: string, name: string, text: string, aside: string])[] = [
    ['globe', t.to, out.service.host, `${out.service.model} · ${t.keySafe}`],
    ['file-text', t.what, t.amount(out.passages, out.tokens), t.whatAside],
    ['calculator', t.price, price ?? t.noRate, price === null ? '' : t.byRate(rate)],
    ['lock', t.never, t.left(lines, notes), t.neverAside],
  ];
  return {
    title: out.title,
    text: out.lead,
    yes: t.send(out.passages),
    no: common.cancel,
    draw: (parent) => {
      const list = parent.createDiv('rh-going-out');
      for (const [icon, name, text, aside] of rows) {
        const row = list.createDiv();
        addIcon(row, icon);
        row.createSpan({ cls: 'rh-strong', text: name });
        row.createSpan({ text }).createDiv({ cls: 'rh-muted', text: aside });
      }
      drawExact(parent, t.exact, out.exact);
    },
  };
}

/** A text that is made, and shown, once it is asked for. */
export function drawExact(parent: HTMLElement, name: string, text: () => string): void {
  const details = parent.createEl('details', 'rh-exact');
  details.createEl('summary', { text: name });
  details.addEventListener('toggle', () => {
    if (details.childElementCount < 2) details.createEl('pre', { text: text(), attr: { tabindex: 0 } });
  });
}
