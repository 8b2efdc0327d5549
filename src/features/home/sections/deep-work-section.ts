import { DateTime } from 'luxon';
import { Component } from 'obsidian';
import {
  endOf,
  gapsOf,
  startOf,
  timeOfDay,
  totalMinutes,
  workedDays,
  type Session,
} from '../../../core/sessions/session';
import { dayOf, partsOf } from '../../../core/time/calendar-day';
import { noteName } from '../../../core/vault/path';
import { addIcon } from '../../../ui/result-list';
import { drawNoteLink } from '../../../ui/note-link';
import { drawAmount, drawRing } from './pace-view';
import { redrawOnChange } from '../../../ui/redraw-on-change';
import type { Section } from './section';
import type { SectionContext } from './section-context';

interface DeepModel {
  readonly today: string;
  /** Minutes of today, and those to aim at; 0 for none. */
  readonly minutes: number;
  readonly goal: number;
  readonly session: Session | null;
  readonly isLeft: boolean;
  readonly isShown: boolean;
}

/** Today's deep work and what runs; nothing at all for those who never began any. */
export class DeepWorkSection extends Component implements Section {
  private readonly show: (model: DeepModel) => void;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      this.draw(parent, model);
    });
  }

  override onload(): void {
    const { offers, scheduler, settings } = this.ctx;
    this.el.addClass('rh-section');
    const redraw = (): void => {
      this.update(this.ctx.clock.now());
    };
    this.register(scheduler.add({ el: this.el, nextChange: () => null, update: redraw }));
    this.register(offers.sessions.subscribe(redraw));
    this.register(settings.subscribe(redraw));
  }

  async ready(): Promise<void> {
    const { sessions } = this.ctx.offers;
    if (sessions.state().isKnown) await sessions.ready();
    this.update(this.ctx.clock.now());
  }

  private update(now: DateTime): void {
    const { sessions } = this.ctx.offers;
    const { session, isLeft, isKnown } = sessions.state();
    const minutes = sessions.minutesToday();
    this.show({
      today: dayOf(now),
      minutes,
      goal: this.ctx.settings.values.deepGoalMinutes,
      session,
      isLeft,
      isShown: isKnown || minutes > 0,
    });
  }

  private draw(parent: HTMLElement, model: DeepModel): void {
    parent.toggleClass('is-absent', !model.isShown);
    if (!model.isShown) return;
    const { session, isLeft } = model;
    const el = parent.createDiv('rh-session');
    this.drawToday(el, model);
    if (session === null) return;
    if (isLeft) this.drawLeft(el, session, model.today);
    this.drawStretch(el, session);
  }

  private drawToday(parent: HTMLElement, { minutes, goal, session, isLeft }: DeepModel): void {
    const { app, offers, words } = this.ctx;
    const t = words.sessions;
    const row = parent.createDiv('rh-session-row');
    if (goal > 0) {
      const percent = Math.floor((minutes / goal) * 100);
      drawRing(row, percent, t.goal(words.common.duration(goal)));
    }
    const about = row.createDiv();
    drawAmount(about.createDiv('rh-pace-done'), minutes, words);
    about.createDiv({ cls: 'rh-muted', text: goal > 0 ? t.goal(words.common.duration(goal)) : t.title });
    if (session === null) this.button(row, t.startCommand, offers.sessions.start);
    else if (!isLeft) {
      const link = { path: session.path, text: noteName(session.path), cls: 'rh-link' };
      drawNoteLink(app, about.createDiv(), link);
      this.button(row, t.stopCommand, offers.sessions.stop);
    }
  }

  /** Where the session's time went: work, and the gaps, each of which can be counted. */
  private drawStretch(parent: HTMLElement, session: Session): void {
    const { common, sessions: t } = this.ctx.words;
    const { zone } = this.ctx.clock.now();
    const [from, to] = [startOf(session), endOf(session)];
    const gaps = gapsOf(session);
    const bar = parent.createDiv({ cls: 'rh-stretch', attr: { 'aria-hidden': 'true' } });
    const part = (cls: string, length: number): void => {
      const share = String((length / Math.max(1, to - from)) * 100);
      bar.createSpan(cls).setCssProps({ '--rh-share': share });
    };
    let at = from;
    for (const gap of gaps) {
      part('is-work', gap.from - at);
      part('is-gap', gap.to - gap.from);
      at = gap.to;
    }
    part('is-work', to - at);
    const scale = parent.createDiv('rh-stretch-scale');
    scale.createSpan({ text: timeOfDay(from, zone) });
    scale.createSpan({ text: timeOfDay(to, zone) });
    for (const gap of gaps) {
      const text = t.gap(timeOfDay(gap.from, zone), timeOfDay(gap.to, zone), common.duration(gap.minutes));
      const line = parent.createDiv({ cls: 'rh-aside', text: `${text} ` });
      this.button(line, t.count, () => void this.ctx.offers.sessions.count(gap.after)).addClass('rh-plain');
    }
  }

  private drawLeft(parent: HTMLElement, session: Session, today: string): void {
    const { offers } = this.ctx;
    const { common, readingLog, sessions: t } = this.ctx.words;
    const { zone } = this.ctx.clock.now();
    const { month, day } = partsOf(dayOf(DateTime.fromMillis(startOf(session), { zone })));
    const begun = `${common.day(month, day)} ${timeOfDay(startOf(session), zone)}`;
    const minutes = totalMinutes(workedDays(session, today));
    const el = parent.createDiv('rh-say');
    addIcon(el, 'circle-alert');
    const about = el.createDiv();
    about.createDiv({ text: t.notStopped(begun, timeOfDay(endOf(session), zone)) });
    const actions = about.createDiv('rh-say-do');
    if (minutes > 0)
      this.button(actions, `${readingLog.submit} ${common.duration(minutes)}`, () => void offers.sessions.log());
    this.button(actions, t.change, offers.sessions.stop);
    this.button(actions, t.discard, () => void offers.sessions.discard());
  }

  private button(parent: HTMLElement, text: string, run: () => void): HTMLButtonElement {
    const button = parent.createEl('button', { cls: 'rh-small', text, attr: { 'data-key': text } });
    button.addEventListener('click', run);
    return button;
  }
}
