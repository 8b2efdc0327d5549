import { Modal } from 'obsidian';
import {
  printSpan,
  readSpan,
  spanRows,
  withSpan,
  withSpanMoved,
  type ReadSpan,
  type SpanInput,
  type SpanRow,
} from '../../../core/time/span-list';
import { writtenSpan } from '../../../core/time/named-spans';
import { drawChoiceField } from '../../../ui/form/choice-field';
import { drawField } from '../../../ui/form/field';
import { drawFormButtons } from '../../../ui/form/form-buttons';
import { drawFormHead } from '../../../ui/form/form-head';
import { drawPreviewBox, type PreviewBox } from '../../../ui/form/preview-box';
import { drawTextField, type TextField } from '../../../ui/form/text-field';
import type { Context } from '../../context';

type FieldKey = 'name' | 'from' | 'to';

/** The form of one term or deadline. */
export class SpanModal extends Modal {
  private input: SpanInput;
  private readonly fields = new Map<FieldKey, TextField>();
  /** Fields that were left once, so that what is wrong with them may be said. */
  private readonly left = new Set<FieldKey>();
  /** Where it is to stand among the others, from 0; null for a new one, which comes last. */
  private place: number | null;
  private preview: PreviewBox | null = null;
  private submit: HTMLButtonElement | null = null;

  /** @param text - the line that is to be changed, as it is written; null for a new one */
  constructor(
    private readonly ctx: Context,
    private readonly text: string | null,
  ) {
    super(ctx.app);
    const span = text === null ? null : writtenSpan(text);
    const kind = span !== null && span.from === null ? 'deadline' : 'span';
    // Of a line that is not understood the words before its colon are the name that was meant.
    this.input = { name: span?.name ?? unreadName(text), kind, from: span?.from ?? '', to: span?.to ?? '' };
    this.place = this.row;
  }

  override onOpen(): void {
    const { common, settings: t } = this.ctx.i18n.ui;
    const title = this.text === null ? t.spanAdd : t.spanChange;
    const form = drawFormHead(this, { title, langTag: common.langTag });
    this.addField(form, 'name', t.spanForm.name);
    drawChoiceField(form, {
      name: 'rh-span-kind',
      label: t.spanForm.kind,
      segments: (['span', 'deadline'] as const).map((value) => ({ value, label: t.spanForm.kinds[value] })),
      value: this.input.kind,
      onChange: (kind) => {
        this.change({ kind });
      },
    });
    const dates = form.createDiv({ cls: 'rh-fields' });
    this.addField(dates, 'from', t.spanForm.from);
    this.addField(dates, 'to', t.spanForm.to);
    this.fields.get('to')?.setHint(t.spanForm.dateHint);
    if (this.rows.length > 1 && this.place !== null) this.drawOrder(form);
    this.preview = drawPreviewBox(this.modalEl);
    const labels = { cancel: common.cancel, submit: t.save };
    this.submit = drawFormButtons(this, labels, () => void this.save()).submit;
    this.refresh();
    this.fields.get('name')?.input.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private get rows(): SpanRow[] {
    return spanRows(this.ctx.settings.values.spans);
  }

  /** Where the line stands now: another device may have changed the list meanwhile. Null where it is not there. */
  private get row(): number | null {
    const at = this.rows.findIndex(({ text }) => text === this.text);
    return at < 0 ? null : at;
  }

  private addField(parent: HTMLElement, key: FieldKey, label: string): void {
    const field = drawTextField(parent, {
      id: `rh-span-${key}`,
      label,
      value: this.input[key],
      onInput: (text) => {
        this.change({ [key]: text });
      },
      onLeave: () => {
        if (this.input[key] !== '') this.left.add(key);
        this.refresh();
      },
    });
    this.fields.set(key, field);
  }

  /** By buttons, since a list is dragged into order by the pointer alone. */
  private drawOrder(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.settings.spanForm;
    const last = this.rows.length - 1;
    const field = drawField(form, { label: t.order });
    const row = field.el.createDiv({ cls: 'rh-minutes', attr: { role: 'group' } });
    const buttons = [-1, 1].map((step) => {
      const attr = { type: 'button' };
      const button = row.createEl('button', { text: step < 0 ? t.up : t.down, attr });
      button.addEventListener('click', () => {
        this.place = (this.place ?? 0) + step;
        show();
      });
      return { step, button };
    });
    const said = row.createSpan({ cls: 'rh-muted', attr: { role: 'status' } });
    const show = (): void => {
      const place = this.place ?? 0;
      said.setText(t.place(place + 1, last + 1));
      for (const { step, button } of buttons) button.disabled = place + step < 0 || place + step > last;
    };
    show();
  }

  private read(): ReadSpan {
    const own = this.row;
    const others = this.rows.flatMap(({ span }, at) => (span === null || at === own ? [] : [span.name]));
    return readSpan(this.input, others, this.ctx.clock.now().zone);
  }

  private change(more: Partial<SpanInput>): void {
    this.input = { ...this.input, ...more };
    this.refresh();
  }

  /** Shows what is wrong, and the line that would be kept. */
  private refresh(): void {
    const { preview, submit } = this;
    if (preview === null || submit === null) return;
    const t = this.ctx.i18n.ui.settings;
    const read = this.read();
    const isDeadline = this.input.kind === 'deadline';
    this.fields.get('from')?.el.toggle(!isDeadline);
    for (const [key, field] of this.fields) {
      const problem = !read.ok && this.left.has(key) ? read.problems[key] : undefined;
      field.setProblem(problem === undefined ? null : t.spanForm.problems[problem]);
    }
    submit.disabled = this.contentEl.querySelector('[data-invalid]') !== null;
    preview.set(t.spanForm.writes, read.ok ? [printSpan(read.span)] : []);
  }

  private async save(): Promise<void> {
    const read = this.read();
    if (!read.ok) {
      for (const key of this.fields.keys()) this.left.add(key);
      this.refresh();
      this.contentEl.querySelector<HTMLElement>('[data-invalid] input')?.focus();
      return;
    }
    const { settings } = this.ctx;
    const { row, place } = this;
    const written = withSpan(settings.values.spans, row, read.span);
    await settings.set('spans', row === null || place === null ? written : withSpanMoved(written, row, place));
    this.close();
  }
}

function unreadName(text: string | null): string {
  return (text ?? '').split(/[:：]/)[0]?.trim() ?? '';
}
