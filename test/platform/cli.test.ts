import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';

const STATUS = 'research-handbook:status';

let host: Host;
afterEach(() => host.close());

describe('commands of the CLI', () => {
  it('answer text by default and one object where asked', async () => {
    host = await openHost({ plugin: true, files: {} });
    expect(await host.cli(STATUS)).not.toMatch(/^\{/);
    expect(await host.cli(STATUS, { format: 'text' })).toBe(await host.cli(STATUS));
    expect(JSON.parse(await host.cli(STATUS, { format: 'json' }))).toMatchObject({ ok: true, version: '0.1.0' });
  });

  it.each([
    [STATUS, { colour: 'red' }, 'colour'],
    [STATUS, { format: 'xml' }, 'xml'],
    [STATUS, { format: 'true' }, 'format'],
    ['research-handbook:setup', {}, 'lang'],
    ['research-handbook:setup', { lang: 'true' }, 'lang'],
    ['research-handbook:setup', { lang: 'fr' }, 'fr'],
    ['research-handbook:setup', { lang: 'zh', toString: 'x' }, 'toString'],
    [STATUS, { constructor: 'true' }, 'constructor'],
    ['research-handbook:add', { title: 'true' }, '“title” needs a value'],
    ['research-handbook:log', { source: ' ' }, '“source” is required'],
    ['research-handbook:update', { 'dry-run': 'maybe' }, 'dry-run'],
  ])('%s %j is refused with a message that names “%s”, and nothing is written', async (command, flags, named) => {
    host = await openHost({ plugin: true, files: { 'a.md': 'mine' } });
    const text = await host.cli(command, flags as Record<string, string>);
    expect(text).toContain(named);
    if (flags['format' as keyof typeof flags] === undefined) {
      const answer = JSON.parse(await host.cli(command, { ...flags, format: 'json' })) as Record<string, unknown>;
      expect(answer).toEqual({ ok: false, error: expect.stringContaining(named) as string });
    }
    expect(await host.paths()).toEqual(['a.md']);
    expect(host.faults.writes).toEqual([]);
  });

  it('answer with the reason where something fails that nobody thought of', async () => {
    host = await openHost({ plugin: true, files: {} });
    host.app.vault.getMarkdownFiles = () => {
      throw new host.window.Error('the vault is gone'); // of the page, as the plugin meets it
    };
    expect(JSON.parse(await host.cli(STATUS, { format: 'json' }))).toEqual({ ok: false, error: 'the vault is gone' });
    expect(await host.cli(STATUS)).toContain('the vault is gone');
  });

  it('speak the language of the app', async () => {
    host = await openHost({ plugin: true, files: {}, language: 'zh' });
    expect(await host.cli(STATUS, { colour: 'red' })).toMatch(/没有「colour」这个参数/);
  });
});
