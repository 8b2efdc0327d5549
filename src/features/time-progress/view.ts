import type { DateTime } from 'luxon';
import { MarkdownRenderChild } from 'obsidian';
import type { OptionProblem } from '../../core/options/problem';
import type { ProgressOptions } from '../../core/progress/options';
import type { ProgressProblemCode } from '../../core/progress/problem-code';
import { buildRow, type Surroundings } from '../../core/progress/rows';
import type { SettingKey } from '../../settings/schema';
import type { Wordings } from '../../i18n';
import { writeWithCode } from '../../ui/error-box';
import { paneOf } from '../../ui/open-note';
import { drawProblems } from '../../ui/option-problem';
import type { Context } from '../context';
import { LinkedNotes } from './note-properties';
import { problemTexts } from './problem-texts';
import { RowView, type NoteLinks } from './row-view';
import { wordRow } from './texts';

/** Settings that a block leans on. */
const SETTINGS: readonly SettingKey[] = ['spans', 'weekStart', 'weeklyGoalMinutes'];

/** Where a block's options come from; asked anew when a setting it leans on changes. */
export interface ProgressSource {
  /** The block's text, or null where a script hands the options over. */
  readonly text: string | null;
  /** Path of the note it stands in, for links. */
  readonly path: string;
  options(): ProgressOptions;
}

type Problem = OptionProblem<ProgressProblemCode>;
type Shown = { readonly view: RowView } | { readonly box: HTMLElement; readonly problem: Problem };

/** Time progress on screen: drawn from its options, kept current until it is unloaded. */
export class TimeProgressView extends MarkdownRenderChild {
  private readonly notes: LinkedNotes;
  private readonly links: NoteLinks;
  private options: ProgressOptions;
  private rowsEl: HTMLElement | null = null;
  private shown: Shown[] = [];
  private next: DateTime | null = null;
  private stop: (() => void) | null = null;
  private wasOnPage = false;

  constructor(
    containerEl: HTMLElement,
    private readonly ctx: Context,
    private readonly source: ProgressSource,
    /** The element has left the page, and nobody else will end this. */
    private readonly onGone: () => void = () => undefined,
  ) {
    super(containerEl);
    this.notes = new LinkedNotes(ctx.app, source.path);
    this.links = {
      open: (link, event) => {
        void ctx.app.workspace.openLinkText(link, source.path, paneOf(event));
      },
      hover: (linktext, event, targetEl) => {
        const { path: sourcePath } = source;
        ctx.app.workspace.trigger('hover-link', {
          event,
          source: 'preview',
          hoverParent: this,
          targetEl,
          linktext,
          sourcePath,
        });
      },
    };
    this.options = source.options();
  }

  override onload(): void {
    this.draw();
    this.register(
      this.ctx.settings.subscribe((keys) => {
        if (!SETTINGS.some((key) => keys.has(key))) return;
        this.options = this.source.options();
        this.draw();
      }),
    );
    this.register(() => {
      this.stop?.();
      this.stop = null;
    });
    this.register(
      this.ctx.reading.subscribe(() => {
        if (this.options.rows.some((row) => row.kind === 'goal')) this.restart();
      }),
    );
    this.watchNotes();
  }

  /** Rows that hang on a note follow its properties, its name and its coming and going. */
  private watchNotes(): void {
    if (!this.options.rows.some((row) => row.kind === 'span' && row.span.note !== null)) return;
    const { metadataCache, vault } = this.ctx.app;
    const changed = (...paths: readonly string[]): void => {
      if (!paths.some((path) => this.notes.concerns(path))) return;
      this.notes.forget();
      this.restart();
    };
    this.registerEvent(
      metadataCache.on('changed', ({ path }) => {
        changed(path);
      }),
    );
    this.registerEvent(
      metadataCache.on('deleted', ({ path }) => {
        changed(path);
      }),
    );
    this.registerEvent(
      vault.on('rename', ({ path }, oldPath) => {
        changed(path, oldPath);
      }),
    );
    void this.ctx.notes.settled().then(() => {
      this.notes.settle();
      if (this.stop) this.restart();
    });
  }

