import { diff_match_patch } from 'diff-match-patch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTag, isUntouched, parseBlocks, renderBlock } from '../../../src/core/block/guarded-block';
import { editedBlocks, refreshBlocks } from '../../../src/core/block/refresh';
import { repairBlocks } from '../../../src/core/block/repair';

const OLD = '- [[resnet|Deep Residual Learning]] · 1 session';
const NEW = '- [[resnet|Deep Residual Learning]] · 2 sessions\n- [[mae|Masked Autoencoders]] · 1 session';
const fresh = new Map([['reading', NEW]]);

function note(block: string): string {
  return `# W32\n\nMine above.\n\n${block}\n\nMine below.\n`;
}
const clean = note(renderBlock('reading', OLD));

describe('the tag', () => {
  it('is FNV-1a folded to 24 bits, as its authors define them', () => {
    // FNV-1a 32 of nothing is the offset basis 811c9dc5; 0x81 xor 0x1c9dc5.
    expect(blockTag('')).toBe((0x81 ^ 0x1c9dc5).toString(16));
    // 'a' is the unit 0x0061: FNV-1a over the bytes 61 00, reckoned apart in big integers.
    let hash = 0x811c9dc5n;
    for (const byte of [0x61n, 0n]) hash = ((hash ^ byte) * 0x01000193n) & 0xffffffffn;
    expect(blockTag('a')).toBe(((hash >> 24n) ^ (hash & 0xffffffn)).toString(16).padStart(6, '0'));
  });

  it('does not change with what the app changes by itself', () => {
    const moved = OLD.replace('[[resnet|', '[[papers/2015/resnet|');
    expect(blockTag(`\r\n${moved}  \r\n\r\n`)).toBe(blockTag(OLD));
  });

  it('changes with a word', () => {
    expect(blockTag(OLD.replace('session', 'session!'))).not.toBe(blockTag(OLD));
    expect(blockTag(OLD.replace('Deep', 'Very deep'))).not.toBe(blockTag(OLD));
  });
});

describe('parsing', () => {
  it('finds a clean block and its body', () => {
    const { blocks, damage } = parseBlocks(clean);
    expect(damage).toEqual([]);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.name).toBe('reading');
    expect(blocks[0]?.line).toBe(4);
    expect(blocks[0]?.body.trim()).toBe(OLD);
    expect(blocks.every(isUntouched)).toBe(true);
  });

  it('takes markers in code for text about markers', () => {
    const text = '```\n%% rh:begin reading 123456 %%\n```\n\nWrite `%% rh:end reading %%` there.\n';
    expect(parseBlocks(text)).toEqual({ blocks: [], damage: [], markers: [] });
  });

  it.each([
    ['unclosed', '%% rh:begin reading 123456 %%\n- a\n', 'reading'],
    ['unopened', '- a\n%% rh:end reading %%\n', 'reading'],
    ['malformed', '%% rh:begin reading 123456\n- a\n', 'reading'],
    ['malformed', '> %% rh:end reading %%\n', 'reading'],
    ['malformed', '%% rh:begin %%\n', null],
  ])('names what is wrong: %s', (kind, text, name) => {
    const { blocks, damage } = parseBlocks(text);
    expect(blocks).toEqual([]);
    expect(damage[0]).toEqual({ name, kind, line: text.startsWith('- a') ? 1 : 0 });
  });

  it('names nested and doubled blocks', () => {
    const inner = renderBlock('numbers', 'x');
    const nested = renderBlock('reading', OLD).replace(OLD, `${OLD}\n\n${inner}`);
    expect(parseBlocks(nested).damage.map((one) => [one.name, one.kind])).toEqual([
      ['reading', 'nested'],
      ['reading', 'nested'],
    ]);
    const doubled = `${renderBlock('reading', OLD)}\n\n${renderBlock('reading', OLD)}`;
    expect(parseBlocks(doubled).damage).toEqual([{ name: 'reading', kind: 'doubled', line: 6 }]);
    expect(parseBlocks(doubled).blocks).toEqual([]);
  });
});

