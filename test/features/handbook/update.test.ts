import { format } from 'prettier';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import type { HostOptions } from '../../host/node/options';
import { pluginWith, stopped } from './versions';

let host: Host;
afterEach(() => host.close());

const UPDATE = 'research-handbook:update-handbook';
const ZOTERO = 'Handbook/Tools/Zotero.md';
const START = 'Handbook/Start/Start here.md';
type Files = Record<string, string>;

async function contents(): Promise<Files> {
  return Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
}
async function cli(command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as Record<
    string,
    unknown
  >;
}

const setUps = new Map<number, Promise<Files>>();
/** What a version sets up, made once: each test writes it to a vault of its own. */
function setUpBy(version: 1 | 2 | 3): Promise<Files> {
  const known = setUps.get(version) ?? makeSetUp(version);
  setUps.set(version, known);
  return known;
}
async function makeSetUp(version: 1 | 2 | 3): Promise<Files> {
  host = await openHost({ plugin: await pluginWith(version), files: { 'mine.md': 'my own\n' } });
  await host.cli('research-handbook:setup', { lang: 'en' });
  const files = await contents();
  await host.close();
  return files;
}

/** A vault set up with a version, as the student left it; then opened with another version of the plugin. */
async function openWith(
  from: 1 | 2 | 3,
  to: 1 | 2 | 3,
  change: (files: Files) => Files | Promise<Files> = (files) => files,
  options: HostOptions = {},
): Promise<void> {
  const files = await change(await setUpBy(from));
  host = await openHost({ plugin: await pluginWith(to), files, now: '2026-11-05T16:20:00', ...options });
}
const changed =
  (path: string, from: string, to: string) =>
  (files: Files): Files => {
    const text = files[path] ?? '';
    if (!text.includes(from)) throw new Error(`${from} is not in ${path}`);
    return { ...files, [path]: text.replace(from, to) };
  };
const conflict = (files: Files): Files => changed(ZOTERO, 'Buy more when it is full.', 'I link it to my drive.')(files);
/** Two notes of a version that no plugin knows any more: one as it was, one changed by the student. */
const ancient = (files: Files): Files => {
  const old = [ZOTERO, START].reduce(
    (all, path) => changed(path, 'handbook-version: 1', 'handbook-version: 0')(all),
    files,
  );
  return conflict(old);
};
const titles = (): [string | undefined, string | null][] =>
  host
    .$$('.rh-outcome')
    .map((group) => [group.dataset['outcome'], group.querySelector('.rh-strong')?.textContent ?? null]);
const UNDO = 'research-handbook-undo';
const undo = async (): Promise<void> => {
  await host.command('research-handbook:undo-handbook');
  await host.settle();
  await choose('Undo');
};
const choose = async (label: string): Promise<void> => {
  const button = host.$$('.modal button').find((one) => one.textContent === label);
  if (button === undefined)
    throw new Error(
      `no button ${label}: ${host
        .$$('.modal button')
        .map((b) => b.textContent)
        .join()}`,
    );
  await host.click(button);
  await host.settle();
};

