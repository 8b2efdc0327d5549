import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHost, type Host } from '../../../host/node';

type Render = (el: HTMLElement, data?: unknown) => void;

let host: Host;
beforeEach(async () => {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:20:00',
    files: { 'n.md': 'x', 'Diary/A walk.md': 'out', 'Diary/B.md': 'in' },
  });
  await host.open('n.md');
  await host.settle();
});
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const DAY = '2026-03-01';
const draw = (content: unknown): HTMLElement => {
  const el = host.document.body.createDiv();
  const { renderHeatmapCalendar: render } = host.window as unknown as { renderHeatmapCalendar: Render };
  render(el, { year: 2026, entries: [{ date: DAY, intensity: 3, content }] });
  return el;
};
/** As Dataview renders `[[target|text]]`, or `[](target)` where the text is empty. */
const span = (target: string, text: string): HTMLElement => {
  const el = host.document.createElement('span');
  el.createEl('a', { cls: 'internal-link', text, href: target, attr: { 'data-href': target, target: '_blank' } });
  return el;
};
const tile = (el: HTMLElement): HTMLElement => el.querySelector<HTMLElement>(`[data-date="${DAY}"]`)!;
const active = () => host.app.workspace.getActiveFile()?.path;

describe('a script’s link as a day’s content', () => {
  it.each([
    ['without words', () => span('A walk', ''), 'A walk'],
    ['with words', () => span('Diary/A walk', 'walked'), 'walked'],
    ['to a heading', () => span('A walk#Noon', ''), 'A walk'],
    ['itself, not in an element', () => span('A walk', '').firstElementChild!, 'A walk'],
    ['of Dataview’s own', () => ({ path: 'Diary/A walk.md', type: 'file', embed: false }), 'A walk'],
    ['of Dataview’s own, with words', () => ({ path: 'Diary/A walk.md', display: 'walked' }), 'walked'],
  ])('%s: the day leads to the note, and its list names it', async (_which, content, title) => {
    const el = draw(content());
    tile(el).dispatchEvent(new host.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await host.settle();
    expect(host.$$('.rh-popover .rh-item-title').map((item) => item.textContent)).toEqual([title]);
    await host.press('Escape');
    expect(active()).toBe('n.md');
    tile(el).dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    await host.settle();
    expect(active()).toBe('Diary/A walk.md');
    expect(host.$$('.rh-popover')).toEqual([]);
  });

  it('that comes late, as Dataview’s do, is a link all the same', async () => {
    const late = host.document.createElement('span');
    const el = draw(late);
    late.append(span('B', ''));
    tile(el).dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    await host.settle();
    expect(active()).toBe('Diary/B.md');
  });

  it('that leads nowhere opens the list, which names it, and makes no note', async () => {
    const el = draw(span('Nowhere', ''));
    tile(el).dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    await host.settle();
    expect(host.$$('.rh-popover .rh-item-title').map((item) => item.textContent)).toEqual(['Nowhere']);
    expect(host.faults.writes).toEqual([]);
  });

  it('is no stop of Tab, and no name beside the day’s own', () => {
    const link = tile(draw(span('A walk', ''))).querySelector('a')!;
    expect([link.getAttribute('tabindex'), link.getAttribute('aria-hidden')]).toEqual(['-1', 'true']);
  });
});

describe('other content of a script', () => {
  it('still opens the day’s list', async () => {
    const el = draw('7');
    tile(el).dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    await host.settle();
    expect(host.$$('.rh-popover .rh-item-title').map((item) => item.textContent)).toEqual(['7']);
  });

  it('that is no link of the vault’s keeps its own click', async () => {
    const out = host.document.createElement('a');
    out.className = 'external-link';
    const el = draw(out);
    out.dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    await host.settle();
    expect(host.$$('.rh-popover')).toEqual([]);
    expect(el.querySelector('a')).toBe(out);
  });
});
