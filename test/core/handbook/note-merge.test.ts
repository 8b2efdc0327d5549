import { describe, expect, it } from 'vitest';
import { hunksOf } from '../../../src/core/handbook/hunks';
import { mergeNote, writeMerge, type Choice } from '../../../src/core/handbook/note-merge';
import { yaml } from './lab';

const note = (body: string, frontmatter = 'handbook-version: 1\ntags:\n  - handbook'): string =>
  `---\n${frontmatter}\n---\n${body}`;

function merge(
  base: string | null,
  mine: string,
  theirs: string,
  choose: (n: number) => Choice = () => 'mine',
): string {
  const merged = mergeNote(base, mine, theirs, yaml);
  const text = merged === null ? null : writeMerge(merged, choose, yaml);
  if (text === null) throw new Error('not merged');
  return text;
}
const bodies = (base: string, mine: string, theirs: string, choose?: (n: number) => Choice): string =>
  merge(note(base), note(mine), note(theirs), choose).split('---\n')[2] ?? '';

describe('mergeNote', () => {
  it('carries ticks over to the same item, wherever it moved, and not to a reworded one', () => {
    expect(
      bodies(
        '- [ ] one\n- [ ] two\n- [ ] three\n',
        '- [x] one\n- [x] two\n- [ ] three\n',
        '- [ ] two\n- [ ] one\n- [ ] three, new\n',
      ),
    ).toBe('- [x] two\n- [x] one\n- [ ] three, new\n');
    expect(bodies('- [ ] one\n', '- [x] one\n', '- [ ] one, with care\n')).toBe('- [ ] one, with care\n');
    expect(bodies('- [ ] a\n\n# X\n', '- [/] a\n\n# X\n', '- [ ] a\n\n# Y\n')).toBe('- [/] a\n\n# Y\n');
  });

  it('keeps the student’s bytes of a line that the new version left alone', () => {
    expect(bodies('[[a|x]]\nend\n', '[[moved/a|x]]  \nend\n', '[[a|x]]\nnew end\n')).toBe('[[moved/a|x]]  \nnew end\n');
  });

  it('takes a link that the new version leads elsewhere', () => {
    expect(bodies('[[a|x]]\nend\n', '[[moved/a|x]]\nend\n', '[[b|x]]\nend\n')).toBe('[[b|x]]\nend\n');
  });

  it('keeps paragraphs apart where both sides meet', () => {
    expect(bodies('one\n', 'one\n', 'one\n\ntwo\n')).toBe('one\n\ntwo\n');
    expect(bodies('one\n', 'one', 'one\ntwo\n')).toBe('one\ntwo\n');
    expect(bodies('a\n\nb\n', 'a\n\nb mine\n', 'a new\n\nb\n')).toBe('a new\n\nb mine\n');
    expect(bodies('a\n\nb\n\nc\n', 'a\n\nb mine\n\nc\n', 'a\n\nb\n\nc new\n\nd\n')).toBe('a\n\nb mine\n\nc new\n\nd\n');
  });

  it('does not take a blank line more or less for a change', () => {
    expect(bodies('a\n\nb\nz\n', 'a\nb\nz\n\n\n', 'a\n\nb\ny\n')).toBe('a\nb\ny\n');
    expect(bodies('a\n\nb\n', 'a\nb\n', 'a\n\nc\n')).toBe('a\n\nc\n'); // the new text keeps its distance
    expect(bodies('a\nb\n', '\n\na\nb\n', 'a\nc\n')).toBe('\n\na\nc\n');
  });

  it('writes only what is chosen', () => {
    const [base, mine, theirs] = ['a\nb\nc\nd\ne\n', 'a\nB mine\nc\nD mine\ne\n', 'a\nb new\nc\nd new\ne\n'];
    expect(bodies(base, mine, theirs, () => 'mine')).toBe(mine);
    expect(bodies(base, mine, theirs, () => 'theirs')).toBe(theirs);
    expect(bodies(base, mine, theirs, (n) => (n === 0 ? 'theirs' : 'mine'))).toBe('a\nb new\nc\nD mine\ne\n');
  });

  it('compares line by line where nothing is known of the base', () => {
    const merged = mergeNote(null, note('a\nmine\nz\n'), note('a\nnew\nz\nmore\n'), yaml);
    expect(merged?.conflicts).toBe(2);
    expect(merged && writeMerge(merged, () => 'mine', yaml)?.split('---\n')[2]).toBe('a\nmine\nz\n');
    expect(merged && writeMerge(merged, () => 'theirs', yaml)?.split('---\n')[2]).toBe('a\nnew\nz\nmore\n');
  });

  it('merges properties key by key, and lists item by item', () => {
    const text = merge(
      note('x\n', 'handbook-version: 1\naliases:\n  - A\n  - Old\ntags: handbook\ncss: wide'),
      note('x\n', 'handbook-version: 1\naliases:\n  - A\n  - Old\n  - Mine\ntags: handbook\nmood: 1\ncss: narrow'),
      note('x\n', 'handbook-version: 2\naliases:\n  - A\n  - New\ntags: handbook/tools\ncss: full'),
    );
    expect(yaml.parse(text.split('---\n')[1] ?? '')).toEqual({
      'handbook-version': 2,
      aliases: ['A', 'Mine', 'New'],
      tags: 'handbook/tools',
      mood: 1,
      css: 'narrow',
    });
  });

  it('does not edit properties it cannot edit surely', () => {
    const merged = mergeNote(
      note('x\n'),
      '---\n{handbook-version: 1, tags: [handbook]}\n---\nx\n',
      note('y\n', 'handbook-version: 2'),
      yaml,
    );
    expect(merged && writeMerge(merged, () => 'mine', yaml)).toBeNull();
    expect(mergeNote(note('x'), '---\na: [\n---\nx', note('y'), yaml)).toBeNull();
  });
});

describe('hunksOf', () => {
  it('says where the student has to choose', () => {
    const mine = note('# Title\n\n## Storage\n\nfirst\nmine\n\n## Keys\n\nkeys, mine\nand more\n');
    const merged = mergeNote(
      note('# Title\n\n## Storage\n\nfirst\nold\n\n## Keys\n\nkeys\n'),
      mine,
      note('# Title\n\n## Storage\n\nfirst\nnew\n\n## Keys\n\nkeys, new\n'),
      yaml,
    );
    const hunks = merged === null ? [] : hunksOf(merged);
    expect(hunks).toEqual([
      { heading: 'Storage', fromLine: 11, toLine: 11, mine: 'mine', theirs: 'new' },
      { heading: 'Keys', fromLine: 15, toLine: 16, mine: 'keys, mine\nand more', theirs: 'keys, new' },
    ]);
    for (const hunk of hunks)
      expect(
        mine
          .split('\n')
          .slice(hunk.fromLine - 1, hunk.toLine)
          .join('\n'),
      ).toBe(hunk.mine);
  });
});
