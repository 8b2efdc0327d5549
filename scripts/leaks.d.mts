import type ts from 'typescript';

export class Leaks {
  readonly names: ReadonlySet<string>;
  constructor(program: ts.Program);
  see(type: ts.Type): void;
  settle(): void;
}
