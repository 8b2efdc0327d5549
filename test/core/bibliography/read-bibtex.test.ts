import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';
import type { Item, ReadItems } from '../../../src/core/bibliography/item';

function read(text: string): ReadItems {
  const found = readBibliography(text);
  if (found === null) throw new Error('no format was found');
  return found;
}
const item = (text: string, key?: string): Item => {
  const { items } = read(text);
  const found = key === undefined ? items[0] : items.find(({ entry }) => entry.key === key);
  if (found === undefined) throw new Error(`no entry ${key ?? ''}`);
  return found;
};
const titles = (text: string): unknown => read(text).items.map(({ entry, draft }) => [entry.key, draft.title]);
const damage = (text: string): unknown => read(text).items.flatMap((one) => one.damage.map(({ code }) => code));

describe('an entry', () => {
  it('is read with its accents, capitals and signs', () => {
    const { draft } = item(
      `@article{g, author={G{\\"o}del, Kurt and Erd{\\H o}s, P{\\'a}l and \\O{}rsted, H. C. and \\v{C}ech, E and {\\L}ukasiewicz, Jan},
        title={{{\\"U}ber die L\\"osung na\\"{\\i}ve stra{\\ss}e -- 50\\% of \`\`{NeRF}'' \\& \\emph{more}}}, year=1931}`,
    );
    expect(draft.title).toBe('Über die Lösung naïve straße – 50% of “NeRF” & more');
    expect(draft.authors).toEqual(['Kurt Gödel', 'Pál Erdős', 'H. C. Ørsted', 'E Čech', 'Jan Łukasiewicz']);
    expect(draft.year).toBe(1931);
  });

  it('says mathematics in plain signs where these can, else as it is', () => {
    expect(
      item('@article{x, title={$\\alpha$-stable $O(n^2)$ on $\\mathbb{R}^n$, ${}^{3}$He, $x_{ij}$}}').draft.title,
    ).toBe('α-stable O(n²) on Rⁿ, ³He, $x_{ij}$');
  });

  it('knows commands with lengths, quotations, links and raised signs', () => {
    const tex =
      '\\enquote{A \\enquote{b}} T\\kern-.1667emX\\relax{} \\href{https://a.org}{here} 1\\textsuperscript{st}';
    expect(item(`@misc{x, title={${tex}}}`).draft.title).toBe('“A ‘b’” TX here 1st');
  });

  it('has people whole in every script', () => {
    const { draft } = item(
      '@article{a, title={T}, author={欧阳, 修 and 张三 and {某某大学} and van der Meer, Jan and King, Jr., Martin and 김, 철수 and {Barnes and Noble} and others}}',
    );
    expect(draft.authors).toEqual([
      '欧阳修',
      '张三',
      '某某大学',
      'Jan van der Meer',
      'Martin King, Jr.',
      '김철수',
      'Barnes and Noble',
    ]);
  });

  it('has people by BibLaTeX’s keys, and nobody called “others”', () => {
    const names = 'family=Beethoven, given=Ludwig, prefix=van, prefix-i=v and others';
    expect(item(`@book{a, title={T}, author={${names}}}`).draft.authors).toEqual(['Ludwig van Beethoven']);
    expect(item('@book{a, title={T}, author={He, Kaiming and et al.}}').draft.authors).toEqual(['Kaiming He']);
  });

  it.each<[string, string, object]>([
    [
      'a conference',
      '@inproceedings{a, title={T}, booktitle={Proc. of CVPR}, publisher={IEEE}, year={2016}}',
      { kind: 'paper', venue: 'Proc. of CVPR', year: 2016 },
    ],
    [
      'a journal by BibLaTeX',
      '@article{a, title={T}, journaltitle={TPAMI}, date={2021-05-03}, urldate={2022-01-01}}',
      { kind: 'paper', venue: 'TPAMI', year: 2021 },
    ],
    [
      'a book',
      '@book{a, title={T}, subtitle={S}, publisher={MIT Press}, year={2016}}',
      { kind: 'book', title: 'T: S', venue: 'MIT Press' },
    ],
    [
      'a page',
      '@online{a, title={T}, url={https://example.org/a_b%20c}}',
      { kind: 'article', url: 'https://example.org/a_b%20c' },
    ],
    ['a magazine', '@article{a, title={T}, entrysubtype={magazine}}', { kind: 'article' }],
    [
      'arXiv by eprint',
      '@misc{a, title={T}, eprint={2304.02643v2}, archivePrefix={arXiv}, primaryClass={cs.CV}}',
      { kind: 'paper', arxiv: '2304.02643', doi: null },
    ],
    [
      'arXiv as Google Scholar has it',
      '@article{a, title={T}, journal={arXiv preprint arXiv:2304.02643}, year={2023}}',
      { arxiv: '2304.02643', venue: 'arXiv' },
    ],
    [
      'arXiv as DBLP has it',
      '@article{a, title={T}, journal={CoRR}, volume={abs/1706.03762}}',
      { arxiv: '1706.03762' },
    ],
    [
      'arXiv by its DOI and address',
      '@online{a, title={T}, doi={10.48550/arXiv.2304.02643}, url={https://arxiv.org/abs/2304.02643}}',
      { kind: 'paper', arxiv: '2304.02643', doi: null, url: null },
    ],
    ['another eprint', '@article{a, title={T}, eprint={12345678}, eprinttype={pubmed}}', { arxiv: null }],
    [
      'a DOI in an address',
      '@article{a, title={T}, url={https://doi.org/10.1000/A\\_b}}',
      { doi: '10.1000/A_b', url: null },
    ],
    ['a book’s year in words', '@book{a, title={T}, year={forthcoming}}', { year: null }],
  ])('is mapped: %s', (_name, text, wanted) => {
    expect(item(text).draft).toMatchObject(wanted);
  });

  it('takes names of @string, joins by #, and inherits', () => {
    const text = `@string{cvpr = "Proc. CVPR"}
@STRING(pub = {IEEE})
@inproceedings{c1, title="A" # " " # {B}, booktitle = cvpr # " 2021", publisher=pub, month = jul, year=2021}
@inproceedings{d1, title={Child}, author={Ann Lee}, crossref={d0}, pages={1--2}}
@proceedings{d0, title={Proc of Conf}, year={2019}, publisher={ACM}}`;
    expect(item(text, 'c1').draft).toMatchObject({ title: 'A B', venue: 'Proc. CVPR 2021' });
    expect(item(text, 'd1').draft).toMatchObject({ title: 'Child', venue: 'Proc of Conf', year: 2019 });
    expect(item(text, 'c1').text).toBeNull(); // alone, its own text would say less
    expect(read(text).skipped).toEqual([{ code: 'container', line: 4, value: 'd0' }]);
    expect(damage(text)).toEqual([]);
  });

  it('ends with rings and long chains of parents', () => {
    const ring = '@misc{a, title={A}, xdata={b}}\n@xdata{b, year={2001}, xdata={a}}';
    expect(item(ring, 'a').draft.year).toBe(2001);
  });

  it('keeps its own text where that says everything', () => {
    const entry = '@Article{x,\r\n  title = {T},\r\n  month = jul,\r\n}';
    expect(item(`% Encoding: UTF-8\r\n\uFEFF${entry}\r\n`).text).toBe(entry);
  });
});

