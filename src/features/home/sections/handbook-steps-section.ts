import { Component } from 'obsidian';
import { MAP_ID } from '../../../core/handbook/pack';
import { checklistAt, checklistKey } from '../../../core/home/checklist';
import {
  handbookChecklists,
  stepsToShow,
  type Checklists,
  type HandbookNote,
  type Step,
} from '../../../core/home/handbook-steps';
import type { ListOptions } from '../../../core/home/options';
import { drawCheck } from '../../../ui/check-row';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';
import { drawNoteLink } from '../../../ui/note-link';
import { NO_ITEM, placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import { redrawOnChange } from '../../../ui/redraw-on-change';

interface OpenChecklist {
  readonly path: string;
  readonly title: string;
  readonly open: number;
}

interface StepsModel {
  /** Null while the vault is being read. */
  readonly hasHandbook: boolean | null;
  /** Path of the map note, which leads to all of the handbook; null where there is none. */
  readonly map: string | null;
  readonly steps: readonly Step[];
  /** Of all checklists: a step that is ticked shows in them, a list is through too seldom. */
  readonly count: Checklists['steps'];
  /** Further checklists that are not through. */
  readonly more: readonly OpenChecklist[];
}

const NO_STEP: Step = { path: '', title: '\u00a0', item: NO_ITEM };

/** The handbook's next open steps, in the pack's order; the other open checklists are folded away below. */
export class HandbookStepsSection extends Component implements Section {
  private readonly show: (model: StepsModel) => void;
  private readonly ticked = new Set<string>();
  private moreIsOpen = false;
  private settled = false;
  private updates = 0;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly options: ListOptions,
    private readonly remembered: RememberedRows,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      this.draw(parent, model);
    });
  }

  override onload(): void {
    this.el.addClasses(['rh-section', 'is-pending']);
    const steps = placeholders(Math.min(this.remembered.of('steps'), this.options.limit), () => NO_STEP);
    this.show({ hasHandbook: null, map: null, steps, count: { done: 0, total: 0 }, more: [] });
    this.register(
      this.ctx.handbookNotes.subscribe(() => {
        if (this.settled) void this.update();
      }),
    );
    this.register(
      this.ctx.settings.subscribe((keys) => {
        if (this.settled && keys.has('contentLanguage')) void this.update();
      }),
    );
  }

  async ready(): Promise<void> {
    await this.ctx.notes.settled();
    this.settled = true;
    await this.update();
    this.el.removeClass('is-pending');
  }

  private async update(): Promise<void> {
    const update = ++this.updates;
    const { handbookNotes, offers, places } = this.ctx;
    const {
      all,
      unfinished,
      steps: count,
    } = handbookChecklists(handbookNotes.all(places.language()), offers.handbook.order());
    const steps = await this.steps(all);
    if (update !== this.updates) return; // overtaken by a later one
    const shown = new Set(steps.map(({ path }) => path));
    this.remembered.keep('steps', steps.length);
    this.show({
      hasHandbook: all.length > 0,
      map: handbookNotes.find(MAP_ID, places.language()),
      steps,
      count,
      more: unfinished
        .filter(({ path }) => !shown.has(path))
        .map(({ path, title, open }) => ({ path, title, open: open.length })),
    });
  }

  /** Reads no more notes than are needed, since the cache knows which lines are open but not what they say. */
  private async steps(checklists: readonly HandbookNote[]): Promise<readonly Step[]> {
    const steps: Step[] = [];
    let open = 0;
    for (const note of checklists) {
      if (open >= this.options.limit) break;
      if (note.open.length === 0 && ![...this.ticked].some((key) => key.startsWith(`${note.path}\n`))) continue;
      for (const step of await this.stepsOf(note)) {
        steps.push(step);
        if (!step.item.done) open += 1;
      }
    }
    return stepsToShow(steps, (step) => this.ticked.has(keyOf(step)), this.options.limit);
  }

  private async stepsOf({ path, title, open, settled }: HandbookNote): Promise<Step[]> {
    const { vault } = this.ctx.app;
    const file = vault.getFileByPath(path);
    const text = file === null ? '' : await vault.cachedRead(file).catch(() => '');
    const lines = [...open, ...settled].sort((a, b) => a - b);
    return checklistAt(text, lines).map((item) => ({ path, title, item }));
  }

  private draw(parent: HTMLElement, { hasHandbook, map, steps, count, more }: StepsModel): void {
    const { ctx } = this;
    const { words } = ctx;
    const t = words.home.steps;
    const done = count.total > 0 ? t.done(count.done, count.total) : null;
    drawHead(parent, t.title, done, map === null ? null : { app: ctx.app, path: map });
    if (hasHandbook === false) {
      parent.createDiv({ cls: 'rh-muted', text: t.noHandbook });
      const button = parent.createEl('button', { text: words.handbook.commandSetUp, attr: { 'data-key': 'set-up' } });
      button.addEventListener('click', () => {
        ctx.offers.handbook.setUp();
      });
      return;
    }
    if (hasHandbook === true && steps.length === 0) parent.createDiv({ cls: 'rh-muted', text: t.allDone });
    const list = parent.createDiv({ cls: 'rh-steps', attr: { role: 'list' } });
    steps.forEach((step, index) => {
      this.drawStep(list, step, step.path !== steps[index - 1]?.path);
    });
    if (more.length > 0) this.drawMore(parent, more);
  }

  /** The note is named beside its first step only. */
  private drawStep(list: HTMLElement, step: Step, isFirst: boolean): void {
    const { path, title, item } = step;
    const row = drawCheck(list, this.ctx, { path, item }, (_placed, written) => {
      if (written) this.ticked.add(keyOf(step));
      void this.update();
    });
    if (isFirst) drawNoteLink(this.ctx.app, row, { path, text: title, cls: 'rh-quiet-link' });
  }

  private drawMore(parent: HTMLElement, more: readonly OpenChecklist[]): void {
    const { words } = this.ctx;
    const fold = parent.createEl('details', { cls: 'rh-more' });
    fold.createEl('summary', { text: words.home.steps.more(more.length), attr: { 'data-key': 'more' } });
    const list = fold.createDiv({ cls: 'rh-checklists', attr: { role: 'list' } });
    fold.addEventListener('toggle', () => {
      this.moreIsOpen = fold.open;
      if (fold.open && list.childElementCount === 0) this.drawChecklists(list, more);
    });
    fold.open = this.moreIsOpen;
    if (fold.open) this.drawChecklists(list, more);
  }

  private drawChecklists(list: HTMLElement, more: readonly OpenChecklist[]): void {
    const { ctx } = this;
    const { words } = ctx;
    for (const { path, title, open } of more) {
      const row = list.createDiv({ attr: { role: 'listitem' } });
      drawNoteLink(ctx.app, row, { path, text: title, cls: 'rh-link' });
      row.createSpan({ cls: 'rh-aside', text: words.home.steps.open(open) });
    }
  }
}

function keyOf({ path, item }: Step): string {
  return `${path}\n${checklistKey(item)}`;
}
