import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { runScript } from './shell';
import { DAY, EXPERIMENT, FILES, PATH } from './vault';

let host: Host;
afterEach(async () => {
  await host.settle(); // an open editor takes over what was written last
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: FILES, ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (flags: Record<string, string>, command = 'experiment'): Promise<Answer> =>
  JSON.parse(await host.cli(`research-handbook:${command}`, { format: 'json', ...flags })) as Answer;
const linesOf = (path: string): string[] =>
  host
    .read(path)
    .split('\n')
    .filter((line) => line.startsWith('- 2026-'));
const TITLE = 'MAE ablation';
const VIT = 'Experiments/ViT small.md';

describe(':experiment', () => {
  it('makes the experiment with its first run, and appends the next', async () => {
    await open({ files: {} });
    const run = { title: 'ViT small', repo: 'https://git.example/vit', config: 'a.yaml', commit: '1a2b3c4' };
    const line = '- 2026-08-06 seed 0 [metric:: top1 64.2] [metric:: loss 1e-4] [commit:: 1a2b3c4]';
    expect(await cli({ ...run, note: 'seed 0', metric: 'top1 64.2; loss 1e-4' })).toEqual({
      ok: true,
      ...{ path: VIT, created: true, line },
    });
    const text = host.read(VIT);
    expect(text).toContain('status: running\n');
    expect(text).toContain('repo: https://git.example/vit\ncommit: 1a2b3c4\nconfig: a.yaml\n');
    const next = '- 2026-08-06 seed 1 [metric:: top1 65] [commit:: 1a2b3c4] [config:: b.yaml]';
    expect(await cli({ ...run, note: 'seed 1', metric: 'top1 65', config: 'b.yaml', status: 'done' })).toEqual({
      ok: true,
      ...{ path: VIT, created: false, line: next },
    });
    expect(host.read(VIT)).toBe(`${text.replace('status: running', 'status: done').trimEnd()}\n${next}\n`);
    expect(host.faults.writes.filter(({ op }) => op === 'write')).toHaveLength(3);
  });

  it('makes a planned experiment a running one with its first run, unless the student has just said otherwise', async () => {
    const planned = EXPERIMENT.replace('status: running', 'status: planned');
    await open({ files: { [PATH]: planned } });
    const line = '- 2026-08-06 [metric:: top1 64]\n';
    await cli({ title: TITLE, metric: 'top1 64' });
    expect(host.read(PATH)).toBe(`${EXPERIMENT}${line}`);

    await host.close();
    await open({ files: { [PATH]: planned } });
    const over = planned.replace('status: planned', 'status: failed');
    host.faults.plan({ changeAfterRead: { path: PATH, text: over } });
    await cli({ title: TITLE, metric: 'top1 64' });
    expect(host.faults.changed).toEqual([PATH]);
    expect(host.read(PATH)).toBe(`${over}${line}`);
  });

  it('makes a note without a run, and notes a status that is said alone', async () => {
    await open({ files: {} });
    const bare = { ok: true, path: VIT, line: null };
    expect(await cli({ title: 'ViT small' })).toEqual({ ...bare, created: true });
    const before = host.read(VIT);
    expect(before).toContain('status: running\n');
    expect(await cli({ title: 'vit small' })).toEqual({ ...bare, created: false });
    expect(host.read(VIT)).toBe(before);
    const line = '- 2026-08-06 failed';
    expect(await cli({ title: 'ViT small', status: 'failed' })).toEqual({ ...bare, created: false, line });
    expect(host.read(VIT)).toBe(`${before.replace('status: running', 'status: failed').trimEnd()}\n\n${line}\n`);
  });

  const REFUSED = [
    ['metric', 'top1', 'Write a name and a number'],
    ['metric', 'top1 64,2', 'Write a name and a number'],
    ['metric', 'top1 64.2; loss', 'Write a name and a number'],
    ['metric', 'top1] 64.2', 'Write a name and a number'],
    ['commit', 'main', 'Write 7 to 40 digits'],
    ['commit', '1a2b3c4-dirty', 'Write 7 to 40 digits'],
    ['status', 'finished', 'planned, running, done, failed'],
    ['config', 'a].yaml', 'Leave out'],
    ['url', 'https://x.example/%%a', 'Leave out'],
    ['note', 'a [commit:: b]', 'Leave out'],
    ['note', 'a [min:: 5]', 'Leave out'],
  ] as const;
  it('refuses what is wrong, names the flag, and writes nothing', async () => {
    await open();
    for (const [flag, value, said] of REFUSED) {
      for (const title of [TITLE, 'Another']) {
        const { ok, error } = await cli({ title, metric: 'top1 70', commit: '1a2b3c4', [flag]: value });
        expect([ok, error]).toEqual([false, expect.stringContaining(`“${flag}”`)]);
        expect(error).toContain(said);
      }
    }
    expect(host.faults.writes).toEqual([]);
  });

  it('knows an experiment by path, name or title, never by half of it, and guesses between none', async () => {
    const titled = EXPERIMENT.replace('repo:', 'title: "lr: 1/4"\nrepo:');
    await open({
      files: { ...FILES, 'Old/MAE ablation.md': EXPERIMENT, 'x.md': titled, 'Experiments/MAE.md': '# Mine\n' },
    });
    const several = await cli({ title: TITLE, note: 'a' });
    expect(several['error']).toContain('Experiments/MAE ablation.md; Old/MAE ablation.md');
    const filed = async (title: string): Promise<unknown> => (await cli({ title, note: 'a' }))['path'];
    expect(await filed('Old/MAE ablation.md')).toBe('Old/MAE ablation.md');
    expect(await filed('LR: 1/4')).toBe('x.md');
    expect(await filed('MAE')).toBe('Experiments/MAE (2).md'); // a note of the student's is in the way
    expect(host.read('Experiments/MAE.md')).toBe('# Mine\n');
    expect(await filed('MAE')).toBe('Experiments/MAE (2).md');
    expect(await filed('lr*2')).toBe('Experiments/lr2.md');
    expect(await filed('lr2')).toBe('Experiments/lr2.md'); // its name; the title of the same note
    expect((await cli({ title: 'gone.md', note: 'a' }))['error']).toBe('gone.md is no longer there.');
  });

  it('says what could not be written, and where a line would not count', async () => {
    await open({ faults: { readOnly: ['Experiments'] } });
    for (const title of [TITLE, 'New one']) expect(await cli({ title, note: 'a' })).toMatchObject({ ok: false });
    expect(host.read(PATH)).toBe(EXPERIMENT);
    host.faults.plan({ readOnly: [] });
    const unclosed = EXPERIMENT.replace('## Log', '```\n## Log');
    await host.external.write(PATH, unclosed);
    expect((await cli({ title: TITLE, note: 'a', status: 'done' }))['error']).toContain('is not closed');
    expect(host.read(PATH)).toBe(unclosed);
  });

  const SCRIPT = (end: string): string => `
for i in 1 2 3 4 5 6 7 8 9 10; do
  obsidian research-handbook:experiment title="Ten runs" note="seed $i" metric="top1 6$i.5; loss 0.$i" commit=1a2b3c4 ${end}
done
wait`;
  const lineOf = (seed: number): string =>
    `- 2026-08-06 seed ${String(seed)} [metric:: top1 6${String(seed)}.5] [metric:: loss 0.${String(seed)}] [commit:: 1a2b3c4]`;
  const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(lineOf);

  it('files ten runs that a script calls one after the other, and ten more that begin at once: each line once and whole', async () => {
    await open({ files: {} });
    await runScript(host, SCRIPT(''));
    const path = 'Experiments/Ten runs.md';
    expect(linesOf(path)).toEqual(TEN);
    await runScript(host, SCRIPT('&'));
    expect(linesOf(path).slice(10).sort()).toEqual([...TEN].sort());
    expect(await host.paths()).toEqual([path]);
  });

  it('files what the script of the documentation trains', async () => {
    await open();
    const page = readFileSync(new URL('../../../docs/experiments.md', import.meta.url), 'utf8');
    const script = /^```sh\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
    const git = '#!/bin/sh\necho 1a2b3c4\n';
    await runScript(host, script, { git, python: '#!/bin/sh\necho epoch 1\necho 68.4\n' });
    expect(linesOf(PATH).slice(-4)).toEqual([
      ...['0.50', '0.75', '0.90'].map((ratio) => `- 2026-08-06 mask ${ratio} [metric:: top1 68.4] [commit:: 1a2b3c4]`),
      '- 2026-08-06 done',
    ]);
    expect(host.read(PATH)).toContain('status: done\n');
  });

  it('files ten first runs that begin at once in one note, the cache being late', async () => {
    await open({ files: {}, cache: 'late' });
    const calls = TEN.map((_line, at) =>
      cli({
        title: 'Ten runs',
        note: `seed ${String(at + 1)}`,
        metric: `top1 6${String(at + 1)}.5; loss 0.${String(at + 1)}`,
        commit: '1a2b3c4',
      }),
    );
    host.settleCache();
    expect((await Promise.all(calls)).filter(({ created }) => created === true)).toHaveLength(1);
    expect(linesOf('Experiments/Ten runs.md')).toEqual(TEN);
    expect(await host.paths()).toHaveLength(1);
  });
});

describe('the block', () => {
  const cells = (row: number): string[] =>
    [...(host.$$('.rh-runs-table > div')[row]?.children ?? [])].map((cell) => cell.textContent.trim());

  it('shows the runs with the best marked, and follows the note', async () => {
    await open();
    await host.open(PATH, 'preview');
    expect(host.text('.rh-runs .rh-view-title')).toBe('5 runs, 1 without a number');
    expect(cells(0)).toEqual(['Run', 'top1 ↑', 'loss ↓', 'commit']);
    expect(cells(2)).toEqual(['mask 0.75 08-03', '68.4 +2.3', '0.35', '9f0c71e']);
    expect(cells(6)).toEqual(['baseline', '66.1', '']);
    expect(host.$$('.rh-best').map((cell) => cell.getAttribute('aria-label'))).toEqual(['best 68.4', 'best 0.35']);
    expect(host.$$('.rh-plot-head').map((head) => head.textContent)).toEqual([
      'top1higher is better',
      'losslower is better',
    ]);
    expect(host.$$('.rh-plot-base')).toHaveLength(1);
    await cli({ title: TITLE, note: 'two seeds', metric: 'top1 70' });
    await host.settle();
    expect(host.$$('.rh-best').map((cell) => cell.getAttribute('aria-label'))).toEqual(['best 0.35', 'best 70']);
  });

  it('draws no plot of one number, and says what is missing, why nothing shows, and what it does not know', async () => {
    const one =
      '---\ntype: experiment\nstatus: done\n---\n\n```experiment-runs\n```\n\n## Log\n\n- 2026-08-04 [metric:: a 1]\n';
    await open({
      files: {
        ...FILES,
        'one.md': one,
        'n.md': '```experiment-runs\npath: gone\nmetrics: a\n```\n',
        'e.md': '```experiment-runs\npath: "[[new]]"\n```\n',
        'new.md': '---\ntype: experiment\n---\n',
      },
    });
    await host.open('one.md', 'preview');
    expect(host.$$('.rh-plot')).toEqual([]);
    expect(host.text('.rh-runs')).toContain('Missing: hypothesis, data looked at, baseline, verdict, why');
    await host.open('n.md', 'preview');
    expect(host.text('.rh-runs')).toContain('gone is not an experiment.');
    expect(host.text('.rh-error')).toContain('metrics');
  });

  it('says how a run is logged where there is none, and shows the first', async () => {
    await open({ files: { [PATH]: EXPERIMENT.split('- 2026')[0] ?? '' } });
    await host.open(PATH, 'preview');
    expect(host.text('.rh-runs .rh-view-title')).toBe('No run yet');
    expect(host.text('.rh-runs')).toContain('obsidian research-handbook:experiment title=');
    await cli({ title: TITLE, note: 'mask 0.75', metric: 'top1 68.4' });
    await host.settle();
    expect(cells(1)).toEqual(['mask 0.75 08-06', '68.4 +2.3', '']);
  });
});

describe('a new experiment', () => {
  it.each(['en', 'zh'] as const)('becomes a note that tests the idea which is open (%s)', async (language) => {
    await open({ language, files: { 'Ideas/Mask.md': '---\ntype: idea\n---\n' } });
    await host.open('Ideas/Mask.md');
    await host.command('research-handbook:new-experiment');
    const [name, idea, hypothesis] = host.$$('.modal input') as unknown as HTMLInputElement[];
    expect(idea?.value).toBe('Mask');
    for (const [field, value] of [
      [name, 'A: b/c?'],
      [hypothesis, '# one'],
    ] as const) {
      if (field === undefined) continue;
      field.value = value;
      field.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    }
    await host.click('.modal .mod-cta');
    await host.settle();
    const path = language === 'en' ? 'Experiments/A - b-c.md' : '实验/A - b-c.md';
    const text = host.read(path);
    expect(text).toMatch(/^---\ntype: experiment\nstatus: planned\nidea: "\[\[Mask\]\]"\nrepo: ""\n/);
    expect(text).toContain('\n\n\\# one\n');
    expect(text.trimEnd().endsWith(language === 'en' ? '## Log' : '## 日志')).toBe(true);
    await cli({ title: path, metric: 'top1 1' });
    expect(linesOf(path)).toEqual(['- 2026-08-06 [metric:: top1 1]']);
  });
});

describe('the report', () => {
  const REPORT = 'Weekly/2026-W32.md';
  const block = (): string =>
    /rh:begin experiments[^\n]*\n([^]*?)\n%% rh:end experiments/.exec(host.read(REPORT))?.[1]?.trim() ?? '';

  it('tells what ran, how it compares, the verdict and what was missing, without what is private', async () => {
    const done = EXPERIMENT.replace('status: running', 'status: done').replace(
      'Verdict:',
      'Verdict: it holds, see [[MAE ablation|the table]]',
    );
    const secret = done.replace('type:', 'private: true\ntype:').replaceAll('mask', 'canary');
    const lines = done.replace(/( \[metric::.*)/g, '$1 [private:: true]');
    await open({
      files: {
        'Experiments/A.md': done.replace('68.4]', '68.4] [private:: true]'),
        'Experiments/canary.md': secret,
        'Experiments/canary2.md': lines,
      },
    });
    expect(await cli({ week: '2026-W32' }, 'weekly')).toMatchObject({ blocks: { experiments: 'written' } });
    expect(block()).toBe(
      [
        '### What ran',
        '',
        '- [[A]] · done · 3 runs, 1 without a number · top1 best 67.9, baseline 66.1 (+1.8) · loss best 0.36',
        '  - Verdict: it holds, see the table',
        '  - Missing: why',
      ].join('\n'),
    );
    expect(host.read(REPORT)).not.toContain('canary');
    await cli({ title: 'A', metric: 'top1 71' });
    expect(await cli({ week: '2026-W32', refresh: 'true' }, 'weekly')).toMatchObject({
      blocks: { experiments: 'refreshed' },
    });
    expect(block()).toContain('top1 best 71, baseline 66.1 (+4.9)');
  });

  it('says why it is empty: no experiment at all, for the student alone, or none that ran', async () => {
    await open({ files: {} });
    await cli({ week: '2026-W32' }, 'weekly');
    expect(block()).toMatch(/^%% Runs of your experiments .* %%$/);
    await cli({ title: 'ViT small' });
    await cli({ week: '2026-W32', refresh: 'true' }, 'weekly');
    expect(block()).toMatch(/^### What ran\n\n- No experiment ran this week\.\n {2}%% .* %%$/);
  });

  it('leaves a report that has no such part as it is', async () => {
    const old =
      '---\ntype: weekly-report\nweek: 2026-W32\nstart: 2026-08-03\nend: 2026-08-09\nauthor: ""\nstatus: draft\n---\n\n# 2026-W32\n\n## Experiments\n\nMine.\n';
    await open({ files: { ...FILES, [REPORT]: old } });
    expect(await cli({ week: '2026-W32', refresh: 'true' }, 'weekly')).toMatchObject({
      blocks: { experiments: 'absent' },
    });
    expect(host.read(REPORT)).toBe(old);
  });
});

it('a run is no deep work, and a session in the same log is', async () => {
  await open({
    files: {
      [PATH]: EXPERIMENT.replaceAll('2026-07-31', '2026-08-06'),
      'h.md': '```research-home\nsections: [deep-work]\n```\n',
    },
  });
  await host.open('h.md', 'preview');
  await cli({ title: TITLE, metric: 'top1 70', note: 'a' });
  await host.settle();
  const { minutes } = await cli({ status: 'true' }, 'session');
  expect(minutes).toBe(0);
});
