import { describe, expect, it } from 'vitest';
import { applyPlan, expectedOutcome } from '../../../src/core/handbook/apply';
import { writeMerge } from '../../../src/core/handbook/note-merge';
import type { Step } from '../../../src/core/handbook/note-steps';
import { edit, FOLDERS, MemoryVault, pack, planFor, recordIn, rename, run, seeded, writesOf } from './lab';
import { yaml } from './lab';

const ZOTERO = 'Handbook/Tools/Zotero.md';
const START = 'Handbook/Start/Start here.md';
const MAP = 'Handbook/Map.md';
const stepAt = (steps: readonly Step[], path: string): Step | undefined => steps.find((step) => step.path === path);

describe('a first set-up', () => {
  it('makes every note where the vault wants it, and writes the record last', async () => {
    const vault = new MemoryVault({ 'mine.md': 'my note' });
    const outcome = await run(vault, pack(1));
    expect([...outcome.created].sort()).toEqual(
      [
        'Handbook/Map.md',
        'Handbook/Start/Start here.md',
        'Handbook/Tools/Old tool.md',
        'Handbook/Tools/Servers.md',
        'Handbook/Tools/Zotero.md',
        'Home.md',
        'Templates/Weekly report template.md',
      ].sort(),
    );
    expect(outcome.created.at(-1)).toBe('Handbook/Map.md');
    expect(vault.text('mine.md')).toBe('my note');
    expect(recordIn(vault)).toEqual({
      pack: 'test-lab',
      packVersion: 1,
      language: 'en',
      folders: FOLDERS,
      beside: false,
    });
    expect(vault.text(START)).toContain('in `Weekly`');
  });

  it('maps the pack’s top folders onto the chosen ones', async () => {
    const vault = new MemoryVault();
    const folders = { ...FOLDERS, handbook: 'Lab/Guide', templates: 'Lab/T', weekly: 'Lab/W', home: 'Lab/Front.md' };
    await run(vault, pack(1), false, folders);
    expect([...vault.notes.keys()].sort()).toEqual([
      'Lab/Front.md',
      'Lab/Guide/Map.md',
      'Lab/Guide/Start/Start here.md',
      'Lab/Guide/Tools/Old tool.md',
      'Lab/Guide/Tools/Servers.md',
      'Lab/Guide/Tools/Zotero.md',
      'Lab/T/Weekly report template.md',
    ]);
    expect(vault.text('Lab/Guide/Start/Start here.md')).toContain('in `Lab/W`');
    expect(vault.text('Lab/Guide/Map.md')).toContain('[[Lab/Front|home]]');
  });

  it('goes beside a file that is not ours, in any letter case, and links to its own by full path', async () => {
    const vault = new MemoryVault({ 'home.md': 'mine', 'Handbook/Tools/Zotero.md': 'also mine' });
    const outcome = await run(vault, pack(1));
    expect(outcome.kept).toEqual([
      { path: 'home.md', reason: 'in-the-way' },
      { path: 'Handbook/Tools/Zotero.md', reason: 'in-the-way' },
    ]);
    expect(vault.text('home.md')).toBe('mine');
    expect(vault.text('Handbook/Tools/Zotero.md')).toBe('also mine');
    expect(vault.text('Home (handbook).md')).toContain('handbook-id: home');
    const map = vault.text('Handbook/Map.md');
    expect(map).toContain('[[Handbook/Tools/Zotero (handbook)|Zotero]]');
    expect(map).toContain('[[Home (handbook)|home]]');
    expect(recordIn(vault)?.folders.home).toBe('Home (handbook).md');
  });

  it('has a name in the language of the notes where it goes beside a file of the student’s', async () => {
    const [home, first] = ['主页.md', '主页（手册）.md'];
    const vault = new MemoryVault({ [home]: 'mine', [first]: 'also mine' });
    await run(vault, pack(1, 'zh'));
    expect([vault.text(home), vault.text(first)]).toEqual(['mine', 'also mine']);
    expect(vault.text('主页（手册 2）.md')).toContain('handbook-id: home');
    expect(recordIn(vault, 'zh')?.folders.home).toBe('主页（手册 2）.md');
  });

  it('links by full path where another note has the name', async () => {
    const vault = new MemoryVault({ 'tools/Zotero.md': 'mine' });
    await run(vault, pack(1));
    expect(vault.text('Handbook/Map.md')).toContain('[[Handbook/Tools/Zotero|Zotero]]');
    expect(vault.text('Handbook/Map.md')).toContain('[[Servers|Servers]]');
  });

  it('takes folders as the vault spells them, since some systems do not tell case', async () => {
    const vault = new MemoryVault({ 'handbook/mine.md': 'mine' });
    await run(vault, pack(1));
    expect([...vault.notes.keys()].filter((path) => path.startsWith('Handbook/'))).toEqual([]);
    expect(recordIn(vault)?.folders.handbook).toBe('handbook');
  });

  it('changes nothing when it runs again', async () => {
    const vault = await seeded(1);
    const before = vault.all;
    const outcome = await run(vault, pack(1));
    expect(vault.all).toEqual(before);
    expect(outcome.unchanged).toHaveLength(7);
    expect([...outcome.created, ...outcome.updated, ...outcome.failed]).toEqual([]);
  });

  it('does not say that the vault is set up as long as a note could not be made', async () => {
    const vault = new MemoryVault();
    vault.refused.add(ZOTERO);
    const outcome = await run(vault, pack(1));
    expect(outcome.failed).toEqual([{ path: ZOTERO, reason: 'failed', message: 'EACCES' }]);
    expect(recordIn(vault)?.packVersion).toBe(0);
    vault.refused.clear();
    expect((await run(vault, pack(1))).created).toEqual([ZOTERO]);
    expect(recordIn(vault)?.packVersion).toBe(1);
  });
});

