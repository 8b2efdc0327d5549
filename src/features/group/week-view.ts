import { Component } from 'obsidian';
import { agendaText } from '../../core/group/agenda';
import type { ReadSource } from '../../core/group/same-sources';
import type { MemberWeek, Said } from '../../core/group/week';
import { newMembers } from '../../core/group/members';
import type { GroupOptions } from '../../core/group/options';
import { addWeeks } from '../../core/time/iso-week';
import { joinPath } from '../../core/vault/path';
import { drawErrorBox } from '../../ui/error-box';
import type { Drawing } from '../../ui/live-block';
import { listenForOpening, openNote, paneOf } from '../../ui/open-note';
import { addIcon } from '../../ui/result-list';
import type { GroupContext } from './context';
import { openFeedback } from './feedback';
import type { Group, ShownWeek } from './group';
import { drawStrip } from './strip';
import { agendaWords, daysWords, isQuiet, quietMembers, quietWords, remarksOn, sumWords } from './texts';

/** The group's week, kept current: what is asked, who was not heard from, what two read, where somebody is stuck. */
export class WeekView extends Component implements Drawing {
  private readonly root: HTMLElement;
  private week: string | null;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: GroupContext,
    private readonly group: Group,
    el: HTMLElement,
    private readonly options: GroupOptions,
  ) {
    super();
    this.week = options.week;
    this.root = el.createDiv({ cls: 'rh-team', attr: { lang: ctx.i18n.ui.common.langTag } });
  }

  override onload(): void {
    this.register(this.group.notes.subscribe(() => void this.ready()));
  }

  async ready(): Promise<void> {
    const look = ++this.look;
    const shown = await this.group.week(this.options.folder ?? this.group.folder(), this.week);
    if (look !== this.look) return;
    const focused = this.root.doc.activeElement?.getAttribute('data-key') ?? null;
    this.root.empty();
    this.draw(shown);
    if (focused !== null) this.root.querySelector<HTMLElement>(`[data-key=${CSS.escape(focused)}]`)?.focus();
  }

  private get words(): GroupContext['i18n']['ui'] {
    return this.ctx.i18n.ui;
  }

  private draw(shown: ShownWeek): void {
    const { root } = this;
    const { group: t } = this.words;
    if (shown.hasNone && shown.roster.members === null) {
      this.drawBare(shown);
      return;
    }
    const grid = root.createDiv('rh-team-grid');
    this.drawHead(grid.createDiv('rh-team-head'), shown);
    const run = (): HTMLElement => grid.createDiv('rh-team-run');
    const asking = new Set(shown.questions.map(({ member }) => member)).size;
    const count = t.asked(shown.questions.length, asking);
    this.drawSaid(run(), t.questions, shown.questions.length === 0 ? '' : count, shown.questions, shown);
    this.drawQuiet(run(), shown);
    this.drawNotes(grid.createDiv('rh-team-notes'), shown);
    const main = run();
    this.drawSources(main, t.same, t.withinWeeks, shown.same, shown.week);
    if (shown.problems.length > 0) {
      const stuck = new Set(shown.problems.map(({ member }) => member)).size;
      this.drawSaid(main, t.problems, t.people(stuck), shown.problems, null);
    }
    this.drawSources(main, t.reading, t.byReaders, shown.reading, shown.week);
    const side = run();
    if (shown.members.length > 0) drawStrip(this.section(side, t.strip, t.stripAside), this.ctx, shown.members);
    if (shown.roster.members === null) this.drawMake(side, shown, 'rh-plain');
  }

  /** What could not be read, and what is to be known of the table and of copies. */
  private drawNotes(notes: HTMLElement, shown: ShownWeek): void {
    const { group: t, common } = this.words;
    for (const { path, reason, line } of shown.unreadable) {
      const tip = t.reasons[reason](line === null ? path : `${path}:${String(line + 1)}`);
      drawErrorBox(notes, { cause: t.unreadable, tip, more: '', source: null, places: [], langTag: common.langTag });
    }
    for (const remark of remarksOn(shown, this.words)) {
      const line = notes.createDiv('rh-hint');
      addIcon(line, 'info');
      line.createSpan({ text: remark });
    }
    if (shown.hasNone) this.drawWhere(notes, shown);
    notes.toggle(notes.childElementCount > 0);
  }

  private drawHead(head: HTMLElement, shown: ShownWeek): void {
    const { group: t } = this.words;
    const title = head.createDiv();
    const date = title.createDiv({ cls: 'rh-date', text: `${shown.week} ` });
    date.createSpan({ text: daysWords(shown.week, this.words) });
    title.createDiv({ cls: 'rh-date-sub', text: sumWords(shown, t), attr: { role: 'status' } });
    const actions = head.createDiv('rh-actions');
    for (const [key, label, icon, by] of [
      ['previous', t.previous, 'chevron-left', -1],
      ['next', t.next, 'chevron-right', 1],
    ] as const) {
      const attr = { type: 'button', 'aria-label': label, 'data-key': key };
      const button = actions.createEl('button', { cls: 'clickable-icon', attr });
      addIcon(button, icon);
      button.addEventListener('click', () => {
        this.week = addWeeks(shown.week, by);
        void this.ready();
      });
    }
    const agenda = actions.createEl('button', { text: t.agenda, attr: { type: 'button', 'data-key': 'agenda' } });
    agenda.addEventListener('click', () => void this.openAgenda(shown));
  }

  private section(parent: HTMLElement, title: string, aside: string): HTMLElement {
    const section = parent.createEl('section', 'rh-section');
    const head = section.createDiv('rh-section-head');
    head.createDiv({ cls: 'rh-heading', text: title, attr: { role: 'heading', 'aria-level': 2 } });
    head.createSpan({ cls: 'rh-aside', text: aside });
    return section;
  }

  /** @param shown - the week, where feedback can be given on what is said */
  private drawSaid(
    parent: HTMLElement,
    title: string,
    aside: string,
    all: readonly Said[],
    shown: ShownWeek | null,
  ): void {
    const { group: t } = this.words;
    const section = this.section(parent, title, aside);
    if (all.length === 0) section.createDiv({ cls: 'rh-muted', text: t.noQuestions });
    const list = section.createDiv({ cls: 'rh-asked', attr: { role: 'list' } });
    let above: MemberWeek | null = null;
    for (const { member, text, path, line } of all) {
      const row = list.createDiv({ attr: { role: 'listitem' } });
      const name = row.createSpan({ cls: 'rh-strong' });
      name.createSpan({ cls: member === above ? 'rh-unseen' : '', text: member.person.name });
      this.link(row, text, path, line);
      if (shown !== null && member !== above) {
        const label = member.feedback === null ? t.feedback : t.openFeedback;
        const attr = { type: 'button', 'data-key': `feedback:${member.person.id}` };
        const button = row.createEl('button', { cls: 'rh-plain', text: label, attr });
        button.createSpan({ cls: 'rh-unseen', text: t.feedbackTo(member.person.name) });
        button.addEventListener('click', () => void openFeedback(this.ctx, shown, member));
      }
      above = member;
    }
  }

  private drawQuiet(parent: HTMLElement, shown: ShownWeek): void {
    const { group: t } = this.words;
    const panel = parent.createDiv('rh-team-panel');
    const asked = shown.members.filter(({ state }) => state !== 'away');
    const came = asked.filter(({ state }) => !isQuiet(state)).length;
    const section = this.section(panel, t.quiet, t.inOf(came, asked.length));
    const value = asked.length === 0 ? 0 : Math.floor((100 * came) / asked.length);
    const attr = { role: 'progressbar', 'aria-valuenow': value, 'aria-valuetext': t.inOf(came, asked.length) };
    section
      .createSpan({ cls: 'rh-amount', attr: { ...attr, 'aria-label': t.quiet } })
      .setCssProps({ '--rh-value': String(value) });
    const quiet = quietMembers(shown);
    if (quiet.length === 0) section.createDiv({ cls: 'rh-muted', text: t.noneQuiet });
    const list = section.createDiv({ cls: 'rh-quiet-list', attr: { role: 'list' } });
    for (const member of quiet) {
      const { state, path, silent, person } = member;
      const row = list.createDiv({ attr: { role: 'listitem' } });
      const report = state === 'away' ? 'away' : isQuiet(state) ? 'none' : 'sent'; // half a sign is for what came late alone
      row.createSpan({ cls: 'rh-state', attr: { 'data-report': report } });
      const isSilent = silent > 1 && state !== 'away';
      const cls = isSilent ? 'rh-strong' : '';
      if (path === null) row.createSpan({ cls, text: person.name });
      else this.link(row, person.name, path, null);
      row.createSpan({ cls: isSilent ? 'rh-why' : 'rh-why rh-muted', text: quietWords(member, this.words) });
    }
  }

  private drawSources(
    parent: HTMLElement,
    title: string,
    aside: string,
    sources: readonly ReadSource[],
    now: string,
  ): void {
    if (sources.length === 0) return;
    const { group: t } = this.words;
    const list = this.section(parent, title, aside).createDiv({ cls: 'rh-read', attr: { role: 'list' } });
    for (const source of sources) {
      const row = list.createDiv({ attr: { role: 'listitem' } });
      const words = row.createDiv();
      words.createDiv({ cls: 'rh-source-title', text: source.title });
      const readers = words.createDiv('rh-source-meta');
      source.readers.forEach(({ person, week, path }, at) => {
        if (at > 0) readers.appendText(', ');
        this.link(readers, week === now ? person.name : `${person.name} (${week.slice(5)})`, path, null);
      });
      row.createSpan({ cls: 'rh-aside', text: t.people(source.readers.length) });
    }
  }

  private link(parent: HTMLElement, text: string, path: string, line: number | null): void {
    const link = parent.createEl('a', {
      cls: 'rh-link',
      text,
      attr: { href: path, 'data-key': `${path}:${String(line)}` },
    });
    listenForOpening(link, (event) => void openNote(this.ctx.app, path, { line, pane: paneOf(event) || 'tab' }));
  }

  private drawBare(shown: ShownWeek): void {
    const empty = this.root.createDiv('rh-empty');
    this.drawWhere(empty, shown);
    this.drawMake(empty, shown, '');
  }

  /** Where nothing was found, and where something is. */
  private drawWhere(empty: HTMLElement, { folder, elsewhere }: ShownWeek): void {
    const { ctx } = this;
    const { group: t } = this.words;
    empty.createDiv({ cls: 'rh-strong', text: t.nothing });
    empty.createDiv({ text: t.looked(`${folder}/`) });
    if (elsewhere !== null) {
      empty.createDiv({ text: t.elsewhere(`${elsewhere}/`) });
      const use = empty.createEl('button', { text: t.useFolder(`${elsewhere}/`) });
      use.addEventListener('click', () => {
        void ctx.settings.set('groupFolder', elsewhere === '' ? '/' : elsewhere).then(() => this.ready());
      });
    }
  }

  private drawMake(parent: HTMLElement, { roster }: ShownWeek, cls: string): void {
    const { ctx } = this;
    const { group: t } = this.words;
    const make = parent.createEl('button', { cls, text: t.makeMembers, attr: { 'data-key': 'members' } });
    make.addEventListener('click', () => {
      const words = ctx.i18n.in(ctx.places.language()).group;
      void ctx.notes.create(roster.path, newMembers(words.columns, words.membersIntro)).then(async (made) => {
        if (made.ok || made.reason === 'exists') await openNote(ctx.app, roster.path, { pane: 'tab' });
        else ctx.notify.warn(this.words.report.problem.writing(roster.path, made.message));
      });
    });
  }

  /** The week as a note of the advisor's own, made once: what they write into it stays. */
  private async openAgenda(shown: ShownWeek): Promise<void> {
    const { ctx } = this;
    const words = ctx.i18n.in(ctx.places.language());
    const path = joinPath(shown.folder, `${words.group.agendaName(shown.week)}.md`);
    const body = agendaText(shown, quietMembers(shown), agendaWords(shown.week, words));
    const made = await ctx.notes.create(path, `---\ntype: agenda\nweek: ${shown.week}\n---\n\n${body}`);
    if (made.ok || made.reason === 'exists') await openNote(ctx.app, path, { pane: 'tab' });
    else ctx.notify.warn(this.words.report.problem.writing(path, made.message));
  }
}
