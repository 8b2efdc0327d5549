import { isSameName } from '../text/same-name';
import type { OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import type { IsoDate } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import type { HeatmapProblemCode } from './problem-code';
import { rangeInWords } from './range-words';
import { isTooLong, parseRange, RANGE_WORDS, type NamedSpans, type RangeSpec } from './range';

/** Reads `range`, or `from` and `to`. */
export function readRange(root: OptionMap<HeatmapProblemCode>, spans: NamedSpans): RangeSpec {
  const rolling: RangeSpec = { kind: 'rolling' };
  if (root.has('from') || root.has('to')) return readFromTo(root) ?? rolling;
  const raw = root.raw('range');
  if (raw === undefined) return rolling;
  const text = writtenValue(raw);
  const parsed = parseRange(text) ?? spanNamed(text, spans) ?? rangeInWords(text, spans);
  if (parsed === undefined || parsed === 'no-such-day') {
    root.problems.add('bad-range', ['range'], { value: text, known: [...RANGE_WORDS, ...spans.keys()] });
    return rolling;
  }
  if (parsed === 'no-term') {
    root.problems.add('no-term', ['range'], { value: text, nearest: null });
    return rolling;
  }
  if (parsed === 'reversed') {
    root.problems.add('range-reversed', ['range'], { value: text });
    return rolling;
  }
  return withinReach(root, parsed, 'range', text);
}

function readFromTo(root: OptionMap<HeatmapProblemCode>): RangeSpec | null {
  if (root.has('range')) {
    root.problems.add('range-twice', ['range'], { value: root.text('range') ?? '' });
    return null;
  }
  if (!root.require('from', dayBefore(root))) return null;
  const from = root.day('from');
  const to = root.has('to') ? root.day('to') : null;
  if (from === undefined || to === undefined) return null;
  if (to !== null && to < from) {
    root.problems.add('range-reversed', ['to'], { value: to });
    return null;
  }
  return withinReach(root, { kind: 'days', from, to }, 'from', from);
}

/** A day that may stand before `to`, for a tip. */
function dayBefore(root: OptionMap<HeatmapProblemCode>): IsoDate {
  const to = writtenValue(root.raw('to'));
  return isCalendarDay(to) ? `${to.slice(0, 8)}01` : '2026-08-04';
}

function withinReach(root: OptionMap<HeatmapProblemCode>, spec: RangeSpec, key: string, value: string): RangeSpec {
  if (!isTooLong(spec)) return spec;
  root.problems.add('range-too-long', [key], { value });
  return { kind: 'rolling' };
}

function spanNamed(text: string, spans: NamedSpans): RangeSpec | undefined {
  for (const [name, { from, to }] of spans) {
    if (isSameName(name, text)) return { kind: 'span', name, from, to };
  }
  return undefined;
}
