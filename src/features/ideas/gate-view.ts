import { IDEA_PARTS, type PartState } from '../../core/ideas/gate';
import { openNote } from '../../ui/open-note';
import { bringIdea } from './bring';
import type { IdeaContext } from './context';
import { pointWords, writtenParts, type LookedIdea } from './look';

const MARKS: Readonly<Record<PartState, string>> = { 0: 'none', 50: 'draft', 100: 'sent' };

/** Draws an idea's gate: its five parts, what of each is open and where, and the way to a discussion. */
export function drawGate(ctx: IdeaContext, parent: HTMLElement, idea: LookedIdea): void {
  const { ui } = ctx.i18n;
  const { ideas: t } = ui;
  const { open, states, supports } = idea.gate;
  const head = parent.createDiv('rh-view-head');
  head.createDiv({ cls: 'rh-view-title', text: open.length === 0 ? t.ready : t.open(open.length) });
  head.createSpan({ cls: 'rh-aside', text: t.written(writtenParts(idea.gate), t.statuses[idea.status]) });
  const fives = parent.createDiv({ cls: 'rh-fives', attr: { 'aria-hidden': 'true' } });
  for (const part of IDEA_PARTS) fives.createSpan('rh-amount').setCssProps({ '--rh-value': String(states[part]) });
  if (open.length > 0) drawParts(ctx, parent, idea);
  const foot = parent.createDiv('rh-foot');
  const code = supports.filter(({ by }) => by === 'code').length;
  foot.createSpan({ cls: 'rh-aside', text: open.length > 0 ? t.anyway : t.stands(supports.length - code, code) });
  const attr = { type: 'button', 'data-key': 'bring' };
  const bring = foot.createEl('button', { cls: open.length > 0 ? '' : 'mod-cta', text: t.bring, attr });
  bring.addEventListener('click', () => void bringIdea(ctx, idea.path));
}

function drawParts({ app, i18n }: IdeaContext, parent: HTMLElement, { path, gate }: LookedIdea): void {
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
