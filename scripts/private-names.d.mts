import type ts from 'typescript';

export class PrivateNames {
  readonly all: readonly string[];
  constructor(program: ts.Program);
  edits(node: ts.Node): [number, number, string][];
}
