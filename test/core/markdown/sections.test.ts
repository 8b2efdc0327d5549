import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSection, findSections, headingKey, listSections } from '../../../src/core/markdown/sections';

const LOG = ['阅读日志', 'Reading log'];

function body(text: string, names = LOG): string | null {
  const section = findSection(text, names);
  return section === null ? null : text.slice(section.bodyStart, section.end);
}

describe('findSection', () => {
  it('ends at the next heading of its level or a higher one, and holds deeper ones', () => {
    expect(body('# T\n\n## Reading log\na\n### August\nb\n## Notes\nc')).toBe('a\n### August\nb\n');
    expect(body('## Reading log\na\n# T\nb')).toBe('a\n');
    expect(body('## Reading log')).toBe('');
  });

  it.each([
    ['the other language', '## 阅读日志\na', 'a'],
    ['any level', '#### Reading log\na', 'a'],
    ['letter case, emphasis and a colon', '## **READING LOG**：\na', 'a'],
    ['closing marks', '## Reading log ##\na', 'a'],
    ['carriage returns', '## Reading log\r\na\r\n## B\r\n', 'a\r\n'],
    ['a setext heading', 'Reading log\n---\na', 'a'],
  ])('knows the heading in spite of %s', (_name, text, expected) => {
    expect(body(text)).toBe(expected);
  });

  it.each([
    ['code', '```\n## Reading log\n```\n'],
    ['a comment', '%%\n## Reading log\n%%\n'],
    ['frontmatter', '---\n## Reading log\n---\n'],
    ['a quote', '> ## Reading log\n'],
    ['a tag', '#Reading log\n'],
    ['a longer heading', '## Reading log of others\n'],
    ['a guarded block', '%% rh:begin a 1 %%\n## Reading log\n%% rh:end a %%\n'],
  ])('takes none in %s', (_name, text) => {
    expect(findSection(text, LOG)).toBeNull();
  });

  it('does not end a section at a rule under a list, a table or a blank line', () => {
    expect(body('## Reading log\n- a\n---\nb')).toBe('- a\n---\nb');
    expect(body('## Reading log\n| a |\n---\n')).toBe('| a |\n---\n');
    expect(body('## Reading log\na\n\n---\nb')).toBe('a\n\n---\nb');
  });

  it('finds every section of that name', () => {
    expect(findSections('## Reading log\n## 阅读日志\n', LOG).map((section) => section.line)).toEqual([0, 1]);
  });

  it('knows an apostrophe of any kind', () => {
    expect(headingKey('Last week’s plan')).toBe(headingKey("Last week's plan"));
  });

  it('keeps sections in order and inside the text, whatever the text', () => {
    const piece = fc.constantFrom('# a\n', '## b\n', '```\n', '---\n', 'x\n', '\n', '- y\n');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          let last = -1;
          for (const section of listSections(text)) {
            expect(section.start).toBeGreaterThan(last);
            expect(section.bodyStart).toBeGreaterThan(section.start);
            expect(section.end).toBeGreaterThanOrEqual(section.bodyStart);
            expect(section.end).toBeLessThanOrEqual(text.length);
            last = section.start;
          }
        },
      ),
    );
  });
});
