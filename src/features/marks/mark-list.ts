import { Component } from 'obsidian';
import type { Closing } from '../../core/marks/close-mark';
import { shownForm } from '../../core/marks/keywords';
import {
  countMarks,
  GROUPINGS,
  groupMarks,
  inOrder,
  isChosen,
  markFilter,
  type Grouping,
  type ListedMark,
  type MarkChoice,
} from '../../core/marks/listing';
import { writeWithCode } from '../../ui/error-box';
import type { Drawing } from '../../ui/live-block';
import { openNote, paneOf } from '../../ui/open-note';
import { insertMark } from './commands';
import { plannedClosing, writeClosing } from './close';
import type { MarkContext } from './context';
import { markLook } from './look';
import { drawGroup, drawRow, type RowActions } from './rows';
import { keyOf, MarkTree, type TreeItem } from './tree';

/** What a list shows, and whether the student may change that in it. */
export interface MarkListOptions extends MarkChoice {
  readonly group: Grouping;
  readonly done: boolean;
  readonly limit: number;
  /** Private marks are shown in the student's own list alone. */
  readonly own: boolean;
}

/** The marks of the vault, in groups; kept current. */
export class MarkList extends Component implements Drawing {
  private readonly root: HTMLElement;
  private readonly bar: HTMLElement | null;
  private readonly tally: HTMLElement;
  private readonly status: HTMLElement;
  private readonly empty: HTMLElement;
  private readonly tree: MarkTree;
  private readonly hidden = new Set<string>();
  private readonly folded = new Set<string>();
  private filter = '';
  private group: Grouping;
  private done: boolean;
  /** Whether every note has been read since the list is there. */
  private isRead: boolean;
  private closing: { readonly key: string; readonly closing: Closing } | null = null;

  constructor(
    private readonly ctx: MarkContext,
    el: HTMLElement,
    private readonly options: MarkListOptions,
  ) {
    super();
    ({ group: this.group, done: this.done } = options);
    this.isRead = ctx.marks.isReady;
    this.root = el.createDiv({ cls: 'rh-marks', attr: { lang: ctx.i18n.ui.common.langTag } });
    this.bar = options.own ? this.root.createDiv('rh-marks-bar') : null;
    if (this.bar !== null) this.drawBar(this.bar);
    this.tally = this.root.createDiv({ cls: 'rh-tally', attr: { role: 'group' } });
    this.status = this.root.createDiv({ cls: 'rh-aside', attr: { role: 'status' } });
    this.empty = this.root.createDiv('rh-empty');
    this.tree = new MarkTree(this.root, ctx.i18n.ui.marks.title, {
      draw: (item, row) => {
        this.drawItem(item, row);
      },
      act: (item, act, event) => {
        this.act(item, act, event);
      },
    });
  }

  override onload(): void {
    const { marks } = this.ctx;
    this.register(
      marks.subscribe(() => {
        this.draw();
      }),
    );
    this.register(() => {
      this.tree.stop();
    });
    if (this.isAsking) this.draw();
    else void this.read();
  }

  async ready(): Promise<void> {
    if (!this.isAsking) await this.read();
  }

  private async read(): Promise<void> {
    const reading = this.ctx.marks.ready();
    this.draw();
    await reading;
    this.isRead = true;
    this.draw();
  }

  private drawBar(bar: HTMLElement): void {
    const t = this.ctx.i18n.ui.marks;
    const attr = { 'aria-label': t.filterLabel, placeholder: t.filter };
    const input = bar.createEl('input', { type: 'search', attr });
    input.addEventListener('input', () => {
      this.filter = input.value;
      this.draw();
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.tree.focus();
    });
    const select = bar.createEl('select', { cls: 'dropdown', attr: { 'aria-label': t.groupLabel } });
    for (const value of GROUPINGS) select.createEl('option', { value, text: t.groupings[value] });
    select.value = this.group;
    select.addEventListener('change', () => {
      this.group = GROUPINGS.find((one) => one === select.value) ?? 'keyword';
      this.draw();
    });
  }

  private draw(): void {
    const { marks, i18n } = this.ctx;
    const t = i18n.ui.marks;
    const { keywords } = marks.rules();
    const known = inOrder(marks.notes).filter(
      (mark) => (this.options.own || !mark.private) && keywords.byForm.has(mark.keyword),
    );
    const all = known.filter((mark) => isChosen(this.options, mark));
    const open = all.filter(({ done }) => this.done || !done);
    this.drawTally(open, all.length - all.filter(({ done }) => !done).length);
    const fits = markFilter(this.filter);
    const shown = open.filter((mark) => !this.hidden.has(mark.keyword) && fits(mark)).slice(0, this.options.limit);
    const items = groupMarks(shown, this.group, keywords).flatMap((group): TreeItem[] => [
      { group, folded: this.folded.has(group.key) },
      ...(this.folded.has(group.key)
        ? []
        : group.marks.map((mark, at): TreeItem => ({ mark, group, at, size: group.marks.length }))),
    ]);
    this.status.setText(this.isRead ? t.count(shown.length, all.length) : this.isAsking ? '' : this.progress());
    this.drawEmpty(shown.length, known.length);
    this.tree.show(items);
  }

  private get isAsking(): boolean {
    return this.ctx.marks.asksFirst();
  }

  private progress(): string {
    const { marks, app, i18n } = this.ctx;
    const all = app.vault.getMarkdownFiles().length;
    return i18n.ui.search.reading(Math.min(marks.looked, all), all);
  }

