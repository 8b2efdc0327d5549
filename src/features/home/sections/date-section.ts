import { Component } from 'obsidian';
import { currentTerm } from '../../../core/home/term';
import { dayOf, partsOf, weekdayOf } from '../../../core/time/calendar-day';
import { weekOf } from '../../../core/time/iso-week';
import { readNamedSpans } from '../../../core/time/named-spans';
import type { SectionContext } from './section-context';
import type { Section } from './section';
import { redrawOnChange } from '../../../ui/redraw-on-change';

interface DateModel {
  readonly date: string;
  readonly weekday: string;
  readonly weekdayFirst: boolean;
  readonly below: string;
}

/** The day, its week and the term's week, and the page's two buttons. */
export class DateSection extends Component implements Section {
  private readonly showDate: (model: DateModel) => void;
  private readonly showButtons: (isFirstDay: boolean) => void;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
  ) {
    super();
    el.addClass('rh-home-head');
    this.showDate = redrawOnChange(el.createDiv(), drawDate);
    this.showButtons = redrawOnChange(el.createDiv('rh-actions'), (parent, isFirstDay) => {
      this.drawButtons(parent, isFirstDay);
    });
  }

  override onload(): void {
    const { reading, scheduler, settings } = this.ctx;
    this.showButtons(false);
    this.register(scheduler.add({ el: this.el, nextChange: () => null, update: this.updateDate }));
    this.register(
      settings.subscribe((keys) => {
        if (keys.has('spans') || keys.has('weekStart')) this.updateDate();
      }),
    );
    this.register(reading.subscribe(this.updateButtons));
  }

  async ready(): Promise<void> {
    await this.ctx.reading.ready();
    this.updateButtons();
  }

  private readonly updateDate = (): void => {
    const { ctx } = this;
    const { words } = ctx;
    const now = ctx.clock.now();
    const today = dayOf(now);
    const { month, day } = partsOf(today);
    const { spans, weekStart } = ctx.settings.values;
    const term = currentTerm(readNamedSpans(spans).spans, now, weekStart);
    const week = weekOf(today);
    this.showDate({
      date: words.home.date(month, day),
      weekday: words.home.weekday(weekdayOf(today)),
      weekdayFirst: words.home.weekdayFirst,
      below: term === null ? week : `${week} · ${words.home.term(term.name, term.week)}`,
    });
  };

  private readonly updateButtons = (): void => {
    this.showButtons(this.ctx.reading.index.sources().length === 0);
  };

  /** One primary button: what there is to do. Both stay where they are, since a hand remembers. */
  private drawButtons(parent: HTMLElement, isFirstDay: boolean): void {
    const { ctx } = this;
    const { words } = ctx;
    const buttons = [
      {
        text: words.home.addSource,
        key: 'add',
        act: () => {
          ctx.offers.sources.openForm();
        },
      },
      {
        text: words.home.logReading,
        key: 'log',
        act: () => {
          ctx.offers.log.openForm();
        },
      },
    ];
    const primary = isFirstDay ? 'add' : 'log';
    for (const { text, key, act } of buttons) {
      const button = parent.createEl('button', {
        text,
        cls: key === primary ? 'mod-cta' : '',
        attr: { 'data-key': key },
      });
      button.addEventListener('click', act);
    }
  }
}

function drawDate(parent: HTMLElement, { date, weekday, weekdayFirst, below }: DateModel): void {
  const line = parent.createDiv({ cls: 'rh-date', attr: { role: 'heading', 'aria-level': 2 } });
  line.createSpan({ text: weekday });
  if (weekdayFirst) line.append(` ${date}`);
  else line.prepend(`${date} `);
  parent.createDiv({ cls: 'rh-date-sub', text: below });
}
