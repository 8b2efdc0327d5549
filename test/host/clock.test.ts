import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from './node';

let host: Host;
afterEach(() => host.close());

it('stands still, runs timers in order as time is moved, and lets promises settle between them', async () => {
  host = await openHost({ now: '2026-11-05T16:20:00' });
  const { window } = host;
  const D = (window as unknown as { Date: DateConstructor }).Date;
  expect(new D().toISOString()).toBe('2026-11-05T16:20:00.000Z');
  const heard: string[] = [];
  window.setTimeout(() => heard.push(`b ${String(D.now() - host.clock.now())}`), 2_000);
  window.setTimeout(() => {
    heard.push('a');
    void Promise.resolve().then(() => heard.push('a promise'));
  }, 1_000);
  const id = window.setInterval(() => heard.push('tick'), 1_500);
  await host.clock.advance(3_000);
  expect(heard).toEqual(['a', 'a promise', 'tick', 'b 0', 'tick']);
  window.clearInterval(id);
  await host.clock.advance(10_000);
  expect(heard).toHaveLength(5);
  expect(D.now()).toBe(Date.parse('2026-11-05T16:20:13Z'));
});

it('after a sleep each timer that fell due runs once, late', async () => {
  host = await openHost({ now: '2026-11-05T16:20:00' });
  const heard: number[] = [];
  host.window.setInterval(() => heard.push(host.clock.now()), 60_000);
  await host.clock.jump('2026-11-05T20:00:30');
  expect(heard).toEqual([Date.parse('2026-11-05T20:00:30Z')]);
});

it('opens in the zone asked for', async () => {
  host = await openHost({ now: '2026-11-05T00:30:00', timezone: 'Asia/Shanghai' });
  const D = (host.window as unknown as { Date: DateConstructor }).Date;
  expect(new D().toISOString()).toBe('2026-11-04T16:30:00.000Z');
  expect(new D().getHours()).toBe(0);
  const Intl = (host.window as unknown as { Intl: typeof globalThis.Intl }).Intl;
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Asia/Shanghai');
  await host.close();
  expect(new Date('2026-11-05T00:30:00').toISOString()).toBe('2026-11-05T00:30:00.000Z');
  host = await openHost();
});
