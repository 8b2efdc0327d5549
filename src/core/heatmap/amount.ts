/** Takes the dust of binary fractions away (0.1 + 0.2), which a reader would see in a tooltip. */
export function tidy(amount: number): number {
  return Number(amount.toPrecision(12));
}
