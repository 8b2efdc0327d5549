import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openDevices, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const MAE =
  '---\ntype: source\ntitle: Masked Autoencoders\nstatus: reading\n---\n\n## Reading log\n\n- 2026-11-03 first\n';
const FILES = {
  'Sources/mae.md': MAE,
  'Sources/resnet.md': '---\ntype: source\ntitle: Deep Residual Learning\nstatus: read\n---\n',
  'Experiments/ablation.md': '---\ntype: experiment\nstatus: running\n---\n\n# Ablation\n\nWords.\n',
};
const MINUTE = 60_000;

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-11-05T09:10:00', language: 'en', files: FILES, ...options });
}

async function session(params: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await host.cli('research-handbook:session', { format: 'json', ...params });
  return JSON.parse(answer) as Record<string, unknown>;
}

const start = (source = 'mae'): Promise<unknown> => session({ start: 'true', source });
const work = (minutes: number): Promise<void> => host.clock.advance(minutes * MINUTE);

describe('the command line', () => {
  it('starts, tells and stops: one line in the log of the source', async () => {
    await open();
    expect(await start()).toEqual({
      ...{ ok: true, state: 'running', minutes: 0, deducted: 0, path: 'Sources/mae.md', line: null },
    });
    await work(135);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 135, deducted: 0 });
    const line = '- 2026-11-05 proofs [min:: 135] [deep:: 1]';
    expect(await session({ stop: 'true', note: 'proofs' })).toEqual({
      ...{ ok: true, state: 'stopped', minutes: 135, deducted: 0, path: 'Sources/mae.md', line },
    });
    expect(host.read('Sources/mae.md')).toBe(`${MAE}${line}\n`);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'none', path: null });
    expect(host.errors).toEqual([]);
  });

  it('puts the line of an experiment into a section Log, which it makes', async () => {
    await open();
    await start('ablation');
    await work(60);
    await session({ stop: 'true' });
    expect(host.read('Experiments/ablation.md')).toBe(
      `${FILES['Experiments/ablation.md']}\n## Log\n\n- 2026-11-05 [min:: 60] [deep:: 1]\n`,
    );
  });
});

describe('nothing is counted that was not worked', () => {
  it('not sleep: the gap is deducted, shown, and can be counted', async () => {
    await open();
    await start();
    await work(71);
    await host.clock.jump('2026-11-05T10:48:00');
    await work(64);
    expect(await session({ status: 'true' })).toMatchObject({ minutes: 135, deducted: 27 });
  });

  it('not the time in which the app was closed', async () => {
    await open();
    await start();
    await work(60);
    host = await host.restart({ now: '2026-11-05T18:00:00' });
    await work(30);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'interrupted', minutes: 60, deducted: 0 });
  });

  it('not what comes after hours away, though the app stayed open', async () => {
    await open();
    await start();
    await work(60);
    await host.clock.jump('2026-11-06T08:00:00');
    await work(60);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'interrupted', minutes: 60 });
  });

  it('not beyond twelve hours, where it is left running', async () => {
    await open();
    await start();
    await work(13 * 60);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'interrupted', minutes: 720 });
  });

  it('not twice, where two windows of the vault stamp it', async () => {
    await open();
    await start();
    const other = await openHost({ now: '2026-11-05T09:10:30', language: 'en', files: FILES });
    other.app.loadLocalStorage = (key) => host.app.loadLocalStorage(key) as unknown;
    other.app.saveLocalStorage = (key, value) => {
      host.app.saveLocalStorage(key, value);
    };
    await other.loadPlugin();
    for (let minute = 0; minute < 30; minute++) {
      await work(1);
      await other.clock.advance(MINUTE);
    }
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 30 });
    await session({ stop: 'true' });
    expect(await other.cli('research-handbook:session', { format: 'json', status: 'true' })).toContain(
      '"state":"none"',
    );
    await other.close();
  });

  it('not by a clock that is set, nor by another zone', async () => {
    await open();
    await start();
    await work(30);
    await host.clock.jump('2026-11-05T08:10:00'); // an hour and a half back
    host.window.dispatchEvent(new host.window.Event('focus')); // the app's own timer would fire, but the clock of tests stands still
    await work(30);
    await host.clock.jump('2026-11-05T08:43:00'); // three minutes on
    await work(30);
    expect(await session({ status: 'true' })).toMatchObject({ minutes: 90, deducted: 0 });
  });
});

