// The promises that hold whatever the student, the app and other devices do (see design: invariants 1 and 9).
import DiffMatchPatch from 'diff-match-patch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLines, canonicalText } from '../../../src/core/block/canonical';
import { splitNote } from '../../../src/core/markdown/frontmatter';
import { undoWrites } from '../../../src/core/handbook/undo';
import { applyPlan, type Written } from '../../../src/core/handbook/apply';
import { MemoryVault, pack, planFor, rename, run, seeded, Stopped, stateOf, writesOf, yaml } from './lab';

/** What a student or the app does to a vault; numbers choose among the notes and lines that there are. */
type Act =
  | {
      readonly do: 'insert' | 'change' | 'delete-line' | 'tick';
      readonly note: number;
      readonly line: number;
      readonly text: string;
    }
  | {
      readonly do: 'rename' | 'move' | 'delete' | 'crlf' | 'bom' | 'properties' | 'own-note';
      readonly note: number;
      readonly text: string;
    };

/** Student's lines are marked, so that they can be found again. */
const words = fc.constantFrom(
  'mine α',
  'mine β **bold**',
  'mine - [ ] γ',
  '- [ ] mine δ',
  '> mine ε',
  '我的 ζ',
  'mine [[Zotero|η]]',
);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('insert', 'change', 'delete-line', 'tick'),
    note: fc.nat(20),
    line: fc.nat(30),
    text: words,
  }),
  fc.record({
    do: fc.constantFrom('rename', 'move', 'delete', 'crlf', 'bom', 'properties', 'own-note'),
    note: fc.nat(20),
    text: words,
  }),
);
const acts = fc.array(act, { maxLength: 8 });
const versions = fc.constantFrom([1, 2], [1, 3], [2, 3]);

function perform(vault: MemoryVault, doing: Act): void {
  const paths = [...vault.notes.keys()].sort();
  const notePath = paths[doing.note % Math.max(1, paths.length)];
  if (notePath === undefined) return;
  const text = vault.text(notePath);
  const { body } = splitNote(text);
  const head = text.slice(0, text.length - body.length);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = body.split(/\r?\n/);
  const put = (changed: string[]): void => void vault.notes.set(notePath, head + changed.join(eol));
  switch (doing.do) {
    case 'insert':
      put([
        ...lines.slice(0, doing.line % (lines.length + 1)),
        doing.text,
        ...lines.slice(doing.line % (lines.length + 1)),
      ]);
      break;
    case 'change':
      put(lines.map((line, index) => (index === doing.line % lines.length ? `${line} ${doing.text}` : line)));
      break;
    case 'delete-line':
      put(lines.filter((_line, index) => index !== doing.line % lines.length));
      break;
    case 'tick':
      put(lines.map((line) => line.replace('- [ ] ', '- [x] ')));
      break;
    case 'rename':
      if (!vault.notes.has(`Handbook/renamed ${doing.note}.md`))
        rename(vault, notePath, `Handbook/renamed ${doing.note}.md`);
      break;
    case 'move': {
      const target = `Moved/${notePath.slice(notePath.lastIndexOf('/') + 1)}`;
      if (!vault.notes.has(target)) rename(vault, notePath, target);
      break;
    }
    case 'delete':
      vault.notes.delete(notePath);
      break;
    case 'crlf':
      vault.notes.set(notePath, text.replaceAll(/\r?\n/g, '\r\n'));
      break;
    case 'bom':
      if (!text.startsWith('\uFEFF')) vault.notes.set(notePath, `\uFEFF${text}`);
      break;
    case 'properties':
      vault.notes.set(notePath, text.replace('tags:\n  - handbook\n', 'tags: [handbook]\nmood: fine\n'));
      break;
    case 'own-note':
      vault.notes.set(
        ['Handbook/Research/Ideas.md', 'Handbook/Research/Look at data.md', `own ${doing.note}.md`][doing.note % 3] ??
          '',
        doing.text,
      );
      break;
  }
}

