/** Work on something long, in steps: whoever does it may let others have their turn wherever it yields. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Lines of a note that are read in a step: some tenths of a millisecond. */
export const LINES_A_STEP = 256;

/** Does all steps without a pause. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
