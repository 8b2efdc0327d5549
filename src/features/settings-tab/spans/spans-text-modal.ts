import { Modal } from 'obsidian';
import { readNamedSpans } from '../../../core/time/named-spans';
import { drawFormButtons } from '../../../ui/form/form-buttons';
import { drawFormHead } from '../../../ui/form/form-head';
import { drawTextArea } from '../../../ui/form/text-field';
import type { Context } from '../../context';
import { lineProblem } from '../line-problem';

/** All terms and deadlines at once, one a line, with remarks. */
export class SpansTextModal extends Modal {
  private spans: string;

  constructor(private readonly ctx: Context) {
    super(ctx.app);
    this.spans = ctx.settings.values.spans;
  }

  override onOpen(): void {
    const { common, settings: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.spans, langTag: common.langTag });
    const field = drawTextArea(form, {
      id: 'rh-spans-text',
      label: t.spansTextLabel,
      rows: 10,
      value: this.spans,
      onInput: (text) => {
        this.spans = text;
        show();
      },
    });
    field.setHint(t.spansDesc);
    const { submit } = drawFormButtons(this, { cancel: common.cancel, submit: t.save }, () => void this.save());
    const show = (): void => {
      const problem = lineProblem(readNamedSpans(this.spans).unreadable, t.spanNotRead, t);
      field.setProblem(problem ?? null);
      submit.disabled = problem !== undefined;
    };
    show();
    field.input.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async save(): Promise<void> {
    if (readNamedSpans(this.spans).unreadable.length > 0) return;
    await this.ctx.settings.set('spans', this.spans);
    this.close();
  }
}
