import type { Names, Variable } from './scopes.mjs';

export function nameAlike(names: Names, kept?: ReadonlyMap<Variable, string>): void;
export function renamed(names: Names): string;
export function withAlikeNames(code: string): string;
