import { Component, setIcon } from 'obsidian';
import { noteName } from '../../../core/vault/path';
import type { LogProblem } from '../../../core/reading/types';
import { logProblemText } from '../../../ui/log-problem';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';
import { drawNoteLink } from '../../../ui/note-link';
import { placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import { redrawOnChange } from '../../../ui/redraw-on-change';

interface ProblemsModel {
  readonly rows: readonly LogProblem[];
  readonly total: number;
  readonly notCounted: number;
}

const ROWS = 3;
const NO_ROW: LogProblem = { path: '', line: 0, code: 'impossible-date', value: '', counted: false };

/** Lines of the log that were not understood; nothing at all where there are none. */
export class LogProblemsSection extends Component implements Section {
  private readonly show: (model: ProblemsModel) => void;
  private settled = false;

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
    const rows = placeholders(Math.min(this.remembered.of('problems'), ROWS), () => NO_ROW);
    this.show({ rows, total: this.remembered.of('problems'), notCounted: 0 });
    const update = (): void => {
      if (this.settled) this.update();
    };
    const { reading, scheduler } = this.ctx;
    this.register(reading.subscribe(update));
    this.register(scheduler.add({ el: this.el, nextChange: () => null, update })); // a day to come is here at midnight
  }

  async ready(): Promise<void> {
    await this.ctx.reading.ready();
    this.settled = true;
    this.el.removeClass('is-pending');
    this.update();
  }

  private update(): void {
    const problems = this.ctx.reading.index.problems();
    this.remembered.keep('problems', Math.min(problems.length, ROWS + 1));
    this.show({
      rows: problems.slice(0, ROWS),
      total: problems.length,
      notCounted: problems.filter(({ counted }) => !counted).length,
    });
  }

  private draw(parent: HTMLElement, { rows, total, notCounted }: ProblemsModel): void {
    parent.toggleClass('is-absent', total === 0);
    if (total === 0) return;
    const { ctx } = this;
    const { words } = ctx;
    const t = words.home.problems;
    const inPart = total - notCounted;
    const said = [...(notCounted > 0 ? [t.notCounted(notCounted)] : []), ...(inPart > 0 ? [t.inPart(inPart)] : [])];
    drawHead(parent, t.title, said.length === 2 ? t.both(said[0] ?? '', said[1] ?? '') : (said[0] ?? ''));
    const list = parent.createDiv({ cls: 'rh-steps', attr: { role: 'list' } });
    for (const row of rows) this.drawRow(list.createDiv({ attr: { role: 'listitem' } }), row);
    if (total <= ROWS) return;
    const all = parent.createEl('button', {
      cls: 'rh-text-button',
      text: t.all(total),
      attr: { 'data-key': 'all-problems' },
    });
    all.addEventListener('click', () => {
      ctx.offers.log.showProblems();
    });
  }

  private drawRow(el: HTMLElement, problem: LogProblem): void {
    const { ctx } = this;
    const { words } = ctx;
    const { path, line } = problem;
    setIcon(el, 'triangle-alert');
    el.querySelector('.svg-icon')?.addClass('rh-icon-warn');
    const main = el.createDiv();
    const name = noteName(path);
    const title = ctx.reading.index.source(path)?.title ?? name;
    drawNoteLink(ctx.app, main, { path, line, text: title || '\u00a0', cls: 'rh-link' });
    main.appendText(' ');
    main.createSpan({ cls: 'rh-muted rh-unbroken', text: words.readingLog.problemLine(line + 1) });
    main.createDiv({ cls: 'rh-muted', text: logProblemText(problem, words) });
  }
}