describe('update on the command line', () => {
  it('says in a dry run what it then does, note by note', async () => {
    await openWith(1, 2, changed(ZOTERO, 'Use the default format.', 'My own keys.'));
    const before = await contents();
    const dry = await cli('update', { 'dry-run': 'true' });
    expect(await contents()).toEqual(before);
    expect(host.faults.writes).toEqual([]);
    expect(dry).toEqual({
      ok: true,
      created: ['Handbook/Research/Ideas.md'],
      updated: [START, 'Handbook/Map.md'],
      merged: [],
      kept: [ZOTERO, 'Handbook/Tools/Old tool.md'],
      unchanged: ['Home.md', 'Handbook/Tools/Servers.md', 'Templates/Weekly report template.md'],
      failed: [],
    });
    expect(await cli('update')).toEqual(dry);
    expect(host.read(ZOTERO)).toBe(before[ZOTERO]);
    expect(host.read('mine.md')).toBe('my own\n');
    expect(await cli('update', { merge: 'true' })).toMatchObject({ merged: [ZOTERO], updated: [] });
    expect(host.read(ZOTERO)).toContain('My own keys.');
    expect(host.read(ZOTERO)).toContain('WebDAV');
    const after = await contents();
    await cli('update', { merge: 'true' });
    expect(await contents()).toEqual(after);
  });

  it('takes a vault that formatters went over for one that nobody changed', async () => {
    /** Prettier over the whole note; then stars for bullets, and quotes around every number and truth, as others write them. */
    const formatted = async (text: string): Promise<string> => {
      const neat = await format(text, { parser: 'markdown', tabWidth: 4, embeddedLanguageFormatting: 'off' });
      const end = neat.indexOf('\n---\n');
      const head = neat.slice(0, end).replace(/^([\w-]+): (\d+|true)$/gm, '$1: "$2"');
      return head + neat.slice(end).replace(/^(\s*)- (?=\S)/gm, '$1* ');
    };
    await openWith(1, 2, async (files) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(files).map(
            async ([at, text]) => [at, at.endsWith('.md') ? await formatted(text) : text] as const,
          ),
        ),
      ),
    );
    expect(host.read('Handbook/Map.md')).toContain('pack-version: "1"');
    expect(await cli('update')).toMatchObject({
      ok: true,
      created: ['Handbook/Research/Ideas.md'],
      updated: [START, ZOTERO, 'Handbook/Map.md'],
      merged: [],
      failed: [],
    });
    expect(host.read(ZOTERO)).toContain('WebDAV');
    expect(await cli('update')).toMatchObject({ created: [], updated: [], failed: [] });
  });

  it('says in a dry run, where notes would be rewritten, what a sync may do to words in them', async () => {
    const said = 'If you sync this vault, let your devices catch up first';
    await openWith(1, 2);
    expect(await host.cli('research-handbook:update', { 'dry-run': 'true' })).toContain(said);
    await cli('update');
    expect(await host.cli('research-handbook:update', { 'dry-run': 'true' })).not.toContain(said);
  });

  it('goes on in the vault’s own language, whatever the settings and the interface say now', async () => {
    await openWith(1, 2, (files) => files, { language: 'zh', data: { contentLanguage: 'zh' } });
    const answer = await cli('update');
    expect(answer['updated']).toEqual([START, ZOTERO, 'Handbook/Map.md']);
    expect((await host.paths()).filter((path) => /[\u4e00-\u9fff]/.test(path))).toEqual([]);
    await cli('setup', { lang: 'zh' });
    expect(await host.paths()).toContain('手册/地图.md');
    expect(host.read('手册/地图.md')).toContain('sources-folder: Sources');
    expect(host.read('Handbook/Map.md')).toContain('language: en');
  });

  it('says that a vault is not set up, and names unknown flags', async () => {
    host = await openHost({ plugin: await pluginWith(2), files: {} });
    expect(await cli('update')).toEqual({
      ok: false,
      error: 'This vault has no handbook yet. Run “Set up handbook” first.',
    });
    expect(await cli('update', { force: 'true' })).toMatchObject({ ok: false });
    expect(await cli('update', { merge: 'yes' })).toMatchObject({ ok: false });
    expect(host.faults.writes).toEqual([]);
  });

  it('knows notes that the app renamed, rewriting links in other notes', async () => {
    await openWith(1, 1, (files) => ({ ...files, 'mine.md': 'see [[Zotero|papers]]\n' }));
    const file = host.app.vault.getFileByPath(ZOTERO);
    if (file === null) throw new Error('no note');
    await host.run(host.app.vault.createFolder('Refs'));
    await host.run(host.app.fileManager.renameFile(file, 'Refs/My references.md'));
    await host.settle();
    const files = await contents();
    expect(files['mine.md']).toContain('My references');
    await host.close();
    host = await openHost({ plugin: await pluginWith(2), files });
    expect(await cli('update')).toMatchObject({ updated: [START, 'Refs/My references.md', 'Handbook/Map.md'] });
    expect(host.exists(ZOTERO)).toBe(false);
    expect(host.read('mine.md')).toBe(files['mine.md']);
  });

  it('leaves a note whose properties a sync broke, and makes no second one', async () => {
    await openWith(1, 2, changed(START, 'handbook-version: 1\n', 'handbook-version: 1\nmood: a\nmood: b\n'));
    const broken = host.read(START);
    const answer = await cli('update');
    expect(answer).toMatchObject({ kept: expect.arrayContaining([START]) as string[], failed: [] });
    expect(host.read(START)).toBe(broken);
    expect((await host.paths()).filter((path) => path.includes('Start here'))).toEqual([START]);
  });

  it('does nothing while the map note’s properties are broken, and says so', async () => {
    await openWith(1, 2, changed('Handbook/Map.md', 'pack-version: 1\n', 'pack-version: 1\npack-version: 2\n'));
    const said = { ok: false, error: expect.stringContaining('“Handbook/Map.md”: its properties') as string };
    expect(await cli('update')).toEqual(said);
    expect(await cli('setup', { lang: 'en' })).toEqual(said);
    expect(host.faults.writes).toEqual([]);
  });

  it('answers a status with the counts of all that', async () => {
    await openWith(1, 2, (files) => {
      const { 'Handbook/Tools/Servers.md': _deleted, ...rest } = conflict(files);
      return { ...rest, 'Handbook/Start/Start here (copy).md': files[START] ?? '' };
    });
    const status = await cli('status');
    expect(status).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      handbook: { notes: 6, changed: 1, deleted: 1, waiting: 3, doubled: 1 },
      sources: 0,
      entries: 0,
      problems: [],
    });
  });

  it('counts notes of a version without history as changed, and as waiting', async () => {
    await openWith(1, 1, ancient);
    expect(await cli('status')).toMatchObject({ handbook: { changed: 2, waiting: 2 } });
  });

  it('finishes an update that was stopped after any write', async () => {
    await openWith(1, 2);
    const start = await contents();
    await cli('update');
    const whole = await contents();
    const { length } = host.faults.writes;
    for (let stop = 0; stop < length; stop++) {
      await host.close();
      host = await openHost({ plugin: await pluginWith(2), files: start, faults: { stopAfterWrite: stop } });
      await stopped(host, cli('update'));
      const files = await contents();
      await host.close();
      host = await openHost({ plugin: await pluginWith(2), files });
      await cli('update');
      expect(await contents()).toEqual(whole);
    }
  }, 180_000);

  it('does not write over what another program wrote meanwhile', async () => {
    await openWith(1, 2, (files) => files);
    host.faults.plan({ changeAfterRead: { path: START, text: `${host.read(START)}\nfrom elsewhere\n` } });
    const answer = await cli('update');
    expect(host.read(START)).toContain('from elsewhere');
    expect(host.read(START)).not.toContain('Join the group chat');
    expect([
      ...(answer['failed'] as { path: string }[]).map(({ path }) => path),
      ...(answer['kept'] as string[]),
    ]).toContain(START);
  });
});

