import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { Network } from '../../../core/ports';
import { askHosts } from '../../../ui/ask-hosts';
import type { Context } from '../../context';
import { askVault, type Asked, type Sent, type Ways } from './asking';
import { drawAsked, textOf } from './draw-asked';
import { goingOut } from './going-out';
import { forget, recalled, remember, rememberedIn, stillSo, type Remembered } from './history';
import { insertQuotations, LastNote } from './insert';
import { serviceOf, type Reached } from './services';

export const ASK_VIEW = 'research-handbook-ask';

const NO_WAY = Promise.resolve(null);

/** Questions about the notes, and answers whose quotations were checked. */
export class AskView extends ItemView {
  override readonly icon = 'message-circle-question';
  override navigation = false;
  private conversation: Asked[] = [];
  /** Goes up with each question, and when one is no longer waited for. */
  private turn = 0;
  private readonly thread: HTMLElement;
  private readonly lead: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly below: HTMLElement;
  private readonly last: LastNote;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: Context,
  ) {
    super(leaf);
    const { ask: t, common } = ctx.i18n.ui;
    this.last = new LastNote(ctx.app.workspace, (stop) => {
      this.registerEvent(stop);
    });
    this.contentEl.addClass('rh-ask-view');
    const el = this.contentEl.createDiv({ cls: 'rh-ask', attr: { lang: common.langTag } });
    this.thread = el.createDiv({ cls: 'rh-ask-thread', attr: { role: 'log' } }); // what comes in is read out
    this.lead = el.createDiv('rh-lead');
    const form = el.createEl('form', 'rh-ask-box');
    this.input = form.createEl('input', { type: 'text', attr: { enterkeyhint: 'send' } });
    form.createEl('button', { cls: 'mod-cta', text: t.ask, type: 'submit' });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask(this.input.value);
    });
    this.below = el.createDiv('rh-ask-below');
  }

  override getViewType(): string {
    return ASK_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.ask.title;
  }

  protected override async onOpen(): Promise<void> {
    await this.show([]);
    this.input.focus();
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
    const ways: Ways = {
      toEmbed: (service, sought) => (isMine() ? askHosts(ctx, [service.host], sought) : NO_WAY),
      toChat: (service, sent) => (isMine() ? this.wayToChat(service, sent) : NO_WAY),
      waits: (sent) => {
        if (isMine()) this.wait(question, ctx.i18n.ui.ask.waiting(sent.host, sent.passages));
      },
    };
    this.input.value = '';
    this.wait(question, ctx.i18n.ui.ask.looking);
    const asked = await askVault(ctx, question, await stillSo(ctx, this.conversation), ways);
    if (!isMine()) return;
    if (asked.answer !== '') await remember(ctx, asked);
    this.add(asked);
    if (asked.answer === '' && asked.problems.length > 0) this.input.value ||= question; // it can be asked again
    await this.drawBelow();
  }

  private async show(conversation: readonly Asked[]): Promise<void> {
    this.turn += 1;
    this.conversation = [];
    this.thread.empty();
    for (const asked of conversation) this.add(asked);
    await this.drawBelow();
  }

  private add(asked: Asked): void {
    this.thread.querySelector('.is-awaited')?.remove();
    this.conversation.push(asked);
    const turn = this.thread.createDiv('rh-turn');
    drawAsked(this.ctx, turn, asked, () => {
      insertQuotations(this.ctx, this.last.get(), asked);
    });
    turn.scrollIntoView({ block: 'start' }); // else the passages before it would fill the view
  }

  /** What can be done beside going on: to begin anew, and to see what was asked before. */
  private async drawBelow(): Promise<void> {
    const { ctx, below, input } = this;
    const t = ctx.i18n.ui.ask;
    const isFirst = this.conversation.length === 0;
    const chat = serviceOf(ctx, 'chat');
    this.lead.setText(!isFirst ? '' : typeof chat === 'string' ? t.hintWords : t.hint(chat.host));
    input.placeholder = isFirst ? t.placeholder : t.askOn;
    const earlier = await rememberedIn(ctx);
    below.empty();
    if (!isFirst) {
      below.createEl('button', { text: t.startOver }).addEventListener('click', () => {
        void this.show([]);
        input.focus();
      });
    }
    if (earlier.length > 0) this.drawEarlier(earlier);
  }

  private drawEarlier(all: readonly Remembered[]): void {
    const { ctx } = this;
    const t = ctx.i18n.ui.ask;
    const details = this.below.createEl('details', 'rh-earlier');
    details.createEl('summary', { text: t.history(all.length) });
    for (const one of all) {
      details.createEl('button', { text: one.question }).addEventListener('click', () => {
        void recalled(ctx, one).then((asked) => this.show([asked]));
      });
    }
    details.createEl('button', { cls: 'mod-warning', text: t.clear }).addEventListener('click', () => {
      void forget(ctx).then(() => this.drawBelow());
    });
  }

  /** What is asked, and what is waited for; whoever does not want to wait gets the question back. */
  private wait(question: string, text: string): void {
    this.thread.querySelector('.is-awaited')?.remove();
    const box = this.thread.createDiv('rh-turn is-awaited');
    box.scrollIntoView({ block: 'nearest' });
    box.createDiv({ cls: 'rh-question', text: question });
    const line = box.createDiv('rh-sent');
    const dots = line.createSpan({ cls: 'rh-dots', attr: { 'aria-hidden': 'true' } });
    for (let n = 0; n < 3; n++) dots.createSpan();
    line.createSpan({ text });
    line.createEl('button', { text: this.ctx.i18n.ui.ask.stop }).addEventListener('click', () => {
      this.turn += 1;
      box.remove();
      this.input.value = question;
      this.input.focus();
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
