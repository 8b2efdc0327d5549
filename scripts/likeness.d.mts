export interface Piece {
  readonly names: readonly string[];
  readonly text: string;
  readonly kind?: string;
}
export function piecesOf(code: string): Piece[];
export function programOf(pieces: readonly Piece[]): string;
export function inOrder(code: string, placeOf: (name: string) => number | undefined, long?: string): Piece[];
