import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';

const read = (text: string) => {
  const found = readBibliography(text);
  if (found === null) throw new Error('no format was found');
  return found;
};

describe('RIS', () => {
  const RECORD = `TY  - CONF
TI  - Masked Things Are
      Scalable
AU  - He, Kaiming
AU  - Chen, Xinlei
PY  - 2022/06/01/
T2  - Proc. CVPR
SP  - 15979
EP  - 15988
DO  - 10.1109/CVPR52688.2022.01553
UR  - https://example.org/a_b
KW  - a & b
KW  - c
ID  - he2022
ER  - 
`;

  it('is read as an entry', () => {
    const { format, items, failures } = read(`\uFEFFProvider: Somebody\nDatabase: X\n\n${RECORD}`);
    expect(format).toBe('ris');
    expect(items).toMatchObject([
      {
        draft: {
          kind: 'paper',
          title: 'Masked Things Are Scalable',
          authors: ['Kaiming He', 'Xinlei Chen'],
          year: 2022,
          venue: 'Proc. CVPR',
          citekey: 'he2022',
          doi: '10.1109/CVPR52688.2022.01553',
          url: 'https://example.org/a_b',
        },
        damage: [],
        line: 3,
      },
    ]);
    expect(failures).toEqual([]);
    expect(Object.fromEntries(items[0]?.entry.fields ?? [])).toMatchObject({
      booktitle: 'Proc. CVPR',
      pages: '15979–15988',
      keywords: 'a \\& b, c',
    });
  });

  it('takes records without their first or last line, and says so', () => {
    const text = `TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  -\n\nTI  - Three\nER  -\n\nTY  - JOUR\nER  -\n`;
    const { items, failures } = read(text);
    expect(items.map(({ draft, damage, line }) => [draft.title, damage.map(({ code }) => code), line])).toEqual([
      ['One', ['no-end'], 0],
      ['Two', [], 2],
      ['Three', ['no-type'], 6],
    ]);
    expect(failures).toMatchObject([{ code: 'unreadable', line: 9, raw: 'TY  - JOUR' }]);
  });

  it.each([
    ['BOOK', 'book'],
    ['CHAP', 'book'],
    ['THES', 'paper'],
    ['VIDEO', 'video'],
    ['MGZN', 'article'],
    ['BLOG', 'article'],
    ['WHAT', 'paper'],
  ])('TY %s is a %s', (type, kind) => {
    expect(read(`TY  - ${type}\nTI  - T\nER  -\n`).items[0]?.draft.kind).toBe(kind);
  });
});

describe('what CNKI exports', () => {
  it('is read as RefWorks', () => {
    const { format, items } = read(`RT Journal Article
SR 1
A1 欧阳修;李四;Smith, John
AD 某某大学;
T1 基于深度学习的图像分割
JF 计算机学报
YR 2022
IS 05
OP 1001-1018
K1 深度学习;图像分割
AB 摘要。
SN 0254-4164
LA 中文;
DS CNKI
LK https://example.org/kcms

RT Dissertation/Thesis
A1 张三
T1 论文
PB 某某大学
YR 2021
`);
    expect(format).toBe('refworks');
    expect(items.map(({ draft }) => [draft.title, draft.authors, draft.year, draft.venue])).toEqual([
      ['基于深度学习的图像分割', ['欧阳修', '李四', 'John Smith'], 2022, '计算机学报'],
      ['论文', ['张三'], 2021, '某某大学'],
    ]);
  });

  it('is read as EndNote', () => {
    const { format, items } = read(`%0 Journal Article
%A 欧阳修
%A 李四
%+ 某某大学
%T 地质力学
%J 地质学报
%D 2001
%P 1-9
%X 摘要第一行
第二行
%R 10.1000/xyz

%0 Conference Proceedings
%T Another
%B Proc. Conf
%D 2003
`);
    expect(format).toBe('endnote');
    expect(items.map(({ draft }) => [draft.title, draft.authors, draft.year, draft.venue, draft.doi])).toEqual([
      ['地质力学', ['欧阳修', '李四'], 2001, '地质学报', '10.1000/xyz'],
      ['Another', [], 2003, 'Proc. Conf', null],
    ]);
    expect(items[0]?.entry.fields.get('abstract')).toBe('摘要第一行 第二行');
  });
});

it('goes by what comes first where a text looks like two formats', () => {
  expect(read('@misc{a, title={T}, abstract={\nTY  - JOUR\n}}').format).toBe('bibtex');
  expect(read('TY  - JOUR\nTI  - T\nAB  - see\n@misc{a, title={T}}\nER  -\n').format).toBe('ris');
  expect(readBibliography('some words')).toBeNull();
  expect(readBibliography('')).toBeNull();
});