  private get words(): Wordings {
    const { i18n } = this.ctx;
    return this.options.language === null ? i18n.ui : i18n.in(this.options.language);
  }

  private draw(): void {
    this.containerEl.empty();
    this.shown = [];
    const { style, rows, problems } = this.options;
    const t = this.words;
    const root = this.containerEl.createDiv({
      cls: 'rh-time-progress',
      attr: { 'data-style': style, lang: t.common.langTag },
    });
    root.toggleClass('rh-tp-block', this.source.text !== null);
    this.drawProblems(root, problems);
    if (rows.length === 0) {
      if (problems.length === 0) this.drawNothing(root);
      return;
    }
    this.rowsEl = root.createDiv({ cls: 'rh-tp-rows', attr: { role: 'list' } });
    this.rowsEl.toggleClass(
      'has-spans',
      rows.some((row) => row.kind !== 'period'),
    );
    if (style === 'table') {
      const head = this.rowsEl.createDiv({ cls: 'rh-tp-head', attr: { 'aria-hidden': 'true' } });
      for (const title of t.progress.head) head.createSpan({ text: title });
    }
    this.restart();
  }

  /** Brings it up to date now, and lets the scheduler ask anew when the next change is due. */
  private restart(): void {
    this.stop?.();
    this.stop = this.ctx.scheduler.add({
      el: this.containerEl,
      update: (now) => {
        this.update(now);
      },
      nextChange: () => this.next,
    });
  }

  private update(now: DateTime): void {
    const { rowsEl } = this;
    if (!rowsEl) return;
    if (this.wasOnPage && !rowsEl.isConnected) {
      this.onGone();
      return;
    }
    this.wasOnPage = rowsEl.isConnected;
    const around: Surroundings = {
      now,
      weekStart: this.options.weekStart ?? this.ctx.settings.values.weekStart,
      source: this.source.text,
      properties: (link) => this.notes.properties(link),
      entries: (from, to) => this.ctx.reading.index.entriesBetween(from, to),
    };
    const changes: number[] = [];
    this.options.rows.forEach((spec, index) => {
      const built = buildRow(spec, around);
      if (!built.ok) {
        this.showProblem(rowsEl, index, built.problem);
        return;
      }
      this.rowAt(rowsEl, index).update(built.row, wordRow(built.row, this.words));
      if (built.row.next !== null) changes.push(built.row.next);
    });
    this.next = changes.length > 0 ? now.plus(Math.min(...changes) - now.toMillis()) : null;
  }

  private rowAt(rowsEl: HTMLElement, index: number): RowView {
    const shown = this.shown[index];
    if (shown && 'view' in shown) return shown.view;
    const view = new RowView(rowsEl, this.links);
    if (shown) shown.box.replaceWith(view.el);
    this.shown[index] = { view };
    return view;
  }

  private showProblem(rowsEl: HTMLElement, index: number, problem: Problem): void {
    const shown = this.shown[index];
    if (shown && 'problem' in shown && sameProblem(shown.problem, problem)) return;
    const box = rowsEl.createDiv({ cls: ['rh-tp-row', 'rh-tp-problem'], attr: { role: 'listitem' } });
    this.drawProblems(box, [problem]);
    if (shown) ('view' in shown ? shown.view.el : shown.box).replaceWith(box);
    this.shown[index] = { box, problem };
  }

  private drawNothing(root: HTMLElement): void {
    const { progress: t } = this.words;
    const empty = root.createDiv({ cls: 'rh-empty' });
    empty.createDiv({ cls: 'rh-strong', text: t.nothing });
    writeWithCode(empty.createDiv(), t.nothingTip);
  }

  private drawProblems(parent: HTMLElement, problems: readonly Problem[]): void {
    drawProblems(parent, problems, problemTexts(this.words), this.source.text);
  }
}

function sameProblem(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.value === b.value && a.nearest === b.nearest && a.known.join() === b.known.join();
}