describe('a set-up in a vault that has a version', () => {
  it('upgrades nothing and says what has a new version; the update then brings it all', async () => {
    await openWith(1, 2, ({ 'Handbook/Tools/Servers.md': _deleted, ...rest }) => rest);
    const before = await contents();
    const answer = await cli('setup', { lang: 'en' });
    expect(answer).toMatchObject({ ok: true, created: [], updated: [], merged: [], failed: [] });
    expect(answer['kept']).toEqual(expect.arrayContaining([START, ZOTERO, 'Handbook/Map.md']));
    expect(await host.cli('research-handbook:setup', { lang: 'en' })).toContain(
      `${START}: there is a new version of it; “Update handbook” brings it`,
    );
    expect(await contents()).toEqual(before);
    expect(host.faults.writes).toEqual([]);
    expect(await cli('update')).toMatchObject({
      created: ['Handbook/Research/Ideas.md'],
      updated: [START, ZOTERO, 'Handbook/Map.md'],
    });
  });

  it('shows the notes of an earlier version apart from the student’s own', async () => {
    await openWith(1, 2, changed(ZOTERO, 'Use the default format.', 'My own keys.'));
    await host.command('research-handbook:set-up');
    await host.settle();
    await choose('Check again');
    expect(titles()).toEqual([
      ['kept', 'Yours, left alone'],
      ['outdated', 'Still at an earlier version'],
      ['unchanged', 'Unchanged'],
    ]);
    expect(host.text('[data-outcome="outdated"]')).toContain('“Update handbook” brings the new one');
    expect(host.text('[data-outcome="outdated"]')).not.toContain('Zotero');
  });

  it('finishes one that was stopped before the plugin came with a new version', async () => {
    let mixed = false;
    for (const stop of [3, 6, 9]) {
      host = await openHost({ plugin: await pluginWith(1), files: {}, faults: { stopAfterWrite: stop } });
      await stopped(host, cli('setup', { lang: 'en' }));
      const half = await contents();
      expect(Object.keys(half).length).toBeGreaterThan(0);
      await host.close();
      host = await openHost({ plugin: await pluginWith(2), files: half });
      const made = await cli('setup', { lang: 'en' });
      expect(made).toMatchObject({ updated: [], failed: [] });
      expect(made['created']).toContain('Handbook/Research/Ideas.md');
      const whole = await contents();
      for (const [path, text] of Object.entries(half)) expect(whole[path]).toBe(text);
      expect(await cli('setup', { lang: 'en' })).toMatchObject({ created: [], updated: [] });
      await host.close();

      host = await openHost({ plugin: await pluginWith(2), files: whole });
      const told = host.notices().join();
      const updated = (await cli('update')) as { updated: string[]; created: string[] };
      expect(updated.created).toEqual([]);
      const replaced = updated.updated.filter((path) => path !== 'Handbook/Map.md');
      for (const path of replaced) expect(half[path]).toBeDefined();
      // Where notes of the first version are left, the record says so, and the waiting update is told.
      expect(whole['Handbook/Map.md']).toContain(`pack-version: ${replaced.length > 0 ? '1' : '2'}`);
      expect(told.includes('version 2')).toBe(replaced.length > 0);
      expect(host.read('Handbook/Map.md')).toContain('pack-version: 2');
      mixed ||= replaced.length > 0;
      await host.close();
    }
    expect(mixed).toBe(true);
    host = await openHost({ plugin: await pluginWith(1), files: {} });
  });
});

