import { Component } from 'obsidian';
import { IDEA_PARTS, type PartState } from '../../core/ideas/gate';
import { writeWithCode } from '../../ui/error-box';
import type { Drawing } from '../../ui/live-block';
import { openNote } from '../../ui/open-note';
import { redrawOnChange } from '../../ui/redraw-on-change';
import { bringIdea } from './bring';
import type { IdeaContext } from './context';
import { lookAtFile, pointWords, writtenParts, type LookedIdea } from './look';

const MARKS: Readonly<Record<PartState, string>> = { 0: 'none', 50: 'draft', 100: 'sent' };

/** An idea's gate, kept current: its five parts, what of each is open and where, and the way to a discussion. */
export class GateView extends Component implements Drawing {
  private readonly show: (model: { readonly idea: LookedIdea | null; readonly path: string }) => void;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: IdeaContext,
    private readonly subscribe: (listener: () => void) => () => void,
    el: HTMLElement,
    /** Where the idea is; its note may move. */
    private readonly path: () => string,
  ) {
    super();
    const attr = { lang: ctx.i18n.ui.common.langTag, role: 'group', 'aria-label': ctx.i18n.ui.ideas.title };
    this.show = redrawOnChange(el.createDiv({ cls: 'rh-gate', attr }), (parent, { idea, path }) => {
      if (idea === null) writeWithCode(parent.createDiv('rh-muted'), ctx.i18n.ui.ideas.notIdea(path));
      else this.draw(parent, idea);
    });
  }

  override onload(): void {
    this.register(this.subscribe(() => void this.ready()));
  }

  async ready(): Promise<void> {
    const look = ++this.look;
    await this.ctx.reading.ready();
    const path = this.path();
    const idea = await lookAtFile(this.ctx, path);
    if (look === this.look) this.show({ idea, path });
  }

  private draw(parent: HTMLElement, idea: LookedIdea): void {
    const { ui } = this.ctx.i18n;
    const { ideas: t } = ui;
    const { open, states, supports } = idea.gate;
    const head = parent.createDiv('rh-view-head');
    head.createDiv({ cls: 'rh-view-title', text: open.length === 0 ? t.ready : t.open(open.length) });
    head.createSpan({ cls: 'rh-aside', text: t.written(writtenParts(idea.gate), t.statuses[idea.status]) });
    const fives = parent.createDiv({ cls: 'rh-fives', attr: { 'aria-hidden': 'true' } });
    for (const part of IDEA_PARTS) fives.createSpan('rh-amount').setCssProps({ '--rh-value': String(states[part]) });
    if (open.length > 0) this.drawParts(parent, idea);
    const foot = parent.createDiv('rh-foot');
    const code = supports.filter(({ by }) => by === 'code').length;
    foot.createSpan({ cls: 'rh-aside', text: open.length > 0 ? t.anyway : t.stands(supports.length - code, code) });
    const attr = { type: 'button', 'data-key': 'bring' };
    const bring = foot.createEl('button', { cls: open.length > 0 ? '' : 'mod-cta', text: t.bring, attr });
    bring.addEventListener('click', () => void bringIdea(this.ctx, idea.path));
  }

  private drawParts(parent: HTMLElement, { path, gate }: LookedIdea): void {
    const { app, i18n } = this.ctx;
    const { ideas: t, search } = i18n.ui;
    const list = parent.createDiv({ attr: { role: 'list' } });
    for (const part of IDEA_PARTS) {
      const state = gate.states[part];
      const row = list.createDiv({ cls: 'rh-part', attr: { role: 'listitem', 'data-value': state } });
      row.createSpan({ cls: 'rh-state', attr: { 'data-report': MARKS[state] } });
      row.createSpan({ cls: 'rh-strong', text: t.parts[part] });
      const points = row.createDiv();
      if (state === 100) points.createDiv({ text: t.full });
      for (const point of gate.open.filter((one) => one.part === part)) {
        const { line } = point;
        const said = points.createDiv();
        const words = pointWords(point, i18n.ui);
        said.createSpan({ text: words });
        const attr = { type: 'button', 'data-key': words };
        const go = said.createEl('button', { cls: 'rh-plain', text: search.line(line + 1), attr });
        go.addEventListener('click', () => void openNote(app, path, { line }));
      }
    }
  }
}