describe('nothing is lost that was worked', () => {
  it('not with the window hidden: a paper may be read elsewhere', async () => {
    await open();
    await start();
    host.setVisible(false);
    await work(90);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 90, deducted: 0 });
  });

  it('not by a restart, after which it goes on', async () => {
    await open();
    await start();
    await work(60);
    host = await host.restart({ now: '2026-11-05T10:12:00' });
    await work(58);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 120, deducted: 0 });
  });

  it('not where storage is cleared while it runs, which is said', async () => {
    await open();
    await start();
    await work(60);
    host.window.localStorage.clear();
    await work(1);
    expect(host.notices().join()).toContain('storage is full or was cleared');
    await work(59);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 120 });
  });

  it('not where the device has no room', async () => {
    await open();
    await start();
    const { app } = host;
    const save = app.saveLocalStorage.bind(app);
    app.saveLocalStorage = () => {
      throw new Error('QuotaExceededError');
    };
    await work(1);
    expect(host.notices().join()).toContain('storage is full or was cleared');
    await work(59);
    app.saveLocalStorage = save;
    expect(await session({ stop: 'true' })).toMatchObject({ state: 'stopped', minutes: 60 });
  });

  it('not where the note is renamed meanwhile', async () => {
    await open();
    await start('ablation');
    await work(30);
    const file = host.app.vault.getFileByPath('Experiments/ablation.md');
    await host.run(() => host.app.vault.rename(file!, 'Experiments/mask.md'));
    await session({ stop: 'true' });
    expect(host.read('Experiments/mask.md')).toContain('[min:: 30] [deep:: 1]');
  });

  it.each([
    ['cannot be written', { failWrite: 1 }],
    ['is read-only', { readOnly: ['Sources'] }],
  ])('not where the note %s', async (_why, faults) => {
    await open();
    await start();
    await work(30);
    host.faults.plan(faults);
    expect(await session({ stop: 'true' })).toMatchObject({ ok: false });
    host.faults.plan({});
    await work(5);
    expect(await session({ stop: 'true' })).toMatchObject({ state: 'stopped', minutes: 35 });
    expect(host.read('Sources/mae.md').match(/deep/g)).toHaveLength(1);
  });

  it('not where the note is gone: the session stays, and says so', async () => {
    await open();
    await start();
    await work(30);
    await host.external.remove('Sources/mae.md');
    expect(await session({ stop: 'true' })).toMatchObject({ ok: false });
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 30 });
  });

  it.each([0, 1])('stopped after write %d the lines are there once, or the session is', async (stopAfterWrite) => {
    await open({ now: '2026-11-05T23:30:00' });
    await start();
    await work(60);
    host.faults.plan({ stopAfterWrite: 1 });
    if (stopAfterWrite === 0) await host.run(() => host.app.vault.create('other.md', '')); // that is the first
    void host.cli('research-handbook:session', { stop: 'true' }).catch(() => undefined);
    await host.settle();
    host = await host.restart({ now: '2026-11-06T09:00:00' });
    await host.settle();
    const isWritten = host.read('Sources/mae.md').includes('deep');
    const { state } = await session({ status: 'true' });
    expect(state).toBe(isWritten ? 'none' : 'interrupted');
    if (!isWritten) await session({ stop: 'true' });
    expect(host.read('Sources/mae.md').match(/- 2026.*deep.*/g)).toEqual([
      '- 2026-11-05 [min:: 30] [deep:: 1]',
      '- 2026-11-06 [min:: 30] [deep:: 1]',
    ]);
  });

  it('each of two devices has its own, and both lines stay', async () => {
    const devices = await openDevices({ plugin: true, now: '2026-11-05T09:10:00', language: 'en', files: FILES });
    const tell = (device: Host, params: Record<string, string>): Promise<string> =>
      device.cli('research-handbook:session', { format: 'json', ...params });
    const { a, b } = devices;
    await tell(a, { start: 'true', source: 'mae' });
    expect(await tell(b, { status: 'true' })).toContain('"state":"none"');
    await tell(b, { start: 'true', source: 'mae' });
    await a.clock.advance(30 * MINUTE);
    await b.clock.advance(50 * MINUTE);
    await tell(a, { stop: 'true' });
    await devices.sync('a');
    await tell(b, { stop: 'true' });
    await devices.sync('b');
    const text = a.read('Sources/mae.md');
    expect(text).toContain('[min:: 30] [deep:: 1]');
    expect(text).toContain('[min:: 50] [deep:: 1]');
    host = a;
    await b.close();
  });
});

