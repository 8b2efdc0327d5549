export interface Variable {
  name: string;
  readonly isTop: boolean;
}
export class Names {
  readonly variables: readonly Variable[];
  constructor(code: string);
  toString(): string;
}
