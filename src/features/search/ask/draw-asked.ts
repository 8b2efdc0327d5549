import { isQuotation } from '../../../core/ask/answer';
import { priceOf } from '../../../core/ask/sent-text';
import { noteName } from '../../../core/vault/path';
import { drawNoteLink } from '../../../ui/note-link';
import { addIcon } from '../../../ui/result-list';
import { drawStatusLine } from '../../../ui/status-line';
import type { Context } from '../../context';
import { isAnswered, type Asked, type Sent } from './asking';
import { drawExact } from './going-out';

/** Of a passage so much is shown; its link leads to the rest. */
const SHOWN = 300;

/** A question, its answer with the quotations that were checked, and the passages. Nothing of it is read as Markdown. */
export function drawAsked(ctx: Context, parent: HTMLElement, asked: Asked, insert: () => void): void {
  const t = ctx.i18n.ui.ask;
  const { question, answer, passages, problems, sent } = asked;
  parent.createDiv({ cls: 'rh-question', text: question, attr: { role: 'heading', 'aria-level': 3 } });
  for (const problem of problems) drawStatusLine(parent, problem);
  const answered = isAnswered(asked);
  if (answered) drawAnswer(ctx, parent, asked);
  else if (answer !== '' || passages.length === 0) {
    const empty = parent.createDiv({ cls: 'rh-empty', attr: { role: 'status' } });
    empty.createDiv({ cls: 'rh-strong', text: t.nothing });
    const { lines, notes } = ctx.search.leftOut();
    const left = lines + notes > 0 ? ctx.i18n.ui.search.leftOut(lines, notes) : '';
    empty.createDiv({ text: passages.length > 0 ? t.noneChecked : `${t.noPassage} ${left}` });
  }
  const line = parent.createDiv('rh-sent');
  if (answered) {
    const all = asked.parts.filter(isQuotation);
    line.createSpan({ text: t.checked(all.length, all.filter(({ valid }) => valid).length) });
    const button = line.createEl('button', { text: t.insert });
    button.addEventListener('click', insert);
  }
  if (passages.length > 0) drawPassages(ctx, parent, asked);
  if (sent !== null) drawExact(parent, t.exactSent, () => textOf(sent));
}

export const textOf = ({ messages }: Pick<Sent, 'messages'>): string =>
  messages.map(({ role, content }) => `${role}\n\n${content}`).join('\n\n———\n\n');

function drawAnswer(ctx: Context, parent: HTMLElement, { parts, passages }: Asked): void {
  const t = ctx.i18n.ui.ask;
  const box = parent.createDiv('rh-answer');
  for (const part of parts) {
    if (!isQuotation(part)) {
      box.appendText(part.text);
      continue;
    }
    const { n, text, valid } = part;
    box.createEl(valid ? 'span' : 's', { cls: valid ? 'rh-quoted' : 'rh-false', text });
    drawCite(ctx, box, passages, n, valid);
    if (valid) continue;
    const say = box.createSpan('rh-false-say');
    addIcon(say, 'circle-alert');
    say.createSpan({ text: t.notThere2(n) });
  }
}

function drawCite(ctx: Context, parent: HTMLElement, passages: Asked['passages'], n: number, isFull: boolean): void {
  const passage = passages[n - 1];
  const cls = isFull ? 'rh-cite is-full' : 'rh-cite';
  if (passage === undefined) {
    parent.createSpan({ cls, text: String(n) });
    return;
  }
  const { path, line } = passage;
  const link = drawNoteLink(ctx.app, parent, { path, line, text: String(n), cls });
  link.setAttribute('aria-label', ctx.i18n.ui.ask.passage(n, noteName(path)));
}

function drawPassages(ctx: Context, parent: HTMLElement, { parts, passages, sent }: Asked): void {
  const { ask: t, search } = ctx.i18n.ui;
  const head = parent.createDiv('rh-section-head');
  head.createDiv({ cls: 'rh-heading', text: t.passages });
  if (sent !== null) {
    const price = priceOf(sent.tokens, sent.rate);
    head.createSpan({ cls: 'rh-aside', text: t.sent(sent.host, sent.passages, sent.tokens, price ?? '') });
  }
  const list = parent.createDiv({ cls: 'rh-passages', attr: { role: 'list' } });
  for (const [at, { path, line, heading, text }] of passages.entries()) {
    const row = list.createDiv({ attr: { role: 'listitem' } });
    const quoted = parts.flatMap((part) => (part.n === at + 1 && part.valid ? part.text : []));
    drawCite(ctx, row.createSpan(), passages, at + 1, quoted.length > 0);
    const title = [noteName(path), heading].filter((part) => part !== '').join(' · ');
    drawNoteLink(ctx.app, row, { path, line, text: title, cls: 'rh-source-title' });
    row.createSpan({ cls: 'rh-path', text: search.line(line + 1) });
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    row.createSpan({ cls: 'rh-passage', text: text === '' ? t.gone : shown });
  }
}
