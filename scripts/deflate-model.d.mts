export class DeflateModel {
  readonly text: Buffer;
  readonly end: number;
  constructor(text: Buffer);
  price(): number;
  change(letters: readonly (readonly [place: number, letter: number])[]): number;
  keep(): void;
  undo(): void;
}
