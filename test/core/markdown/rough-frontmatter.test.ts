import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { roughFrontmatter } from '../../../src/core/markdown/rough-frontmatter';

const rough = (yaml: string): unknown => roughFrontmatter(`---\n${yaml}\n---\n# T\n`);

describe('frontmatter that cannot be read', () => {
  it.each([
    ['type: source\nstatus: read\nstatus: reading', { type: 'source', status: 'read' }],
    ['type: "source"\r\ntitle: a: b', { type: 'source', title: 'a: b' }],
    ['tags: [paper, "to read"]\n\tx', { tags: ['paper', 'to read'] }],
    ['tags:\n  - paper\n- read\nauthor: "x', { tags: ['paper', 'read'], author: '"x' }],
    ['type:source\n: x\n# type: source', {}],
    ['<<<<<<< HEAD\ntype: source\n=======\ntype: person\n>>>>>>> b', { type: 'source' }],
  ])('still says by its lines: %j', (yaml, said) => {
    expect(rough(yaml)).toEqual(said);
  });

  it('says nothing where there is none, and nothing of the text below', () => {
    expect(roughFrontmatter('type: source\n')).toEqual({});
    expect(roughFrontmatter('---\na: 1\n---\ntype: source\n')).toEqual({ a: '1' });
  });

  it('says of plain values what a reader of YAML says', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/).filter((text) => typeof parse(text) === 'string');
    fc.assert(
      fc.property(fc.dictionary(word, fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 }))), (data) => {
        expect(rough(stringify(data))).toEqual(parse(stringify(data)));
      }),
    );
  });
});
