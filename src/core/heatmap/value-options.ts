import { finite } from './amount';
import { COMBINATIONS, type Combination } from './combine';
import type { OptionItem, OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import { HUES, hueColour, MOST_COLOURS } from './palette';
import type { HeatmapProblemCode } from './problem-code';
import { MINUTES_A_DAY, VALUE_KINDS, ValueReader, type ValueKind, type Word } from './values';

type Root = OptionMap<HeatmapProblemCode>;

/** `values`: a kind by its name; or words, as a list from the least to the most, or as keys with a colour each. */
export function readValues(root: Root): ValueReader {
  const raw = root.raw('values');
  if (raw === undefined || typeof raw !== 'object' || raw === null) {
    return new ValueReader(root.oneOf('values', VALUE_KINDS) ?? 'numbers');
  }
  const words = Array.isArray(raw) ? listed(root) : keyed(root);
  if (words.length > MOST_COLOURS) {
    const value = words.map(({ written }) => written).join(', ');
    root.problems.add('too-many-words', ['values'], { value, known: [String(MOST_COLOURS)] });
  }
  return new ValueReader('words', words);
}

function listed(root: Root): readonly Word[] {
  return (root.items('values') ?? []).flatMap((item) => {
    const written = writtenValue(item.value);
    return written === '' ? [] : [{ written, said: written, colour: null }];
  });
}

function keyed(root: Root): readonly Word[] {
  const map = root.map('values', 'good: green');
  return Object.keys(map?.all ?? {}).map((written) => {
    const [colour, ...said] = map?.items(written) ?? [];
    return {
      written,
      said: said.map(({ value }) => writtenValue(value)).join(' ') || written,
      colour: colour === undefined ? null : colourOf(colour),
    };
  });
}

/** A hue of the theme by its name, else as CSS writes it, which only the browser can check. */
function colourOf({ value }: OptionItem): string | null {
  const text = writtenValue(value);
  const hue = HUES.find((one) => one === text.toLowerCase());
  return text === '' ? null : hue === undefined ? text : hueColour(hue);
}

export type ScaleSpec =
  | { readonly kind: 'quantile' }
  | { readonly kind: 'linear' }
  | { readonly kind: 'own'; readonly thresholds: readonly number[] }
  /** Of words: the level of each, by its place. */
  | { readonly kind: 'words'; readonly levels: readonly number[] };

/** What becomes of several values on one day, by what they are: words and times do not add up. */
export const COMBINATIONS_OF = {
  numbers: COMBINATIONS,
  durations: COMBINATIONS,
  times: ['average', 'max', 'last'],
  words: ['last', 'max'],
} as const satisfies Readonly<Record<ValueKind, readonly [Combination, ...Combination[]]>>;

/** What means nothing to values of a kind. */
export const WITHOUT_EFFECT: Readonly<Record<ValueKind, readonly string[]>> = {
  numbers: [],
  times: ['goal', 'unit'],
  durations: ['unit'],
  words: ['goal', 'unit', 'scale', 'palette'],
};

/** `scale`: by a name, or one's own thresholds, written as values are. */
export function readScale(root: Root, levels: number, values: ValueReader): ScaleSpec | null {
  const raw = root.raw('scale');
  if (raw === undefined) return null;
  if (!Array.isArray(raw)) {
    const kind = root.oneOf('scale', ['quantile', 'linear']);
    return kind === undefined ? null : { kind };
  }
  const thresholds = raw as readonly unknown[];
  const value = thresholds.map(String).join(', ');
  const read = thresholds.flatMap(
    (one) => (typeof one === 'number' ? finite(one) : values.kind === 'numbers' ? null : values.amountOf(one)) ?? [],
  );
  const numbers = values.kind === 'times' ? onwards(read) : read;
  const reject = (code: HeatmapProblemCode): null => {
    root.problems.add(code, ['scale'], { value, known: [String(levels)] });
    return null;
  };
  if (numbers.length === 0 || numbers.length < thresholds.length) return reject('bad-scale');
  if (numbers.some((one, i) => i > 0 && one <= (numbers[i - 1] ?? 0))) return reject('scale-not-rising');
  if (numbers.length > levels) return reject('scale-too-many');
  return { kind: 'own', thresholds: numbers };
}

/** Times that go on beyond midnight: 22:00, 23:30, 00:30. */
function onwards(times: readonly number[]): readonly number[] {
  const turn = times.findIndex((time, i) => i > 0 && time < (times[i - 1] ?? 0));
  return turn < 0 ? times : times.map((time, i) => (i < turn ? time : time + MINUTES_A_DAY));
}

/** `goal`: an amount above nought; a length of time as such. */
export function readGoal(root: Root, values: ValueReader): number | null {
  const length = values.kind === 'durations' ? values.amountOf(root.raw('goal')) : null;
  const goal = length ?? root.number('goal', { min: -Infinity, max: Infinity });
  if (goal === undefined || goal > 0) return goal ?? null;
  root.problems.add('bad-goal', ['goal'], { value: String(goal) });
  return null;
}
