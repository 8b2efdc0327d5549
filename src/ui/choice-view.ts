import { Modal, type App } from 'obsidian';
import { markChanges, type MarkedText } from '../core/text/words';
import type { Wordings } from '../i18n';

export type Side = 'mine' | 'theirs';

/** One place where two texts differ. */
export interface ChoiceHunk {
  /** Where it is, e.g. `Storage · line 12`. */
  readonly where: string;
  readonly mine: string;
  readonly theirs: string;
  /** Lines of mine that would go with the choice of the new text, where they are worth quoting. */
  readonly going?: { readonly lead: string; readonly lines: readonly string[] };
}

export interface Choices {
  /** The note, and what the choice is about. */
  readonly lead: string;
  /** Whose the new text is, in a word or two: `version 4`. */
  readonly theirsTag: string;
  readonly hunks: readonly ChoiceHunk[];
  /** Called once, with a side for each hunk, when the student has decided. Nothing is called where they leave. */
  readonly decide: (sides: readonly Side[]) => void;
  /** Where the whole note can be replaced by the new one: called instead of `decide`, after a second press. */
  readonly takeWhole?: () => void;
}

/**
 * Two versions of a text, place by place: keep mine or take new. Mine is chosen at first. Radio buttons and buttons are
 * the app's own, so Tab, arrows and Escape work as everywhere; Ctrl or Cmd with Enter decides.
 */
export class ChoiceModal extends Modal {
  private readonly sides: Side[];
  /** The whole new note was asked for; the next press writes it. */
  private isWhole = false;
  private note: HTMLElement | null = null;
  private primary: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly words: Wordings,
    private readonly choices: Choices,
  ) {
    super(app);
    this.sides = choices.hunks.map(() => 'mine');
  }

  override onOpen(): void {
    const t = this.words.choice;
    this.modalEl.addClass('rh-wide');
    this.modalEl.setAttribute('lang', this.words.common.langTag);
    this.setTitle(t.title);
    const box = this.contentEl.createDiv({ cls: 'rh-hunks' });
    box.createDiv({ cls: 'rh-lead', text: this.choices.lead });
    this.choices.hunks.forEach((hunk, index) => {
      this.drawHunk(box, hunk, index);
    });
    if (this.choices.takeWhole !== undefined) this.drawWhole(box);
    this.drawButtons();
    this.refresh();
    this.scope.register(['Mod'], 'Enter', () => {
      this.decide();
      return false;
    });
    box.querySelector<HTMLInputElement>('input.rh-hunk-pick')?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawHunk(box: HTMLElement, hunk: ChoiceHunk, index: number): void {
    const t = this.words.choice;
    const total = this.choices.hunks.length;
    const field = box.createEl('fieldset', { cls: 'rh-hunk' });
    const where = field.createEl('legend', { cls: 'rh-hunk-where' });
    where.createSpan({ text: hunk.where });
    where.createSpan({ text: t.of(index + 1, total) });
    const pair = field.createDiv({ cls: 'rh-hunk-pair' });
    const marked = markChanges(hunk.mine, hunk.theirs);
    this.drawSide(pair, index, 'mine', { label: t.keepMine, tag: t.yours, text: marked.mine });
    this.drawSide(pair, index, 'theirs', { label: t.takeNew, tag: this.choices.theirsTag, text: marked.theirs });
    if (hunk.going === undefined) return;
    const going = field.createDiv({ cls: 'rh-hunk-going' });
    going.createDiv({ text: hunk.going.lead });
    const quotes = going.createDiv({ attr: { role: 'list' } });
    for (const line of hunk.going.lines) quotes.createDiv({ text: line, attr: { role: 'listitem' } });
  }

  private drawSide(
    pair: HTMLElement,
    index: number,
    side: Side,
    { label, tag, text }: { readonly label: string; readonly tag: string; readonly text: readonly MarkedText[] },
  ): void {
    const box = pair.createDiv({ cls: 'rh-side', attr: { 'data-side': side } });
    const head = box.createEl('label', { cls: 'rh-side-head' });
    const pick = head.createEl('input', { cls: 'rh-hunk-pick', type: 'radio', attr: { name: `rh-hunk-${index}` } });
    pick.checked = this.sides[index] === side;
    head.createSpan({ text: label });
    head.createSpan({ cls: 'rh-side-tag', text: tag });
    const body = box.createDiv({ cls: 'rh-side-text' });
    if (text.length === 0) body.createSpan({ cls: 'rh-muted', text: this.words.choice.nothing });
    const cls = side === 'mine' ? 'rh-mine' : 'rh-new';
    for (const part of text) {
      if (part.changed) body.createSpan({ cls, text: part.text });
      else body.appendText(part.text);
    }
    pick.addEventListener('change', () => {
      if (pick.checked) this.choose(index, side);
    });
    // The whole box is the target, not only its head: on a phone that is what a finger hits.
    body.addEventListener('click', () => {
      if (this.contentEl.win.getSelection()?.isCollapsed === false) return;
      this.choose(index, side);
    });
  }

  /** The note as a whole: left as it is, or replaced. */
  private drawWhole(box: HTMLElement): void {
    const t = this.words.choice;
    const row = box.createDiv({ cls: 'rh-hunk-whole' });
    row.createEl('button', { cls: 'rh-text-button', text: t.keepWhole }).addEventListener('click', () => {
      this.close();
    });
    row.createEl('button', { cls: 'rh-text-button', text: t.takeWhole }).addEventListener('click', () => {
      this.isWhole = true;
      this.refresh();
      this.primary?.focus();
    });
  }

  private drawButtons(): void {
    const t = this.words.choice;
    const row = this.modalEl.createDiv({ cls: 'modal-button-container' });
    this.note = row.createSpan({ cls: 'rh-hunk-note', attr: { role: 'status' } });
    if (this.choices.hunks.length > 1) {
      for (const [label, side] of [
        [t.allMine, 'mine'],
        [t.allNew, 'theirs'],
      ] as const) {
        row.createEl('button', { text: label }).addEventListener('click', () => {
          this.choices.hunks.forEach((_hunk, index) => {
            this.choose(index, side);
          });
        });
      }
    } else {
      row.createEl('button', { text: t.later }).addEventListener('click', () => {
        this.close();
      });
    }
    this.primary = row.createEl('button', { cls: 'mod-cta' });
    this.primary.addEventListener('click', () => {
      this.decide();
    });
  }

  private choose(index: number, side: Side): void {
    this.sides[index] = side;
    this.isWhole = false;
    this.refresh();
  }

  private refresh(): void {
    const t = this.words.choice;
    const taken = this.sides.filter((side) => side === 'theirs').length;
    this.contentEl.querySelectorAll('.rh-hunk').forEach((hunk, index) => {
      hunk.querySelectorAll<HTMLElement>('.rh-side').forEach((box) => {
        const isChosen = box.dataset['side'] === this.sides[index];
        box.toggleClass('is-kept', isChosen);
        const pick = box.querySelector<HTMLInputElement>('input.rh-hunk-pick');
        if (pick !== null) pick.checked = isChosen;
      });
    });
    if (this.isWhole) {
      this.note?.setText(t.wholeChosen);
      this.primary?.setText(t.replaceNote);
      return;
    }
    this.note?.setText(this.sides.length > 1 ? t.chosen(this.sides.length - taken, taken) : '');
    this.primary?.setText(taken === 0 ? t.keepMine : t.write(taken));
  }

  private decide(): void {
    this.close();
    if (this.isWhole) this.choices.takeWhole?.();
    else this.choices.decide(this.sides);
  }
}
