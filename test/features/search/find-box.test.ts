import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const FILES = {
  'Papers/MAE.md': 'intro\n\n## Masking ratio\n\nA high masking ratio of 75% works.\n\n- hidden [private:: true]\n',
  'Papers/ViT.md': '## Patches\n\nno mask here\n',
  'mine.md': 'see ',
};

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: FILES, ...options });
}

async function openBox(): Promise<void> {
  await host.command('research-handbook:find-in-vault');
  await host.settle();
}

const rows = (): string[] => host.$$('.suggestion-item').map((row) => row.textContent);
const marked = (): string[] => host.$$('.suggestion-item mark').map((mark) => mark.textContent);

describe('the box that finds passages', () => {
  it('shows note, heading, place and passage with the words marked, while they are typed', async () => {
    await open();
    await openBox();
    expect(host.text('.rh-find-status')).toBe('3 notes, on this device');
    expect(host.text('.suggestion-empty')).toContain('Nothing leaves this device');
    await host.fill('.prompt-input', 'masking rat');
    expect(rows()).toEqual([
      'MAE · Masking ratioPapers · line 5A high masking ratio of 75% works.',
      'ViT · PatchesPapers · line 3no mask here',
    ]);
    expect(marked()).toEqual(['Masking', 'ratio', 'masking', 'ratio', 'mask']);
    await host.fill('.prompt-input', 'zzz');
    expect(rows()).toEqual([]);
    expect(host.text('.suggestion-empty')).toBe(
      'No passage contains “zzz”.Try fewer words, or other ones for the same thing.Left out: 1 private line.',
    );
  });

  it('opens the line by keyboard', async () => {
    await open();
    await openBox();
    await host.fill('.prompt-input', 'mask');
    await host.press('ArrowDown');
    await host.press('Enter');
    await host.settle();
    expect(host.$$('.prompt')).toEqual([]);
    expect(host.app.workspace.getActiveFile()?.path).toBe('Papers/ViT.md');
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(2);
  });

  it('puts a link into the note that is being written, as the app writes links, and nothing else', async () => {
    await open();
    await host.open('mine.md', 'source');
    host.app.workspace.activeEditor?.editor?.setCursor(0, 4);
    await openBox();
    await host.fill('.prompt-input', 'ratio');
    await host.press('Shift+Enter');
    await host.settle();
    expect(host.app.workspace.activeEditor?.editor?.getValue()).toBe('see [[MAE#Masking ratio]]');
    expect(host.read('Papers/MAE.md')).toBe(FILES['Papers/MAE.md']);
  });

  it('says where no note is being written', async () => {
    await open();
    await openBox();
    await host.fill('.prompt-input', 'ratio');
    await host.press('Shift+Enter');
    expect(host.notices().at(-1)).toBe('Open a note to edit first, then insert a link from here.');
  });

  it('asks on a phone before it reads a large vault, and reads a small one at once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3001 }, (_, at) => [`n/${String(at)}.md`, `word${String(at)}\n`]),
    );
    await open({ files: many, mobile: true });
    await openBox();
    expect(host.text('.suggestion-empty')).toContain('This vault has 3001 notes.');
    const reads = host.reads.length;
    await host.settle();
    expect(host.reads).toHaveLength(reads);
    const [button] = host.$$('.suggestion-empty button');
    button?.click();
    button?.click(); // a double click is no second beginning
    await host.settle();
    expect(host.text('.rh-find-status')).toBe('3001 notes, on this device');
    await host.fill('.prompt-input', 'word2999');
    expect(rows()).toHaveLength(1);
    const [status] = host.$$('.rh-find-status');
    await host.press('Escape');
    await host.external.write('n/new.md', 'word\n');
    await host.settle();
    expect(status?.textContent).toBe('3001 notes, on this device'); // a box that is closed follows nothing
  });

  it('shows nothing of a note that has just become private, or is gone, before the index has heard of it', async () => {
    await open();
    await openBox();
    await host.folder.write('Papers/MAE.md', `---\nprivate: true\n---\n${FILES['Papers/MAE.md']}`);
    await host.folder.remove('Papers/ViT.md');
    await host.fill('.prompt-input', 'mask');
    expect(rows()).toEqual([]);
  });

  it('leaves nothing behind', async () => {
    await open();
    await openBox();
    await host.unload();
    expect(host.$$('.prompt')).toEqual([]);
    expect(host.leftovers().listeners).toBe(0);
    expect(host.errors).toEqual([]);
  });
});
