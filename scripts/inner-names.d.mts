import type ts from 'typescript';

export function innerNames(program?: ts.Program): string[];
export function namesWithin(): Promise<string[]>;
