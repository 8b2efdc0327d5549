import type { WrittenLine } from '../../core/reading/written-lines';
import { openNote } from '../../ui/open-note';
import type { Context } from '../context';
import { putBack } from './put-back';

/** Buttons for a line that this device wrote and that is gone: it comes back, or is not asked about again. */
export function drawGoneActions(parent: HTMLElement, ctx: Context, gone: WrittenLine): void {
  const t = ctx.i18n.ui.readingLog;
  const mends = parent.createDiv('rh-log-mends');
  const back = mends.createEl('button', { text: t.putBack });
  const leave = mends.createEl('button', { text: t.leaveOut });
  back.addEventListener('click', () => {
    back.disabled = true;
    void returnLine(ctx, gone).finally(() => {
      back.disabled = false; // it is still here where the line could not be written
    });
  });
  leave.addEventListener('click', () => {
    ctx.reading.forget(gone);
  });
}

async function returnLine(ctx: Context, gone: WrittenLine): Promise<void> {
  const t = ctx.i18n.ui.readingLog;
  const result = await putBack(ctx, gone);
  if (result.outcome === 'appended') ctx.notify.info(t.isBack(gone.path));
  else if (result.outcome === 'failed') ctx.notify.warn(result.message);
  else if (result.outcome === 'there') {
    ctx.notify.warn(t.isThere(gone.path, result.at + 1));
    await openNote(ctx.app, gone.path, { line: result.at });
  }
}
