import type { EmptyReason } from '../days/day-source';
import type { HeatmapOptions } from '../../../core/heatmap/options';
import { guessKind } from '../../../core/heatmap/values';
import type { IsoDate } from '../../../core/ports';
import { writeWithCode } from '../../../ui/error-box';
import { writeMarked } from './marked-text';
import type { HeatmapWords } from '../texts';

/** What the head says: a sentence about the days, or why there is nothing to say. */
export type HeadContent =
  | { readonly kind: 'loading' }
  | { readonly kind: 'statistics'; readonly text: string; readonly hidden: boolean }
  | { readonly kind: 'empty'; readonly reason: EmptyReason; readonly where: string };

const LONGEST_EXAMPLE = 40;
const LONGEST_MESSAGE = 200;

export interface HeadActions {
  logReading(): void;
  /** Shows the year that holds a day. */
  showYear(date: IsoDate): void;
}

export interface PagerWords {
  readonly back: string;
  readonly on: string;
}

/** What lies above the calendar: statistics or the reason why there are none, and the pager. */
export class HeadView {
  private drawn = '';
  private readonly said: HTMLElement;
  private backButton: HTMLElement | null = null;
  private onButton: HTMLElement | null = null;

  /** @param id - of the sentence, which names the grid */
  constructor(
    el: HTMLElement,
    id: string,
    private readonly words: HeatmapWords,
    private readonly options: HeatmapOptions,
    private readonly actions: HeadActions,
    pager: PagerWords | null,
    turn: (pages: number) => void,
  ) {
    this.said = el.createDiv({ cls: 'rh-stats', attr: { id } });
    if (pager === null) return;
    const buttons = el.createDiv('rh-pager');
    this.backButton = button(buttons, pager.back, () => {
      turn(-1);
    });
    this.onButton = button(buttons, pager.on, () => {
      turn(1);
    });
  }

  /** Which pages there are to turn to. */
  allow(back: boolean, on: boolean): void {
    disable(this.backButton, !back);
    disable(this.onButton, !on);
  }

  show(content: HeadContent): void {
    const wanted = JSON.stringify(content);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const { said, words } = this;
    said.className = content.kind === 'empty' ? 'rh-empty' : 'rh-stats';
    said.toggleClass('rh-unseen', content.kind === 'statistics' && content.hidden);
    if (content.kind === 'empty') said.setAttribute('role', 'status');
    else said.removeAttribute('role');
    said.empty();
    if (content.kind === 'loading') said.setText(words.t.loading);
    else if (content.kind === 'statistics') writeMarked(said, content.text);
    else this.sayEmpty(content.reason, content.where);
  }

  private sayEmpty(reason: EmptyReason, where: string): void {
    const { empty } = this.words.t;
    switch (reason.kind) {
      case 'nothing':
        this.say(empty.nothing[this.options.source], empty.nothingTip[this.options.source]);
        if (this.options.source === 'reading')
          this.offer(empty.logReading, () => {
            this.actions.logReading();
          });
        return;
      case 'outside': {
        const day = this.words.dateOnly(reason.nearest);
        this.say(empty.outside[reason.side](where, day), '');
        this.offer(empty.show(reason.nearest.slice(0, 4)), () => {
          this.actions.showYear(reason.nearest);
        });
        return;
      }
      case 'filtered':
        this.say(empty.filtered(reason.count), empty.filteredTip);
        return;
      case 'no-property': {
        const usual = this.options.source === 'property' ? empty.nothingTip.property : '';
        const tip = reason.nearest === null ? usual : empty.noPropertyNearest(reason.nearest);
        this.say(empty.noProperty(reason.notes, reason.property), tip);
        return;
      }
      case 'no-number':
        this.sayUnread(reason);
        return;
      case 'dataview':
        this.say(empty.dataview[reason.why], `${told(reason.message)} ${empty.dataviewTip[reason.why]}`.trim());
        return;
      case 'no-field':
        this.say(
          empty.noField(reason.property),
          reason.nearest === null ? empty.nothingTip.field : empty.noPropertyNearest(reason.nearest),
        );
        return;
      case 'no-date': {
        const tip = reason.nearest === null ? empty.undatedByTip : empty.noPropertyNearest(reason.nearest);
        this.say(empty.noDate(reason.dateProperty), tip);
        return;
      }
      case 'no-notes':
        this.say(empty.noNotes, '');
        return;
      case 'undated':
        if (reason.dateProperty === null && reason.property === null)
          this.say(empty.undatedNotes(reason.notes), empty.undatedNotesTip);
        else if (reason.dateProperty === null)
          this.say(empty.undated(reason.notes, reason.property ?? ''), empty.undatedTip);
        else this.say(empty.undatedBy(reason.notes, reason.dateProperty), empty.undatedByTip);
    }
  }

  /** Values that are none of the kind that is drawn; what they are may be drawn, too. */
  private sayUnread({ notes, property, example }: Extract<EmptyReason, { kind: 'no-number' }>): void {
    const { empty, value } = this.words.t;
    const { values } = this.options;
    const meant = guessKind([example]);
    const wanted = value[values.kind];
    const tip =
      values.kind === 'numbers' && meant !== null && meant !== 'numbers' && /^[^\d[]|^\d+[:：hm小分]/.test(example)
        ? empty.valuesTip(this.words.t.builder.kinds[meant].toLowerCase(), meant)
        : empty.noNumberTip(wanted, values.kind === 'numbers' ? '4' : values.example);
    this.say(empty.noNumber(notes, property, wanted), `${empty.says(notes, shortened(example))}${tip}`);
  }

  private say(cause: string, tip: string): void {
    writeWithCode(this.said.createSpan('rh-strong'), cause);
    if (tip !== '') writeWithCode(this.said.createSpan(), tip);
  }

  private offer(text: string, run: () => void): void {
    this.said.createEl('button', { text }).addEventListener('click', run);
  }
}

/** What another plugin says, without its rulers, on one line. */
function told(message: string): string {
  const line = shortened(message.replace(/-{3,}/g, ' '), LONGEST_MESSAGE);
  return line === '' ? '' : `\`${line}\``;
}

/** A value fit to stand as code within a sentence. */
function shortened(value: string, longest = LONGEST_EXAMPLE): string {
  const line = value.replace(/[`\s]+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** By the attribute, which leaves it in the order of Tab; set only where it changes, as all that is drawn. */
function disable(button: HTMLElement | null, disabled: boolean): void {
  if (button?.getAttribute('aria-disabled') !== String(disabled)) {
    button?.setAttribute('aria-disabled', String(disabled));
  }
}

function button(parent: HTMLElement, label: string, run: () => void): HTMLElement {
  const el = parent.createEl('button', { cls: 'clickable-icon rh-page', attr: { 'aria-label': label } });
  el.addEventListener('click', () => {
    if (el.getAttribute('aria-disabled') !== 'true') run();
  });
  return el;
}
