/** A course that is being taken. */
export interface CourseRow {
  readonly path: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** The words of what comes next; empty where everything is ticked. */
  readonly next: string;
}

/** The student's courses, a source with a checklist each. */
export interface Courses {
  /** Those with a checklist that are neither read nor dropped, the begun ones first; null where there is none. */
  readonly list: () => Promise<readonly CourseRow[] | null>;
  /** Calls back when any course changes; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}
