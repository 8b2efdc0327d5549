import { nearestName } from '../text/nearest';
import { Places, type DoubledKey, type OptionPath, type Place } from './place';
import type { OptionProblem, OptionProblemCode } from './problem';

export interface ProblemDetails {
  /** What was written; looked for inside a flow collection, too. */
  readonly value?: string;
  /** What would be valid; the nearest of it is offered. */
  readonly known?: readonly string[];
  /** What was most likely meant, where that is not simply the nearest of `known`; null for nothing. */
  readonly nearest?: string | null;
  /** Whether the key itself is to be underlined; its value otherwise. */
  readonly at?: 'key' | 'value';
}

/**
 * Gathers what was wrong with a block's options, in the order of finding.
 *
 * @typeParam Own - as of `OptionProblem`; invariant, so that no reader adds a code that its block has no words for
 */
export class OptionProblems<in out Own extends string = never> {
  private readonly found: OptionProblem<Own>[] = [];

  private readonly places: Places | null;

  /** @param source - the block's text, or null where the options come from a script */
  constructor(readonly source: string | null) {
    this.places = source === null ? null : new Places(source);
  }

  get all(): readonly OptionProblem<Own>[] {
    return this.found;
  }

  add(code: OptionProblemCode | Own, path: OptionPath, details: ProblemDetails = {}): OptionProblem<Own> {
    const value = details.value ?? '';
    const place = this.placeOf(path, details.at ?? 'value', value);
    const problem: OptionProblem<Own> = {
      code,
      path,
      places: place ? [place] : [],
      value,
      nearest: details.nearest === undefined ? nearestName(value, details.known ?? []) : details.nearest,
      known: details.known ?? [],
    };
    this.found.push(problem);
    return problem;
  }

  /** Tells a key with nothing behind it, and what YAML took for a comment there: `tag: #cv` is a tag to a reader. */
  addNoValue(path: OptionPath): void {
    const place = this.placeOf(path, 'key');
    const after = place === null ? '' : (this.places?.line(place.line).slice(place.to) ?? '');
    const comment = /^\s*:\s+(#\S.*)$/.exec(after.trimEnd())?.[1] ?? '';
    this.add('no-value', path, { value: comment, nearest: null, at: 'key' });
  }

  addAt(problem: OptionProblem<Own>): void {
    this.found.push(problem);
  }

  /** The first key that stands twice in the block's text, which YAML forbids; null where none does. */
  doubled(): DoubledKey | null {
    return this.places?.doubled() ?? null;
  }

  /** Where an option stands in the block's text. */
  placeOf(path: OptionPath, what: 'key' | 'value', text = ''): Place | null {
    return this.places?.of(path, what, text) ?? null;
  }
}