describe('refreshing', () => {
  it('replaces a block that is as the plugin wrote it', () => {
    const { text, states } = refreshBlocks(clean, fresh);
    expect(text).toBe(note(renderBlock('reading', NEW)));
    expect(states.get('reading')).toBe('refreshed');
  });

  it('says unchanged where nothing is new, and leaves the bytes', () => {
    const spaced = clean.replace(OLD, `${OLD}  \n\n`);
    const { text, states } = refreshBlocks(spaced, new Map([['reading', OLD]]));
    expect(text).toBe(spaced);
    expect(states.get('reading')).toBe('unchanged');
  });

  it('does not take a renamed source for an edit', () => {
    const renamed = clean.replace('[[resnet|', '[[papers/resnet|');
    expect(refreshBlocks(renamed, fresh).states.get('reading')).toBe('refreshed');
  });

  it('keeps an edited block and names the lines that would go', () => {
    const edited = clean.replace('1 session', '1 session, and I finally got it');
    const { text, states, edited: kept } = refreshBlocks(edited, fresh);
    expect(text).toBe(edited);
    expect(states.get('reading')).toBe('kept-edited');
    expect(kept[0]?.going).toEqual([{ line: 6, text: `${OLD}, and I finally got it` }]);
    expect(kept[0]?.fresh).toBe(NEW);
  });

  it('names the lines of an edited block as they are once the blocks above it have moved', () => {
    const edited = `${renderBlock('done', '- a')}\n\n${clean.replace('1 session', 'one session')}`;
    const more = new Map([...fresh, ['done', '- a\n- b\n- c']]);
    const { text, edited: kept } = refreshBlocks(edited, more);
    const lines = text.split('\n');
    expect(text).not.toBe(edited);
    expect(lines[kept[0]?.line ?? 0]).toMatch(/rh:begin reading/);
    expect(kept[0]?.going.map(({ line }) => lines[line])).toEqual([OLD.replace('1 session', 'one session')]);
    // Where nothing is written, they are those of the note as it is.
    const [asIs] = editedBlocks(edited, more);
    expect(edited.split('\n')[asIs?.going[0]?.line ?? 0]).toBe(OLD.replace('1 session', 'one session'));
  });

  it('tells where words stand between two blocks that it changed', () => {
    const blocks = (...between: string[]): string =>
      ['a', 'b', 'c'].map((name, at) => renderBlock(name, '- old') + (between[at] ?? '')).join('');
    const around = (text: string, ...changed: string[]): boolean =>
      refreshBlocks(text, new Map(changed.map((name) => [name, '- new']))).aroundWords;
    expect(around(blocks('\n', '\n'), 'a', 'b', 'c')).toBe(false);
    expect(around(blocks('\n\n \n', '\n\n'), 'a', 'b', 'c')).toBe(false);
    expect(around(`Mine.\n\n${blocks('\n', '\n')}\n\nMine.`, 'a', 'b', 'c')).toBe(false);
    expect(around(blocks('\n\nMine.\n\n', '\n'), 'a', 'b')).toBe(true);
    expect(around(blocks('\n\nMine.\n\n', '\n'), 'a', 'c')).toBe(true);
    expect(around(blocks('\n', '\n\nMine.\n\n'), 'a', 'c')).toBe(true);
    expect(around(blocks('\n', '\n\nMine.\n\n'), 'a', 'b')).toBe(false);
    expect(around(blocks('\n\nMine.\n\n', '\n'), 'b', 'c')).toBe(false);
    expect(around(blocks('\n\nMine.\n\n', '\n'))).toBe(false);
  });

  it('replaces an edited block once its new text is chosen, but only the text that was shown', () => {
    const edited = clean.replace('1 session', 'one session');
    const mine = refreshBlocks(edited, fresh).edited[0]?.mine ?? '';
    expect(refreshBlocks(edited, fresh, new Map([['reading', mine]])).text).toBe(note(renderBlock('reading', NEW)));
    const edifiedMeanwhile = edited.replace('one session', 'one long session');
    expect(refreshBlocks(edifiedMeanwhile, fresh, new Map([['reading', mine]])).text).toBe(edifiedMeanwhile);
  });

  it('replaces lines that all stand in the new text too, since two devices refreshed', () => {
    const [a = '', b = ''] = NEW.split('\n');
    const merged = note(renderBlock('reading', a))
      .replace(a, `${b}\n${a}\n${b}`)
      .replace(/reading \w{6} /, 'reading 9f3a1c77 ');
    const { text, states } = refreshBlocks(merged, fresh);
    expect(states.get('reading')).toBe('refreshed');
    expect(text).toBe(note(renderBlock('reading', NEW)));
  });

  it('leaves a deleted block away', () => {
    const { text, states } = refreshBlocks('# W32\n\nMine.\n', fresh);
    expect(text).toBe('# W32\n\nMine.\n');
    expect(states.get('reading')).toBe('absent');
  });

  it('touches nothing while any marker is damaged', () => {
    const damaged = `${clean}\n%% rh:begin numbers 123456 %%\n`;
    const { text, states, damage } = refreshBlocks(damaged, new Map([...fresh, ['numbers', 'x']]));
    expect(text).toBe(damaged);
    expect([...states]).toEqual([
      ['reading', 'unchanged'],
      ['numbers', 'damaged'],
    ]);
    expect(damage).toHaveLength(1);
  });

  it('writes the note’s own line endings', () => {
    const windows = clean.replace(/\n/g, '\r\n');
    expect(refreshBlocks(windows, fresh).text).toBe(note(renderBlock('reading', NEW)).replace(/\n/g, '\r\n'));
  });
});

