import type { DateTime } from 'luxon';
import { Component } from 'obsidian';
import type { OptionProblem } from '../../core/options/problem';
import type { ProgressOptions } from '../../core/progress/options';
import type { ProgressProblemCode } from '../../core/progress/problem-code';
import { buildRow, type Surroundings } from '../../core/progress/rows';
import type { IsDayOff } from '../../core/progress/workdays';
import { parseHolidays } from '../../core/reading/holidays';
import type { Wordings } from '../../i18n';
import type { Drawing } from '../../ui/live-block';
import { openNote, paneOf } from '../../ui/open-note';
import { drawProblems } from '../../ui/option-problem';
import type { Context } from '../context';
import { LinkedNotes } from './note-properties';
import { problemTexts } from './problem-texts';
import { RowView, type NoteLinks } from './row-view';
import { wordRow } from './texts';

type Problem = OptionProblem<ProgressProblemCode>;
type Shown =
  { readonly view: RowView } | { readonly box: HTMLElement; readonly problem: Problem; readonly isCounted: boolean };

/** Rows that could not be understood for the same reason; the rest are counted below. */
const MOST_ALIKE = 3;

/** Where the rows stand and what they are drawn with. */
export interface ProgressPlace {
  /** The block's text, to point at; null where a script or a form hands the options over. */
  readonly text: string | null;
  /** Path of the note it stands in, for links. */
  readonly path: string;
  readonly words: Wordings;
}

/** The rows of time progress on screen, kept current with the time, the reading log and the notes they hang on. */
export class ProgressRowsView extends Component implements Drawing {
  private readonly notes: LinkedNotes;
  private readonly links: NoteLinks;
  private readonly isDayOff: IsDayOff;
  private rowsEl: HTMLElement | null = null;
  private readonly shown: Shown[] = [];
  private others: HTMLElement | null = null;
  private next: number | null = null;
  private stop: (() => void) | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly root: HTMLElement,
    private readonly options: ProgressOptions,
    private readonly place: ProgressPlace,
  ) {
    super();
    const { path } = place;
    const holidays = parseHolidays(ctx.settings.values.holidays);
    this.isDayOff = (date) => holidays.includes(date);
    this.notes = new LinkedNotes(ctx.app, path);
    this.links = {
      open: (link, event) => {
        const named = this.notes.namedBy(link);
        if (named === null) void ctx.app.workspace.openLinkText(link, path, paneOf(event));
        else void openNote(ctx.app, named.path, { pane: paneOf(event) });
      },
      hover: (linktext, event, targetEl) => {
        ctx.app.workspace.trigger('hover-link', {
          event,
          source: 'preview',
          hoverParent: this,
          targetEl,
          linktext,
          sourcePath: path,
        });
      },
    };
  }

  /** Resolves once the notes that rows hang on, and the reading log where one shows it, have been read. */
  async ready(): Promise<void> {
    if (this.hangsOnNotes()) await this.ctx.notes.settled();
    if (this.showsReading()) await this.ctx.reading.ready();
  }

  override onload(): void {
    this.draw();
    this.restart();
    this.register(() => {
      this.stop?.();
      this.stop = null;
    });
    if (this.showsReading()) {
      this.register(
        this.ctx.reading.subscribe(() => {
          this.restart();
        }),
      );
    }
    if (this.hangsOnNotes()) this.watchNotes();
  }

  private hangsOnNotes(): boolean {
    return this.options.rows.some((row) => row.kind === 'span' && row.span.note !== null);
  }

  private showsReading(): boolean {
    return this.options.rows.some((row) => row.kind === 'goal');
  }

  /** Rows that hang on a note follow its properties, its name and its coming and going. */
  private watchNotes(): void {
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

  private draw(): void {
    const { rows, style } = this.options;
    this.rowsEl = this.root.createDiv({ cls: 'rh-tp-rows', attr: { role: 'list' } });
    this.rowsEl.toggleClass(
      'has-spans',
      rows.some((row) => row.kind !== 'period'),
    );
    if (style !== 'table') return;
    const head = this.rowsEl.createDiv({ cls: 'rh-tp-head', attr: { 'aria-hidden': 'true' } });
    for (const title of this.place.words.progress.head) head.createSpan({ text: title });
  }

  /** Brings it up to date now, and lets the scheduler ask anew when the next change is due. */
  private restart(): void {
    this.stop?.();
    this.stop = this.ctx.scheduler.add({
      el: this.root,
      update: (now) => {
        this.update(now);
      },
      nextChange: () => this.next,
    });
  }

  private update(now: DateTime): void {
    const { rowsEl } = this;
    if (!rowsEl) return;
    const around: Surroundings = {
      now,
      weekStart: this.options.weekStart ?? this.ctx.settings.values.weekStart,
      source: this.place.text,
      properties: (link) => this.notes.properties(link),
      isDayOff: this.isDayOff,
      entries: (from, to) => this.ctx.reading.index.entriesBetween(from, to),
    };
    const changes: number[] = [];
    const wrong = new Map<string, number>();
    this.options.rows.forEach((spec, index) => {
      const built = buildRow(spec, around);
      if (!built.ok) {
        const before = wrong.get(built.problem.code) ?? 0;
        wrong.set(built.problem.code, before + 1);
        this.showProblem(rowsEl, index, built.problem, before >= MOST_ALIKE);
        return;
      }
      this.rowAt(rowsEl, index).update(built.row, wordRow(built.row, this.place.words));
      if (built.row.next !== null) changes.push(built.row.next);
    });
    this.countOthers([...wrong.values()].reduce((sum, count) => sum + Math.max(0, count - MOST_ALIKE), 0));
    this.next = changes.length > 0 ? Math.min(...changes) : null;
  }

  private rowAt(rowsEl: HTMLElement, index: number): RowView {
    const shown = this.shown[index];
    if (shown && 'view' in shown) return shown.view;
    const view = new RowView(rowsEl, this.links);
    if (shown) shown.box.replaceWith(view.el);
    this.shown[index] = { view };
    return view;
  }

  /** @param isCounted - it is only counted: enough of its kind are shown */
  private showProblem(rowsEl: HTMLElement, index: number, problem: Problem, isCounted: boolean): void {
    const shown = this.shown[index];
    if (shown && 'problem' in shown && shown.isCounted === isCounted && sameProblem(shown.problem, problem)) return;
    const box = rowsEl.createDiv({ cls: ['rh-tp-row', 'rh-tp-problem'], attr: { role: 'listitem' } });
    if (isCounted) box.hide();
    else drawProblems(box, [problem], problemTexts(this.place.words), this.place.text);
    if (shown) ('view' in shown ? shown.view.el : shown.box).replaceWith(box);
    this.shown[index] = { box, problem, isCounted };
  }

  private countOthers(count: number): void {
    const { common, options } = this.place.words;
    this.others?.toggle(count > 0);
    if (count === 0) return;
    this.others ??= this.root.createDiv({ cls: 'rh-error-others', attr: { lang: common.langTag } });
    this.others.setText(options.others(count));
  }
}

function sameProblem(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.value === b.value && a.nearest === b.nearest && a.known.join() === b.known.join();
}