describe('the command line refuses', () => {
  it.each([
    [{}, 'Give “start source=…”'],
    [{ start: 'true', stop: 'true' }, 'Give “start source=…”'],
    [{ start: 'true' }, 'Give “start source=…”'],
    [{ start: 'true', source: 'nothing' }, 'there is no source “nothing”'],
    [{ stop: 'true' }, 'No deep work is under way'],
    [{ stop: 'true', source: 'mae' }, 'Give “start source=…”'],
    [{ status: 'true', note: 'x' }, 'Give “start source=…”'],
  ])('%j', async (params, error) => {
    await open();
    const answer = await session(params);
    expect(answer['ok']).toBe(false);
    expect(answer['error']).toContain(error);
    expect(host.faults.writes).toEqual([]);
  });

  it('a second session, and words that would be read as a field', async () => {
    await open();
    await start();
    await work(2);
    expect(await session({ start: 'true', source: 'resnet' })).toMatchObject({ ok: false });
    expect(await session({ stop: 'true', note: '[min:: 5]' })).toMatchObject({ ok: false });
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', path: 'Sources/mae.md', minutes: 2 });
  });
});

describe('the commands', () => {
  const command = (id: string): Promise<unknown> => host.command(`research-handbook:${id}`);

  it('offer the open note first, then what is being read, ideas and experiments', async () => {
    await open();
    await host.open('Sources/resnet.md');
    await command('start-session');
    await host.settle();
    expect(host.$$('.suggestion-item').map((el) => el.textContent)).toEqual([
      'Deep Residual Learning · resnet',
      'Masked Autoencoders · mae',
      'ablation',
    ]);
    await host.press('Enter');
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', path: 'Sources/resnet.md' });
  });

  it('stop by a form: minutes, gaps, words, privacy; Enter logs', async () => {
    await open();
    await start();
    await work(71);
    await host.clock.jump('2026-11-05T10:48:00');
    await work(64);
    await command('stop-session');
    expect(host.text('.rh-preview code')).toBe('- 2026-11-05 [min:: 135] [deep:: 1]');
    expect(host.text('.rh-switch')).toContain('10:21 to 10:48: no sign of work, 27 min not counted');
    await host.click('.rh-switch .checkbox-container');
    expect(host.text('.rh-preview code')).toBe('- 2026-11-05 [min:: 162] [deep:: 1]');
    await host.fill('#rh-session-minutes', '2h30m');
    await host.fill('#rh-session-note', 'proofs');
    await host.click('.rh-switch:nth-last-of-type(1) .checkbox-container');
    host.$('#rh-session-note').focus();
    await host.press('Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(`${MAE}- 2026-11-05 proofs [min:: 150] [deep:: 1] [private:: true]\n`);
    expect(host.$$('.modal')).toEqual([]);
  });

  it('leave it running where the form is left', async () => {
    await open();
    await start();
    await work(10);
    await command('stop-session');
    await work(10);
    await host.press('Escape');
    await work(10);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 30, deducted: 0 });
    expect(host.faults.writes).toEqual([]);
  });

  it('say what is wrong beside the field, and write nothing with 0 minutes', async () => {
    await open();
    await start();
    await work(10);
    await command('stop-session');
    await host.fill('#rh-session-minutes', 'long');
    expect(host.$<HTMLButtonElement>('.mod-cta').disabled).toBe(true);
    expect(host.text('.rh-field [role=alert]')).not.toBe('');
    await host.fill('#rh-session-minutes', '0');
    await host.press('Mod+Enter');
    await host.settle();
    expect(await session({ status: 'true' })).toMatchObject({ state: 'none' });
    expect(host.faults.writes).toEqual([]);
  });

  it('say so where there is nothing to stop, or to start on', async () => {
    await open({ files: {} });
    await command('stop-session');
    await command('start-session');
    await host.settle();
    expect(host.notices()).toEqual(['No deep work is under way.', expect.stringContaining('no source yet')]);
  });
});

