import { Modal, type App } from 'obsidian';
import type { Wordings } from '../../i18n';
import { drawFormButtons } from './form-buttons';
import { drawFormHead } from './form-head';
import { drawTextField } from './text-field';

/** What a form of a few lines of text asks for. */
export interface FieldsForm<K extends string> {
  /** Unique in the window. */
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  /** In the order in which they stand. */
  readonly fields: Readonly<
    Record<K, { readonly label: string; readonly placeholder?: string; readonly value?: string }>
  >;
  /** Does what was asked for; answers whether the form is to close. */
  run(input: Readonly<Record<K, string>>): Promise<boolean>;
}

/** A form of a few lines of text, none of which has to be filled in. What was typed stays where it could not be done. */
export class FieldsModal<K extends string> extends Modal {
  private readonly input: Record<string, string> = {};
  private busy = false;

  constructor(
    { app, i18n }: { readonly app: App; readonly i18n: { readonly ui: Wordings } },
    private readonly form: FieldsForm<K>,
  ) {
    super(app);
    const { langTag, cancel } = i18n.ui.common;
    const box = drawFormHead(this, { title: form.title, langTag });
    for (const [key, field] of Object.entries<FieldsForm<K>['fields'][K]>(form.fields)) {
      const onInput = (value: string): void => {
        this.input[key] = value;
      };
      onInput(field.value ?? '');
      drawTextField(box, { id: `rh-${form.id}-${key}`, ...field, onInput });
    }
    drawFormButtons(this, { cancel, submit: form.submit }, () => void this.submit());
  }

  override onOpen(): void {
    this.contentEl.querySelector('input')?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async submit(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    if (await this.form.run(this.input as Record<K, string>)) this.close();
    this.busy = false;
  }
}
