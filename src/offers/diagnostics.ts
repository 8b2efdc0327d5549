/** What helps to find a fault. */
export interface Diagnostics {
  /** Copies versions, settings and counts, and no note's content; says whether it worked. */
  copy(): Promise<void>;
}