describe('the status bar', () => {
  it('shows what runs, and leads to the form', async () => {
    await open();
    expect(host.$$('.rh-deep-bar')).toEqual([]);
    await start();
    await work(135);
    expect(host.text('.rh-deep-bar')).toBe('Deep work 2 h 15 min');
    await host.click('.rh-deep-bar');
    expect(host.$$('.modal')).toHaveLength(1);
    await session({ stop: 'true' });
    expect(host.$$('.rh-deep-bar')).toEqual([]);
  });

  it('has none on a phone', async () => {
    await open({ mobile: true });
    await start();
    expect(host.$$('.rh-deep-bar')).toEqual([]);
  });

  it('leaves nothing behind at unload, not a second either', async () => {
    await open();
    await start();
    await host.clock.advance(90_000);
    await host.unload();
    expect(host.leftovers().elements).toEqual([]);
    expect(host.clock.timers()).toBe(0);
    expect(JSON.stringify(host.device)).toContain('mae.md');
  });
});

describe('home', () => {
  const home = (): Promise<unknown> => host.command('research-handbook:open-home-view');
  const section = (): HTMLElement => host.$('[data-section="deep-work"]');

  it('has nothing of it for those who never began any', async () => {
    await open();
    await home();
    await host.settle();
    expect(section().className).toContain('is-absent');
    expect(section().textContent).toBe('');
  });

  it('shows the ring, what runs, and the gaps, which can be counted', async () => {
    await open();
    await start('ablation');
    await work(71);
    await host.clock.jump('2026-11-05T10:48:00');
    await work(64);
    await home();
    await host.settle();
    expect(host.$('.rh-session .rh-ring').getAttribute('aria-valuenow')).toBe('56');
    expect(section().textContent).toContain('2h15');
    expect(section().textContent).toContain('the goal is 4 hablation');
    expect(host.text('.rh-session')).toContain('09:1011:5210:21 to 10:48: no sign of work, 27 min not counted');
    await host.click('.rh-session button.rh-plain');
    expect(host.$$('.rh-session button.rh-plain')).toEqual([]);
    expect(await session({ status: 'true' })).toMatchObject({ minutes: 162, deducted: 0 });
    await session({ stop: 'true' });
    await host.settle();
    expect(host.$('.rh-session .rh-ring').getAttribute('aria-valuenow')).toBe('67');
    expect(host.text('.rh-session button')).toBe('Start deep work');
    expect(host.errors).toEqual([]);
  });

  it('after a crash offers to log it, to change it, or to discard it', async () => {
    await open({ now: '2026-11-04T14:05:00' });
    await start();
    await work(135);
    host = await host.restart({ now: '2026-11-05T09:00:00' });
    await home();
    await host.settle();
    expect(section().textContent).toContain('Deep work that began 4 Nov 14:05 was not stopped');
    expect(host.$$('.rh-say button').map((el) => el.textContent)).toEqual(['Log 2 h 15 min', 'Change', 'Discard']);
    await host.click('.rh-say button');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(`${MAE}- 2026-11-04 [min:: 135] [deep:: 1]\n`);
    expect(host.$$('.rh-say')).toEqual([]);
  });

  it('asks before it discards', async () => {
    await open();
    await start();
    await work(135);
    host = await host.restart({ now: '2026-11-05T18:00:00' });
    await home();
    await host.settle();
    await host.click('.rh-say button:nth-child(3)');
    expect(host.text('.modal-content')).toBe('Deep work 2 h 15 min');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(await session({ status: 'true' })).toMatchObject({ state: 'none' });
    expect(host.faults.writes).toEqual([]);
  });

  it('lets what was read elsewhere on a phone, which closed the app, be counted at the end', async () => {
    await open({ mobile: true });
    await start();
    await work(20);
    host = await host.restart({ now: '2026-11-05T10:30:00' });
    await host.command('research-handbook:stop-session');
    expect(host.text('.rh-switch')).toContain('09:30 to 10:30: no sign of work, 1 h not counted');
    await host.click('.rh-switch .checkbox-container');
    expect(host.text('.rh-preview code')).toBe('- 2026-11-05 [min:: 80] [deep:: 1]');
  });

  it.each([
    [0, null],
    [120, '112'],
  ])('with a goal of %d minutes has the ring %s', async (deepGoalMinutes, percent) => {
    await open({ data: { deepGoalMinutes } });
    await start();
    await work(135);
    await home();
    await host.settle();
    expect(host.text('.rh-session .rh-ring')).toBe(percent === null ? null : `${percent}%`);
  });
});

