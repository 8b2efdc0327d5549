import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeywords } from '../../../src/core/marks/keywords';
import { marksOf } from '../../../src/core/marks/marks-of';
import { packMarks, unpackMarks } from '../../../src/core/marks/stored-marks';
import { inOneGo } from '../../../src/core/steps';

const NOTE = '# H\n\n- [x] TODO(Ana): a #b\n\nASK: c [private:: true]\n';

describe('marks on the device', () => {
  const marks = inOneGo(marksOf(NOTE, { keywords: readKeywords(''), code: true }));
  const packed = JSON.stringify(packMarks(marks));

  it('come back as they were', () => {
    expect(marks).toHaveLength(2);
    expect(unpackMarks(JSON.parse(packed))).toEqual(marks);
  });

  it('are nothing where the data is damaged', () => {
    for (const data of [null, 0, {}, [], [1], [[]], [[0, 0, 0, ['a'], null]], [[0, 0, 9, ['a', 'b', 'c'], null]]])
      expect(unpackMarks(data)).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => unpackMarks([value])).not.toThrow();
      }),
    );
  });
});
