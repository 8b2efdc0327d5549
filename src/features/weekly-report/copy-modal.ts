import { Modal, sanitizeHTMLToDom } from 'obsidian';
import { openMail } from '../../platform/mail';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { drawStatusLine } from '../../ui/status-line';
import type { Context } from '../context';

const FORMS = ['plain', 'rich', 'markdown'] as const;
export type CopyForm = (typeof FORMS)[number];
/** The form of the last copy; where one sends a report to, one sends the next to as well. */
const LAST = 'research-handbook-copy-form';

/** A report in the three forms that it can be copied in. */
export interface CopyTexts {
  readonly plain: string;
  readonly markdown: string;
  /** HTML for mail. */
  readonly rich: string;
  readonly subject: string;
  /** What the student wrote into hints, which is left out. */
  readonly unsent: readonly string[];
}

/** Copies a report for chat, mail or another editor. What will be on the clipboard is shown first, to the letter. */
export class CopyModal extends Modal {
  private form: CopyForm;
  private preview: PreviewBox | null = null;
  /** The mail as it will look. */
  private mail: HTMLElement | null = null;
  private openMail: HTMLElement | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly texts: CopyTexts,
    /** Brings the report up to date and shows this anew; null where it is. */
    private readonly refresh: (() => void) | null,
    /** Called after the text has gone to the clipboard. */
    private readonly onCopied: () => void,
  ) {
    super(ctx.app);
    this.form = FORMS.find((form) => form === ctx.device.read(LAST)) ?? 'plain';
  }

  override onOpen(): void {
    const words = this.ctx.i18n.ui;
    const t = words.report.copy;
    this.modalEl.setAttribute('lang', words.common.langTag);
    this.setTitle(t.title);
    const box = this.contentEl.createDiv({ cls: 'rh-form' });
    drawChoiceField<CopyForm>(box, {
      name: 'rh-copy-form',
      label: t.form,
      value: this.form,
      segments: [
        { value: 'plain', label: t.plain },
        { value: 'rich', label: t.rich },
        { value: 'markdown', label: t.markdown },
      ],
      onChange: (form) => {
        this.form = form;
        this.show();
      },
    });
    if (this.refresh !== null) {
      const again = drawStatusLine(box, t.behind).createEl('button', { cls: 'rh-text-button', text: t.refresh });
      again.addEventListener('click', () => {
        this.close();
        this.refresh?.();
      });
    }
    for (const words of this.texts.unsent) drawStatusLine(box, t.inHint(words));
    this.preview = drawPreviewBox(box);
    this.preview.el.addClass('rh-copy-preview');
    this.preview.el.tabIndex = 0; // it scrolls, by keyboard too
    this.mail = this.drawMail(this.preview.el);
    const row = this.modalEl.createDiv({ cls: 'modal-button-container' });
    this.openMail = row.createEl('button', { text: t.mail });
    this.openMail.addEventListener('click', () => void this.copy(true));
    const copy = row.createEl('button', { cls: 'mod-cta', text: t.copy });
    copy.addEventListener('click', () => void this.copy(false));
    this.show();
    copy.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawMail(parent: HTMLElement): HTMLElement {
    const mail = parent.createDiv({ cls: 'rh-mail' });
    const head = mail.createDiv({ cls: 'rh-mail-head' });
    head.createSpan({ text: this.ctx.i18n.ui.report.copy.subject });
    head.createSpan({ text: this.texts.subject });
    mail.createDiv({ cls: 'rh-mail-body' }).append(sanitizeHTMLToDom(this.texts.rich));
    return mail;
  }

  private show(): void {
    const t = this.ctx.i18n.ui.report.copy;
    const text = this.form === 'markdown' ? this.texts.markdown : this.texts.plain;
    this.preview?.set(t.hints[this.form], text.trimEnd().split('\n'));
    if (this.preview !== null) this.preview.el.scrollTop = 0; // another text begins at its beginning
    const isMail = this.form === 'rich';
    this.mail?.toggle(isMail);
    this.openMail?.toggle(isMail);
    this.preview?.code.toggle(!isMail);
  }

  /** @param mail - opens a mail window too; it gets the subject only, the text is on the clipboard */
  private async copy(mail: boolean): Promise<void> {
    const t = this.ctx.i18n.ui.report.copy;
    const form = mail ? 'rich' : this.form;
    try {
      await this.toClipboard(form);
    } catch {
      this.ctx.notify.warn(t.failed);
      return;
    }
    if (mail) openMail(this.contentEl.win, this.texts.subject);
    this.ctx.notify.info(mail ? t.copiedForMail : t.copied);
    try {
      this.ctx.device.keep(LAST, form);
    } catch {
      // The device has no room: the next copy begins with the form of this one's beginning.
    }
    this.close();
    this.onCopied();
  }

  private async toClipboard(form: CopyForm): Promise<void> {
    const { plain, markdown, rich } = this.texts;
    const { clipboard } = this.contentEl.win.navigator;
    if (form !== 'rich') {
      await clipboard.writeText(form === 'markdown' ? markdown : plain);
      return;
    }
    const blob = (type: string, text: string): Blob => new Blob([text], { type });
    await clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', rich), 'text/plain': blob('text/plain', plain) }),
    ]);
  }
}
