import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceTo, isLessBetter, metricKey, parseMetric, parseValue } from '../../../src/core/experiments/metric';

describe('a metric', () => {
  it.each([
    ['top1 64.2', 'top1', '64.2', 64.2, ''],
    ['Top 1: 64.2', 'Top 1', '64.2', 64.2, ''],
    ['acc=68.4%', 'acc', '68.4%', 68.4, '%'],
    ['acc  68.4 %', 'acc', '68.4 %', 68.4, '%'],
    ['loss 1e-4', 'loss', '1e-4', 0.0001, ''],
    ['loss -0.5', 'loss', '-0.5', -0.5, ''],
    ['loss .5', 'loss', '.5', 0.5, ''],
    ['lr +3.', 'lr', '+3.', 3, ''],
    ['latency 12ms', 'latency', '12ms', 12, 'ms'],
    ['AP 50 41.2', 'AP 50', '41.2', 41.2, ''],
    ['accuracy 88.1 ± 0.3', 'accuracy', '88.1 ± 0.3', 88.1, ''],
    ['acc 88.1%±0.3%', 'acc', '88.1%±0.3%', 88.1, '%'],
    ['loss NaN', 'loss', 'NaN', null, ''],
    ['loss -inf', 'loss', '-inf', null, ''],
    ['loss ∞', 'loss', '∞', null, ''],
    ['loss 1e999', 'loss', '1e999', null, ''],
    ['准确率：64', '准确率', '64', 64, ''],
    ['mAP', 'mAP', '', null, ''],
    ['acc high', 'acc high', '', null, ''],
    ['loss 0,31', 'loss 0,31', '', null, ''],
    ['64.2', '64.2', '', null, ''],
    ['', '', '', null, ''],
  ])('%j', (written, name, text, value, unit) => {
    expect(parseMetric(written)).toEqual({ name, text, value, unit });
  });

  it('reads back any finite number behind any word', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9@/_-]{0,9}$/),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (name, value) => {
          const written = String(value);
          expect(parseMetric(`${name} ${written}`)).toEqual({
            name,

            text: written,
            value: Number(written),
            unit: '',
          });
        },
      ),
    );
  });

  it('takes any text without an error, in time in proportion to it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = parseMetric(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
    for (const text of ['1'.repeat(50_000), '1 '.repeat(20_000), `a ${'1'.repeat(50_000)}x!`]) parseMetric(text);
  });
});

it('a value alone', () => {
  expect(parseValue('66.1')).toEqual({ text: '66.1', value: 66.1, unit: '' });
  expect([parseValue(''), parseValue('ours'), parseValue('-')]).toEqual([null, null, null]);
});

it('names that differ by signs or case alone are one, those that differ by digits are not', () => {
  expect(metricKey('Top-1')).toBe(metricKey('top1'));
  expect(metricKey('val/acc (%)')).toBe(metricKey('Val_Acc'));
  expect(metricKey('mAP@0.5')).not.toBe(metricKey('mAP@0.75'));
  expect(metricKey('%')).toBe('%');
});

it('less is better of losses, errors and measures of that kind', () => {
  const less = [
    'loss',
    'val/loss',
    'valLoss',
    'MSELoss',
    'top1 error',
    'perplexity',
    'FID',
    'FID-50k',
    'val_ppl',
    'test MAE',
    'WER',
    'gap↓',
    '损失',
    '验证误差',
  ];
  const more = ['MAE ↑', 'top1', 'accuracy', 'mAP', 'MAE top1', 'PSNR', 'IoU', 'fidelity', 'timestamps', '准确率', ''];
  expect(less.filter(isLessBetter)).toEqual(less);
  expect(more.filter(isLessBetter)).toEqual([]);
});

it('a difference has its sign and no dust of floating point, and is none of what is no number', () => {
  const difference = (value: number | null, other: string): string => differenceTo(value, parseMetric(`a ${other}`));
  expect(difference(68.4, '66.1')).toBe('+2.3');
  expect(difference(64.2, '66.1')).toBe('-1.9');
  expect(difference(5, '5.0')).toBe('±0');
  expect(difference(0.0003, '1e-4')).toBe('+0.0002');
  expect([difference(null, '1'), difference(1, 'NaN'), differenceTo(1, null)]).toEqual(['', '', '']);
});
