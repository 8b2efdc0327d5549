import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { noteName } from '../../core/vault/path';
import { meantDay, mendDate } from '../../core/reading/mend-date';
import { mendProperties } from '../../core/reading/mend-properties';
import type { LogProblem } from '../../core/reading/types';
import { shownLine, type WrittenLine } from '../../core/reading/written-lines';
import { openNote, paneOf } from '../../ui/open-note';
import { addIcon } from '../../ui/result-list';
import type { Context } from '../context';
import { drawGoneActions } from './gone-actions';
import { logProblemText } from '../../ui/log-problem';

export const PROBLEMS_VIEW = 'research-handbook-log-problems';

/** Rows that are drawn at once; whoever mends these sees the next. */
const MOST_ROWS = 200;

/** Every line of the log that was not understood, with the reason; stays open beside the notes while they are mended. */
export class LogProblemsView extends ItemView {
  override readonly icon = 'triangle-alert';
  private page: HTMLElement | null = null;
  /** What is drawn now, so that a change elsewhere does not move the focus. */
  private drawn = '';

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: Context,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return PROBLEMS_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.readingLog.problemsTitle;
  }

  protected override async onOpen(): Promise<void> {
    const { common, readingLog: t } = this.ctx.i18n.ui;
    const attr = { lang: common.langTag };
    this.page = this.contentEl.createDiv({ cls: ['rh-result', 'rh-log-problems'], attr });
    this.page.createDiv({ cls: 'rh-muted', text: t.problemsReading });
    await this.ctx.reading.ready();
    const update = (): void => {
      this.draw();
    };
    const { reading, scheduler } = this.ctx;
    this.register(reading.subscribe(update));
    this.register(scheduler.add({ el: this.contentEl, nextChange: () => null, update })); // a day to come is here at midnight
  }

  private draw(): void {
    const { page } = this;
    if (page === null) return;
    const { index } = this.ctx.reading;
    const problems = index.problems();
    const next = JSON.stringify([problems, problems.length === 0 ? this.totals() : null]);
    if (next === this.drawn) return;
    this.drawn = next;
    const t = this.ctx.i18n.ui.readingLog;
    page.empty();
    if (problems.length === 0) {
      const empty = page.createDiv({ cls: 'rh-empty' });
      const [entries, sources] = this.totals();
      empty.createDiv({ cls: 'rh-strong', text: entries === 0 ? t.problemsNothing : t.problemsNone });
      empty.createDiv({ text: t.problemsNoneWhy(entries, sources) });
      return;
    }
    const lines = byLine(problems);
    page.createDiv({ cls: 'rh-muted', text: t.problemsLead(lines.length) });
    const list = page.createDiv({ cls: 'rh-steps', attr: { role: 'list' } });
    for (const line of lines.slice(0, MOST_ROWS)) this.drawRow(list, line);
    if (lines.length > MOST_ROWS) {
      page.createDiv({ cls: 'rh-muted', text: t.problemsMore(lines.length - MOST_ROWS) });
    }
  }

  /** Log lines and sources that were understood. */
  private totals(): [number, number] {
    const { index } = this.ctx.reading;
    const bounds = index.bounds();
    const entries = bounds === null ? 0 : index.entriesBetween(bounds.first, bounds.last).length;
    return [entries, index.sources().length];
  }

  private drawRow(list: HTMLElement, problems: readonly [LogProblem, ...LogProblem[]]): void {
    const { ui } = this.ctx.i18n;
    const t = ui.readingLog;
    const { path, line } = problems[0];
    const counted = problems.every((problem) => problem.counted);
    const row = list.createDiv({ attr: { role: 'listitem' } });
    addIcon(row, 'triangle-alert');
    row.querySelector('.svg-icon')?.addClass('rh-icon-warn');
    const words = row.createDiv();
    const title = this.ctx.reading.index.source(path)?.title ?? noteName(path);
    const link = words.createEl('a', { cls: 'rh-link', text: title, href: path });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.goTo(problems[0], event);
    });
    const where = problems.every(isOfNote) ? [] : [t.problemLine(line + 1)];
    const isGone = problems.every(({ code }) => code === 'line-gone');
    const said = [...where, ...(counted || isGone ? [] : [t.notCounted])];
    words.createSpan({ cls: 'rh-muted', text: ` ${said.join(' · ')}` });
    for (const problem of problems) {
      words.createDiv({ cls: 'rh-muted', text: logProblemText(problem, ui) });
      const gone = this.goneLine(problem);
      if (gone !== null) drawGoneActions(words, this.ctx, gone);
      const day = problem.code === 'impossible-date' ? meantDay(problem.value) : null;
      if (day !== null) this.drawMend(words, t.mendDate(day), () => this.mend(problem));
      if (problem.code === 'bad-properties') this.drawMend(words, t.mendProperties, () => this.mendProperties(path));
    }
  }

  /** The line that a problem tells of as gone; null for any other problem. */
  private goneLine({ code, path, value }: LogProblem): WrittenLine | null {
    if (code !== 'line-gone') return null;
    return this.ctx.reading.gone().find((line) => line.path === path && shownLine(line) === value) ?? null;
  }

  private drawMend(parent: HTMLElement, text: string, mend: () => Promise<void>): void {
    const button = parent.createDiv('rh-log-mends').createEl('button', { text });
    button.addEventListener('click', () => {
      button.disabled = true;
      void mend().finally(() => {
        button.disabled = false; // it is still here where the line could not be written
      });
    });
  }

  /** Takes out what the properties say twice, as a sync of two devices may leave it. */
  private async mendProperties(path: string): Promise<void> {
    const t = this.ctx.i18n.ui.readingLog;
    const { notes, yaml, notify } = this.ctx;
    const written = await notes.change(path, (text) => mendProperties(text, yaml));
    if (written.ok) notify.info(t.propertiesMended(path));
    else if (written.reason === 'changed') notify.warn(t.propertiesNotMended(path));
    else notify.warn(t.writeFailed(path, written.message));
  }

  private async mend({ path, line, value }: LogProblem): Promise<void> {
    const t = this.ctx.i18n.ui.readingLog;
    const written = await this.ctx.notes.change(path, (text) => mendDate(text, line, value));
    if (written.ok) this.ctx.notify.info(t.mended(path, line + 1));
    else if (written.reason === 'changed') this.ctx.notify.warn(t.notMended(path, line + 1));
    else this.ctx.notify.warn(t.writeFailed(path, written.message));
  }

  private async goTo({ path, line }: LogProblem, event: MouseEvent): Promise<void> {
    const isThere = await openNote(this.app, path, { line, pane: paneOf(event) });
    if (!isThere) this.ctx.notify.warn(this.ctx.i18n.ui.readingLog.gone(path));
  }
}

/** Whether the problem is one of the whole note, of no line in it. */
function isOfNote({ code }: LogProblem): boolean {
  return code === 'line-gone' || code === 'conflict-copy' || code === 'bad-properties';
}

/** Problems of one line together; they come sorted by note and line. */
function byLine(problems: readonly LogProblem[]): (readonly [LogProblem, ...LogProblem[]])[] {
  const lines: [LogProblem, ...LogProblem[]][] = [];
  for (const problem of problems) {
    const last = lines.at(-1);
    if (last?.[0].path === problem.path && last[0].line === problem.line) last.push(problem);
    else lines.push([problem]);
  }
  return lines;
}
