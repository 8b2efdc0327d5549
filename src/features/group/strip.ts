import type { MemberWeek } from '../../core/group/week';
import type { Wordings } from '../../i18n';
import { openNote, paneOf } from '../../ui/open-note';
import type { GroupContext } from './context';

const LABEL_EVERY = 4;

/** A row a member, a tile a week. Arrow keys move in it, Enter opens the hand-in. */
export function drawStrip(parent: HTMLElement, ctx: GroupContext, members: readonly MemberWeek[]): void {
  const t = ctx.i18n.ui.group;
  const weeks = members[0]?.strip ?? [];
  const grid = parent.createDiv({ cls: 'rh-strip', attr: { role: 'grid', 'aria-label': t.strip } });
  grid.setCssProps({ '--rh-weeks': String(weeks.length) });
  const head = grid.createDiv({ attr: { 'aria-hidden': 'true' } });
  head.createEl('b');
  weeks.forEach(({ week }, at) => {
    const isNamed = (weeks.length - 1 - at) % LABEL_EVERY === 0;
    head.createSpan({ text: isNamed ? week.slice(WEEK_AT) : '' });
  });
  const attr = { role: 'gridcell', tabindex: -1 };
  const cells: HTMLElement[][] = members.map((member) => {
    const row = grid.createDiv({ attr: { role: 'row' } });
    row.createEl('b', { text: member.person.name, attr: { role: 'rowheader' } });
    return member.strip.map(({ week, state, path }) => {
      const label = t.cell(member.person.name, week, t.states[state]); // the app makes a tooltip of it
      const cell = row.createEl('i', { attr: { ...attr, 'data-state': state, 'aria-label': label } });
      if (path !== null)
        cell.addEventListener('click', (event) => void openNote(ctx.app, path, { pane: paneOf(event) }));
      return cell;
    });
  });
  moveByKeys(grid, cells);
  drawLegend(parent, t);
}

/** Behind the year and its dash. */
const WEEK_AT = 5;

/** One stop of the Tab key; from there the arrows lead. */
function moveByKeys(grid: HTMLElement, cells: readonly (readonly HTMLElement[])[]): void {
  cells[0]?.at(-1)?.setAttribute('tabindex', '0');
  grid.addEventListener('keydown', (event) => {
    const y = cells.findIndex((row) => row.includes(event.target as HTMLElement));
    const x = cells[y]?.indexOf(event.target as HTMLElement) ?? -1;
    if (event.key === 'Enter') cells[y]?.[x]?.click();
    const [across, down] = STEPS[event.key] ?? [0, 0];
    const next = cells[y + down]?.[x + across];
    if (next === undefined || (across === 0 && down === 0)) return;
    event.preventDefault();
    cells[y]?.[x]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function drawLegend(parent: HTMLElement, { states }: Wordings['group']): void {
  const legend = parent.createDiv({ cls: 'rh-strip-legend', attr: { 'aria-hidden': 'true' } });
  for (const state of ['in', 'late', 'silent', 'away', 'open'] as const) {
    const item = legend.createSpan();
    item.createSpan('rh-strip').createEl('i', { attr: { 'data-state': state } });
    item.appendText(states[state]);
  }
}
