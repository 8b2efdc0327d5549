import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMetric } from '../../../src/core/experiments/metric';
import { plotOf } from '../../../src/core/experiments/plot';
import { isWithout, metricColumns, readMetrics, readRun, type Run } from '../../../src/core/experiments/runs';
import { workLines } from '../../../src/core/sessions/work-lines';
import { inOneGo } from '../../../src/core/steps';

const runsOf = (...lines: readonly string[]): Run[] =>
  inOneGo(workLines(`## Log\n\n${lines.map((line) => `- 2026-08-04 ${line}`).join('\n')}\n`, ['Log'])).flatMap(
    (line) => readRun(line) ?? [],
  );
const columnsOf = (...lines: readonly string[]): ReturnType<typeof metricColumns> =>
  metricColumns(runsOf(...lines), []);
const bestOf = (...lines: readonly string[]): (number | null)[] => columnsOf(...lines).map(({ best }) => best);

describe('a run', () => {
  it('is a dated line with a metric, a commit or what it ran with; one of work alone is none', () => {
    const [run, ...more] = runsOf(
      'mask 0.5 [metric:: top1 64.2] [min:: 3] [metric:: loss 0.3; fid 9] [commit:: 1a2b3c4] [config:: a.yaml]',
      'read the code [min:: 60] [deep:: 1]',
      'words alone',
    );
    expect(more).toEqual([]);
    expect(run).toMatchObject({ line: 2, date: '2026-08-04', text: 'mask 0.5', commit: '1a2b3c4', private: false });
    expect(run?.metrics.map(({ name, value }) => [name, value])).toEqual([
      ['top1', 64.2],
      ['loss', 0.3],
      ['fid', 9],
    ]);
  });

  it('is private as its line is, and without a number where none of its metrics has one', () => {
    const [secret, failed, odd, fine] = runsOf(
      '[metric:: a 1] [private:: true]',
      '[commit:: 1a2b3c4]',
      '[metric:: a NaN]',
      '[metric:: a NaN; b 1]',
    );
    expect(secret?.private).toBe(true);
    expect([secret, failed, odd, fine].map((run) => run && isWithout(run))).toEqual([false, true, true, false]);
  });

  it('several metrics stand in one text, separated by semicolons', () => {
    expect(readMetrics('top1 64.2；loss 0.3;; ').map(({ name }) => name)).toEqual(['top1', 'loss']);
  });
});

describe('the best', () => {
  it('is the greatest, or the least where less is better', () => {
    expect(bestOf('[metric:: top1 1]', '[metric:: top1 3]', '[metric:: top1 2]')).toEqual([3]);
    expect(bestOf('[metric:: loss 1e-3]', '[metric:: loss -2]', '[metric:: loss 1e-4]')).toEqual([-2]);
    expect(bestOf('[metric:: epe 1]', '[metric:: gap↓ 3]', '[metric:: gap 2]', '[metric:: epe↑ 2]')).toEqual([2, 2]);
  });

  it('is none of one run, of equal ones, and never what is no number', () => {
    expect(bestOf('[metric:: top1 1]')).toEqual([null]);
    expect(bestOf('[metric:: top1 1]', '[metric:: top1 1.0]')).toEqual([null]);
    expect(bestOf('[metric:: top1 inf]', '[metric:: top1 1]', '[metric:: top1 NaN]')).toEqual([null]);
    expect(bestOf('[metric:: loss -inf]', '[metric:: loss 2]', '[metric:: loss 1]')).toEqual([1]);
  });

  it('compares nothing that has another unit; what is no number belongs to the first of its name', () => {
    const columns = columnsOf(
      '[metric:: acc NaN]',
      '[metric:: acc 0.7]',
      '[metric:: Acc 68%]',
      '[metric:: acc 69 %]',
      '[metric:: acc]',
    );
    expect(columns.map(({ name, best, cells }) => [name, best, cells.map((cell) => cell?.text)])).toEqual([
      ['acc', null, ['NaN', '0.7', undefined, undefined, '']],
      ['Acc (%)', 69, [undefined, undefined, '68%', '69 %', undefined]],
    ]);
  });

  it('of any numbers none is better', () => {
    const numbers = fc.array(
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('NaN', 'inf')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(numbers, fc.boolean(), (values, isLess) => {
        const name = isLess ? 'loss' : 'top1';
        const finite = values
          .filter((value) => typeof value === 'number')
          .map((value) => (Object.is(value, -0) ? 0 : value));
        const [best = null] = bestOf(...values.map((value) => `[metric:: ${name} ${String(value)}]`));
        const wanted = isLess ? Math.min(...finite) : Math.max(...finite);
        expect(best).toBe(new Set(finite).size < 2 ? null : wanted);
      }),
    );
  });
});

it('a baseline is of the metric of its name, in any spelling, and of no other unit', () => {
  const baseline = (metric: string, written: string): unknown =>
    metricColumns(runsOf(`[metric:: ${metric}]`), [parseMetric(written)])[0]?.baseline?.value ?? null;
  expect(baseline('top1 64', 'Top-1: 66.1')).toBe(66.1);
  expect(baseline('top1 64%', 'top1 66.1')).toBe(66.1);
  expect(baseline('top1 64', 'top1 66.1%')).toBeNull();
  expect(baseline('top1 64', 'top5 66.1')).toBeNull();
});

describe('a plot', () => {
  it('joins dots, breaks where there is no number, and marks the best', () => {
    const [column] = columnsOf(
      '[metric:: a 1]',
      '[metric:: a 3]',
      '[metric:: a NaN]',
      '[metric:: a 2]',
      '[commit:: 1a2b3c4]',
    );
    const plot = column && plotOf(column);
    expect(plot?.line.match(/[ML]/g)).toEqual(['M', 'L', 'M']);
    expect(plot?.gaps.match(/M/g)).toHaveLength(1);
    expect(plot?.best.match(/M/g)).toHaveLength(1);
    expect(plot?.dots.match(/M/g)).toHaveLength(2);
    expect(plot?.bestAt?.[1]).toBeLessThan(30);
  });

  it('stays within its frame, whatever the numbers', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 30 });
    const extremes = [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0];
    fc.assert(
      fc.property(numbers, fc.double({ noNaN: true, noDefaultInfinity: true }), (values, base) => {
        const columns = metricColumns(runsOf(...values.map((value) => `[metric:: a ${String(value)}]`)), [
          parseMetric(`a ${String(base)}`),
        ]);
        for (const column of columns) {
          const { line, base: height } = plotOf(column);
          const points = [...line.matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
          expect(points).toHaveLength(values.length);
          for (const [x, y] of [...points, [14, height] as const]) {
            expect(x >= 14 && x <= 186).toBe(true);
            expect(y !== null && y >= 22 && y <= 64).toBe(true);
          }
        }
      }),
      {
        examples: [
          [extremes, 1],
          [[5], 5],
          [[1, 1, 1], 1],
        ],
      },
    );
  });
});
