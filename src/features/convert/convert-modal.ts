import { Component, Modal } from 'obsidian';
import { blockLines, withBlocks, type WidgetCode } from '../../core/convert/note';
import { writeWithCode } from '../../ui/error-box';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawPreviewBox } from '../../ui/form/preview-box';
import { drawSwitch } from '../../ui/form/switch-field';
import type { ContextWith } from '../context';

/** Offers that converting asks for: what a block will look like. */
export type ConvertAsks = 'heatmap' | 'timeProgress';

/** What is lost is named up to here. */
const MOST_LOST = 8;
const LONGEST_LOST = 80;

/** Shows what each piece of code will become, and what is lost; writes once that is confirmed. */
export class ConvertModal extends Modal {
  private readonly life = new Component();
  private readonly chosen: Set<WidgetCode>;
  private submit: HTMLButtonElement | null = null;

  constructor(
    private readonly ctx: ContextWith<ConvertAsks>,
    private readonly path: string,
    private readonly found: readonly WidgetCode[],
  ) {
    super(ctx.app);
    this.chosen = new Set(found.filter(({ converted }) => converted !== null));
  }

  override onOpen(): void {
    const { common, convert: t } = this.ctx.i18n.ui;
    this.setTitle(t.title);
    this.modalEl.addClass('rh-convert');
    this.contentEl.setAttribute('lang', common.langTag);
    this.contentEl.createEl('p', { cls: 'rh-hint', text: t.lead });
    this.life.load();
    const list = this.contentEl.createDiv('rh-form');
    for (const code of this.found) this.drawCode(list.createDiv('rh-convert-code'), code);
    const { submit } = drawFormButtons(this, { cancel: common.cancel, submit: '' }, () => void this.write());
    this.submit = submit;
    this.count();
  }

  override onClose(): void {
    this.life.unload();
    this.contentEl.empty();
  }

  private drawCode(el: HTMLElement, code: WidgetCode): void {
    const { ctx } = this;
    const t = ctx.i18n.ui.convert;
    const label = t.code[code.made](code.from + 1);
    const { converted } = code;
    if (converted === null) {
      el.createDiv({ cls: 'rh-label', text: label });
      el.createDiv({ cls: 'rh-hint', text: t.left });
      return;
    }
    drawSwitch(el, {
      label,
      hint: '',
      value: true,
      onChange: (isChosen) => {
        if (isChosen) this.chosen.add(code);
        else this.chosen.delete(code);
        this.count();
      },
    });
    const widget = converted.block === 'time-progress' ? ctx.offers.timeProgress : ctx.offers.heatmap;
    widget.draw(el.createDiv('rh-convert-result'), converted.options, this.life);
    drawPreviewBox(el).set(t.writes, blockLines(converted, ctx.yaml));
    if (converted.lost.length === 0) return;
    el.createDiv({ cls: 'rh-label', text: t.lost });
    const lost = el.createEl('ul', { cls: 'rh-hint' });
    for (const { kind, text } of converted.lost.slice(0, MOST_LOST)) {
      const short = text.replace(/`/g, '').slice(0, LONGEST_LOST);
      writeWithCode(lost.createEl('li'), t.loss[kind](short));
    }
    const more = converted.lost.length - MOST_LOST;
    if (more > 0) lost.createEl('li', { text: ctx.i18n.ui.heatmap.moreItems(more) });
  }

  private count(): void {
    const { submit, chosen } = this;
    submit?.setText(this.ctx.i18n.ui.convert.submit(chosen.size));
    if (submit) submit.disabled = chosen.size === 0;
  }

  private async write(): Promise<void> {
    const { ctx, path, chosen } = this;
    if (chosen.size === 0) return;
    const t = ctx.i18n.ui.convert;
    const pieces = this.found.filter((code) => chosen.has(code));
    const result = await ctx.notes.change(path, (text) => withBlocks(text, pieces, ctx.yaml));
    if (result.ok) ctx.notify.info(t.done(pieces.length));
    else ctx.notify.warn(result.reason === 'failed' ? t.failed(result.message) : t.changed);
    this.close();
  }
}