describe('what stands around', () => {
  it.each<[string, string, unknown]>([
    [
      'parentheses, a BOM, a number unquoted',
      '\uFEFF@misc(k, title="A" # " {\\"U}ber", volume=12, number=3-4)',
      [['k', 'A Über']],
    ],
    [
      'JabRef’s comments',
      '@Article{o1, title = {T}}\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:a\\;0\\;1\\;\\;\\;\\;;\n}',
      [['o1', 'T']],
    ],
    [
      'entries within a comment',
      '@comment{\n@article{gone, title={x}}\n@article{gone2, title={y}}\n}\n@article{e1, title={T}}',
      [['e1', 'T']],
    ],
    ['an address in free text', 'write to a@b.com (now)\n@article{e1, title={T}}', [['e1', 'T']]],
    [
      'entries on one line',
      '@misc{a, title={A}} @misc{b, title={B}}',
      [
        ['a', 'A'],
        ['b', 'B'],
      ],
    ],
    [
      'an entry’s line quoted in a value',
      '@article{v1, title={T},\n abstract={line one\n@article{fake, is quoted}\n more}}\n@article{v2, title={U}}',
      [
        ['v1', 'T'],
        ['v2', 'U'],
      ],
    ],
    [
      'odd keys',
      "@inproceedings{DBLP:conf/cvpr/HeZRS16, title={T}}\n@misc{张三2020基于, title={U}}\n@misc{a'b:c+d, title={V}}\n@misc{Some Key 2020, title={W}}",
      [
        ['DBLP:conf/cvpr/HeZRS16', 'T'],
        ['张三2020基于', 'U'],
        ["a'b:c+d", 'V'],
        ['Some Key 2020', 'W'],
      ],
    ],
    [
      'a file field with braces and backslashes',
      '@article{p1, file={Full Text:C\\:\\\\Users\\\\x\\\\a\\;b.pdf:application/pdf;Snap:/home/x/{1}.html:text/html}, title={T}}',
      [['p1', 'T']],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(titles(text)).toEqual(wanted);
    expect(read(text).failures).toEqual([]);
    expect(damage(text)).toEqual([]);
  });

  it('tells what is commented out', () => {
    expect(read('% @article{gone,\n%  title={x}}\n@article{e1, title={T}}').skipped).toEqual([
      { code: 'commented-out', line: 0, value: 'gone' },
    ]);
  });
});

describe('damage', () => {
  const GOOD = '\n@article{good, title={Good}, year={2002}}\n';

  it.each<[string, string, readonly string[]]>([
    ['a comma too few', '@article{a, title={T}\n author={A B}, year=2001}', ['missing-comma']],
    ['a comma too few behind the key', '@article{a\n title={T}, author={A B}, year=2001}', ['missing-comma']],
    ['a brace too many', '@article{a, title={T}}, author={A B}, year=2001}', ['extra-brace']],
    ['a brace too many, at a line’s end', '@article{a, title={T},}\n author={A B}, year=2001}', ['extra-brace']],
    ['a name that nothing gives', '@article{a, title={T}, author={A B}, year=2001, month=juni}', ['unknown-name']],
    ['a line behind %', '@article{a, title={T},\n% note={x},\n author={A B}, year=2001}', ['commented-line']],
    ['a field twice', '@article{a, title={T}, author={A B}, year=2001, year=2002}', ['double-field']],
    ['no “=”', '@article{a, title={T}, note {x}, author={A B}, year=2001}', ['no-equals']],
    ['no value', '@article{a, title={T}, note = , author={A B}, year=2001}', ['no-value']],
    ['no end', '@article{a, title={T}, author={A B}, year=2001\n', ['unclosed-entry']],
    ['no key', '@article{title={T}, author={A B}, year=2001}', ['no-key']],
    ['an empty key', '@article{, title={T}, author={A B}, year=2001}', ['no-key']],
    ['a value that does not end', '@article{a,\n title={T {x},\n author={A B},\n year=2001\n}', ['unclosed-value']],
  ])('%s costs nothing but itself, and is told', (_name, text, codes) => {
    const found = read(text + GOOD);
    const [broken] = found.items;
    expect(found.items.map(({ draft }) => draft.title).at(-1)).toBe('Good');
    expect(found.items).toHaveLength(2);
    expect(broken?.draft).toMatchObject({ title: expect.stringMatching(/^T/), authors: ['A B'], year: 2001 });
    expect(broken?.damage.map(({ code }) => code)).toEqual(codes);
    expect(found.failures).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['an entry that is one unclosed value', '@article{a,title={Bad {x,year=2001}', 'unreadable'],
    ['an unclosed quotation', '@article{a, title="Bad title, author={A B}, year=2001}', 'unreadable'],
    ['an @ without brackets', '@article a, title={T}}', 'no-entry'],
    ['an entry without its @', 'article{a, title={T}}', 'no-at'],
    ['an entry without a title', '@article{a, year={2001}}', 'no-title'],
  ])('%s is told with its line and text', (_name, text, code) => {
    const found = read(`% a file\n${text}${GOOD}`);
    expect(found.items.map(({ entry }) => entry.key)).toEqual(['good']);
    expect(found.failures).toMatchObject([{ code, line: 1, raw: text }]);
  });

  it('takes no entry for words of the one before, though its brackets are closed behind it', () => {
    const found = read(
      '@article{a, title={T}, note={x\n@article{b, title={Good}, year={2001}}\n}}\n@misc{c, title={C}}',
    );
    expect(found.items.map(({ draft }) => draft.title)).toEqual(['T', 'Good', 'C']);
    expect(found.items[0]?.damage).not.toEqual([]);
  });

  it('says of a doubled key that it is, and takes both', () => {
    const found = read('@article{l1, title={First}}\n@article{L1, title={Second}}');
    expect(found.items.map(({ damage: list }) => list.map(({ code, value }) => [code, value]))).toEqual([
      [],
      [['double-key', 'L1']],
    ]);
  });

  it('has the rest of a file that was cut', () => {
    const found = read('@article{k1, title={Good}, year=2002}\n@article{k2, title={Cut of');
    expect(found.items).toHaveLength(1);
    expect(found.failures).toMatchObject([{ line: 1 }]);
  });
});
