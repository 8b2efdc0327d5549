import { ItemView, Keymap, type WorkspaceLeaf } from 'obsidian';
import { nameOf } from '../../core/reading/source';
import type { LogProblem } from '../../core/reading/types';
import { addIcon } from '../../ui/result-list';
import type { Context } from '../context';
import { logProblemText } from './words';

export const PROBLEMS_VIEW = 'research-handbook-log-problems';

/** Rows that are drawn at once; whoever mends these sees the next. */
const MOST_ROWS = 200;

/** Every line of the log that was not understood, with the reason; stays open beside the notes while they are mended. */
export class LogProblemsView extends ItemView {
  override readonly icon = 'triangle-alert';
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
    this.contentEl.addClass('rh-result');
    this.contentEl.setAttribute('lang', common.langTag);
    this.contentEl.createDiv({ cls: 'rh-muted', text: t.problemsReading });
    await this.ctx.reading.ready();
    this.draw();
    this.register(
      this.ctx.reading.subscribe(() => {
        this.draw();
      }),
    );
  }

  private draw(): void {
    const { index } = this.ctx.reading;
    const problems = index.problems();
    const next = JSON.stringify([problems, problems.length === 0 ? this.totals() : null]);
    if (next === this.drawn) return;
    this.drawn = next;
    const t = this.ctx.i18n.ui.readingLog;
    this.contentEl.empty();
    if (problems.length === 0) {
      const empty = this.contentEl.createDiv({ cls: 'rh-empty' });
      empty.createDiv({ text: t.problemsNone });
      empty.createDiv({ text: t.problemsNoneWhy(...this.totals()) });
      return;
    }
    this.contentEl.createDiv({ cls: 'rh-muted', text: t.problemsLead(problems.length) });
    const list = this.contentEl.createDiv({ cls: 'rh-steps', attr: { role: 'list' } });
    for (const problem of problems.slice(0, MOST_ROWS)) this.drawRow(list, problem);
    if (problems.length > MOST_ROWS) {
      this.contentEl.createDiv({ cls: 'rh-muted', text: t.problemsMore(problems.length - MOST_ROWS) });
    }
  }

  /** Log lines and sources that were understood. */
  private totals(): [number, number] {
    const { index } = this.ctx.reading;
    const bounds = index.bounds();
    const entries = bounds === null ? 0 : index.entriesBetween(bounds.first, bounds.last).length;
    return [entries, index.sources().length];
  }

  private drawRow(list: HTMLElement, problem: LogProblem): void {
    const { ui } = this.ctx.i18n;
    const t = ui.readingLog;
    const { path, line, counted } = problem;
    const row = list.createDiv({ attr: { role: 'listitem' } });
    addIcon(row, 'triangle-alert');
    row.querySelector('.svg-icon')?.addClass('rh-icon-warn');
    const words = row.createDiv();
    const title = this.ctx.reading.index.source(path)?.title ?? nameOf(path);
    const link = words.createEl('a', { cls: 'rh-link', text: title, href: path });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.goTo(problem, event);
    });
    const where = counted ? t.problemLine(line + 1) : `${t.problemLine(line + 1)} · ${t.notCounted}`;
    words.createSpan({ cls: 'rh-muted', text: ` ${where}` });
    words.createDiv({ cls: 'rh-muted', text: logProblemText(problem, ui) });
  }

  private async goTo({ path, line }: LogProblem, event: MouseEvent): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file === null) {
      this.ctx.notify.warn(this.ctx.i18n.ui.readingLog.gone(path));
      return;
    }
    const leaf = this.app.workspace.getLeaf(Keymap.isModEvent(event));
    await leaf.openFile(file, { active: true, eState: { line } });
  }
}