  /** A toggle for each keyword, and one for closed marks. */
  private drawTally(open: readonly ListedMark[], closed: number): void {
    this.tally.empty();
    if (!this.options.own) return;
    const { keywords } = this.ctx.marks.rules();
    const counts = countMarks(open, keywords);
    const chip = (text: string, isOn: boolean, toggle: () => void): HTMLElement => {
      const attr = { type: 'button', 'aria-pressed': String(isOn) };
      const button = this.tally.createEl('button', { cls: 'rh-chip', attr });
      button.addEventListener('click', () => {
        const at = [...this.tally.children].indexOf(button);
        toggle();
        this.draw();
        (this.tally.children[at] as HTMLElement | undefined)?.focus();
      });
      button.appendText(text);
      return button;
    };
    for (const keyword of keywords.all) {
      const { name } = keyword;
      const button = chip(`${this.shown(name)} ${String(counts[name] ?? 0)}`, !this.hidden.has(name), () => {
        if (!this.hidden.delete(name)) this.hidden.add(name);
      });
      button.prepend(createSpan({ cls: 'rh-mark-shape', attr: markLook(keyword) }));
    }
    if (closed > 0 || this.done) {
      chip(`${this.ctx.i18n.ui.marks.closed} ${String(closed)}`, this.done, () => {
        this.done = !this.done;
      });
    }
  }

  /** A keyword as it is written in the interface's language. */
  private shown(name: string): string {
    const { keywords } = this.ctx.marks.rules();
    return shownForm(keywords.byForm.get(name)?.forms ?? [name], this.ctx.i18n.language);
  }

  /** Why nothing shows, and what to do. */
  private drawEmpty(shown: number, known: number): void {
    const { marks, i18n, app } = this.ctx;
    const t = i18n.ui.marks;
    this.empty.empty();
    this.empty.toggle(shown === 0 && (this.isRead || this.isAsking));
    const button = (text: string, run: () => void): void => {
      this.empty.createEl('button', { text }).addEventListener('click', run);
    };
    if (this.isAsking) {
      this.empty.createDiv({ text: i18n.ui.search.ask(app.vault.getMarkdownFiles().length) });
      button(i18n.ui.search.begin, () => void this.read());
    } else if (known > 0) {
      this.empty.createDiv({ text: t.noneFit });
    } else {
      const forms = marks.rules().keywords.all.slice(0, 4);
      this.empty.createDiv({ text: t.none });
      this.empty.createDiv({ text: t.looked(marks.count(), forms.map(({ name }) => this.shown(name)).join(', ')) });
      writeWithCode(this.empty.createDiv(), t.example(this.shown('ASK')));
      button(t.insert, () => {
        insertMark(this.ctx);
      });
    }
  }

  private drawItem(item: TreeItem, row: HTMLElement): void {
    const { keywords } = this.ctx.marks.rules();
    if ('mark' in item) {
      const closing = this.closing?.key === keyOf(item) ? this.closing.closing : null;
      drawRow(this.ctx, row, item.mark, {
        keyword: keywords.byForm.get(item.mark.keyword),
        closing,
        actions: this.actions,
      });
      return;
    }
    const { key, marks } = item.group;
    const isKeyword = this.group === 'keyword';
    const t = this.ctx.i18n.ui.marks;
    const isAsk = isKeyword && key === 'ASK';
    drawGroup(row, {
      keyword: isKeyword ? keywords.byForm.get(key) : undefined,
      title: isKeyword ? this.shown(key) : key === '' ? t.without[this.group] : key,
      count: isAsk ? t.inReport(marks.filter((mark) => !mark.done && !mark.private).length) : String(marks.length),
    });
  }

  private readonly actions: RowActions = {
    open: (mark, event) => void this.open(mark, event),
    ask: (mark) => void this.askToClose(mark),
    write: (mark, closing) => {
      this.closing = null;
      this.draw();
      this.tree.focus();
      void writeClosing(this.ctx, mark.path, closing);
    },
    cancel: () => {
      this.closing = null;
      this.draw();
      this.tree.focus();
    },
    addSource: ({ text }) => {
      this.ctx.offers.sources.openForm({ title: text });
    },
  };

  private act(
    item: TreeItem,
    act: 'open' | 'close' | 'fold' | 'filter' | 'leave',
    event?: MouseEvent | KeyboardEvent,
  ): void {
    const isRow = 'mark' in item;
    if (act === 'filter') {
      this.bar?.querySelector('input')?.focus();
    } else if (act === 'leave') {
      if (this.closing !== null) this.actions.cancel();
    } else if (isRow && act === 'close') {
      if (!item.mark.done) void this.askToClose(item.mark);
    } else if (isRow && act === 'open' && event !== undefined) {
      void this.open(item.mark, event);
    } else {
      const { key } = item.group;
      if (!this.folded.delete(key)) this.folded.add(key);
      this.draw();
      this.tree.focus();
    }
  }

  private async open({ path, line }: ListedMark, event: MouseEvent | KeyboardEvent): Promise<void> {
    const isThere = await openNote(this.ctx.app, path, { line, pane: paneOf(event) });
    if (!isThere) this.ctx.notify.warn(this.ctx.i18n.ui.search.gone(path));
  }

  private async askToClose(mark: ListedMark): Promise<void> {
    const closing = await plannedClosing(this.ctx, mark);
    this.closing = closing === null ? null : { key: keyOf({ mark }), closing };
    this.draw();
    this.root.querySelector<HTMLElement>('.rh-close-ask button')?.focus();
  }
}
