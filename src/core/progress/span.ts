import type { DateTime, Zone } from 'luxon';
import { propertyOf } from '../markdown/property';
import { OptionProblems } from '../options/option-problems';
import type { OptionProblem } from '../options/problem';
import { writtenValue } from '../text/written-value';
import { addDays, dayOf } from '../time/calendar-day';
import { readDate } from '../time/date-value';
import { startOfDay } from '../time/local-day';
import { instantOfWhen, type When } from '../time/when';
import { nearestZone } from '../time/zone';
import type { ProgressProblemCode } from './problem-code';
import { turned, turnsUntil } from './repeat';
import type { Edge, SpanKind, SpanSpec, SpanUnit } from './span-options';

/** A deadline whose beginning is not told fills its bar over the last hundred days. */
const COUNTDOWN_DAYS = 100;

/** What a note's properties are, as far as the app knows. */
export type NoteProperties =
  | { readonly state: 'found'; readonly name: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly state: 'missing'; readonly nearest: string | null }
  /** The link leads to a file that has no properties: a PDF, a picture, a base, a canvas. */
  | { readonly state: 'no-note' }
  /** The app has not read its notes yet. */
  | { readonly state: 'waiting' };

/** A span with its ends found. */
export interface Span {
  readonly name: string;
  readonly link: string | null;
  readonly kind: SpanKind;
  readonly unit: SpanUnit | null;
  readonly zone: Zone;
  /** Null where a deadline does not say when it begins. */
  readonly from: When | null;
  readonly to: When;
  /** Half-open, in milliseconds since 1970; what counts up has no end. */
  readonly start: number;
  readonly end: number;
}

export type FoundSpan =
  | { readonly state: 'found'; readonly span: Span }
  | { readonly state: 'waiting'; readonly name: string }
  | { readonly state: 'wrong'; readonly problem: OptionProblem<ProgressProblemCode> };

/** Finds a span's ends, in the block or in the note that it names. @param source - the block's text, to point at */
export function findSpan(
  spec: SpanSpec,
  now: DateTime,
  properties: (link: string) => NoteProperties,
  source: string | null,
): FoundSpan {
  const problems = new OptionProblems<ProgressProblemCode>(source);
  const note = spec.note === null ? null : properties(spec.note);
  if (note?.state === 'waiting') return { state: 'waiting', name: spec.name ?? spec.note ?? '' };
  if (note?.state === 'missing') {
    const problem = problems.add('missing-note', [...spec.path, 'note'], {
      value: spec.note ?? '',
      nearest: note.nearest,
    });
    return { state: 'wrong', problem };
  }
  if (note?.state === 'no-note') {
    const problem = problems.add('not-a-note', [...spec.path, 'note'], { value: spec.note ?? '', nearest: null });
    return { state: 'wrong', problem };
  }
  const values = note?.values ?? {};
  const from = spec.from && whenOf(spec, 'from', spec.from, values, problems);
  const to = spec.to && whenOf(spec, 'to', spec.to, values, problems);
  const [problem] = problems.all;
  if (problem) return { state: 'wrong', problem };
  const name = spec.name ?? note?.name ?? '';
  const common = { name, link: spec.note, kind: spec.kind, unit: spec.unit };
  if (spec.kind === 'since' && from) {
    const zone = from.zone ?? now.zone;
    const start = instantOfWhen(from, 'start', zone);
    return { state: 'found', span: { ...common, zone, from, to: from, start, end: Infinity } };
  }
  if (!to) return { state: 'waiting', name };
  const zone = to.zone ?? now.zone;
  const turns = spec.repeat && turnsUntil(to, spec.repeat, now.toMillis(), dayOf(now), zone);
  const at = (when: When, more = 0): When => (spec.repeat ? turned(when, spec.repeat, (turns ?? 0) + more) : when);
  const end = instantOfWhen(at(to), 'end', zone);
  const start = from ? instantOfWhen(at(from), 'start', zone) : beginningOf(spec, to, at(to, -1), zone);
  if (end <= start) return { state: 'wrong', problem: reversed(spec, problems) };
  return { state: 'found', span: { ...common, zone, from: from && at(from), to: at(to), start, end } };
}

/** Where a deadline that does not say begins: what repeats, where it last ended. */
function beginningOf(spec: SpanSpec, to: When, before: When, zone: Zone): number {
  return spec.repeat ? instantOfWhen(before, 'end', zone) : startOfDay(addDays(to.day, -COUNTDOWN_DAYS), zone);
}

function whenOf(
  spec: SpanSpec,
  key: 'from' | 'to',
  edge: Edge,
  values: Readonly<Record<string, unknown>>,
  problems: OptionProblems<ProgressProblemCode>,
): When | null {
  if (edge.in === 'block') return inZone(edge.when, spec.zone);
  const path = [...spec.path, key];
  const { property } = edge;
  const value = propertyOf(values, property);
  if (value === undefined || value === null || value === '') {
    problems.add('missing-property', path, { value: property, known: Object.keys(values) });
    return null;
  }
  const read = readDate(value);
  if (read.ok) return inZone(read.when, spec.zone);
  if (read.problem === 'unknown-zone') {
    problems.add('unknown-zone', path, { value: read.value, nearest: nearestZone(read.value) });
  } else problems.add('property-no-date', path, { value: property, known: [writtenValue(value)], nearest: null });
  return null;
}

function inZone(when: When, zone: Zone | null): When {
  return { ...when, zone: when.zone ?? zone };
}

/** Both ends are the culprits: most likely they only stand in each other's place. */
function reversed(spec: SpanSpec, problems: OptionProblems<ProgressProblemCode>): OptionProblem<ProgressProblemCode> {
  const keys = ['from', 'to'] as const;
  const places = keys.flatMap((key) => problems.placeOf([...spec.path, key], 'value') ?? []);
  const lines = places.map((place) => String(place.line + 1));
  return {
    code: 'reversed',
    path: spec.path,
    places,
    value: spec.name ?? spec.note ?? '',
    nearest: null,
    known: lines,
  };
}
