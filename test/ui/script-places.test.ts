import type { Component } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';

interface Api {
  renderHeatmap(el: HTMLElement, options?: Record<string, unknown>, owner?: unknown): void;
  renderTimeProgress(el: HTMLElement, options?: Record<string, unknown>, owner?: unknown): void;
}
let host: Host;
const api = (): Api => (host.plugin as unknown as { api: Api }).api;
const HEATMAP = { property: 'mood', range: '2026-11' };
const BAR = { periods: ['year'], style: 'bars' };

/** How many components hang on one, itself among them. */
const components = (root: Component): number =>
  (root as unknown as { children: Component[] }).children.reduce((sum, child) => sum + components(child), 1);
/** What the plugin holds on to: its components, its timers, its listeners with the app. */
const held = () => [components(host.plugin), host.clock.timers(), host.leftovers().listeners];
/** An owner as Dataview's is: a component of another plugin. */
const owner = (): Component => {
  const own = new (Object.getPrototypeOf(Object.getPrototypeOf(host.plugin).constructor) as new () => Component)();
  own.load();
  return own;
};
/** The script has ended, and what it did to the page has been noticed. */
const noticed = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};
const amount = (el: HTMLElement) => el.querySelector('[data-date="2026-11-01"]')?.getAttribute('aria-label');

beforeEach(async () => {
  const files = { '2026-11-01.md': '---\nmood: 3\n---\n' };
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files });
  api().renderTimeProgress(host.document.createElement('div'), BAR); // from its first drawing on, an owner is known
  await noticed();
});
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('what a script drew', () => {
  it('holds on to nothing once it is out of the page, and is drawn as things are when it comes back', async () => {
    const before = held();
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, HEATMAP);
    await host.settle();
    expect(amount(el)).toContain('\n3');
    el.remove(); // reading view does this to what is scrolled away
    await noticed();
    expect(held()).toEqual(before);
    expect(amount(el)).toContain('\n3'); // it rests as it was
    await host.external.write('2026-11-01.md', '---\nmood: 8\n---\n');
    await host.clock.advance(3_000);
    expect(amount(el)).toContain('\n3');
    host.document.body.append(el);
    await host.settle();
    expect(amount(el)).toContain('\n8');
    expect(el.querySelectorAll('.rh-heatmap')).toHaveLength(1);
    await host.external.write('2026-11-01.md', '---\nmood: 9\n---\n');
    await host.clock.advance(3_000);
    expect(amount(el)).toContain('\n9');
  });

  it('comes and goes as often as the reader scrolls', async () => {
    const el = host.document.body.createDiv();
    api().renderTimeProgress(el, BAR);
    const alive = held();
    for (let i = 0; i < 10; i++) {
      el.remove();
      await noticed();
      host.document.body.append(el);
      await noticed();
    }
    expect(held()).toEqual(alive);
    expect(el.querySelectorAll('[role=progressbar]')).toHaveLength(1);
  });

  it('lives on in another document, and holds on to nothing once it leaves that', async () => {
    const before = held();
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, HEATMAP);
    await host.settle();
    const heatmap = el.querySelector('.rh-heatmap');
    const other = host.document.body.createEl('iframe').contentDocument;
    other?.body.append(el);
    await noticed();
    expect(el.querySelector('.rh-heatmap')).toBe(heatmap); // not so much as drawn anew
    await host.external.write('2026-11-01.md', '---\nmood: 8\n---\n');
    await host.clock.advance(3_000);
    expect(amount(el)).toContain('\n8');
    el.remove();
    await noticed();
    expect(held()).toEqual(before);
  });

  it('is drawn at once where the script puts its element into the page later, and lives from then on', async () => {
    const before = held();
    const el = host.document.createElement('div');
    api().renderHeatmap(el, HEATMAP);
    expect(el.querySelectorAll('[role=grid]')).toHaveLength(1);
    await noticed();
    expect(held()).toEqual(before);
    await host.clock.advance(60_000);
    host.document.body.append(el);
    await host.settle();
    expect(amount(el)).toContain('\n3');
    expect(el.querySelectorAll('[role=grid]')).toHaveLength(1);
  });

  it('a thousand drawings into an element that is emptied each time leave what one does', async () => {
    const el = host.document.body.createDiv();
    api().renderTimeProgress(el, BAR);
    await noticed();
    const one = held();
    for (let i = 0; i < 1_000; i++) {
      el.innerHTML = ''; // as Dataview empties its container
      api().renderTimeProgress(el, BAR);
      if (i % 2 === 0) await noticed(); // some scripts run again before the last has been noticed
    }
    await noticed();
    expect(held()).toEqual(one);
    expect(el.querySelectorAll('[role=progressbar]')).toHaveLength(1);
  });
});

describe('an owner', () => {
  it('takes what was drawn for it along, and nothing else', async () => {
    const el = host.document.body.createDiv();
    const [mine, others] = [owner(), owner()];
    api().renderTimeProgress(el, BAR, mine);
    api().renderTimeProgress(el, BAR, others);
    api().renderTimeProgress(el, BAR);
    mine.unload();
    await noticed();
    expect(el.querySelectorAll('[role=progressbar]')).toHaveLength(2);
    others.unload();
    expect(el.querySelectorAll('[role=progressbar]')).toHaveLength(1);
  });

  it('gathers nothing where its script runs again and again', async () => {
    const el = host.document.body.createDiv();
    const mine = owner();
    api().renderTimeProgress(el, BAR, mine);
    const one = components(mine);
    for (let i = 0; i < 50; i++) {
      el.empty();
      api().renderTimeProgress(el, BAR, mine);
      await noticed();
    }
    expect(components(mine)).toBe(one);
  });

  it('that ended while the element was out of the page brings nothing back', async () => {
    const el = host.document.body.createDiv();
    const mine = owner();
    api().renderTimeProgress(el, BAR, mine);
    el.remove();
    await noticed();
    const before = held();
    mine.unload();
    host.document.body.append(el);
    await noticed();
    expect(held()).toEqual(before);
    expect(el.childElementCount).toBe(0);
  });

  it('outlives the plugin, and what the plugin drew for it does not', async () => {
    const [shown, out] = [host.document.body.createDiv(), host.document.body.createDiv()];
    const mine = owner();
    for (const el of [shown, out]) api().renderHeatmap(el, HEATMAP, mine);
    await host.settle();
    out.remove();
    await noticed();
    await host.unload();
    expect(shown.childElementCount).toBe(0);
    host.document.body.append(out);
    await noticed();
    expect(out.childElementCount).toBe(0);
    expect([host.clock.timers(), host.leftovers().listeners]).toEqual([0, 0]);
  });
});
