export interface Piece {
  readonly names: readonly string[];
  readonly text: string;
}
export function inOrder(code: string, placeOf: (name: string) => number | undefined, long?: string): Piece[];
