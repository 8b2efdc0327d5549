import type { ProgressRow } from '../../core/progress/row';
import { BAR_STEPS } from '../../core/time/fraction';
import type { RowWords } from './texts';

/** What a row's name does where it is a link to a note. */
export interface NoteLinks {
  open(link: string, event: MouseEvent): void;
  hover(link: string, event: MouseEvent, target: HTMLElement): void;
}

/** One row on screen. Only what changed is touched, so that a tick costs next to nothing. */
export class RowView {
  readonly el: HTMLElement;
  private readonly name: HTMLElement;
  private readonly elapsed: Text;
  private readonly unit: HTMLElement;
  private readonly detail: HTMLElement;
  private readonly total: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly percent: HTMLElement;
  private readonly now: HTMLElement;
  private shown: { readonly row: ProgressRow; readonly words: RowWords } | null = null;

  constructor(
    parent: HTMLElement,
    private readonly links: NoteLinks,
  ) {
    // The bar says all of it to a screen reader; what is seen would only be read twice.
    const seen = { attr: { 'aria-hidden': 'true' } };
    this.el = parent.createDiv({ cls: 'rh-tp-row', attr: { role: 'listitem' } });
    this.name = this.el.createSpan({ cls: 'rh-tp-name' });
    this.detail = this.el.createSpan({ cls: 'rh-tp-detail', ...seen });
    const elapsed = this.detail.createSpan({ cls: 'rh-tp-elapsed' });
    this.elapsed = elapsed.doc.createTextNode('');
    elapsed.append(this.elapsed);
    this.unit = elapsed.createSpan({ cls: 'rh-unit' });
    this.total = createSpan({ cls: 'rh-tp-total' });
    this.bar = this.el.createSpan({
      cls: 'rh-tp-bar',
      attr: { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' },
    });
    this.percent = this.el.createSpan({ cls: 'rh-tp-percent', ...seen });
    this.now = this.el.createSpan({ cls: 'rh-tp-now', ...seen });
  }

  update(row: ProgressRow, words: RowWords): void {
    const before = this.shown;
    this.shown = { row, words };
    if (before?.words.name !== words.name || linkOf(before.row) !== linkOf(row)) this.setName(words.name, linkOf(row));
    if (before?.words.elapsed !== words.elapsed) this.elapsed.data = words.elapsed;
    if (before?.words.unit !== words.unit) this.unit.setText(words.unit);
    if (before?.words.total !== words.total) this.setTotal(words.total);
    if (before?.words.percent !== words.percent) this.percent.setText(words.percent);
    if (before?.words.now !== words.now) this.now.setText(words.now);
    set(this.el, 'data-kind', row.kind);
    set(this.el, 'data-state', row.state);
    set(this.bar, 'data-period', row.period);
    set(this.bar, 'aria-label', words.label);
    set(this.bar, 'aria-valuenow', String(row.percent ?? 0));
    set(this.bar, 'aria-valuetext', words.spoken);
    set(this.bar, 'data-units', row.units === null ? null : String(row.units));
    set(this.bar, 'data-pace', row.pace === null ? null : '');
    if (before === null || measures(before.row) !== measures(row)) this.bar.setCssProps(cssProps(row));
  }

  private setName(text: string, link: string | null): void {
    this.name.empty();
    set(this.name, 'aria-hidden', link === null ? 'true' : null);
    if (link === null) {
      this.name.setText(text);
      return;
    }
    const anchor = this.name.createEl('a', {
      cls: 'rh-link',
      text,
      href: link,
      attr: { 'data-href': link },
    });
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation(); // the app would open it a second time
      this.links.open(link, event);
    });
    anchor.addEventListener('mouseover', (event) => {
      event.stopPropagation();
      this.links.hover(link, event, anchor);
    });
  }

  private setTotal(total: string | null): void {
    this.total.setText(total ?? '');
    if (total === null) this.total.detach();
    else if (!this.total.parentElement) this.detail.append(this.total);
  }
}

function cssProps({ steps, units, left, pace }: ProgressRow): Record<string, string> {
  const percent = (of: number): string => String((of * 100) / BAR_STEPS);
  return {
    '--rh-value': percent(steps),
    '--rh-units': units === null ? '' : String(units),
    '--rh-left': left === null ? '' : String(left),
    '--rh-pace': pace === null ? '' : percent(pace),
  };
}

function measures({ steps, units, left, pace }: ProgressRow): string {
  return [steps, units, left, pace].join(' ');
}

function set(el: HTMLElement, name: string, value: string | null): void {
  if (el.getAttribute(name) === value) return;
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, value);
}

function linkOf({ name }: ProgressRow): string | null {
  return name.of === 'text' ? name.link : null;
}
