import type { Names, Variable } from './scopes.mjs';

export interface Declaration {
  readonly name: string;
  readonly own: Variable;
  readonly inner: readonly Variable[];
}
export function declarationsOf(
  names: Names,
  pieces: readonly { readonly text: string; readonly kind?: string }[],
  were: ReadonlyMap<string, string>,
): Declaration[];
export function textOfNames(declarations: readonly Declaration[], members: ReadonlyMap<string, string>): string;
export function keptNames(declarations: readonly Declaration[], text: string): Map<Variable, string>;
export function keptMembers(members: readonly string[], code: string, text: string): Map<string, string>;
export function propertiesIn(code: string): Map<string, number[]>;
