/** A metric as a run's line has it. */
export interface Metric {
  /** As written; an arrow in it says which way is better. */
  readonly name: string;
  /** What is written for its value; empty where nothing is. */
  readonly text: string;
  /** The value; null for none, and for one that is no finite number. */
  readonly value: number | null;
  /** What stands behind the number, such as `%`. */
  readonly unit: string;
}

/** Signs of a value with all that may stand behind it. */
const LONGEST = 80;
const VALUE =
  /^(?:([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?: ?(%|[a-z]+))?(?: ?± ?[\d.]+ ?%?)?|[+-]?(?:nan|inf|infinity|∞))$/i;

/**
 * Reads `top1 68.4 %` or `loss=1e-4`: a name, then a value, which may be `NaN` or `inf`, and may have a unit and a spread
 * behind it. What has no such value is a metric without one.
 */
export function parseMetric(written: string): Metric {
  const text = tidy(written);
  for (const { index, 0: gap } of text.matchAll(/ ?[=:：] ?| /g)) {
    const read = index === 0 || text.length - index > LONGEST ? null : parseValue(text.slice(index + gap.length));
    if (read !== null) return { name: text.slice(0, index), ...read };
  }
  return { name: text, text: '', value: null, unit: '' };
}

/** Reads a value alone; null where it is none. */
export function parseValue(written: string): Pick<Metric, 'text' | 'value' | 'unit'> | null {
  const text = tidy(written);
  const read = VALUE.exec(text);
  if (read === null) return null;
  const value = Number(read[1] ?? NaN);
  return { text, value: Number.isFinite(value) ? value : null, unit: read[2] ?? '' };
}

/**
 * How far a value lies from that of another metric, with its sign, and without what floating point adds; empty where either is
 * no number.
 */
export function differenceTo(value: number | null, other: Metric | null): string {
  if (value === null || other?.value == null) return '';
  const by = Number((value - other.value).toPrecision(10));
  return `${by > 0 ? '+' : by === 0 ? '±' : ''}${String(by)}`;
}

/** What a metric is told by: `Top-1` and `top1` are one. */
export function metricKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return plain.replace(/\(.*?\)|[^\p{L}\p{N}.]/gu, '') || plain;
}

/**
 * Whether less of it is better, by its name: an arrow in it says so; else it is where `loss`, `error` or `perplexity` is a part of
 * it, or its last word is a measure of that kind; words that begin with digits do not count as the last (`FID 50k`).
 */
export function isLessBetter(name: string): boolean {
  if (/[↓↑]/.test(name)) return name.includes('↓');
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').match(/[\p{L}\p{N}]+/gu) ?? [];
  return PARTS.test(name) || WORDS.test(words.filter((word) => /^\p{L}/u.test(word)).at(-1) ?? '');
}

const PARTS = /loss|error|perplexity|损失|误差|错误|困惑度/i;
const WORDS = /^(?:err|fid|kid|fvd|lpips|ppl|nll|bpd|mae|mse|rmse|wer|cer|eer|ece|epe|latency|time|flops|params)$/i;

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
