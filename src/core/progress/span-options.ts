import type { Zone } from 'luxon';
import type { OptionMap } from '../options/option-map';
import type { OptionPath } from '../options/place';
import { writtenValue } from '../text/written-value';
import { readDate } from '../time/date-value';
import { nearestZone, zoneNamed } from '../time/zone';
import { looksLikeDate, type When } from '../time/when';
import type { ProgressProblemCode } from './problem-code';
import { REPEATS, type Repeat } from './repeat';

export const SPAN_UNITS = ['hours', 'days', 'workdays', 'weeks', 'months', 'years'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** With both ends, with an end alone, and counted up from a beginning. */
export const SPAN_KINDS = ['period', 'deadline', 'since'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export const SPAN_KEYS = ['name', 'from', 'to', 'note', 'kind', 'unit', 'repeat', 'zone'] as const;

/** Where a span's end stands: in the block, or in a property of its note. */
export type Edge = { readonly in: 'block'; readonly when: When } | { readonly in: 'note'; readonly property: string };

/** A span as the block asks for it; null where nothing is said. */
export interface SpanSpec {
  readonly path: OptionPath;
  readonly name: string | null;
  readonly from: Edge | null;
  /** Null where it only counts up. */
  readonly to: Edge | null;
  readonly kind: SpanKind;
  readonly unit: SpanUnit | null;
  readonly repeat: Repeat | null;
  /** Zone of dates and times that name none. */
  readonly zone: Zone | null;
  /** Link to the note that holds the properties, without brackets. */
  readonly note: string | null;
}

/** Reads one entry of `spans`; null where it cannot be drawn, which `problems` then tells. */
export function readSpan(entry: OptionMap<ProgressProblemCode>): SpanSpec | null {
  const before = entry.problems.all.length;
  entry.only(SPAN_KEYS);
  const note = linkOf(entry);
  const name = entry.text('name') ?? null;
  if (note === null && !entry.has('note')) entry.require('name', 'Paper');
  const asked = entry.oneOf('kind', SPAN_KINDS);
  const countsUp = asked === 'since' || (asked === undefined && entry.has('from') && !entry.has('to'));
  const to = !countsUp && entry.require('to', '2026-12-01') ? readEdge(entry, 'to', note) : null;
  const hasFrom = countsUp ? entry.require('from', '2026-09-01') : entry.has('from');
  const from = hasFrom ? readEdge(entry, 'from', note) : null;
  const spec = {
    path: entry.path,
    name,
    from,
    to,
    kind: asked ?? (countsUp ? 'since' : from ? 'period' : 'deadline'),
    unit: entry.oneOf('unit', SPAN_UNITS) ?? null,
    repeat: entry.oneOf('repeat', REPEATS) ?? null,
    zone: readZone(entry),
    note,
  };
  for (const key of countsUp ? ['to', 'repeat'] : []) {
    if (entry.has(key))
      entry.problems.add('no-effect', [...entry.path, key], { value: 'kind: since', nearest: null, at: 'key' });
  }
  const isThere = countsUp ? from !== null : to !== null;
  if (spec.zone !== null && isThere && [from, to].every((edge) => edge === null || namesZone(edge))) {
    entry.problems.add('no-effect', [...entry.path, 'zone'], { value: 'to', nearest: null, at: 'key' });
  }
  return isThere && entry.problems.all.length === before ? spec : null;
}

function namesZone(edge: Edge): boolean {
  return edge.in === 'block' && edge.when.zone !== null;
}

/** The target of `[[note|words]]`, with or without quotes: YAML reads the bare brackets as lists in one another. */
function linkOf(entry: OptionMap<ProgressProblemCode>): string | null {
  const raw = entry.raw('note');
  const inner = Array.isArray(raw) ? (raw as unknown[])[0] : undefined;
  const text = Array.isArray(inner) && typeof inner[0] === 'string' ? inner[0] : entry.text('note');
  if (text === undefined) return null;
  const target = text.replace(/^!?\[\[|\]\]$/g, '').split('|')[0] ?? '';
  return target.trim() === '' ? null : target.trim();
}

function readEdge(entry: OptionMap<ProgressProblemCode>, key: 'from' | 'to', note: string | null): Edge | null {
  const raw = entry.raw(key);
  if (raw === undefined) return null;
  const read = readDate(raw);
  if (read.ok) return { in: 'block', when: read.when };
  const isName = typeof raw === 'string' && !looksLikeDate(raw);
  if (note !== null && isName) return { in: 'note', property: raw.trim() };
  const nearest = read.problem === 'unknown-zone' ? nearestZone(read.value) : null;
  entry.problems.add(read.problem, [...entry.path, key], { value: read.value || writtenValue(raw), nearest });
  return null;
}

function readZone(entry: OptionMap<ProgressProblemCode>): Zone | null {
  const raw = entry.raw('zone');
  if (raw === undefined) return null;
  const name = writtenValue(raw);
  const zone = zoneNamed(name);
  const nearest = zone ? null : nearestZone(name);
  if (!zone) entry.problems.add('unknown-zone', [...entry.path, 'zone'], { value: name, nearest });
  return zone;
}
