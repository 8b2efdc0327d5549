import { Modal } from 'obsidian';
import { newId } from '../../ui/new-id';
import { openNote, paneOf } from '../../ui/open-note';
import { drawResultList, type ResultGroup } from '../../ui/result-list';
import type { Context } from '../context';

export interface ResultButton {
  readonly label: string;
  /** The one that Enter presses; `warning` for one that takes notes away. */
  readonly kind?: 'cta' | 'warning';
  readonly disabled?: boolean;
  /** Runs before the view closes; says how far it is on the button. Left out: only closes. */
  readonly run?: (onProgress: (done: number, total: number) => void) => void | Promise<void>;
}

export interface ResultView {
  readonly title: string;
  readonly lead: string;
  readonly groups: readonly ResultGroup[];
  readonly buttons: readonly ResultButton[];
  /** A switch above the buttons; the view is asked for anew when it changes. */
  readonly option?: {
    readonly label: string;
    readonly hint: string;
    readonly on: boolean;
    readonly set: (on: boolean) => void;
  };
}

/** What a run did or would do, note by note. */
export class ResultModal extends Modal {
  private buttons: HTMLElement | null = null;
  private busy = false;

  constructor(
    private readonly ctx: Context,
    private readonly view: () => ResultView,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    this.modalEl.setAttribute('lang', this.ctx.i18n.ui.common.langTag);
    this.buttons = this.modalEl.createDiv({ cls: 'modal-button-container' });
    this.draw();
    // What takes notes away is never one key press from the start.
    const first =
      this.buttons.querySelector<HTMLElement>('.mod-cta') ?? this.buttons.querySelector<HTMLElement>('button');
    first?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private draw(): void {
    const view = this.view();
    this.setTitle(view.title);
    this.contentEl.empty();
    const box = this.contentEl.createDiv({ cls: 'rh-result' });
    box.createDiv({ cls: 'rh-lead', text: view.lead });
    drawResultList(box, view.groups, (path, event) => {
      this.close();
      void openNote(this.app, path, { pane: paneOf(event) });
    });
    if (view.option !== undefined) this.drawOption(box, view.option);
    this.buttons?.empty();
    for (const button of view.buttons) this.drawButton(button);
  }

  private drawOption(box: HTMLElement, option: NonNullable<ResultView['option']>): void {
    const row = box.createDiv({ cls: 'rh-switch' });
    const words = row.createSpan();
    const id = newId();
    words.createSpan({ cls: 'rh-label', text: option.label, attr: { id } });
    words.createSpan({ cls: 'rh-hint', text: option.hint });
    const control = row.createSpan({
      cls: `checkbox-container${option.on ? ' is-enabled' : ''}`,
      attr: { role: 'switch', 'aria-checked': String(option.on), 'aria-labelledby': id, tabindex: '0' },
    });
    const toggle = (): void => {
      option.set(!option.on);
      this.draw();
      this.contentEl.querySelector<HTMLElement>('[role="switch"]')?.focus();
    };
    control.addEventListener('click', toggle);
    control.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      toggle();
    });
  }

  private drawButton({ label, kind, run, disabled = false }: ResultButton): void {
    const cls = kind === 'cta' ? 'mod-cta' : kind === 'warning' ? 'mod-warning' : '';
    const button = this.buttons?.createEl('button', { text: label, ...(cls === '' ? {} : { cls }) });
    if (button !== undefined) button.disabled = disabled;
    button?.addEventListener('click', () => {
      if (this.busy) return;
      void this.finish(button, run);
    });
  }

  private async finish(button: HTMLButtonElement, run: ResultButton['run']): Promise<void> {
    this.busy = true;
    if (run !== undefined) {
      button.disabled = true;
      try {
        await run((done, total) => {
          button.setText(this.ctx.i18n.ui.handbook.progress(done, total));
        });
      } catch (error) {
        this.ctx.notify.warn(error instanceof Error ? error.message : String(error));
      }
    }
    this.close();
  }
}
