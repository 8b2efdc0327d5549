import { describe, expect, it } from 'vitest';
import { brokenIdentifiers } from '../../../src/core/reading/broken-source';

describe('brokenIdentifiers', () => {
  it('reads our plain keys of one line, quoted or not, and nothing from the body', () => {
    const text =
      '---\r\ntitle: "A: b"\r\narxiv: \'2304.02643\'\r\ndoi: 10.1109/5.771073 \r\nstatus: a\r\nstatus: b\r\n---\r\nurl: https://x\r\n';
    expect(brokenIdentifiers('Sources/x.md', text)).toEqual({
      title: 'A: b',
      arxiv: '2304.02643',
      doi: '10.1109/5.771073',
      citekey: null,
      url: null,
    });
  });

  it('takes the note’s name where no title can be read', () => {
    for (const title of ['', 'title:\n', 'title: ""\n', '  title: nested\n']) {
      expect(brokenIdentifiers('Sources/SAM.md', `---\n${title}a: 1\na: 2\n---\n`).title).toBe('SAM');
    }
  });
});
