import { Modal } from 'obsidian';
import { ask } from '../../../ui/ask';
import type { Context } from '../../context';
import { goingOut } from './going-out';
import { sendAll, toIndex } from './index-vault';

/** Says what would be sent for vectors, and sends it once the student says so. */
export async function indexVault(ctx: Context): Promise<void> {
  const { ask: t } = ctx.i18n.ui;
  const { service, problem, passages, notes, tokens } = await toIndex(ctx);
  if (service === null) {
    ctx.notify.warn(t.noService[problem ?? 'none']);
    return;
  }
  if (passages.length === 0) {
    ctx.notify.info(t.allIndexed);
    return;
  }
  const out = {
    title: t.indexTitle,
    lead: [t.indexLead(notes)],
    service,
    passages: passages.length,
    tokens,
    exact: () => passages.map(({ sent }) => sent).join('\n\n———\n\n'),
  };
  if (!(await ask(ctx, goingOut(ctx, out)))) return;
  const modal = new ProgressModal(ctx, passages.length);
  ctx.dialogs.open(modal);
  const { done, problem: stopped } = await sendAll(ctx, ctx.network.open([service.host]), service, passages, (count) =>
    modal.show(count),
  );
  modal.close();
  if (stopped !== null) ctx.notify.warn(`${stopped} ${t.partly(done, passages.length)}`);
  else if (done < passages.length) ctx.notify.info(t.partly(done, passages.length));
  else ctx.notify.info(t.indexed(done));
}

/** How far it is; to close it is to stop. */
class ProgressModal extends Modal {
  private isOpen = true;
  private readonly bar: HTMLProgressElement;
  private readonly line: HTMLElement;

  constructor(
    private readonly ctx: Context,
    private readonly all: number,
  ) {
    super(ctx.app);
    const { ask: t, common } = ctx.i18n.ui;
    this.setTitle(t.indexTitle);
    this.modalEl.setAttribute('lang', common.langTag);
    this.bar = this.contentEl.createEl('progress', { attr: { max: all, 'aria-label': t.indexTitle } });
    this.line = this.contentEl.createEl('p', { attr: { role: 'status' } });
    const stop = this.modalEl.createDiv('modal-button-container').createEl('button', { text: t.stop });
    stop.addEventListener('click', () => {
      this.close();
    });
  }

  override onClose(): void {
    this.isOpen = false;
  }

  /** Answers whether to go on. */
  show(done: number): boolean {
    this.bar.value = done;
    this.line.setText(this.ctx.i18n.ui.ask.progress(done, this.all));
    return this.isOpen;
  }
}
