import { describe, expect, it } from 'vitest';
import { parseMarker } from '../../../src/core/markdown/marker';

describe('parseMarker', () => {
  it('reads both edges', () => {
    expect(parseMarker('%% rh:begin plan-review 9f3a1c %%')).toEqual({
      edge: 'begin',
      name: 'plan-review',
      tag: '9f3a1c',
    });
    expect(parseMarker('  %%rh:end reading%% ')).toEqual({ edge: 'end', name: 'reading', tag: null });
  });

  it('takes nothing else for one', () => {
    expect(parseMarker('see %% rh:begin reading 9f %%')).toBeNull();
    expect(parseMarker('%% rh:start reading 9f %%')).toBeNull();
  });
});
