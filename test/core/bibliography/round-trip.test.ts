import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibFile, isOurBibFile } from '../../../src/core/bibliography/export/bib-file';
import { citekeyFor, uniqueKeys } from '../../../src/core/bibliography/export/citekeys';
import { carriedEntry, entryBlock } from '../../../src/core/bibliography/entry-block';
import { readBibliography } from '../../../src/core/bibliography/read';
import { writeEntry } from '../../../src/core/bibliography/write-entry';
import { readSource } from '../../../src/core/reading/source';
import { compare } from '../../../src/core/text/compare';
import type { Source } from '../../../src/core/reading/types';

const source = (more: Partial<Source>): Source => ({ ...readSource('a.md', { title: 'T' }), ...more });
const items = (text: string) => readBibliography(text)?.items ?? [];

describe('a note’s entry', () => {
  it('is carried whole, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a{}`\n\r%<> @~', '```', '%%', '---'), maxLength: 40 });
    fc.assert(
      fc.property(text, (inside) => {
        const entry = `@misc{a,${inside}}`.trim().replace(/\r\n?/g, '\n');
        const note = `---\ntitle: T\n---\n\n# T\n\n${entryBlock(entry, '\n')}\n`;
        expect(carriedEntry(note)).toBe(entry.replace(/<(?=%)/g, '< '));
      }),
    );
  });

  it('is read where the student edited it, and not where none is', () => {
    const note = entryBlock('@misc{a, title={T}}', '\n').replace('{T}', '{T, second edition}');
    expect(carriedEntry(note)).toBe('@misc{a, title={T, second edition}}');
    expect(carriedEntry('# T\n\n```bibtex\n@misc{a}\n```\n')).toBeNull();
  });
});

describe('from a file to notes and back', () => {
  const ENTRY = `@inproceedings{he2022masked,
  title = {{NeRF} in {\\"U}bersee: 50\\% of $n^2$},
  author = {He, Kaiming and {Barnes and Noble} and van der Meer, Jan},
  booktitle = {Proc. of {CVPR}},
  date = {2022-06},
  month = jun,
  pages = {1--9},
  file = {C\\:\\\\x.pdf},
  keywords = {a, b}
}`;

  it('keeps every field as it was, where the note says the same', () => {
    const [item] = items(ENTRY);
    const file = bibFile([{ source: source(item?.draft ?? {}), carried: ENTRY }]);
    const [back] = items(file.text);
    expect(Object.fromEntries(back?.entry.fields ?? [])).toEqual(Object.fromEntries(item?.entry.fields ?? []));
    expect(back?.entry.key).toBe('he2022masked');
    expect(file.text).toContain('  month = jun,\n');
    expect(file.problems).toEqual([]);
  });

  it('lets the note’s properties win', () => {
    const more = {
      title: 'Another Title of GPT-4',
      authors: ['欧阳修', 'Ann Lee'],
      year: 2023,
      venue: 'ICCV',
      doi: '10.1000/a_b',
      arxiv: '2401.00001',
      url: 'https://example.org/a_b%20c',
      citekey: 'new',
    };
    const [back] = items(bibFile([{ source: source(more), carried: ENTRY }]).text);
    expect(back?.draft).toMatchObject(more);
    expect(Object.fromEntries(back?.entry.fields ?? [])).toMatchObject({
      title: 'Another Title of {GPT-4}',
      date: '2023',
      booktitle: 'ICCV',
      pages: '1--9',
    });
  });

  it('escapes what would break a file, once', () => {
    const raw =
      '@article{a, title={Salt & Pepper \\& 100%}, note={see \\url{https://a.org/%20b}}, url={https://a.org/a&b%20c}}';
    const [item] = items(raw);
    const { text } = bibFile([{ source: source(item?.draft ?? {}), carried: raw }]);
    expect(text).toContain('title = {Salt \\& Pepper \\& 100\\%}');
    expect(text).toContain('url = {https://a.org/a&b%20c}');
    expect(text).toContain('\\url{https://a.org/%20b}');
  });
});

