import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { mergeNote } from '../../host/sync/merge-note';

let host: Host;
afterEach(() => host.close());

const PATH = 'Sources/resnet.md';
const BASE =
  '---\ntype: source\ntitle: Deep Residual Learning\nadded: 2026-07-01\n---\n\n## Reading log\n\n- 2026-08-01 first [min:: 30]\n\n## Notes\n\nwords\n';
const LINE = '- 2026-08-10 on the train [min:: 20]';

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-08-10T09:00:00',
    language: 'en',
    files: { [PATH]: BASE },
    ...options,
  });
}

async function logOnTheTrain(more: Record<string, string> = {}): Promise<void> {
  await host.cli('research-handbook:log', { source: 'resnet', min: '20', note: 'on the train', ...more });
  await host.settle();
}

async function problems(): Promise<{ path: string; line: number; message: string }[]> {
  const answer = await host.cli('research-handbook:status', { format: 'json' });
  return (JSON.parse(answer) as { problems: [] }).problems;
}

async function showProblems(): Promise<void> {
  await host.command('research-handbook:show-log-problems');
  await host.settle();
}

const button = (words: string): HTMLElement => {
  const found = host.$$('.rh-log-problems button').find((one) => one.textContent === words);
  if (found === undefined) throw new Error(`No button “${words}”`);
  return found;
};

describe('a log line of this device that is gone', () => {
  it('is offered again where a sync found no place for it, and put back as it was', async () => {
    await open();
    await logOnTheTrain();
    expect(await problems()).toEqual([]);
    const other = BASE.replace('first [min:: 30]\n\n## Notes', 'first, three times over\n\nSome prose');
    const merged = mergeNote(BASE, host.read(PATH), other);
    expect(merged).not.toContain('on the train'); // by the official client's rules
    await host.external.write(PATH, merged);
    expect(await problems()).toEqual([{ path: PATH, line: 1, message: expect.stringContaining(LINE) as string }]);
    await showProblems();
    expect(host.text('.rh-steps [role=listitem]')).toMatch(
      /^Deep Residual Learning Logged on this device.*on the train/,
    );
    await host.click(button('Put back'));
    await host.settle();
    expect(host.read(PATH)).toBe(merged.replace('over\n', `over\n${LINE}\n`));
    expect(host.text('.rh-empty')).toContain('2 lines in the logs');
    expect(await problems()).toEqual([]);
  });

  it('is not asked about again once it was let go, and never where it was edited by hand', async () => {
    await open();
    await logOnTheTrain();
    await host.external.write(PATH, host.read(PATH).replace('on the train', 'on the train home'));
    expect(await problems()).toEqual([]);
    await host.external.write(PATH, BASE);
    await showProblems();
    await host.click(button('Leave it out'));
    expect(host.text('.rh-empty')).toContain('1 line in the logs');
    expect(await problems()).toEqual([]);
    expect(host.read(PATH)).toBe(BASE);
  });

  it('is remembered by the device over a restart and a move of the note, and forgotten with the note', async () => {
    await open();
    await logOnTheTrain();
    const file = host.app.vault.getFileByPath(PATH);
    if (file === null) throw new Error('no note');
    await host.run(host.app.vault.createFolder('Old'));
    await host.run(host.app.fileManager.renameFile(file, 'Old/he2016.md'));
    host = await host.restart();
    expect(await problems()).toEqual([]);
    await host.external.write('Old/he2016.md', BASE);
    expect(await problems()).toMatchObject([{ path: 'Old/he2016.md' }]);
    await host.external.remove('Old/he2016.md');
    expect(await problems()).toEqual([]);
  });

  it('shows no words of a private line, and puts them back all the same', async () => {
    await open();
    await logOnTheTrain({ private: 'true' });
    const withLine = host.read(PATH);
    await host.external.write(PATH, BASE);
    expect(JSON.stringify(await problems())).not.toContain('train');
    await showProblems();
    expect(host.text('.rh-log-problems')).not.toContain('train');
    await host.click(button('Put back'));
    await host.settle();
    expect(host.read(PATH)).toBe(withLine);
  });

  it('is not written twice where it stands outside the log, and stays offered where the write fails', async () => {
    await open();
    await logOnTheTrain();
    const outside = `${BASE}\n${LINE}\n`;
    await host.external.write(PATH, outside);
    await showProblems();
    await host.click(button('Put back'));
    await host.settle();
    expect(host.notices().at(-1)).toContain(`${PATH}, line 15: the line is still there, but outside the log`);
    expect(host.read(PATH)).toBe(outside);
    await host.external.write(PATH, BASE);
    host.faults.plan({ failWrite: 1 });
    await host.click(button('Put back'));
    await host.settle();
    expect(host.notices().at(-1)).toContain(`Could not write ${PATH}`);
    expect(button('Put back')).toHaveProperty('disabled', false);
  });

  it('is offered where the app ended before it was written, and forgotten where the write failed', async () => {
    await open({ faults: { stopAfterWrite: 0 } });
    await logOnTheTrain().catch(() => undefined); // it never answers
    await host.settle();
    host = await host.restart();
    expect(host.read(PATH)).toBe(BASE);
    expect(await problems()).toEqual([{ path: PATH, line: 1, message: expect.stringContaining(LINE) as string }]);
    await showProblems();
    await host.click(button('Leave it out'));
    host.faults.plan({ failWrite: 1 });
    await logOnTheTrain();
    expect(host.read(PATH)).toBe(BASE);
    expect(await problems()).toEqual([]);
  });
});
