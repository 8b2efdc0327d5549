import { afterEach, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { stopped } from '../handbook/versions';
import { DAY, FILES } from './vault';

let host: Host;
afterEach(async () => {
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: FILES, ...options });
}

const field = (name: string): HTMLInputElement => host.$(`.modal #rh-session-${name}`) as unknown as HTMLInputElement;
const values = (): string[] => ['source', 'date', 'people', 'next'].map((name) => field(name).value);
const fill = (name: string, value: string): void => {
  field(name).value = value;
  field(name).dispatchEvent(new host.window.Event('input', { bubbles: true }));
};
const run = async (from: string): Promise<void> => {
  await host.open(from);
  await host.command('research-handbook:new-reading-group');
  await host.settle();
};
const submit = async (): Promise<void> => {
  await host.click('.modal .mod-cta');
  await host.settle();
};
const PATH = 'Reading group/2026-11-12 ddpm.md';
const NOTE = `---
type: reading-group
source: "[[ddpm]]"
date: 2026-11-12
next: 2026-11-19
---

# 2026-11-12 ddpm

[[ddpm|Denoising Diffusion Probabilistic Models]] · next on 2026-11-19

\`\`\`research-marks
keywords: [ASK]
folder: ${PATH}
\`\`\`

## Li Lei

## Ana
`;

it('makes a note with a section a person', async () => {
  await open();
  await run('Sources/ddpm.md');
  expect(values()).toEqual(['Denoising Diffusion Probabilistic Models', '2026-11-12', '', '']);
  fill('people', 'Li Lei\nAna, Li Lei');
  fill('next', '2026/11/19');
  expect(host.faults.writes).toEqual([]);
  await submit();
  expect(host.read(PATH)).toBe(NOTE);
});

it('completes the note of the same source and day, wherever it lies, and changes nothing that stands there', async () => {
  const text = NOTE.replace('## Ana\n', '## Ana\n\nASK: why drop the weights?  \n\n  - [x] kept\t\n');
  const path = 'Elsewhere/Session.md';
  await open({ files: { ...FILES, [path]: text } });
  await run(path);
  expect(values()).toEqual(['Denoising Diffusion Probabilistic Models', '2026-11-12', 'Li Lei\nAna', '2026-11-19']);
  fill('people', 'ana\nLi Lei\nHan Meimei');
  await submit();
  expect(host.read(path)).toBe(`${text}\n## Han Meimei\n`);
  await run(path);
  await submit();
  expect(host.read(path)).toBe(`${text}\n## Han Meimei\n`);
  expect(host.exists(PATH)).toBe(false);
});

it('says what is wrong beside its field, and writes nothing', async () => {
  await open();
  await run('free.md');
  fill('source', 'nothing like it');
  fill('date', '2026-02-30');
  fill('next', 'soon');
  await submit();
  const said = host.$$('.modal [role=alert]').map((one) => one.textContent);
  expect(said).toEqual([
    'There is no source “nothing like it”',
    'Write the day like 2026-08-04, or “yesterday”',
    'Write the day like 2026-08-04, or “yesterday”',
  ]);
  expect(host.faults.writes).toEqual([]);
});

it('leaves a note alone whose sections would not count, and says so', async () => {
  const text = `${NOTE}\n\`\`\`\nnever closed\n`;
  await open({ files: { ...FILES, [PATH]: text } });
  await run(PATH);
  fill('people', 'Ben');
  await submit();
  expect(host.read(PATH)).toBe(text);
  expect(host.notices().join()).toContain('was never closed');
});

it('says of a folder that cannot be written to, and keeps the form', async () => {
  await open();
  host.faults.plan({ readOnly: ['Reading group'] });
  await run('Sources/ddpm.md');
  await submit();
  expect(host.notices().join()).toContain(PATH);
  expect(host.exists(PATH)).toBe(false);
  expect(field('date').value).toBe('2026-11-12');
});

it.each([1, 2])('makes one whole note, though the app died after write %i of the first try', async (n) => {
  await open();
  await run('Sources/ddpm.md');
  host.faults.plan({ stopAfterWrite: n });
  await stopped(host, submit());
  const files = Object.fromEntries((await host.paths()).map((at) => [at, host.read(at)]));
  await host.close();
  await open({ files });
  await run('Sources/ddpm.md');
  fill('people', 'Ana');
  await submit();
  const made = (await host.paths()).filter((at) => at.startsWith('Reading group/'));
  expect([made, host.read(PATH).endsWith('```\n\n## Ana\n')]).toEqual([[PATH], true]);
});

it('does not put a second session over a note that is there', async () => {
  await open({ files: { ...FILES, [PATH]: 'mine' } });
  await run('Sources/ddpm.md');
  await submit();
  expect(host.read(PATH)).toBe('mine');
  expect(host.read(PATH.replace('.md', ' (2).md'))).toContain('folder: Reading group/2026-11-12 ddpm (2).md');
});

it('opens the log form for who presents, once the session has been', async () => {
  await open();
  await run('Sources/ddpm.md');
  await host.click('.modal .checkbox-container');
  await submit();
  expect(host.$('.modal .modal-title')?.textContent).toBe('Log reading');
  await submit();
  expect(host.read('Sources/ddpm.md')).toContain('- 2026-11-12 Presented: [[2026-11-12 ddpm]]');
});

it('logs nothing of a session to come', async () => {
  await open();
  await run('Sources/ddpm.md');
  fill('date', '2026-11-26');
  await host.click('.modal .checkbox-container');
  await submit();
  expect(host.$$('.modal')).toEqual([]);
  expect(host.exists('Reading group/2026-11-26 ddpm.md')).toBe(true);
});
