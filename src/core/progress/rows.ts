import type { DateTime } from 'luxon';
import type { OptionProblem } from '../options/problem';
import type { WeekStart } from '../time/period';
import { goalRow, type EntriesBetween } from './goal-row';
import type { RowSpec } from './options';
import { periodRow } from './period-row';
import type { ProgressProblemCode } from './problem-code';
import type { ProgressRow } from './row';
import { findSpan, type NoteProperties } from './span';
import { spanRow } from './span-row';
import type { IsDayOff } from './workdays';

/** What rows are built from, besides the options. */
export interface Surroundings {
  readonly now: DateTime;
  readonly weekStart: WeekStart;
  /** The block's text, to point at in messages; null where the options come from a script. */
  readonly source: string | null;
  /** Properties of the note that a link leads to. */
  readonly properties: (link: string) => NoteProperties;
  readonly entries: EntriesBetween;
  /** Days off of the settings; left out: none. */
  readonly isDayOff?: IsDayOff;
}

export type BuiltRow =
  | { readonly ok: true; readonly row: ProgressRow }
  | { readonly ok: false; readonly problem: OptionProblem<ProgressProblemCode> };

export function buildRow(spec: RowSpec, around: Surroundings): BuiltRow {
  const { now, weekStart } = around;
  switch (spec.kind) {
    case 'problem':
      return { ok: false, problem: spec.problem };
    case 'period':
      return { ok: true, row: periodRow(spec.unit, now, weekStart) };
    case 'goal':
      return { ok: true, row: goalRow(spec.goal, now, weekStart, around.entries) };
    case 'span': {
      const found = findSpan(spec.span, now, around.properties, around.source);
      if (found.state === 'wrong') return { ok: false, problem: found.problem };
      return {
        ok: true,
        row:
          found.state === 'found'
            ? spanRow(found.span, now, weekStart, around.isDayOff ?? (() => false))
            : waitingRow(found.name),
      };
    }
  }
}

/** Keeps the place of a span whose note the app has not read yet. */
function waitingRow(name: string): ProgressRow {
  return {
    kind: 'period',
    period: 'span',
    state: 'before',
    name: { of: 'text', text: name, link: null },
    steps: 0,
    percent: null,
    units: null,
    left: null,
    pace: null,
    detail: { says: 'waiting' },
    label: { says: 'nothing' },
    extent: null,
    next: null,
  };
}
