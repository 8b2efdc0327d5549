import { afterEach, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';

let v: OpenPage;
afterEach(async () => {
  await v.close();
});

const NOW = '2026-08-06T09:00:00'; // Thursday of 2026-W32
const IDEA = 'Ideas/Attention picks the mask.md';
const PAPER = 'Sources/Masked Autoencoders.md';
const EXPERIMENT = 'Experiments/Mask by attention.md';
const REPORT = 'Weekly/2026-W32.md';

/** Types what a form asks for, one field after the other, as the keyboard does. */
async function fill(...fields: readonly string[]): Promise<void> {
  const { page } = v;
  const form = page.locator('.modal').last();
  await form.waitFor();
  for (const [at, text] of fields.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    if (text !== '') await page.keyboard.insertText(text); // else what stands there stays
  }
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await v.settle();
}

const written = (path: string, text: string): Promise<void> => expect.poll(() => v.read(path)).toContain(text);

it('an idea leads to a paper, to deep work, to an experiment, and all of it to the report', async () => {
  v = await openPage({
    plugin: true,
    now: NOW,
    timezone: 'Asia/Shanghai',
    language: 'en',
    data: { contentLanguage: 'en' },
  });
  const { page } = v;

  // An idea comes up.
  await v.command('research-handbook:new-idea');
  await fill(
    'Attention picks the mask',
    'The encoder’s own attention can choose what to mask.',
    '100 images, one epoch',
  );
  await written(IDEA, 'The encoder’s own attention can choose what to mask.');
  expect(JSON.parse(await v.cli('research-handbook:idea', { path: IDEA, format: 'json' }))).toMatchObject({
    ok: true,
    status: 'seed',
  });

  // The nearest paper is taken in, and read for an hour without looking at the clock.
  await v.command('research-handbook:add-source');
  await fill('Masked Autoencoders');
  await expect.poll(() => v.paths()).toContain(PAPER);
  await v.command('research-handbook:start-session');
  await page.locator('.prompt').waitFor();
  await page.keyboard.type('Masked');
  await page.keyboard.press('Enter');
  await page.clock.runFor(61 * 60_000);
  await v.command('research-handbook:stop-session');
  await fill('section 3: why 75%');
  await written(PAPER, '- 2026-08-06 section 3: why 75% [min:: 61] [deep:: 1]');

  // Now a part of the idea has support, and the gate says so.
  const row = '| attention | chooses the patches | [[Masked Autoencoders]], section 3 |';
  const note = v.read(IDEA);
  const table = /\n\| Part \|.*\n\|[ -|]*\n/.exec(note)?.[0] ?? '';
  expect(table).not.toBe('');
  await v.external.write(IDEA, note.replace(table, `${table}${row}\n`));
  await v.settle();
  const { open } = JSON.parse(await v.cli('research-handbook:idea', { path: IDEA, format: 'json' })) as {
    open: { section: string }[];
  };
  expect(open.map(({ section }) => section)).not.toContain('Parts and support');

  // It is tested, and a script files what came of it.
  await v.open(IDEA, 'preview');
  await v.command('research-handbook:new-experiment');
  await page.locator('.modal').waitFor();
  await fill('Mask by attention', '', 'Top-1 rises by a point; else refuted');
  await written(EXPERIMENT, 'Top-1 rises by a point; else refuted');
  expect(v.read(EXPERIMENT)).toMatch(/^idea: "?'?\[\[Attention picks the mask\]\]'?"?$/m);
  for (const [ratio, top1] of [
    ['0.50', '64.2'],
    ['0.75', '68.4'],
  ]) {
    const params = { title: 'Mask by attention', note: `ratio ${ratio ?? ''}`, metric: `top1 ${top1 ?? ''}` };
    expect(await v.cli('research-handbook:experiment', { ...params, commit: '1a2b3c4' })).toContain(EXPERIMENT);
  }
  await v.open(EXPERIMENT, 'preview');
  await page.locator('.rh-runs .rh-best', { hasText: '68.4' }).waitFor();

  // In the evening the report has it all, and the idea comes to the advisor.
  await v.command('research-handbook:create-weekly-report');
  await written(REPORT, '[[Mask by attention]] · ');
  await v.open(IDEA, 'preview');
  await v.command('research-handbook:bring-idea');
  await page.locator('.modal', { hasText: 'Nearest work' }).waitFor();
  await page.keyboard.press('Enter');
  await written(REPORT, '- [[Attention picks the mask]]: The encoder’s own attention can choose what to mask.');
  const report = v.read(REPORT);
  expect(report).toContain('[[Masked Autoencoders]] · 1 session · 1 h 1 min');
  expect(report).toContain('section 3: why 75%');
  expect(report).toContain(
    '- [[Mask by attention]] · running · 2 runs · top1 best 68.4\n  - Missing: data looked at, baseline\n',
  );
  expect(report).toContain('  - Support: attention ([[Masked Autoencoders]], section 3)');
  expect(v.errors).toEqual([]);
}, 60_000);
