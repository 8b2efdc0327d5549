import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { DAY, FILES, IDEA, PATH, REPORT } from './vault';

let host: Host;
afterEach(async () => {
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: FILES, ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (path = PATH): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:idea', { format: 'json', path })) as Answer;
const lineOf = (words: string): number => IDEA.split('\n').findIndex((line) => line.startsWith(words)) + 1;

it(':idea names what is open, by line and section', async () => {
  await open();
  const answer = await cli();
  expect(answer).toMatchObject({ ok: true, path: PATH, status: 'shaping' });
  expect((answer['open'] as { line: number; section: string }[]).map(({ line, section }) => [line, section])).toEqual([
    [lineOf('- after masking'), 'Shapes'],
    [lineOf('| attention scores'), 'Parts and support'],
    [lineOf('- [[simmim'), 'Nearest work'],
    [lineOf('Stop:'), 'Cheapest test'],
  ]);
});

const BRING = 'research-handbook:bring-idea';
const REPORT_PATH = 'Weekly/2026-W32.md';
const ADDED = `
- [[Attention picks the mask]]: Random masks waste patches; the encoder's own attention can choose them.
  - Support: encoder ([[mae|MAE]], section 3)
  - Still open: `;
const dialog = (): string => host.$$('.modal').at(-1)?.textContent ?? '';
const bring = async (path = PATH): Promise<void> => {
  await host.open(path);
  await host.command(BRING);
  await host.settle();
};
const confirm = async (): Promise<void> => {
  await host.click('.modal .mod-cta');
  await host.settle();
};

it(':idea says of a note what keeps it from being an idea', async () => {
  await open({ files: { ...FILES, 'p.md': IDEA.replace('---\n', '---\nprivate: true\n'), 'n.md': '# No idea\n' } });
  expect(await cli('gone.md')).toMatchObject({ ok: false, error: 'gone.md is no longer there.' });
  expect(await cli('n.md')).toMatchObject({ ok: false, error: expect.stringContaining('type: idea') as string });
  expect(await cli('p.md')).toMatchObject({ ok: false, error: expect.stringContaining('is private') as string });
  const said = await host.cli('research-handbook:idea', { path: PATH });
  expect(said).toContain('4 open points before it is ready · 1 of 5 parts written · shaping');
  expect(said).toContain(`${PATH}:${String(lineOf('Stop:'))} Cheapest test · `);
});

describe('bringing an idea', () => {
  it('lists what is open, adds it once below the questions, and changes nothing else', async () => {
    await open();
    await bring();
    expect(dialog()).toContain('“attention scores”: link a source you logged, or code with a commit');
    expect(dialog()).toContain('under “Questions for my advisor”');
    await confirm();
    const [before = '', after = ''] = host.read(REPORT_PATH).split(ADDED);
    expect(`${before}\n${after.replace(/^.*\n\n/, '\n')}`).toBe(
      REPORT.replace('\n\n## Next', '\n\n\n## Next').replace('\n\n\n', '\n\n'),
    );
    expect(host.read(PATH)).toBe(IDEA);
    const once = host.read(REPORT_PATH);
    await bring();
    await confirm();
    expect(host.read(REPORT_PATH)).toBe(once);
    expect(host.notices().join()).toContain('has this idea already');
  });

  it('makes the week’s report where there is none, and says so first', async () => {
    const { [REPORT_PATH]: _report, ...files } = FILES;
    await open({ files });
    await bring();
    expect(dialog()).toContain('That report is created first');
    await host.click('.modal .modal-button-container button:not(.mod-cta)');
    expect(host.faults.writes).toEqual([]);
    await bring();
    await confirm();
    expect(host.read(REPORT_PATH)).toContain(ADDED);
  });

  it('says that the report has gone out, that a note is private or no idea', async () => {
    const files = { ...FILES, [REPORT_PATH]: REPORT.replace('draft', 'sent') };
    await open({ files: { ...files, 'p.md': IDEA.replace('---\n', '---\nprivate: true\n'), 'n.md': '# No idea\n' } });
    await bring();
    expect(dialog()).toContain('has gone out already');
    await host.click('.modal .modal-button-container button:not(.mod-cta)');
    await bring('p.md');
    await bring('n.md');
    expect(host.notices().join()).toMatch(/p\.md is private.*n\.md is not an idea/s);
    expect(host.faults.writes).toEqual([]);
  });

  it('leaves a report alone that cannot take it, and one that changed keeps its change', async () => {
    await open({ files: { ...FILES, [REPORT_PATH]: REPORT.replace('- Does', '```\n- Does') } });
    await bring();
    await confirm();
    expect(host.notices().join()).toContain('was never closed');
    await host.external.write(REPORT_PATH, REPORT);
    await bring();
    await host.external.write(REPORT_PATH, REPORT.replace('- Does', '- Now, does'));
    await confirm();
    expect(host.read(REPORT_PATH)).toContain(`- Now, does the ratio follow [[mae]]?${ADDED}`);
    host.faults.plan({ readOnly: ['Weekly'] });
    await host.external.write(REPORT_PATH, REPORT);
    await bring();
    await confirm();
    expect(host.notices().join()).toContain(REPORT_PATH);
    expect(host.read(REPORT_PATH)).toBe(REPORT);
  });

  it('takes no private word along', async () => {
    const text = IDEA.replace('| none yet |', '| [[mae]] canary [private:: true] |').replace(
      'choose them.',
      'choose them.\n\ncanary2 [private:: true]',
    );
    const secret = '---\nprivate: true\n---\n';
    const linked = text.replace('- BEiT', '- [[canary3]]\n- BEiT');
    await open({ files: { ...FILES, [PATH]: linked, 'canary3.md': secret } });
    await bring();
    await confirm();
    expect(host.read(REPORT_PATH)).toContain('[[Attention picks the mask]]');
    expect(host.read(REPORT_PATH)).not.toContain('canary');
  });

  it('moves links that lead on from the idea’s own folder', async () => {
    await open({ files: { ...FILES, [PATH]: IDEA.replace('[[mae\\|MAE]]', '[MAE](../Sources/mae.md#x)') } });
    await bring();
    await confirm();
    expect(host.read(REPORT_PATH)).toContain('encoder ([MAE](Sources/mae.md#x), section 3)');
  });
});

describe('a new idea', () => {
  const fields = (): (HTMLInputElement | HTMLTextAreaElement)[] =>
    host.$$('.modal .rh-form :is(input, textarea)') as unknown as (HTMLInputElement | HTMLTextAreaElement)[];
  const fill = (values: readonly string[]): void => {
    values.forEach((value, at) => {
      const field = fields()[at];
      if (field === undefined) return;
      field.value = value;
      field.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    });
  };

  it.each(['en', 'zh'] as const)(
    'becomes a note with hints for the rest, whose gate is live (%s)',
    async (language) => {
      await open({ language, files: {} });
      await host.command('research-handbook:new-idea');
      fill(['A: b/c?', '# one two', '']);
      await confirm();
      const [path = ''] = await host.paths();
      expect(path).toBe(language === 'en' ? 'Ideas/A - b-c.md' : '想法/A - b-c.md');
      const text = host.read(path);
      expect(text).toContain('type: idea\nstatus: seed\n');
      expect(text).toContain('\n\n\\# one two\n');
      const answer = await cli(path);
      expect((answer['open'] as { line: number }[]).map(({ line }) => text.split('\n')[line - 1])).toEqual(
        language === 'en'
          ? ['## Shapes', '## Parts and support', '## Nearest work', '## Cheapest test', 'Stop:']
          : ['## 张量与形状', '## 组成与依据', '## 最接近的工作', '## 最便宜的检验', '停止：'],
      );
      expect(text.trimEnd().endsWith(language === 'en' ? '## Log' : '## 日志')).toBe(true);
    },
  );

  it('takes another name where one is taken, needs none, and says what could not be written', async () => {
    await open();
    for (const name of ['Attention picks the mask', '']) {
      await host.command('research-handbook:new-idea');
      fill([name]);
      await confirm();
    }
    expect(await host.paths()).toEqual(
      expect.arrayContaining(['Ideas/Attention picks the mask (2).md', 'Ideas/New idea.md']),
    );
    expect(host.read(PATH)).toBe(IDEA);
    host.faults.plan({ readOnly: ['Ideas'] });
    await host.command('research-handbook:new-idea');
    await confirm();
    expect(host.notices().join()).toContain('Ideas/New idea (2).md');
    expect(host.$$('.modal')).toHaveLength(1); // what was typed is still there
  });
});

describe('the block', () => {
  it('follows the note and what it stands on, and leads to each line', async () => {
    await open();
    await host.open(PATH, 'preview');
    const title = (): string | null => host.text('.rh-gate .rh-view-title');
    expect(title()).toBe('4 open points before it is ready');
    expect(host.$$('.rh-part').map((row) => row.getAttribute('data-value'))).toEqual(['100', '50', '50', '50', '50']);
    const go = host.$$('.rh-part .rh-plain');
    expect(go.map((button) => button.textContent)).toContain(`line ${String(lineOf('Stop:'))}`);
    await host.external.write(PATH, IDEA.replace('Stop:', 'Stop: two days'));
    await host.settle();
    expect(title()).toBe('3 open points before it is ready');
    await host.external.write('Sources/mae.md', '---\ntype: source\ntitle: MAE\n---\n');
    await host.settle();
    expect(title()).toBe('4 open points before it is ready');
    await host.app.vault.rename(host.app.vault.getFileByPath(PATH) as never, 'Ideas/Other.md');
    await host.settle();
    expect(title()).toBe('4 open points before it is ready');
  });

  it('says why nothing shows, and what it does not know', async () => {
    await open({ files: { ...FILES, 'n.md': '```idea-gate\npath: gone\nstatus: x\n```\n' } });
    await host.open('n.md', 'preview');
    expect(host.text('.rh-gate')).toContain('gone is not an idea.');
    expect(host.text('.rh-error')).toContain('status');
  });
});

it('the home page lists what is worked on, and nothing where there has been no idea', async () => {
  const home = '```research-home\nsections: [ideas]\n```\n';
  await open({
    files: {
      ...FILES,
      'h.md': home,
      'Ideas/B.md': '---\ntype: idea\nstatus: ready\n---\n',
      'Ideas/C.md': '---\ntype: idea\nstatus: done\n---\n',
    },
  });
  await host.open('h.md', 'preview');
  const rows = (): string[] => host.$$('[data-section="ideas"] [role=listitem]').map((row) => row.textContent);
  expect(rows()).toEqual(['Bready · 0 of 5', 'Attention picks the maskshaping · 1 of 5']);
  for (const path of [PATH, 'Ideas/B.md']) await host.external.write(path, '---\ntype: idea\nstatus: dropped\n---\n');
  await host.settle();
  expect(rows()).toEqual([]);
  await host.click('[data-section="ideas"] button');
  expect(dialog()).toContain('New idea');
  for (const path of [PATH, 'Ideas/B.md', 'Ideas/C.md']) await host.external.write(path, '# None\n');
  await host.settle();
  expect(host.$('[data-section="ideas"]').classList.contains('is-absent')).toBe(true);
});