/** Every line with the student's mark, as often as it stands anywhere; links may be rewritten, ticks kept. */
function studentLines(vault: MemoryVault): string[] {
  return [...vault.notes.values()]
    .flatMap((text) => canonicalLines(text).map((line) => line.key))
    .filter((key) => /mine|我的/.test(key))
    .sort();
}

async function edited(from: number, doings: readonly Act[]): Promise<MemoryVault> {
  const vault = await seeded(from, { 'notes/diary.md': 'mine, see [[Zotero|papers]] and [[Start here]]\n' });
  for (const doing of doings) perform(vault, doing);
  return vault;
}

describe('whatever was edited, renamed, moved or deleted', { timeout: 60_000 }, () => {
  it('plan, apply, plan: the second plan is empty', async () => {
    await fc.assert(
      fc.asyncProperty(versions, acts, fc.boolean(), async ([from = 1, to = 2], doings, merge) => {
        const vault = await edited(from, doings);
        await run(vault, pack(to), merge);
        expect(writesOf(planFor(vault, pack(to)), merge)).toEqual([]);
        const after = vault.all;
        await run(vault, pack(to), merge);
        expect(vault.all).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });

  it('every line that the student wrote survives', async () => {
    await fc.assert(
      fc.asyncProperty(versions, acts, async ([from = 1, to = 2], doings) => {
        const vault = await edited(from, doings);
        const before = studentLines(vault);
        await run(vault, pack(to), true);
        expect(studentLines(vault)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('no byte of a note that is not ours changes, and ticks stay ticked', async () => {
    await fc.assert(
      fc.asyncProperty(versions, acts, async ([from = 1, to = 2], doings) => {
        const vault = await edited(from, doings);
        const ours = new Set(stateOf(vault).notes.map((note) => note.path));
        const foreign = [...vault.notes].filter(([path]) => !ours.has(path));
        const ticks = (): number => [...vault.notes.values()].join('\n').split('- [x] Install Obsidian').length;
        const ticked = ticks();
        await run(vault, pack(to), true);
        for (const [path, text] of foreign) expect(vault.text(path)).toBe(text);
        expect(ticks()).toBe(ticked);
      }),
      { numRuns: 100 },
    );
  });

  it('a stop after any write, and running again, ends in the same vault', async () => {
    await fc.assert(
      fc.asyncProperty(versions, acts, fc.boolean(), async ([from = 1, to = 2], doings, merge) => {
        const start = await edited(from, doings);
        const whole = start.copy();
        await run(whole, pack(to), merge);
        for (let stop = 0; stop <= whole.writes; stop++) {
          const vault = start.copy();
          vault.stopAfter = stop;
          try {
            await run(vault, pack(to), merge);
          } catch (error) {
            if (!(error instanceof Stopped)) throw error;
          }
          vault.stopAfter = Number.POSITIVE_INFINITY;
          await run(vault, pack(to), merge);
          expect(vault.all).toEqual(whole.all);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('undoing at once gives back the vault as it was, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(versions, acts, fc.boolean(), async ([from = 1, to = 2], doings, merge) => {
        const vault = await edited(from, doings);
        const before = vault.all;
        const writes: Written[] = [];
        await applyPlan(planFor(vault, pack(to)), vault, yaml, {
          merge,
          onStep: (_done, _total, written) => {
            if (written !== null) writes.push(written);
          },
        });
        const undone = await undoWrites({ writes }, vault);
        expect(undone.kept).toEqual([]);
        expect(vault.all).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

it('a set-up that stops after any write and runs again ends as one that did not', async () => {
  const whole = await seeded(1, { 'Home.md': 'mine' });
  for (let stop = 0; stop <= whole.writes; stop++) {
    const vault = new MemoryVault({ 'Home.md': 'mine' });
    vault.stopAfter = stop;
    await run(vault, pack(1)).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
    vault.stopAfter = Number.POSITIVE_INFINITY;
    await run(vault, pack(1));
    expect(vault.all).toEqual(whole.all);
  }
});

it('what the app does by itself never makes a note count as changed', () => {
  const note = fc
    .array(
      fc.constantFrom(
        '- [ ] a',
        '* [x] b',
        'See [[Zotero|Z]] and [[a/b#c|d]]',
        '',
        'text',
        '`[[x]]`',
        '```',
        '| [[q\\|r]] |',
      ),
      { maxLength: 10 },
    )
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(note, fc.constantFrom('ticks', 'crlf', 'rename', 'blanks', 'bom'), (text, what) => {
      const isCode = text.includes('```'); // a tick inside code is the student's own
      const done = {
        ticks: isCode ? text : text.replaceAll('- [ ] a', '- [x] a'),
        crlf: text.replaceAll('\n', '\r\n'),
        rename: isCode ? text : text.replaceAll('[[Zotero|', '[[moved/Papers|').replaceAll('[[q\\|', '[[z\\|'),
        blanks: `${text.replaceAll('\n', '  \n')}\n\n`,
        bom: `\uFEFF${text}`,
      }[what];
      expect(canonicalText(done)).toBe(canonicalText(text));
    }),
  );
});

describe('two devices apart, then synced', { timeout: 60_000 }, () => {
  /** Obsidian Sync: a note that both changed is merged by diff-match-patch from the last common text. */
  function sync(base: MemoryVault, a: MemoryVault, b: MemoryVault): MemoryVault {
    const merger = new DiffMatchPatch();
    const merged = new MemoryVault();
    for (const path of new Set([...a.notes.keys(), ...b.notes.keys()])) {
      const [old, mine, theirs] = [base, a, b].map((vault) => vault.notes.get(path));
      if (mine === undefined || theirs === undefined) {
        // Deleted on one device: gone, unless the other changed it meanwhile. New on one device: there.
        const left = mine ?? theirs ?? '';
        if (old === undefined || old !== left) merged.notes.set(path, left);
      } else if (mine === theirs || theirs === old) merged.notes.set(path, mine);
      else if (mine === old) merged.notes.set(path, theirs);
      else merged.notes.set(path, merger.patch_apply(merger.patch_make(old ?? '', theirs), mine)[0]);
    }
    return merged;
  }

  it('both seeded: one handbook', async () => {
    const [a, b] = [await seeded(1), await seeded(1)];
    const synced = sync(new MemoryVault(), a, b);
    expect(synced.all).toEqual(a.all);
    expect(writesOf(planFor(synced, pack(1)))).toEqual([]);
  });

  it('one seeded an older version: the newer one wins or is caught up by an update', async () => {
    const [a, b] = [await seeded(1), await seeded(2)];
    // Neither device knew the other's notes: Sync keeps one of them, here the older.
    const merged = new MemoryVault(new Map([...b.notes, ...a.notes]));
    await run(merged, pack(2));
    expect(merged.all).toEqual((await updated(a, 2)).all);
    expect(stateOf(merged).notes.filter((note) => note.id === 'map')).toHaveLength(1);
  });

  it('both updated the same vault, whatever was edited before: one handbook, and nothing left to do', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (doings, merge) => {
        const base = await edited(1, doings);
        const [a, b] = [base.copy(), base.copy()];
        await run(a, pack(2), merge);
        await run(b, pack(2), merge);
        const synced = sync(base, a, b);
        expect(synced.all).toEqual(a.all);
      }),
      { numRuns: 40 },
    );
  });

  it('one updated while the other edited: the student’s lines are there, and an update ends it', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (doings) => {
        const base = await seeded(1);
        const [a, b] = [base.copy(), base.copy()];
        await run(a, pack(2));
        for (const doing of doings)
          if (!['own-note', 'rename', 'move', 'crlf', 'delete'].includes(doing.do)) perform(b, doing);
        const synced = sync(base, a, b);
        const lines = studentLines(synced);
        const ids = stateOf(synced).notes.map((note) => note.id);
        await run(synced, pack(2), true);
        expect(studentLines(synced)).toEqual(lines);
        expect(new Set(ids).size).toBe(ids.length);
        expect(writesOf(planFor(synced, pack(2)), true)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  async function updated(vault: MemoryVault, to: number): Promise<MemoryVault> {
    const copy = vault.copy();
    await run(copy, pack(to));
    return copy;
  }
});
