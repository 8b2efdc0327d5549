/** One step from a version of the settings' shape to the next; pure, and tested by itself. */
export interface Migration {
  /** The version it leads to. */
  readonly to: number;
  migrate(values: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** In order. Version 1 is the first shape, so nothing leads to it. */
export const MIGRATIONS: readonly Migration[] = [];
