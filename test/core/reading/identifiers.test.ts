import { describe, expect, it } from 'vitest';
import { arxivKey, citekeyKey, doiKey, isWebAddress, titleKey } from '../../../src/core/reading/identifiers';

describe('arxivKey', () => {
  it.each([
    ['2111.06377', '2111.06377'],
    ['2111.06377v3', '2111.06377'],
    ['arXiv:2111.06377', '2111.06377'],
    ['https://arxiv.org/abs/2111.06377v2', '2111.06377'],
    ['arxiv.org/pdf/2111.06377.pdf', '2111.06377'],
    ['https://doi.org/10.48550/arXiv.2111.06377', '2111.06377'],
    ['2310.1257', '2310.12570'], // a nought lost to YAML; five digits since 2015
    ['1409.0575', '1409.0575'], // four digits until 2014
    ['hep-th/9901001v1', 'hep-th/9901001'],
    ['math.GT/0309136', 'math/0309136'],
    ['arXiv:2401.00001v2 [cs.CV]', '2401.00001'],
    ['https://arxiv.org/pdf/2401.00001v2.pdf#page=3', '2401.00001'],
    ['https://cn.arxiv.org/abs/2401.00001?context=cs', '2401.00001'],
    ['oai:arXiv.org:2401.00001v1', '2401.00001'],
    ['https://ar5iv.labs.arxiv.org/html/2401.00001', '2401.00001'],
    ['https://ar5iv.org/abs/2401.00001', '2401.00001'],
    ['https://www.alphaxiv.org/abs/2401.00001v3', '2401.00001'],
    ['https://huggingface.co/papers/2401.00001', '2401.00001'],
    ['https://arxiv.org/abs/hep-th/9901001/', 'hep-th/9901001'],
  ])('%s', (written, key) => {
    expect(arxivKey(written)).toBe(key);
  });

  it.each(['', '2113.06377', '10.1109/5.771073', 'attention'])('not “%s”', (written) => {
    expect(arxivKey(written)).toBeNull();
  });
});

describe('doiKey', () => {
  it.each([
    ['10.1109/CVPR.2016.90', '10.1109/cvpr.2016.90'],
    ['https://doi.org/10.1109/CVPR.2016.90', '10.1109/cvpr.2016.90'],
    ['doi: 10.1000/182', '10.1000/182'],
    ['DOI 10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000%2F182', '10.1000/182'],
    ['10.1000%2f182', '10.1000/182'],
    ['https://dl.acm.org/doi/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true', '10.1145/3292500.3330701'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/adma.2023/full', '10.1002/adma.2023'],
    ['10.1000/182.', '10.1000/182'],
    ['10.1016/0004-3702(93)90015-4', '10.1016/0004-3702(93)90015-4'],
    ['10.1016/S0140-6736(20)30183-5).', '10.1016/s0140-6736(20)30183-5'],
    ['https://example.org/10.1000', null],
    ['CVPR.2016.90', null],
  ])('%s', (written, key) => {
    expect(doiKey(written)).toBe(key);
  });
});

describe('titleKey', () => {
  it('knows a title in spite of case, blanks and signs', () => {
    expect(titleKey('Masked  Autoencoders: are “Scalable”?')).toBe(titleKey('masked autoencoders are scalable'));
    expect(titleKey('深度学习（第 2 版）')).toBe(titleKey('深度学习(第2版)'));
  });

  it('tells others apart, even where they have no letters', () => {
    expect(titleKey('YOLOv2')).not.toBe(titleKey('YOLOv3'));
    expect(titleKey('???')).not.toBe(titleKey('!!!'));
    expect(titleKey(' ')).toBeNull();
  });

  it('keeps what tells programming languages apart', () => {
    const [c, cpp, sharp] = ['The C Language', 'The C++ Language', 'The C# Language'].map(titleKey);
    expect(new Set([c, cpp, sharp]).size).toBe(3);
    expect(titleKey('the c＋＋ language')).toBe(cpp);
    expect(titleKey('# The C Language')).toBe(c);
    expect(titleKey('CNN + RNN')).toBe(titleKey('CNN RNN'));
  });
});

it('knows a citekey with or without its mark', () => {
  expect(citekeyKey('@He2016Deep')).toBe(citekeyKey('he2016deep'));
});

it.each([
  ['https://arxiv.org/abs/1', true],
  ['http://localhost:8000/x', true],
  ['arxiv.org', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('isWebAddress(%s) is %s', (written, expected) => {
  expect(isWebAddress(written)).toBe(expected);
});
