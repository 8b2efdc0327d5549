import { describe, expect, it } from 'vitest';
import { applyPlan, type Written } from '../../../src/core/handbook/apply';
import { removableNotes } from '../../../src/core/handbook/removal';
import { readUndoRecord, undoWrites } from '../../../src/core/handbook/undo';
import { setFrontmatter } from '../../../src/core/markdown/frontmatter-edit';
import { edit, MemoryVault, pack, planFor, run, seeded, yaml } from './lab';

const START = 'Handbook/Start/Start here.md';

async function recorded(vault: MemoryVault, version: number): Promise<Written[]> {
  const writes: Written[] = [];
  await applyPlan(planFor(vault, pack(version)), vault, yaml, {
    merge: false,
    onStep: (_done, _total, written) => {
      if (written !== null) writes.push(written);
    },
  });
  return writes;
}

describe('undo', () => {
  it('keeps a note that changed since, and says so', async () => {
    const vault = new MemoryVault();
    const writes = await recorded(vault, 1);
    edit(vault, START, (text) => `${text}mine\n`);
    vault.notes.delete('Handbook/Tools/Servers.md');
    const undone = await undoWrites({ writes }, vault);
    expect([...undone.kept].sort()).toEqual([START, 'Handbook/Tools/Servers.md']);
    expect([...vault.notes.keys()]).toEqual([START]);
    expect(undone.removed[0]).toBe('Handbook/Map.md');
  });

  it('reads its record only as it was stored', () => {
    const record = { kind: 'update', writes: [{ path: 'F/a.md', before: null, after: 'x', folders: ['F'] }] };
    for (const finished of [true, false]) {
      expect(readUndoRecord(JSON.parse(JSON.stringify({ ...record, finished })))).toEqual({ ...record, finished });
    }
    expect(readUndoRecord(record)?.finished).toBe(false);
    for (const bad of [
      null,
      1,
      {},
      { kind: 'update' },
      { kind: 'other', writes: [] },
      { kind: 'update', writes: [{}] },
      { kind: 'update', writes: [{ path: 'a.md', before: null, after: 'x', folders: [1] }] },
    ]) {
      expect(readUndoRecord(bad)).toBeNull();
    }
  });
});

describe('removal', () => {
  it('names what is as it was shipped, and nothing the student touched', async () => {
    const vault = await seeded(1, { 'mine.md': 'x' });
    edit(vault, START, (text) => text.replace('- [ ] Install', '- [x] Install'));
    edit(vault, 'Handbook/Tools/Zotero.md', (text) => `${text}mine\n`);
    edit(vault, 'Home.md', (text) => text.replace('tags:', 'cover: a.png\ntags:'));
    const paths = removableNotes(planFor(vault, pack(1)), yaml).map(({ path }) => path);
    expect([...paths].sort()).toEqual([
      'Handbook/Map.md',
      'Handbook/Tools/Old tool.md',
      'Handbook/Tools/Servers.md',
      'Templates/Weekly report template.md',
    ]);
  });

  it('knows an earlier version, too', async () => {
    const vault = await seeded(1);
    const paths = removableNotes(planFor(vault, pack(3)), yaml).map(({ path }) => path);
    expect(paths).toContain(START);
    expect(paths).not.toContain('Handbook/Tools/Old tool.md'); // the pack does not know its text any more
  });

  it('finds nothing twice', async () => {
    const vault = await seeded(2);
    await run(vault, pack(3));
    const paths = removableNotes(planFor(vault, pack(3)), yaml).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('setFrontmatter', () => {
  it('changes the lines of its keys and no other byte', () => {
    const text = '---\n# c\na: 1 # old\nlist:\n- x\n- y\n\nb:  "two"\n---\nbody\n';
    expect(setFrontmatter(text, { a: 2, list: ['z'] }, yaml)).toBe(
      '---\n# c\na: 2 # old\nlist:\n  - z\n\nb:  "two"\n---\nbody\n',
    );
    expect(setFrontmatter(text, { list: undefined }, yaml)).toBe('---\n# c\na: 1 # old\n\nb:  "two"\n---\nbody\n');
    expect(setFrontmatter(text, { c: true }, yaml)).toBe(
      '---\n# c\na: 1 # old\nlist:\n- x\n- y\n\nb:  "two"\nc: true\n---\nbody\n',
    );
    expect(setFrontmatter(text, { a: 1, b: 'two' }, yaml)).toBe(text);
  });

  it('gives a note without frontmatter one, and keeps Windows line endings', () => {
    expect(setFrontmatter('body', { a: 1 }, yaml)).toBe('---\na: 1\n---\nbody');
    expect(setFrontmatter('\uFEFFx\r\ny', { a: 1 }, yaml)).toBe('\uFEFF---\r\na: 1\r\n---\r\nx\r\ny');
  });

  it('leaves what it cannot edit surely', () => {
    expect(setFrontmatter('---\n{a: 1}\n---\n', { a: 2 }, yaml)).toBeNull();
    expect(setFrontmatter('---\na: [\n---\n', { a: 2 }, yaml)).toBeNull();
    expect(setFrontmatter('---\na: &x 1\nb: *x\n---\n', { a: 2 }, yaml)).toBeNull();
  });
});
