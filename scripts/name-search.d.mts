import type { DeflateModel } from './deflate-model.mjs';
import type { Names } from './scopes.mjs';

export class NameSearch {
  readonly model: DeflateModel;
  readonly members: ReadonlyMap<string, string>;
  constructor(names: Names, members: ReadonlyMap<string, string>);
  run(left: () => number, heat: number, tell?: (bytes: number) => void): void;
}