describe('the heatmap', () => {
  it('shows deep work alone by `metric: deep`, that of experiments too', async () => {
    const files = {
      ...FILES,
      'Sources/mae.md': `${MAE}- 2026-11-02 [min:: 50] [deep:: 1]\n- 2026-11-02 [min:: 30]\n`,
      'Experiments/ablation.md': `${FILES['Experiments/ablation.md']}\n## Log\n\n- 2026-11-02 [min:: 70] [deep:: 1]\n- 2026-11-03 [min:: 20]\n`,
      'a.md': '```calendar-heatmap\nmetric: deep\n```\n\n```calendar-heatmap\n```\n',
    };
    await open({ files });
    await host.open('a.md', 'preview');
    await host.settle();
    const days = (date: string): string[] =>
      host.$$(`[data-date="${date}"]`).map((el) => `${String(el.dataset['level'])} ${String(el.dataset['state'])}`);
    expect(days('2026-11-02')).toEqual(['3 value', '3 value']); // 120 minutes of deep work; 80 read
    expect(days('2026-11-03')).toEqual(['0 none', '0 zero']);
    expect(host.$$('.rh-stats').map((el) => el.textContent)).toEqual([
      expect.stringContaining('2 h in 12 months'),
      expect.stringContaining('1 h 20 min in 12 months'),
    ]);
  });
});

describe('past midnight', () => {
  it('is a line a day; what is typed more or less is the last day’s', async () => {
    await open({ now: '2026-11-05T23:10:00' });
    await start();
    await work(135);
    await host.command('research-handbook:stop-session');
    const lines = (): string[] => (host.text('.rh-preview code') ?? '').split('\n');
    expect(lines()).toEqual(['- 2026-11-05 [min:: 50] [deep:: 1]', '- 2026-11-06 [min:: 85] [deep:: 1]']);
    await host.fill('#rh-session-minutes', '40');
    expect(lines()).toEqual(['- 2026-11-05 [min:: 40] [deep:: 1]']);
    await host.fill('#rh-session-minutes', '2h');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toBe(
      `${MAE}- 2026-11-05 [min:: 50] [deep:: 1]\n- 2026-11-06 [min:: 70] [deep:: 1]\n`,
    );
  });
});