describe('repairing', () => {
  const begin = /%% rh:begin reading \w{6} %%\n/;
  const end = '%% rh:end reading %%\n';

  it('closes a block where its tag fits', () => {
    const repaired = repairBlocks(clean.replace(end, ''), fresh);
    expect(parseBlocks(repaired).blocks.every(isUntouched)).toBe(true);
    expect(refreshBlocks(repaired, fresh).states.get('reading')).toBe('refreshed');
    expect(repaired.slice(repaired.indexOf('%% rh:end'))).toContain('Mine below.');
  });

  it('opens a block above the lines that are still true', () => {
    const repaired = repairBlocks(note(renderBlock('reading', NEW)).replace(begin, ''), fresh);
    expect(parseBlocks(repaired).blocks[0]?.body.trim()).toBe(NEW);
    expect(repaired.slice(0, repaired.indexOf('%% rh:begin'))).toContain('Mine above.');
  });

  it('sets a fresh block before lines that it cannot tell apart from the student’s', () => {
    const repaired = repairBlocks(clean.replace(begin, ''), fresh);
    expect(parseBlocks(repaired).blocks[0]?.body.trim()).toBe(NEW);
    expect(repaired).toContain(`\n${OLD}\n`);
  });

  it('takes an untouched double away, and keeps an edited one as text', () => {
    const block = renderBlock('reading', OLD);
    const untouched = note(`${block}\n\n${block}`);
    expect(repairBlocks(untouched, fresh).match(/1 session/g)).toHaveLength(1);
    const edited = note(`${block.replace('1 session', 'mine')}\n\n${block}`);
    const repaired = repairBlocks(edited, fresh);
    expect(parseBlocks(repaired).blocks.every(isUntouched)).toBe(true);
    expect(repaired).toContain('mine');
  });

  it('keeps what else stands on a marker’s line', () => {
    const repaired = repairBlocks(clean.replace(end, '%% rh:end reading %% and my words\n'), fresh);
    expect(repaired).toContain('and my words');
    expect(parseBlocks(repaired).damage).toEqual([]);
  });

  it('mends a begin line that a merge doubled', () => {
    const doubled = clean.replace(begin, (line) => `%% rh:begin reading aaaaaa %%\n${line}`);
    expect(repairBlocks(doubled, fresh)).toBe(clean);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    '',
    'a',
    '- b',
    '导师',
    '  - [ ] c',
    '%%',
    '```',
    '`',
    '---',
    '[[x|y]]',
    '| t |',
    '> q',
    'rh:',
  );
  const eol = fc.constantFrom('\n', '\r\n');
  const own = fc
    .array(fc.tuple(word, eol), { maxLength: 6 })
    .map((lines) => lines.map(([line, end]) => line + end).join(''));
  const bodyText = fc
    .array(fc.constantFrom('- [[a|A]] · 1', '- [[b|B]] · 2', '- c'), { maxLength: 3 })
    .map((l) => l.join('\n'));
  const names = ['plan-review', 'reading', 'done', 'numbers'] as const;
  const bodies = fc
    .tuple(bodyText, bodyText, bodyText, bodyText)
    .map((all) => new Map<string, string>(names.map((name, at) => [name, all[at] ?? ''])));
  const parts = fc.record({
    around: fc.tuple(own, own, own, own, own),
    before: bodies,
    after: bodies,
    eol,
  });
  const build = (around: readonly string[], before: ReadonlyMap<string, string>, end: '\n' | '\r\n'): string =>
    names.map((name, at) => `${around[at] ?? ''}${renderBlock(name, before.get(name) ?? '', end)}${end}`).join('') +
    (around[4] ?? '');

  it('keeps the text outside blocks byte for byte, whatever is refreshed', () => {
    fc.assert(
      fc.property(parts, ({ around, before, after, eol: end }) => {
        const text = build(around, before, end as '\n' | '\r\n');
        const { text: refreshed, states } = refreshBlocks(text, after);
        const outside = (t: string): string => {
          const { blocks } = parseBlocks(t);
          let rest = '';
          let copied = 0;
          for (const block of blocks) {
            rest += `${t.slice(copied, block.from)}<${block.name}>`;
            copied = block.to;
          }
          return rest + t.slice(copied);
        };
        expect(outside(refreshed)).toBe(outside(text));
        for (const block of parseBlocks(refreshed).blocks) {
          if (states.get(block.name) !== 'refreshed') continue;
          expect(block.body.trim().replace(/\r/g, '')).toBe(after.get(block.name));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refreshing twice equals refreshing once', () => {
    fc.assert(
      fc.property(parts, ({ around, before, after, eol: end }) => {
        const once = refreshBlocks(build(around, before, end as '\n' | '\r\n'), after).text;
        const twice = refreshBlocks(once, after);
        expect(twice.text).toBe(once);
        expect([...twice.states.values()]).not.toContain('refreshed');
      }),
      { numRuns: 300 },
    );
  });

  it('never loses a line that is not the plugin’s', () => {
    const edit = fc.record({ at: fc.nat(200), text: fc.constantFrom('mine', '\nmine\n', '- mine', '我的') });
    fc.assert(
      fc.property(parts, fc.array(edit, { minLength: 1, maxLength: 3 }), ({ around, before, after }, edits) => {
        let text = build(around, before, '\n');
        for (const { at, text: typed } of edits) {
          // Typed anywhere between two characters, but never into a marker line, which is not the student's.
          const place = Math.min(at, text.length);
          const start = text.lastIndexOf('\n', place - 1) + 1;
          if (/rh:(begin|end)/.test(text.slice(start, (text + '\n').indexOf('\n', place)))) continue;
          if (/\[\[[^|\]]*$/.test(text.slice(start, place))) continue; // a link's destination is no edit, by the contract
          text = text.slice(0, place) + typed + text.slice(place);
        }
        const count = (t: string): number => (t.match(/mine|我的/g) ?? []).length;
        const refreshed = refreshBlocks(text, after).text;
        expect(count(refreshed)).toBe(count(text));
        expect(count(repairBlocks(text, after))).toBe(count(text));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves sound markers and every other line after a repair, and has nothing to repair twice', () => {
    const markerish = fc.constantFrom(
      '%% rh:begin reading 123456 %%',
      '%% rh:end reading %%',
      '%% rh:begin numbers zz %%',
      '%% rh:end numbers %%',
      '%% rh:end',
      'x %% rh:begin reading %%',
      '> %% rh:end numbers %% y',
    );
    const lines = fc.array(fc.oneof(markerish, fc.constantFrom('', 'a', 'b', '- c')), { maxLength: 12 });
    fc.assert(
      fc.property(lines, bodies, (all, after) => {
        const text = all.join('\n');
        const repaired = repairBlocks(text, after);
        expect(parseBlocks(repaired).damage).toEqual([]);
        expect(repairBlocks(repaired, after)).toBe(repaired);
        for (const line of ['a', 'b', '- c']) {
          const count = (t: string): number => t.split('\n').filter((one) => one === line).length;
          expect(count(repaired)).toBeGreaterThanOrEqual(count(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('recovers after two devices refreshed apart and their notes were merged', () => {
    const lines = fc.uniqueArray(fc.constantFrom('- [[a|A]] · 1', '- [[b|B]] · 2', '- [[c|C]] · 3', '- [[d|D]] · 4'));
    let alone = 0;
    fc.assert(
      fc.property(lines, lines, lines, (base, onA, onB) => {
        // Each device adds what it logged; the true text holds all of it.
        const ofA = [...new Set([...base, ...onA])].sort();
        const ofB = [...new Set([...base, ...onB])].sort();
        const fresh = new Map([['reading', [...new Set([...ofA, ...ofB])].sort().join('\n')]]);
        const [start, a, b] = [base, ofA, ofB].map((all) => note(renderBlock('reading', [...all].sort().join('\n'))));
        const dmp = new diff_match_patch();
        const [merged] = dmp.patch_apply(dmp.patch_make(start ?? '', a ?? ''), b ?? '');
        const repaired = repairBlocks(merged, fresh);
        const once = refreshBlocks(repaired, fresh);
        if (once.edited.length === 0) alone += 1;
        const taken = new Map(once.edited.map(({ name, mine }) => [name, mine]));
        const { text } = refreshBlocks(once.text, fresh, taken);
        expect(parseBlocks(text).blocks.map(({ body }) => body.trim())).toEqual([fresh.get('reading')]);
        expect(text).toContain('Mine above.');
        expect(text).toContain('Mine below.');
      }),
      { numRuns: 400 },
    );
    expect(alone).toBeGreaterThan(300); // a choice is asked for only where the merge garbled a line
  });
});
