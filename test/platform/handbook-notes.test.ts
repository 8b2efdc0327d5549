import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';

let host: Host;
afterEach(() => host.close());

const note = (id: string, text: string, language = 'en'): string =>
  `---\nhandbook: cv-lab\nhandbook-id: ${id}\nhandbook-lang: ${language}\n---\n${text}\n`;
const map = (folder: string): string =>
  note('map', '').replace('---\n\n', `pack: cv-lab\npack-version: 1\nlanguage: en\nhandbook-folder: ${folder}\n---\n`);

/** The body of a source that is made now, which comes from the template that counts. */
async function made(files: Record<string, string>): Promise<string> {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files });
  await host.cli('research-handbook:add', { title: 'One' });
  return host.read('Sources/One.md');
}

async function home(files: Record<string, string>): Promise<string> {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files });
  await host.command('research-handbook:open-home');
  return host.app.workspace.getActiveFile()?.path ?? '';
}

// design: the one at the pack's own path counts, else the shortest path, then alphabetical.
describe('of several notes with one identity', () => {
  it('the one at the pack’s own path counts, however long that is', async () => {
    const files = {
      'a.md': note('template/source', 'short'),
      'Templates/a.md': note('template/source', 'in the folder'),
      'Templates/Source template.md': note('template/source', 'own'),
    };
    expect(await made(files)).toContain('\nown\n');
  });

  it('else the one with the shortest path, in whatever folder', async () => {
    const files = {
      'Templates/Source.md': note('template/source', 'in the folder'),
      'x/Source.md': note('template/source', 'shortest'),
    };
    expect(await made(files)).toContain('\nshortest\n');
  });

  it('then the first in order', async () => {
    expect(await home({ 'b.md': note('home', ''), 'a.md': note('home', '') })).toBe('a.md');
  });

  it('the pack’s own path lies in the folders that the vault has for it', async () => {
    const files = {
      'M.md': map('Lab'),
      'Lab/Map.md': map('Lab').replace('---\n', '---\nhome-note: Lab/Start.md\n'),
      'h.md': note('home', ''),
      'Lab/Start.md': note('home', ''),
    };
    expect(await home(files)).toBe('Lab/Start.md');
  });

  it('those of another language do not count', async () => {
    expect(await home({ 'a.md': note('home', '', 'zh'), 'long/b.md': note('home', '') })).toBe('long/b.md');
  });
});
