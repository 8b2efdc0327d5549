import { Keymap, Modal } from 'obsidian';
import { drawResultList, type ResultGroup } from '../../ui/result-list';
import type { Context } from '../context';

export interface ResultView {
  readonly title: string;
  readonly lead: string;
  readonly groups: readonly ResultGroup[];
  /** A further button, beside the one that closes. */
  readonly next?: { readonly label: string; readonly run: () => void };
}

/** What a run did, note by note. */
export class ResultModal extends Modal {
  constructor(
    private readonly ctx: Context,
    private readonly view: ResultView,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { ui } = this.ctx.i18n;
    this.modalEl.setAttribute('lang', ui.common.langTag);
    this.setTitle(this.view.title);
    const box = this.contentEl.createDiv({ cls: 'rh-result' });
    box.createDiv({ cls: 'rh-lead', text: this.view.lead });
    drawResultList(box, this.view.groups, (path, event) => {
      this.close();
      void this.app.workspace.openLinkText(path, '', Keymap.isModEvent(event));
    });
    const buttons = this.modalEl.createDiv({ cls: 'modal-button-container' });
    const { next } = this.view;
    if (next !== undefined) {
      buttons.createEl('button', { text: next.label }).addEventListener('click', () => {
        this.close();
        next.run();
      });
    }
    const done = buttons.createEl('button', { cls: 'mod-cta', text: ui.handbook.done });
    done.addEventListener('click', () => {
      this.close();
    });
    done.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
