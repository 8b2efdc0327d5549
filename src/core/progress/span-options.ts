import type { Zone } from 'luxon';
import type { OptionMap } from '../options/option-map';
import type { OptionPath } from '../options/place';
import { writtenValue } from '../text/written-value';
import { readDate } from '../time/date-value';
import { nearestZone, zoneNamed } from '../time/zone';
import { looksLikeDate, type When } from '../time/when';
import type { ProgressProblemCode } from './problem-code';

export const SPAN_UNITS = ['hours', 'days', 'weeks', 'months', 'years'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

export const SPAN_KINDS = ['period', 'deadline'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export const SPAN_KEYS = ['name', 'from', 'to', 'note', 'kind', 'unit', 'zone'] as const;

/** Where a span's end stands: in the block, or in a property of its note. */
export type Edge = { readonly in: 'block'; readonly when: When } | { readonly in: 'note'; readonly property: string };

/** A span as the block asks for it; null where nothing is said. */
export interface SpanSpec {
  readonly path: OptionPath;
  readonly name: string | null;
  readonly from: Edge | null;
  readonly to: Edge;
  readonly kind: SpanKind;
  readonly unit: SpanUnit | null;
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
  const to = entry.require('to', '2026-12-01') ? readEdge(entry, 'to', note) : null;
  const from = entry.has('from') ? readEdge(entry, 'from', note) : null;
  const spec = {
    path: entry.path,
    name,
    from,
    kind: entry.oneOf('kind', SPAN_KINDS) ?? (from ? 'period' : 'deadline'),
    unit: entry.oneOf('unit', SPAN_UNITS) ?? null,
    zone: readZone(entry),
    note,
  };
  if (spec.unit !== null && spec.kind === 'deadline') {
    entry.problems.add('unit-of-deadline', [...entry.path, 'unit'], { nearest: null, at: 'key' });
  }
  if (spec.zone !== null && to !== null && [from, to].every((edge) => edge === null || namesZone(edge))) {
    entry.problems.add('no-effect', [...entry.path, 'zone'], { value: 'to', nearest: null, at: 'key' });
  }
  return to && entry.problems.all.length === before ? { ...spec, to } : null;
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