describe('the update view', () => {
  it('shows what is to be done, does it on a click, and shows what was done', async () => {
    await openWith(1, 2, changed(ZOTERO, 'Use the default format.', 'My own keys.'));
    await host.command(UPDATE);
    await host.settle();
    expect(host.text('.modal-title')).toBe('Update the handbook to version 2');
    expect(host.text('.modal .rh-lead')).toContain('If you sync this vault, let your devices catch up first');
    expect(titles()).toEqual([
      ['kept', 'Yours, left alone'],
      ['updated', 'To be updated'],
      ['created', 'To be created'],
      ['unchanged', 'Unchanged'],
    ]);
    expect(host.faults.writes).toEqual([]);
    await host.click('.rh-switch [role="switch"]');
    expect(host.$('.rh-switch [role="switch"]').getAttribute('aria-checked')).toBe('true');
    expect(titles().map(([outcome]) => outcome)).toContain('merged');
    await choose('Write 4 notes');
    expect(host.text('.modal-title')).toBe('Handbook updated to version 2');
    expect(titles().map(([outcome]) => outcome)).toEqual(['kept', 'merged', 'updated', 'created', 'unchanged']);
    expect(host.read(ZOTERO)).toContain('My own keys.');
    expect(host.errors).toEqual([]);
  });

  it('offers what is left to merge, and nothing empty', async () => {
    await openWith(1, 2, changed(ZOTERO, 'Use the default format.', 'My own keys.'));
    await cli('update');
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    await host.click('.rh-switch [role="switch"]');
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    await host.click('.rh-switch [role="switch"]');
    expect(host.read(ZOTERO)).toBe(mine);
    await choose('Write 1 note');
    expect(host.read(ZOTERO)).toContain('WebDAV');
    expect(host.read(ZOTERO)).toContain('My own keys.');
  });

  it('offers what the student deleted, and brings back only what is asked for', async () => {
    await openWith(1, 2, ({ [ZOTERO]: _one, 'Handbook/Tools/Servers.md': _two, ...rest }) => rest);
    await host.command(UPDATE);
    await host.settle();
    await choose('Write 3 notes');
    const restore = host.$$('.rh-outcome[data-outcome="deleted"] a');
    expect(restore).toHaveLength(2);
    await host.click(restore[0] ?? '');
    await host.settle();
    expect(host.text('.rh-outcome[data-outcome="deleted"]')).toContain('Restored');
    expect([host.exists(ZOTERO), host.exists('Handbook/Tools/Servers.md')]).toEqual([true, false]);
  });

  it('writes nothing where the student leaves it', async () => {
    await openWith(1, 2);
    await host.command(UPDATE);
    await host.settle();
    await choose('Not now');
    expect(host.$$('.modal')).toHaveLength(0);
    expect(host.faults.writes).toEqual([]);
  });

  it('says that all is up to date', async () => {
    await openWith(1, 1);
    await host.command(UPDATE);
    await host.settle();
    expect(host.notices().join()).toContain('up to date (version 1)');
    expect(host.faults.writes).toEqual([]);
  });

  it('claims no update where it wrote nothing, and calls what can be done by its name', async () => {
    await openWith(1, 1, ancient);
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    expect(host.text('.modal-title')).toBe('2 notes wait for you');
    expect(host.faults.writes).toEqual([]);
    const rows = host.$$('.rh-outcome[data-outcome="kept"] [role="listitem"]').map((row) => row.textContent);
    expect(rows).toEqual([
      `${START}: it comes from a version too old to compare with. Mark as version 1`,
      `${ZOTERO}: it comes from a version too old to compare with. Compare…`,
    ]);
    const action = (label: string): HTMLElement | string =>
      host.$$('.rh-outcome a.rh-strong').find((one) => one.textContent === label) ?? label;
    await host.click(action('Compare…'));
    await host.settle();
    expect(host.text('.rh-hunks .rh-lead')).toBe(
      `${ZOTERO}: one place differs from the new version. Until you choose, the note stays as it is.`,
    );
    await host.press('Escape');
    expect(host.read(ZOTERO)).toBe(mine);
    await host.click(action('Mark as version 1'));
    await host.settle();
    expect(host.read(START)).toContain('handbook-version: 1');
  });

  it('lets the student choose hunk by hunk; until then the note stays as it is', async () => {
    await openWith(1, 2, (files) => changed(ZOTERO, 'Better BibTeX.', 'Better BibTeX!')(conflict(files)));
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    await choose('Write 3 notes');
    const action = host.$$('.rh-outcome a.rh-strong').find((one) => one.textContent === 'Review 2 places');
    await host.click(action ?? '');
    await host.settle();
    expect(host.$$('.rh-hunk')).toHaveLength(2);
    expect(host.$$('.rh-hunk-where').map((one) => one.textContent)).toEqual([
      'Storage · line 181 of 2',
      'Plugins · line 262 of 2',
    ]);
    expect(mine.split('\n')[17]).toBe('Attachments get 300 MB. I link it to my drive.');
    expect(host.$$('.rh-side.is-kept').map((one) => one.dataset['side'])).toEqual(['mine', 'mine']);
    expect(host.$$('.rh-mine').map((one) => one.textContent)).toContain('I link it to my drive');
    expect(host.read(ZOTERO)).toBe(mine);
    await host.click(host.$$('input.rh-hunk-pick')[3] ?? '');
    expect(host.text('.rh-hunk-note')).toBe('Chosen: 1 mine, 1 new');
    await choose('Write 1 place');
    const text = host.read(ZOTERO);
    expect(text).toContain('I link it to my drive.');
    expect(text).toContain('Better BibTeX, and nothing else.');
    expect(text).toContain('handbook-version: 2');
    expect(host.text('.rh-outcome[data-outcome="kept"]')).toContain('Written');
    await host.command(UPDATE);
    await host.settle();
    expect(host.notices().join()).toContain('up to date (version 2)');
  });

  it('decides by keyboard, and leaves the note where the student leaves the view', async () => {
    await openWith(1, 2, conflict);
    await cli('update');
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    await host.click('.rh-outcome a.rh-strong');
    await host.settle();
    await host.press('Escape');
    expect(host.read(ZOTERO)).toBe(mine);
  });

  it('leaves the whole note where the student keeps it', async () => {
    await openWith(1, 2, conflict);
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    await choose('Write 3 notes');
    await host.click('.rh-outcome a.rh-strong');
    await host.settle();
    await choose('Leave my whole note as it is');
    expect(host.$$('.rh-hunks')).toHaveLength(0);
    expect(host.read(ZOTERO)).toBe(mine);
  });

  it('takes the whole new note only at a second press, own properties aside, and undo brings mine back', async () => {
    await openWith(1, 2, (files) => {
      const own = conflict(files);
      const calm = (own[ZOTERO] ?? '').replace('handbook: ', 'mood: calm\nhandbook: ');
      return { ...own, [ZOTERO]: `${calm}\nA line of mine.\n` };
    });
    const mine = host.read(ZOTERO);
    await host.command(UPDATE);
    await host.settle();
    await choose('Write 3 notes');
    await host.click('.rh-outcome a.rh-strong');
    await host.settle();
    await choose('Take the whole new note');
    expect(host.read(ZOTERO)).toBe(mine);
    expect(host.text('.rh-hunk-note')).toContain('will be replaced');
    await choose('Replace my note');
    const text = host.read(ZOTERO);
    expect(text).toContain('WebDAV');
    expect(text).not.toContain('A line of mine.');
    expect(text).not.toContain('I link it to my drive.');
    expect(text).toContain('handbook-version: 2');
    expect(text).toContain('mood: calm');
    await host.command('research-handbook:undo-handbook');
    await host.settle();
    await choose('Undo');
    expect(host.read(ZOTERO)).toBe(mine);
  });

  it('does not write a choice over a note that was edited meanwhile', async () => {
    await openWith(1, 2, conflict);
    await cli('update');
    await host.command(UPDATE);
    await host.settle();
    await host.click('.rh-outcome a.rh-strong');
    await host.settle();
    await host.external.write(ZOTERO, `${host.read(ZOTERO)}later\n`);
    await host.click(host.$$('input.rh-hunk-pick')[1] ?? '');
    await choose('Write 1 place');
    expect(host.read(ZOTERO)).toContain('later');
    expect(host.read(ZOTERO)).not.toContain('WebDAV');
    expect(host.notices().join()).toContain('edited in the meantime');
  });
});

