import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFrontmatter } from '../../../src/core/markdown/frontmatter';
import { namesIn, peopleIn, sessionNote, withPeople } from '../../../src/core/reading-group/session-note';
import { YAML } from '../group/yaml';

const page = readFileSync(new URL('../../../docs/reading-group.md', import.meta.url), 'utf8');
const example = /^```markdown\n([^]*?)^```$/m.exec(page)?.[1] ?? '';

it('a session is what its properties say', () => {
  const read = readFrontmatter(example, YAML);
  expect(sessionNote('a.md', read.ok ? read.data : {})).toEqual({
    path: 'a.md',
    source: '[[ddpm]]',
    date: '2026-11-12',
    next: '2026-11-19',
  });
  expect(peopleIn(example)).toEqual(['Li Lei', 'Ana']);
  expect(sessionNote('a.md', { type: 'reading-group', date: '2026-11-12', source: 5, next: 'soon' })).toEqual({
    path: 'a.md',
    source: '',
    date: '2026-11-12',
    next: null,
  });
  expect(sessionNote('a.md', { type: 'reading-group' })).toBeNull();
  expect(sessionNote('a.md', { type: 'meeting', date: '2026-11-12' })).toBeNull();
});

it('names are one per line, or with commas between', () => {
  expect(namesIn(' 李雷、韩梅梅\n\n# Ana,Ben； C# \n')).toEqual(['李雷', '韩梅梅', 'Ana', 'Ben', 'C#']);
  expect(namesIn(' \n')).toEqual([]);
});

it('who is missing gets a section, once, however the name is written', () => {
  expect(withPeople('## Li Lei:\n', ['li lei', 'Ana', 'ANA'])).toBe('## Li Lei:\n\n## Ana\n');
  expect(withPeople('# A\r\n\r\nx', ['Ana'])).toBe('# A\r\n\r\nx\r\n\r\n## Ana\r\n');
  expect(withPeople('```\n## Ana\n```\n', ['Ana'])).toBe('```\n## Ana\n```\n\n## Ana\n');
  expect(withPeople('```\nnever closed\n', ['Ana'])).toBeNull();
  expect(withPeople('%%\nnever closed', ['Ana'])).toBeNull();
  expect(withPeople('```\nnever closed\n', [])).toBe('```\nnever closed\n');
});

it('adds at the end and changes nothing before it; a second time it adds nothing', () => {
  const name = fc.constantFrom('Li Lei', '李雷', 'Ana', 'ana', 'C#', 'Ben');
  const text = fc.array(fc.constantFrom('## Ana', '# T', 'words  ', '', '- [x] a\t', '```', '%%', '### Ben', '---'), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('\n', '\r\n'), fc.array(name, { maxLength: 4 }), (lines, eol, people) => {
      const before = lines.join(eol);
      const after = withPeople(before, people);
      if (after === null) return;
      expect(after.startsWith(before)).toBe(true);
      expect(withPeople(after, people)).toBe(after);
    }),
  );
});