describe('an update', () => {
  it.each([
    ['a note of the student’s', () => '# Mine\n'],
    ['the map of another language', (map: string) => map.replace('handbook-lang: en', 'handbook-lang: zh')],
    ['another note of ours', (map: string) => map.replace('handbook-id: map', 'handbook-id: tools/zotero')],
    ['a note whose properties a sync broke', (map: string) => map.replace('---\n', '---\nmood: a\nmood: b\n')],
  ])('writes its record into the map note only, not into %s that took its place meanwhile', async (_name, other) => {
    const vault = await seeded(1);
    edit(vault, MAP, (text) => text.replace('# ', '# My '));
    const plan = planFor(vault, pack(2));
    expect(writesOf(plan)).not.toContain(MAP);
    const theirs = other(vault.text(MAP));
    vault.notes.set(MAP, theirs);
    const outcome = await applyPlan(plan, vault, yaml, { merge: false });
    expect(vault.text(MAP)).toBe(theirs);
    expect(outcome.failed).toEqual([{ path: MAP, reason: 'changed', message: MAP }]);
  });

  it('says so where the map note is gone when its record is to be written', async () => {
    const vault = await seeded(1);
    edit(vault, MAP, (text) => text.replace('# ', '# My '));
    const plan = planFor(vault, pack(2));
    vault.notes.delete(MAP);
    const outcome = await applyPlan(plan, vault, yaml, { merge: false });
    expect(outcome.failed).toEqual([{ path: MAP, reason: 'missing', message: MAP }]);
    expect(vault.notes.has(MAP)).toBe(false);
  });

  it('replaces what was not changed, and carries ticks over', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) => text.replace('- [ ] Install Obsidian', '- [x] Install Obsidian'));
    const outcome = await run(vault, pack(2));
    expect(outcome.updated).toContain(START);
    expect(vault.text(START)).toContain('- [x] Install Obsidian\n- [ ] Join the group chat\n');
    expect(vault.text(START)).toContain('Read one paper, slowly.');
    expect(vault.text(START)).toContain('handbook-version: 2');
    expect(recordIn(vault)?.packVersion).toBe(2);
  });

  it('brings new notes, and leaves a note that the pack gave up', async () => {
    const vault = await seeded(1);
    const outcome = await run(vault, pack(2));
    expect(outcome.created).toEqual(['Handbook/Research/Ideas.md']);
    expect(outcome.kept).toEqual([{ path: 'Handbook/Tools/Old tool.md', reason: 'retired' }]);
  });

  it('does not bring back what the student deleted, but offers it', async () => {
    const vault = await seeded(1);
    vault.notes.delete(ZOTERO);
    const plan = planFor(vault, pack(2));
    expect(writesOf(plan)).not.toContain(ZOTERO);
    expect(plan.deleted.map(({ id, path }) => [id, path])).toEqual([['tools/zotero', ZOTERO]]);
    await run(vault, pack(2));
    expect(vault.notes.has(ZOTERO)).toBe(false);
  });

  it('leaves a changed note alone, and merges it when asked', async () => {
    const vault = await seeded(1);
    edit(vault, ZOTERO, (text) => text.replace('Use the default format.', 'I use my own keys.'));
    const mine = vault.text(ZOTERO);
    expect((await run(vault.copy(), pack(2))).kept).toContainEqual({ path: ZOTERO, reason: 'mergeable' });
    const left = vault.copy();
    await run(left, pack(2));
    expect(left.text(ZOTERO)).toBe(mine);
    const outcome = await run(left, pack(2), true);
    expect(outcome.merged).toEqual([ZOTERO]);
    const merged = left.text(ZOTERO);
    expect(merged).toContain('I use my own keys.');
    expect(merged).toContain('Sync them over WebDAV.');
    expect(merged).toContain('handbook-version: 2');
    expect(merged).toContain('Reference manager');
  });

  it('never writes a conflict, merging or not, and takes the student’s choice hunk by hunk', async () => {
    const vault = await seeded(1);
    edit(vault, ZOTERO, (text) =>
      text.replace('Buy more when it is full.', 'I link it to my drive.').replace('Better BibTeX.', 'Better BibTeX!'),
    );
    const mine = vault.text(ZOTERO);
    const outcome = await run(vault, pack(2), true);
    expect(outcome.kept).toContainEqual({ path: ZOTERO, reason: 'conflict' });
    expect(vault.text(ZOTERO)).toBe(mine);
    const step = stepAt(planFor(vault, pack(2)).steps, ZOTERO);
    if (step?.kind !== 'keep' || step.choice === undefined) throw new Error('no choice is offered');
    expect(step.choice.merge.conflicts).toBe(2);
    const chosen = writeMerge(step.choice.merge, (conflict) => (conflict === 0 ? 'mine' : 'theirs'), yaml);
    expect(chosen).toContain('I link it to my drive.');
    expect(chosen).toContain('Better BibTeX, and nothing else.');
    expect(chosen).not.toContain('WebDAV');
    vault.notes.set(ZOTERO, chosen ?? '');
    expect(stepAt(planFor(vault, pack(2)).steps, ZOTERO)).toMatchObject({ kind: 'unchanged', edited: true });
  });

  it('merges over two versions at once, from the text of the version the note has', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) => text.replace('## First month', '## My own part\n\nMine.\n\n## First month'));
    await run(vault, pack(3), true);
    const text = vault.text(START);
    expect(text).toContain('Join the group chat');
    expect(text).toContain('## My own part\n\nMine.\n');
    expect(text).toContain('with its assignments.');
  });

  it('shows the new version beside, and merges nothing, where the pack has no history', async () => {
    const vault = await seeded(1);
    const bare = { ...pack(2), history: null };
    const outcome = await run(vault, bare, true);
    expect(outcome.updated).toEqual([]);
    expect(outcome.kept).toContainEqual({ path: ZOTERO, reason: 'no-history' });
    const step = stepAt(planFor(vault, bare).steps, ZOTERO);
    expect(step?.kind === 'keep' ? step.choice?.merge.conflicts : 0).toBeGreaterThan(0);
  });

  it('leaves a newer note of another device alone', async () => {
    const vault = await seeded(3);
    const before = vault.all;
    const outcome = await run(vault, pack(2));
    expect(outcome.kept).toContainEqual({ path: START, reason: 'newer' });
    expect(vault.all).toEqual(before);
    expect(recordIn(vault)?.packVersion).toBe(3);
  });

  it('touches neither of two notes with one identity, and says so', async () => {
    const vault = await seeded(1);
    const copy = 'Handbook/Tools/Zotero (conflict 2026-11-05).md';
    vault.notes.set(copy, vault.text(ZOTERO));
    const outcome = await run(vault, pack(2));
    expect(outcome.kept).toContainEqual({ path: ZOTERO, reason: 'doubled' });
    expect(outcome.kept).toContainEqual({ path: copy, reason: 'doubled' });
    expect(vault.text(ZOTERO)).toBe(vault.text(copy));
    expect(vault.text('Handbook/Map.md')).toContain('[[Zotero|Zotero]]');
  });

  it('knows a note that was moved or renamed, updates it there, and links to it', async () => {
    const vault = await seeded(1);
    rename(vault, ZOTERO, 'My tools/References.md');
    const outcome = await run(vault, pack(3));
    expect(outcome.updated).toContain('My tools/References.md');
    expect(vault.notes.has('Handbook/Tools/Papers.md')).toBe(false);
    expect(vault.text('Handbook/Map.md')).toContain('[[My tools/References|Papers in Zotero]]');
    // The pack did not change this line; the link that the app rewrote resolves, and stays.
    expect(vault.text(START)).toContain('[[References|the Zotero note]]');
  });

  it('puts new notes where the student moved the folder to', async () => {
    const vault = await seeded(2);
    for (const path of [...vault.notes.keys()]) {
      if (path.startsWith('Handbook/')) rename(vault, path, `Wiki/${path}`);
    }
    const outcome = await run(vault, pack(3));
    expect(outcome.created).toEqual(['Wiki/Handbook/Research/Look at data.md']);
  });

  it('keeps the student’s properties, their order and comments', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) => text.replace('handbook: test-lab', '# mine\nmood: good\nhandbook: test-lab'));
    await run(vault, pack(2));
    expect(vault.text(START)).toMatch(/^---\n# mine\nmood: good\nhandbook: test-lab\n/);
  });

  it('does not take a rewrite of the frontmatter by the app for an edit', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) =>
      text
        .replace('aliases:\n  - Start here\n', '')
        .replace('tags:\n  - handbook\n', 'tags: [handbook]\naliases:\n- "Start here"\n'),
    );
    expect((await run(vault, pack(2))).updated).toContain(START);
  });

  it('leaves a note with properties that cannot be read, once it is known by them no more', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) => text.replace('tags:', 'tags: [\nx:'));
    const mine = vault.text(START);
    await run(vault, pack(2), true);
    expect(vault.text(START)).toBe(mine);
  });

  it('keeps Windows line endings and a byte order mark', async () => {
    const vault = await seeded(1);
    edit(vault, START, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    await run(vault, pack(2));
    const text = vault.text(START);
    expect(text.startsWith('\uFEFF---\r\n')).toBe(true);
    expect(text).toContain('slowly.\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('expects in a dry run exactly what it then does', async () => {
    const vault = await seeded(1);
    edit(vault, ZOTERO, (text) => text.replace('Use the default format.', 'Mine.'));
    for (const merge of [false, true]) {
      const copy = vault.copy();
      const expected = expectedOutcome(planFor(copy, pack(2)), merge);
      expect(await run(copy, pack(2), merge)).toEqual(expected);
    }
  });

  it('does not write over an edit that came between plan and apply', async () => {
    const vault = await seeded(1);
    const plan = planFor(vault, pack(2));
    edit(vault, START, (text) => `${text}\nlate\n`);
    const { applyPlan } = await import('../../../src/core/handbook/apply');
    const outcome = await applyPlan(plan, vault, yaml, { merge: true });
    expect(outcome.failed).toEqual([{ path: START, reason: 'changed', message: START }]);
    expect(vault.text(START)).toContain('late');
    expect(recordIn(vault)?.packVersion).toBe(1);
  });
});

describe('two languages in one vault', () => {
  it('are two handbooks with records of their own', async () => {
    const vault = await seeded(1);
    await run(vault, pack(1, 'zh'));
    expect(recordIn(vault, 'zh')?.folders.handbook).toBe('手册');
    expect(recordIn(vault, 'en')?.folders.handbook).toBe('Handbook');
    const english = [...vault.notes].filter(([path]) => !/[\u4e00-\u9fff]/.test(path));
    await run(vault, pack(2, 'zh'));
    expect([...vault.notes].filter(([path]) => !/[\u4e00-\u9fff]/.test(path))).toEqual(english);
  });
});