describe('a source without an entry', () => {
  it.each<[Partial<Source>, string]>([
    [{ kind: 'paper', venue: 'CVPR' }, 'inproceedings'],
    [{ kind: 'paper', venue: 'Nature' }, 'article'],
    [{ kind: 'paper', venue: 'arXiv', arxiv: '2401.00001' }, 'misc'],
    [{ kind: 'book', venue: 'MIT Press' }, 'book'],
    [{ kind: 'video', url: 'https://example.org' }, 'misc'],
  ])('%o is @%s', (more, type) => {
    const [item] = items(bibFile([{ source: source(more), carried: null }]).text);
    expect(item?.entry.type).toBe(type);
    const { venue = null, arxiv = null, url = null } = more;
    if (type !== 'misc') expect(item?.draft.venue).toBe(venue);
    expect(item?.draft).toMatchObject({ arxiv, url });
  });

  it('comes back with what it says, and another parser reads the same', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'Deep',
          'NeRF',
          '3D',
          'of',
          'C++',
          '100%',
          'A&B',
          'x_i',
          '{odd',
          'Über',
          '深度学习',
          '$5',
          '#1',
          '~',
          '^',
          '\\n',
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((list) => list.join(' '));
    const name = fc.constantFrom('Kaiming He', 'Jan van der Meer', '欧阳修', 'Martin King, Jr.', 'Éva Tardos');
    const facts = fc.record({
      title: words,
      authors: fc.uniqueArray(name, { maxLength: 3 }),
      year: fc.option(fc.integer({ min: 1900, max: 2030 })),
      venue: fc.option(fc.constantFrom('CVPR', 'Nature & Co.', '计算机学报')),
      doi: fc.constantFrom(null, '10.1000/a_b(1)'),
      arxiv: fc.constantFrom(null, '2401.00001'),
      url: fc.constantFrom(null, 'https://example.org/a_b%20c?x=1&y=2'),
    });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), (list) => {
        const exported = list.map((one, at) => ({
          source: source({ ...one, kind: 'paper', path: `${String(at)}.md` }),
          carried: null,
        }));
        const { text } = bibFile(exported);
        const back = items(text);
        const byTitle = (a: object, b: object): number => compare(JSON.stringify(a), JSON.stringify(b));
        const plain = ({
          title,
          authors,
          year,
          doi,
          arxiv,
          url,
        }: Omit<Source, 'path' | 'status' | 'rating' | 'added' | 'tags' | 'zotero' | 'citekey'>) => ({
          title,
          authors,
          year,
          doi,
          arxiv,
          url,
        });
        expect(back.map(({ draft }) => plain(draft)).sort(byTitle)).toEqual(
          exported.map((one) => plain(one.source)).sort(byTitle),
        );
        expect(back.flatMap(({ damage }) => damage)).toEqual([]);
        const judged = parseBibtex(text);
        expect(judged.errors).toEqual([]);
        expect(judged.entries.map(({ key }) => key).sort()).toEqual(back.map(({ entry }) => entry.key).sort());
      }),
      { numRuns: 60 },
    );
  });
});

it('gives no key twice, in whatever letter case, and keys that every BibTeX takes', () => {
  const key = fc.constantFrom('a', 'A', 'b', 'aa', 'a-27');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      const unique = uniqueKeys(keys);
      expect(new Set(unique.map((one) => one.toLowerCase())).size).toBe(keys.length);
      expect(unique[0]).toBe(keys[0]);
    }),
  );
  expect(citekeyFor(source({ authors: ['Éva van der Tárdos'], year: 2016, title: 'The Deep-Residual Learning' }))).toBe(
    'tardos2016deepresidual',
  );
  expect(citekeyFor(source({ authors: ['李四光'], year: 2001, title: '地质力学' }))).toMatch(/^ref2001[0-9a-f]{6}$/);
});

it('knows its own file again until a byte of it is another', () => {
  const { text } = bibFile([{ source: source({ citekey: 'a' }), carried: null }]);
  expect(isOurBibFile(text)).toBe(true);
  expect(isOurBibFile(text.replace(/\n/g, '\r\n'))).toBe(true);
  for (let at = 0; at < text.length; at++) {
    expect(isOurBibFile(`${text.slice(0, at)}x${text.slice(at + 1)}`)).toBe(text.charAt(at) === 'x');
  }
  expect(isOurBibFile('')).toBe(false);
});

it('writes no value that ends the entry', () => {
  const value = fc.string({ unit: fc.constantFrom(...'a{}\\" ,=@'), maxLength: 12 });
  fc.assert(
    fc.property(value, (text) => {
      const written = writeEntry({
        type: 'misc',
        key: 'a',
        fields: new Map([
          ['title', 'T'],
          ['note', text],
          ['year', '2001'],
        ]),
      });
      const [item, ...more] = items(`${written}\n@misc{b, title={U}}`);
      expect(item?.draft).toMatchObject({ title: 'T', year: 2001 });
      expect(more.map(({ draft }) => draft.title)).toEqual(['U']);
    }),
  );
});
