import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedSource, type PastedSource } from '../../../src/core/reading/pasted-source';

describe('readPastedSource', () => {
  it.each<[string, PastedSource]>([
    ['2111.06377', { kind: 'paper', title: '', arxiv: '2111.06377', year: '2021' }],
    ['arXiv:2111.06377v2', { kind: 'paper', title: '', arxiv: '2111.06377', year: '2021' }],
    ['https://arxiv.org/abs/2111.06377', { kind: 'paper', title: '', arxiv: '2111.06377', year: '2021' }],
    ['arxiv.org/pdf/2111.06377v1.pdf', { kind: 'paper', title: '', arxiv: '2111.06377', year: '2021' }],
    ['https://doi.org/10.48550/arXiv.2111.06377', { kind: 'paper', title: '', arxiv: '2111.06377', year: '2021' }],
    ['https://arxiv.org/abs/cs/0301012', { kind: 'paper', title: '', arxiv: 'cs/0301012' }],
    ['10.1109/CVPR.2016.90', { kind: 'paper', title: '', doi: '10.1109/CVPR.2016.90' }],
    ['https://doi.org/10.1109/CVPR.2016.90', { kind: 'paper', title: '', doi: '10.1109/CVPR.2016.90' }],
  ])('knows an id: %s', (text, found) => {
    expect(readPastedSource(text)).toEqual(found);
  });

  it.each<[string, PastedSource]>([
    [
      'https://openreview.net/pdf?id=YicbFdNTTy',
      { kind: 'paper', title: '', url: 'https://openreview.net/forum?id=YicbFdNTTy' },
    ],
    [
      'https://openreview.net/forum?id=YicbFdNTTy&noteId=x',
      { kind: 'paper', title: '', url: 'https://openreview.net/forum?id=YicbFdNTTy' },
    ],
    [
      'https://openaccess.thecvf.com/content_cvpr_2016/html/He_Deep_Residual_Learning_CVPR_2016_paper.html',
      {
        kind: 'paper',
        title: 'Deep Residual Learning',
        venue: 'CVPR',
        year: '2016',
        url: 'https://openaccess.thecvf.com/content_cvpr_2016/html/He_Deep_Residual_Learning_CVPR_2016_paper.html',
      },
    ],
    [
      'https://aclanthology.org/N19-1423.pdf',
      { kind: 'paper', title: '', venue: 'NAACL', year: '2019', url: 'https://aclanthology.org/N19-1423/' },
    ],
    [
      'aclanthology.org/2020.acl-main.703/',
      { kind: 'paper', title: '', venue: 'ACL', year: '2020', url: 'https://aclanthology.org/2020.acl-main.703/' },
    ],
    [
      'https://aclanthology.org/2021.findings-emnlp.1/',
      {
        kind: 'paper',
        title: '',
        venue: 'Findings of EMNLP',
        year: '2021',
        url: 'https://aclanthology.org/2021.findings-emnlp.1/',
      },
    ],
    [
      'https://youtu.be/VMj-3S1tku0?si=abc',
      { kind: 'video', title: '', url: 'https://www.youtube.com/watch?v=VMj-3S1tku0' },
    ],
    [
      'https://m.youtube.com/watch?v=VMj-3S1tku0&t=30s',
      { kind: 'video', title: '', url: 'https://www.youtube.com/watch?v=VMj-3S1tku0' },
    ],
    [
      'https://www.youtube.com/playlist?list=PL3FW7Lu3i5JvHM8',
      { kind: 'course', title: '', url: 'https://www.youtube.com/playlist?list=PL3FW7Lu3i5JvHM8' },
    ],
    [
      'https://www.bilibili.com/video/BV1Wv411h7kN/?p=3&spm_id_from=333.999',
      { kind: 'video', title: '', url: 'https://www.bilibili.com/video/BV1Wv411h7kN/?p=3' },
    ],
    ['https://b23.tv/abc123', { kind: 'video', title: '', url: 'https://b23.tv/abc123' }],
    [
      'https://karpathy.github.io/2019/04/25/recipe/?utm_source=x',
      { title: '', url: 'https://karpathy.github.io/2019/04/25/recipe/' },
    ],
  ])('knows an address: %s', (text, found) => {
    expect(readPastedSource(text)).toEqual(found);
  });

  it.each([
    'Deep Residual Learning',
    'BERT',
    '深度学习',
    '3.14',
    'U-Net',
    'https://',
    'see https://arxiv.org/abs/2111.06377',
    '',
  ])('leaves a title alone: %s', (text) => {
    expect(readPastedSource(text)).toBeNull();
  });

  it('never throws, and never makes a title of an address', () => {
    const path = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(path, (url) => {
        expect(readPastedSource(url)?.title.includes('://')).not.toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        readPastedSource(text);
      }),
    );
  });
});
