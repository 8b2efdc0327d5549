import { afterEach, describe, expect, it } from 'vitest';
import { type Devices, type Host, type HostOptions, openDevices, openHost } from '../../host/node';
import { DAY, handedIn, REPORT, STUDENT } from './vault';

let host: Host;
let devices: Devices | null = null;
afterEach(async () => {
  if (devices !== null) await devices.close();
  else await host.close();
  devices = null;
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: STUDENT, ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (flags: Record<string, string> = {}, on = host): Promise<Answer> =>
  JSON.parse(await on.cli('research-handbook:handin', { format: 'json', member: 'lilei', ...flags })) as Answer;
const PATH = 'Group/lilei/2026-W32.md';
const WRITTEN = { ok: true, path: PATH, written: true, private: 3 };
const edited = REPORT.replace('- Batch', '- Still, batch');
const bytes = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));

describe(':handin', () => {
  it('writes what others may see, with the sources that it links to, and no word that is private', async () => {
    await open();
    expect(await cli()).toEqual(WRITTEN);
    const text = host.read(PATH);
    expect(text).toMatch(
      /^---\ntype: handed-in\nmember: lilei\nweek: 2026-W32\nhanded-in: 2026-08-06\nsources:\n {2}- arxiv:1512\.03385\n {2}- doi:10\.1109\/cvpr52688\.2022\.01553\n/,
    );
    expect(text).toContain('- Residual learning again, see …\n');
    expect(text).not.toMatch(/canary|secret/);
    const { [PATH]: _written, ...others } = await bytes();
    expect(others).toEqual(STUDENT);
  });

  it('changes nothing where nothing is new, replaces its own, and says what it would do', async () => {
    await open();
    expect(await cli({ 'dry-run': 'true' })).toEqual({ ...WRITTEN, written: false });
    expect(host.faults.writes).toEqual([]);
    await cli();
    expect(await cli()).toEqual({ ...WRITTEN, written: false });
    await host.external.write('Weekly/2026-W32.md', edited);
    expect(await cli()).toEqual(WRITTEN);
    expect(host.read(PATH)).toContain('Still, batch');
    const said = await host.cli('research-handbook:handin', { member: 'lilei', 'dry-run': 'true' });
    expect(said).toContain('3 private lines stay with you.');
  });

  it.each([
    ['changed by the advisor', (text: string) => text.replace('- Batch', '- (see me) Batch'), /changed by somebody/],
    ['another’s', () => handedIn({ member: 'hanmei' }), /is not your hand-in/],
    ['a note of the student’s', () => '# Mine\n', /is not your hand-in/],
    ['left with an open merge', (text: string) => `<<<<<<< HEAD\n${text}`, /is not your hand-in/],
  ])('leaves alone what is %s', async (_what, change, error) => {
    await open();
    await cli();
    const there = change(host.read(PATH));
    await host.external.write(PATH, there);
    await host.external.write('Weekly/2026-W32.md', edited);
    for (const flags of [{}, { 'dry-run': 'true' }, { recall: 'true' }]) {
      expect(await cli(flags)).toMatchObject({ ok: false, error: expect.stringMatching(error) as string });
    }
    expect(host.read(PATH)).toBe(there);
  });

  it('looks again inside the write: the file may change between reading and writing', async () => {
    await open();
    await cli();
    await host.external.write('Weekly/2026-W32.md', edited);
    const theirs = `${host.read(PATH)}\nSeen.\n`;
    host.faults.plan({ changeAfterRead: { path: PATH, text: theirs } });
    expect(await cli()).toMatchObject({ ok: false });
    expect(host.read(PATH)).toBe(theirs);
  });

  it('is taken back while nobody has changed it', async () => {
    await open();
    await cli();
    expect(await cli({ recall: 'true', 'dry-run': 'true' })).toMatchObject({ written: false, path: PATH });
    expect(await cli({ recall: 'true' })).toEqual(WRITTEN);
    expect(await host.paths()).not.toContain(PATH);
    expect(await cli({ recall: 'true' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('nothing was handed in') as string,
    });
  });

  it('names what is wrong, and writes nothing', async () => {
    await open({
      files: {
        ...STUDENT,
        'Weekly/2026-W31.md': REPORT.replaceAll('W32', 'W31').replace("author: ''", 'private: true'),
      },
    });
    const error = async (flags: Record<string, string>): Promise<unknown> => (await cli(flags))['error'];
    expect(await error({ week: '2026-W99' })).toContain('2026-W99');
    expect(await error({ week: '2026-W20' })).toBe('There is no report of 2026-W20 yet.');
    expect(await error({ week: '2026-W31' })).toContain('is private');
    expect(await error({ member: 'a/b' })).toContain('member=a/b');
    expect(await error({ member: ' ' })).toContain('member=');
    expect(await error({ to: '../out' })).toContain('../out');
    expect(JSON.parse(await host.cli('research-handbook:handin', { format: 'json' }))).toMatchObject({ ok: false });
    expect(host.faults.writes).toEqual([]);
  });

  it('says which file could not be written, and has the old one or the new one whatever write is the last', async () => {
    await open();
    host.faults.plan({ readOnly: ['Group'] });
    expect(await cli()).toMatchObject({ ok: false, error: expect.stringContaining(PATH) as string });
    host.faults.plan({});
    await cli();
    await host.external.write('Weekly/2026-W32.md', edited);
    const before = await bytes();
    host.faults.plan({ failWrite: 1 });
    expect(await cli()).toMatchObject({ ok: false });
    expect(await bytes()).toEqual(before);
    host.faults.plan({});
    expect(await cli()).toEqual(WRITTEN);
  });

  it('goes on with what the other device of the same student handed in', async () => {
    devices = await openDevices({ plugin: true, now: DAY, language: 'en', files: STUDENT });
    const { a, b } = devices;
    expect(await cli({}, a)).toEqual(WRITTEN);
    await devices.sync();
    await b.external.write('Weekly/2026-W32.md', edited);
    expect(await cli({}, b)).toEqual(WRITTEN);
    await devices.sync();
    expect(a.read(PATH)).toBe(b.read(PATH));
    expect(a.read(PATH)).toContain('Still, batch');
  });
});

describe('the command', () => {
  const COMMAND = 'research-handbook:hand-in-report';
  const submit = (): HTMLButtonElement => {
    const found = host.$$('.modal .mod-cta').at(-1);
    if (found === undefined) throw new Error('no button');
    return found as HTMLButtonElement;
  };
  const text = (): string =>
    host
      .$$('.modal')
      .map((one) => one.textContent)
      .join('\n');
  const type = async (value: string): Promise<void> => {
    const input = host.$$('.modal .rh-more input')[0] as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    await host.settle();
  };
  const TABLE = '| id | name |\n|-|-|\n| hanmei | Han Meimei |\n';

  it('shows the very text, asks once who the student is, and marks the report as sent where they say so', async () => {
    await open({
      files: {
        ...STUDENT,
        'Group/members.md': TABLE,
        'Group/wang/2026-W30.md': handedIn({ member: 'wang', week: '2026-W30' }),
      },
    });
    await host.command(COMMAND);
    await host.settle();
    expect(text()).toContain('3 private lines stay with you');
    expect(text()).not.toMatch(/canary|secret/);
    expect(submit().disabled).toBe(true);
    await type('a:b');
    expect(host.$$('.modal .rh-hint[role=alert]').at(-1)?.textContent).toContain('cannot have this name');
    await type('wang');
    expect(text()).toContain('wang has handed in before, last for 2026-W30.');
    await type('lilei');
    expect(host.$$('.modal .rh-preview code').at(-1)?.textContent).toBe(PATH);
    expect(text()).toContain('Everybody who shares Group/ can read it.');
    const shown = host.$$('.modal .rh-sheet > :not(.rh-gone)').map((line) => line.textContent);
    await host.click('.modal .rh-hand-row button');
    await host.settle();
    expect(host.read('Group/members.md')).toBe(`${TABLE}| lilei | lilei |\n`);
    submit().click();
    await host.settle();
    const body = host.read(PATH).split('---\n').slice(2).join('---\n');
    expect(shown).toEqual(
      body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => line.replace(/^#+ /, '')),
    );
    const asked = host.text('.modal');
    for (const said of [`Handed in: ${PATH}`, 'Everybody who shares Group/ can read it.', 'To take it back, run']) {
      expect(asked).toContain(said);
    }
    expect(asked).not.toContain('copy');
    submit().click(); // marks it as sent
    await host.settle();
    expect(host.read('Weekly/2026-W32.md')).toBe(REPORT.replace('status: draft', 'status: sent'));
    await host.command(COMMAND);
    await host.settle();
    expect(text()).toContain('You: lilei');
    expect(text()).toContain('Handed in already, word for word');
    expect(submit().disabled).toBe(true);
    await type('hanmei');
    expect(text()).toContain('What you handed in before stays in lilei/.');
    await type('lilei');
    host
      .$$('.modal button')
      .find((one) => one.textContent === 'Take back')
      ?.click();
    await host.settle();
    expect(await host.paths()).not.toContain(PATH);
  });

  it('says that there is no report yet', async () => {
    await open({ files: {} });
    await host.command(COMMAND);
    expect(host.notices().join()).toContain('There is no report of 2026-W32 yet.');
  });

  it('gives the same text to the clipboard, or to the system’s sheet where there is one', async () => {
    const given: unknown[] = [];
    let isChosen = false;
    await open();
    Object.assign(host.window.navigator, {
      share: (what: unknown) => {
        given.push(what);
        return isChosen ? Promise.resolve() : Promise.reject(new Error('closed'));
      },
    });
    await host.command(COMMAND);
    await host.settle();
    const shown = host.$$('.modal .rh-sheet > :not(.rh-gone)').map((line) => line.textContent);
    (host.$$('.modal input[value=share]')[0] as HTMLInputElement).click();
    submit().click();
    await host.settle();
    expect(host.$$('.modal')).toHaveLength(1); // nobody was chosen: nothing has happened
    isChosen = true;
    submit().click();
    await host.settle();
    expect(given).toHaveLength(2);
    const { text: words } = given[1] as { readonly text: string };
    expect(words).not.toMatch(/canary|secret/);
    for (const line of shown) expect(words).toContain(line);
    expect(text()).toContain('sent');
    expect(host.faults.writes).toEqual([]);
  });
});

it('whatever write was the last before the app died, the same steps again end in the same vault', async () => {
  const answer = '---\ntype: feedback\nmember: lilei\nweek: 2026-W32\n---\n\n- Try half the batch\n';
  const steps = async (): Promise<void> => {
    await cli();
    await host.external.write(
      'Weekly/2026-W32.md',
      host.read('Weekly/2026-W32.md').replace('- Batch', '- Still, batch'),
    );
    await cli();
    await host.cli('research-handbook:feedback', { week: '2026-W32' });
    await cli();
  };
  const files = { ...STUDENT, 'Group/lilei/2026-W32.feedback.md': answer };
  const localStorage = { 'group-member': 'lilei' };
  await open({ files, localStorage });
  await steps();
  const whole = await bytes();
  const writes = host.faults.writes.length;
  expect(writes).toBeGreaterThanOrEqual(4);
  expect(whole[PATH]).toContain('Still, batch');
  expect(whole['Weekly/2026-W32.md']).toContain('- [ ] Try half the batch');
  await host.close();
  for (let stopAfterWrite = 0; stopAfterWrite < writes; stopAfterWrite++) {
    await open({ files, localStorage, faults: { stopAfterWrite } });
    await steps().catch(() => undefined);
    const left = await bytes();
    await host.close();
    await open({ files: left, localStorage });
    await steps();
    expect([stopAfterWrite, await bytes()]).toEqual([stopAfterWrite, whole]);
    await host.close();
  }
  await open();
});
