import { findSource } from '../../core/reading/find-source';
import type { Source } from '../../core/reading/types';
import { dayOf } from '../../core/time/calendar-day';
import { SuggestInput } from '../../ui/form/suggest-input';
import { drawTextField, type TextField } from '../../ui/form/text-field';
import type { Context } from '../context';
import { sourceChoices, type SourceChoice } from './source-choices';
import { aboutSource } from './texts';

export interface SourcePickerOptions {
  /** Path, citekey, name or title to start with; may be empty. */
  readonly text: string;
  /** The text or the source it means is another. */
  readonly onChange: () => void;
  /** One of the suggestions was taken. */
  readonly onPick: () => void;
  /** The student wants to add what was typed as a source. */
  readonly onAdd: (title: string) => void;
}

/** The field that says what was read: by suggestion, or by any name that a source has. */
export class SourcePicker {
  private readonly field: TextField;
  private text: string;
  private picked: Source | null = null;
  private choices: readonly SourceChoice[] = [];
  private ready = false;
  private complains: boolean;

  constructor(
    private readonly ctx: Context,
    parent: HTMLElement,
    private readonly options: SourcePickerOptions,
  ) {
    const t = ctx.i18n.ui.readingLog;
    this.text = options.text;
    this.complains = options.text !== ''; // what an address says wrongly is shown at once
    this.field = drawTextField(parent, {
      id: 'rh-log-source',
      label: t.sourceLabel,
      placeholder: t.sourcePlaceholder,
      value: options.text,
      onInput: (text) => {
        this.set(text, null);
      },
      onLeave: () => {
        this.complains = this.text !== '';
        options.onChange();
      },
    });
    new SuggestInput<SourceChoice>(
      ctx.app,
      this.field.input,
      () => this.choices,
      (typed) => {
        // Said in the list, which lies over what stands below the field.
        const detail = this.ready && this.choices.length === 0 ? t.noSources : '';
        return [{ title: t.addSource(this.picked === null ? typed : ''), detail, source: null }];
      },
      ({ title, source }) => {
        if (source === null) {
          options.onAdd(this.text.trim());
          return;
        }
        this.set(title, source);
        options.onPick();
      },
    );
  }

  /** The source that is meant, or null. */
  get source(): Source | null {
    return this.picked;
  }

  /** What stands in the field. */
  get words(): string {
    return this.text;
  }

  focus(): void {
    this.field.input.focus();
  }

  /** Waits for the sources, which are known once the vault has been read; without a text, takes the likely one. */
  async load(): Promise<void> {
    await this.ctx.reading.flush();
    const { app, i18n, reading } = this.ctx;
    const changed = (path: string): number => app.vault.getFileByPath(path)?.stat.mtime ?? 0;
    this.choices = sourceChoices(reading.index, this.today, i18n.ui, changed);
    this.ready = true;
    const likely = this.text === '' ? this.likely() : null;
    this.set(likely?.title ?? this.text, likely);
    if (this.picked !== null) this.field.input.value = this.picked.title;
    else this.field.input.dispatchEvent(new Event('input')); // so that the list, if open, shows them
  }

  /** From now on a missing or unknown source is said beside the field. */
  complain(): void {
    this.complains = true;
  }

  /** Shows how the source stands, or what is wrong. */
  show(): void {
    const { picked } = this;
    const { ui } = this.ctx.i18n;
    const entries = picked === null ? [] : this.ctx.reading.index.entriesOf(picked.path);
    this.field.setHint(picked === null ? null : aboutSource(picked, entries, this.today, ui));
    this.field.setProblem(this.complains && this.ready ? this.problem() : null);
  }

  private get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  /** The source whose note is open, else the one that was read last, or the only one there is. */
  private likely(): Source | null {
    const { index } = this.ctx.reading;
    const active = this.ctx.app.workspace.getActiveFile();
    const open = active === null ? null : index.source(active.path);
    const isClear = index.bounds() !== null || this.choices.length === 1;
    return open ?? (isClear ? (this.choices[0]?.source ?? null) : null);
  }

  private set(text: string, source: Source | null): void {
    this.text = text;
    const found = source === null && this.ready ? findSource(text, this.ctx.reading.index.sources()) : null;
    this.picked = found?.kind === 'one' ? found.source : source;
    this.options.onChange();
  }

  private problem(): string | null {
    const t = this.ctx.i18n.ui.readingLog;
    const typed = this.text.trim();
    if (this.picked !== null) return null;
    if (typed === '') return t.sourceMissing;
    const several = findSource(typed, this.ctx.reading.index.sources()).kind === 'many';
    return several ? t.sourceSeveral(typed) : t.sourceUnknown(typed);
  }
}
