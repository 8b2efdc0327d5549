import { describe, expect, it } from 'vitest';
import { openHost } from '../../host/node';
import { mergeNote } from '../../host/sync/merge-note';

const PATH = 'Sources/resnet.md';
const BASE =
  '---\ntype: source\ntitle: Deep Residual Learning\nstatus: queued\nadded: 2026-07-01\n---\n\n# T\n\n## Reading log\n\n- 2026-08-01 first [min:: 30]\n\n## Notes\n\nwords\n';

/** What a device that starts from the base makes of the note by one `:log`. */
async function onDevice(flags: Record<string, string>): Promise<string> {
  const host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: { [PATH]: BASE } });
  await host.cli('research-handbook:log', { source: 'resnet', ...flags });
  const text = host.read(PATH);
  await host.close();
  return text;
}

async function statusOf(text: string): Promise<{ sources: number; entries: number; problems: unknown[] }> {
  const host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: { [PATH]: text } });
  const answer = await host.cli('research-handbook:status', { format: 'json' });
  await host.close();
  return JSON.parse(answer) as never;
}

describe('two devices that log before they meet', () => {
  it('keep both lines', async () => {
    const phone = await onDevice({ min: '20', note: 'on the train' });
    const laptop = await onDevice({ min: '60', note: 'at the desk', date: '2026-08-09' });
    const together = mergeNote(BASE, phone, laptop);
    expect(together).toContain('- 2026-08-10 on the train [min:: 20]\n');
    expect(together).toContain('- 2026-08-09 at the desk [min:: 60]\n');
    expect(await statusOf(together)).toMatchObject({ sources: 1, entries: 3, problems: [] });
  });

  it('keep both lines and a readable note where both change the status', async () => {
    const phone = await onDevice({ min: '20', status: 'reading' });
    const laptop = await onDevice({ min: '60', status: 'read' });
    for (const together of [mergeNote(BASE, phone, laptop), mergeNote(BASE, laptop, phone)]) {
      expect(await statusOf(together)).toMatchObject({ sources: 1, entries: 3, problems: [] });
    }
  });
});

it('names a source whose properties a sync has merged into what cannot be read', async () => {
  const text =
    '---\ntype: source\ntitle: SAM\nstatus: reading\nstatus: read\n---\n\n## Reading log\n\n- 2026-08-01 x\n';
  const answer = await statusOf(text);
  expect(answer).toMatchObject({ sources: 0, entries: 0, problems: [{ path: PATH, line: 1 }] });
  expect(await statusOf(text.replace('status: read\n', ''))).toMatchObject({ sources: 1, entries: 1, problems: [] });
  for (const other of ['type: person', 'type: source\nhandbook-id: x']) {
    expect(await statusOf(text.replace('type: source', other))).toMatchObject({ problems: [] });
  }
});

describe('a note with properties that cannot be read is named', () => {
  const BROKEN = '---\ntitle: SAM\nstatus: reading\nstatus: read\n---\n\n## Reading log\n\n- 2026-08-01 x\n';
  const problemsOf = async (path: string, text: string, data: Record<string, unknown>): Promise<unknown> => {
    const host = await openHost({ plugin: true, files: { [path]: text }, data, now: '2026-08-10T09:00:00' });
    const answer = JSON.parse(await host.cli('research-handbook:status', { format: 'json' })) as { problems: unknown };
    await host.close();
    return answer.problems;
  };

  it.each([
    ['in the folder of sources', 'Sources/a.md', BROKEN, {}],
    ['in a folder of sources that the settings name', 'Papers/a.md', BROKEN, { sourcesFolder: 'Papers' }],
    ['in the folder of another plugin’s notes', 'Zotero/a.md', BROKEN, { literatureFolder: 'Zotero' }],
    ['with the tag of such', 'a.md', BROKEN.replace('title', 'tags: [x, paper]\ntitle'), { literatureTag: '#paper' }],
    ['with such a tag in its text', 'a.md', `${BROKEN}\n#paper\n`, { literatureTag: 'paper' }],
    [
      'with the property of such',
      'a.md',
      BROKEN.replace('title', 'kind: book\ntitle'),
      { literatureProperty: 'kind=book' },
    ],
  ])('%s', async (_, path, text, data) => {
    expect(await problemsOf(path, text, data)).toMatchObject([{ path, line: 1 }]);
  });

  it.each([
    ['in no folder of either', 'a.md', BROKEN, {}],
    ['that says it is something else', 'Sources/a.md', BROKEN.replace('title', 'type: person\ntitle'), {}],
    [
      'that is a report',
      'Sources/a.md',
      BROKEN.replace('title', 'type: weekly-report\ntitle'),
      { literatureFolder: 'Sources' },
    ],
    ['among templates', 'Templates/a.md', BROKEN, { literatureFolder: 'Templates' }],
  ])('but not one %s', async (_, path, text, data) => {
    expect(await problemsOf(path, text, data)).toEqual([]);
  });
});