describe('an update that is waiting', () => {
  it('is told once, quietly, on each device; nothing is applied by itself', async () => {
    await openWith(1, 2);
    expect(host.notices()).toEqual([expect.stringContaining('version 2 of the handbook')]);
    expect(host.faults.writes).toEqual([]);
    const told = { 'research-handbook-update-told': '2' };
    await host.close();
    await openWith(1, 2, (files) => files, { localStorage: told });
    expect(host.notices()).toEqual([]);
  });

  it('is not told where nothing waits, or no handbook is there', async () => {
    await openWith(2, 2);
    expect(host.notices()).toEqual([]);
    await host.close();
    await openWith(3, 2);
    expect(host.notices()).toEqual([]);
    await host.close();
    host = await openHost({ plugin: await pluginWith(2), files: { 'a.md': '' } });
    expect(host.notices()).toEqual([]);
  });
});

describe('taking back', () => {
  it('undoes the last update, after its list, but for what changed since', async () => {
    await openWith(1, 2);
    const before = await contents();
    await cli('update');
    await host.external.write(START, `${host.read(START)}mine\n`);
    await host.command('research-handbook:undo-handbook');
    await host.settle();
    expect(host.text('.modal-title')).toBe('Undo the last update');
    await choose('Undo');
    expect(host.text('.rh-lead')).toContain('1 note changed, moved or deleted since');
    const after = await contents();
    expect(after[START]).toContain('mine');
    expect({ ...after, [START]: '' }).toEqual({ ...before, [START]: '' });
    await choose('Done');
    await host.command('research-handbook:undo-handbook');
    await host.settle();
    expect(host.notices().join()).toContain('no set-up or update to undo');
  });

  it('undoes a set-up without leaving a folder behind', async () => {
    host = await openHost({ plugin: await pluginWith(1), files: { 'mine.md': 'x', 'Templates/own.md': 'y' } });
    await cli('setup', { lang: 'en' });
    await host.command('research-handbook:undo-handbook');
    await host.settle();
    await choose('Undo');
    expect(await host.paths()).toEqual(['Templates/own.md', 'mine.md']);
    expect(host.app.vault.getFolderByPath('Handbook')).toBeNull();
    expect(host.app.vault.getFolderByPath('Templates')).not.toBeNull();
  });

  it.each(['undo-handbook', 'remove-handbook-notes'])(
    'leaves a folder that the student made empty: %s',
    async (command) => {
      host = await openHost({ plugin: await pluginWith(1), files: { 'mine.md': 'x' } });
      await host.run(host.app.vault.createFolder('Lab'));
      await cli('setup', { lang: 'en', root: 'Lab' });
      const moved = host.app.vault.getFileByPath(`Lab/${ZOTERO}`);
      if (command === 'remove-handbook-notes' && moved !== null) {
        await host.run(host.app.vault.createFolder('Lab/Refs'));
        await host.run(host.app.fileManager.renameFile(moved, 'Lab/Refs/Zotero.md'));
        await host.settle();
      }
      await host.command(`research-handbook:${command}`);
      await host.settle();
      await host.click('.modal .mod-warning');
      await host.settle();
      expect(await host.paths()).toEqual(['mine.md']);
      const folders = host.app.vault.getAllLoadedFiles().map(({ path }) => path);
      expect(folders.filter((path) => path.startsWith('Lab')).sort()).toEqual(
        command === 'undo-handbook' ? ['Lab'] : ['Lab', 'Lab/Refs'],
      );
    },
  );

  it('leaves a folder that holds only what Obsidian does not show', async () => {
    host = await openHost({ plugin: await pluginWith(1), files: { 'mine.md': 'x' } });
    await cli('setup', { lang: 'en' });
    await host.external.write('Handbook/Tools/.notes', 'hidden');
    await undo();
    expect(await host.app.vault.adapter.exists('Handbook/Tools/.notes')).toBe(true);
    expect(host.app.vault.getFolderByPath('Handbook/Start')).toBeNull();
  });

  it('undoes the whole of an update that was stopped and run again, and only that one', async () => {
    await openWith(1, 2);
    const start = await contents();
    const writes = async (): Promise<number> => {
      await cli('update');
      return host.faults.writes.length;
    };
    const whole = await writes();
    for (let stop = 1; stop <= whole; stop++) {
      await host.close();
      host = await openHost({ plugin: await pluginWith(2), files: start, faults: { stopAfterWrite: stop } });
      await stopped(host, cli('update'));
      const files = await contents();
      const localStorage = { [UNDO]: String(host.app.loadLocalStorage(UNDO)) };
      await host.close();
      host = await openHost({ plugin: await pluginWith(2), files, localStorage });
      await cli('update');
      await cli('update'); // with nothing to do
      await undo();
      expect(await contents()).toEqual(start);
    }
    await host.close();
    await openWith(1, 2);
    await cli('update');
    const second = await contents();
    const localStorage = { [UNDO]: String(host.app.loadLocalStorage(UNDO)) };
    await host.close();
    host = await openHost({ plugin: await pluginWith(3), files: second, localStorage });
    await cli('update');
    await undo();
    expect(await contents()).toEqual(second);
  }, 180_000);

  it('undoes a set-up together with what it could only make when it was run again', async () => {
    host = await openHost({
      plugin: await pluginWith(1),
      files: { 'mine.md': 'x' },
      faults: { readOnly: ['Handbook/Tools'] },
    });
    await cli('setup', { lang: 'en' });
    host.faults.plan({});
    await cli('setup', { lang: 'en' });
    expect(host.exists(ZOTERO)).toBe(true);
    await undo();
    expect(await host.paths()).toEqual(['mine.md']);
  });

  it('restores what the student deleted', async () => {
    await openWith(1, 2, ({ [ZOTERO]: _deleted, ...rest }) => rest);
    await cli('update');
    expect(host.exists(ZOTERO)).toBe(false);
    await host.command('research-handbook:restore-handbook-notes');
    await host.settle();
    expect(host.text('.rh-outcome[data-outcome="deleted"]')).toContain(ZOTERO);
    await choose('Restore 1 note');
    expect(host.read(ZOTERO)).toContain('handbook-version: 2');
    expect(host.read('Handbook/Map.md')).toContain('[[Zotero|Zotero]]');
  });

  it('removes what the student did not touch, after its list', async () => {
    await openWith(1, 1, (files) => ({
      ...changed(START, '- [ ] Install', '- [x] Install')(files),
      [ZOTERO]: `${files[ZOTERO] ?? ''}mine\n`,
    }));
    await host.command('research-handbook:remove-handbook-notes');
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    await choose('Remove 5 notes');
    expect(await host.paths()).toEqual([START, ZOTERO, 'mine.md']);
    expect(host.notices().join()).toContain('5 notes moved to the trash');
  });
});

describe('a vault of thousands of notes that were not made for this', () => {
  it('keeps every byte', async () => {
    const files: Files = {};
    for (let i = 0; i < 4000; i++)
      files[`notes/${i % 40}/note ${i}.md`] = `---\ntitle: ${i}\n---\n# Note ${i}\n\n[[note ${i + 1}]]\n- [ ] x\n`;
    files['Handbook.md'] = 'mine';
    files['home.md'] = 'mine too';
    host = await openHost({ plugin: await pluginWith(1), files });
    const foreign = (all: Files): Files => Object.fromEntries(Object.entries(all).filter(([path]) => path in files));
    expect(await cli('setup', { lang: 'en' })).toMatchObject({ ok: true, kept: ['home.md'], failed: [] });
    expect(foreign(await contents())).toEqual(files);
    const seeded = await contents();
    await host.close();
    host = await openHost({ plugin: await pluginWith(3), files: seeded });
    expect(await cli('update', { merge: 'true' })).toMatchObject({ ok: true, failed: [] });
    expect(foreign(await contents())).toEqual(files);
  }, 120_000);
});
