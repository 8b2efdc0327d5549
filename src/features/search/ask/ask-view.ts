import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { Network } from '../../../core/ports';
import { askHosts } from '../../../ui/ask-hosts';
import type { Context } from '../../context';
import { askVault, type Asked, type Sent, type Ways } from './asking';
import { drawAsked, textOf } from './draw-asked';
import { goingOut } from './going-out';
import { forget, recalled, remember, rememberedIn, stillSo } from './history';
import { insertQuotations, LastNote } from './insert';
import { serviceOf, type Reached } from './services';

export const ASK_VIEW = 'research-handbook-ask';

/** Questions about the notes, and answers whose quotations were checked. */
export class AskView extends ItemView {
  override readonly icon = 'message-circle-question';
  override navigation = false;
  private conversation: Asked[] = [];
  /** Goes up with each question, and when one is no longer waited for. */
  private turn = 0;
  private thread: HTMLElement | null = null;
  private input: HTMLInputElement | null = null;
  private readonly last: LastNote;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: Context,
  ) {
    super(leaf);
    this.last = new LastNote(ctx.app.workspace, (stop) => {
      this.registerEvent(stop);
    });
  }

  override getViewType(): string {
    return ASK_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.ask.title;
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rh-ask-view');
    await this.draw();
  }

  protected override async onClose(): Promise<void> {
    this.turn += 1;
    return Promise.resolve();
  }

  /** Asks, as if it had been typed. */
  async ask(question: string): Promise<void> {
    if (question.trim() === '') return;
    const mine = ++this.turn;
    const isMine = (): boolean => mine === this.turn;
    const { ctx } = this;
    const before = await stillSo(ctx, this.conversation);
    const ways: Ways = {
      toEmbed: (service) => askHosts(ctx, [service.host], question),
      toChat: (service, sent) => (isMine() ? this.wayToChat(service, sent) : Promise.resolve(null)),
      waits: (sent) => {
        if (isMine()) this.wait(question, ctx.i18n.ui.ask.waiting(sent.host, sent.passages));
      },
    };
    this.wait(question, ctx.i18n.ui.ask.looking);
    const asked = await askVault(ctx, question, before, ways);
    if (asked.answer !== '') await remember(ctx, asked);
    if (!isMine()) return;
    this.conversation.push(asked);
    await this.draw();
  }

  /** Shows what was asked so far, and asks for more. */
  private async draw(): Promise<void> {
    const { ctx } = this;
    const { ask: t, common } = ctx.i18n.ui;
    const box = this.contentEl;
    box.empty();
    const el = box.createDiv({ cls: 'rh-ask', attr: { lang: common.langTag } });
    this.thread = el.createDiv({ cls: 'rh-ask-thread' });
    for (const asked of this.conversation) {
      drawAsked(ctx, this.thread.createDiv('rh-turn'), asked, () => {
        insertQuotations(ctx, this.last.get(), asked);
      });
    }
    if (this.conversation.length === 0) {
      const chat = serviceOf(ctx, 'chat');
      el.createDiv({ cls: 'rh-lead', text: typeof chat === 'string' ? t.hintWords : t.hint(chat.host) });
    }
    this.drawBox(el);
    await this.drawHistory(el);
  }

  private drawBox(parent: HTMLElement): void {
    const t = this.ctx.i18n.ui.ask;
    const isFirst = this.conversation.length === 0;
    const label = isFirst ? t.placeholder : t.askOn;
    const form = parent.createEl('form', 'rh-ask-box');
    this.input = form.createEl('input', {
      type: 'text',
      placeholder: label,
      attr: { 'aria-label': label, enterkeyhint: 'send' },
    });
    form.createEl('button', { cls: 'mod-cta', text: t.ask, type: 'submit' });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask(this.input?.value ?? '');
    });
    if (!isFirst) {
      const again = parent.createDiv('rh-sent').createEl('button', { text: t.startOver });
      again.addEventListener('click', () => {
        this.conversation = [];
        void this.draw();
      });
    }
    this.input.focus();
  }

  private async drawHistory(parent: HTMLElement): Promise<void> {
    const { ctx } = this;
    const t = ctx.i18n.ui.ask;
    const all = await rememberedIn(ctx);
    if (all.length === 0) return;
    const details = parent.createEl('details', 'rh-earlier');
    details.createEl('summary', { text: t.history(all.length) });
    for (const one of all) {
      const button = details.createEl('button', { text: one.question });
      button.addEventListener('click', () => {
        void recalled(ctx, one).then((asked) => {
          this.conversation = [asked];
          return this.draw();
        });
      });
    }
    const clear = details.createEl('button', { cls: 'mod-warning', text: t.clear });
    clear.addEventListener('click', () => void forget(ctx).then(() => this.draw()));
  }

  /** What is asked, and what is waited for; whoever does not want to wait gets the question back. */
  private wait(question: string, text: string): void {
    const { thread } = this;
    if (thread === null) return;
    thread.querySelector('.is-awaited')?.remove();
    const box = thread.createDiv('rh-turn is-awaited');
    box.createDiv({ cls: 'rh-question', text: question });
    const line = box.createDiv({ cls: 'rh-sent', attr: { role: 'status' } });
    const dots = line.createSpan({ cls: 'rh-dots', attr: { 'aria-hidden': 'true' } });
    for (let n = 0; n < 3; n++) dots.createSpan();
    line.createSpan({ text });
    const stop = line.createEl('button', { text: this.ctx.i18n.ui.ask.stop });
    stop.addEventListener('click', () => {
      this.turn += 1;
      box.remove();
      if (this.input !== null) this.input.value = question;
      this.ctx.notify.info(this.ctx.i18n.ui.ask.stopped);
    });
  }

  private wayToChat(service: Reached, sent: Sent): Promise<Network | null> {
    const { ctx } = this;
    const { passages, tokens } = sent;
    const { before, beforeLead } = ctx.i18n.ui.ask;
    const out = goingOut(ctx, {
      title: before,
      lead: [beforeLead],
      service,
      passages,
      tokens,
      exact: () => textOf(sent),
    });
    return askHosts(ctx, [service.host], '', '', out);
  }
}
