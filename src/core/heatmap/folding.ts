/** Into how many bands, one below the other, a calendar may fold on a narrow page. */
export const FOLDS = [1, 2, 3, 4] as const;
export type Fold = (typeof FOLDS)[number];

/** Weeks up to which calendars fold at the same widths, which the style sheet knows. */
const FITS = { quarter: 14, half: 27, short: 40, year: 53 } as const;
/** A month's weeks are rows: its days would be a narrow tower otherwise. */
const MONTH_WEEKS = 6;
/** Columns at the end of a band over which a month's label has no room to go on. */
const LAST_COLUMNS = 2;

/**
 * How a calendar may be laid out. How many bands it stands in at a time, the width of its column says, and so the style
 * sheet; everything that hangs on their number is told here for each of them, so that it holds whichever it is.
 */
export class Folding {
  /** How many columns there are in one, two, three and four bands. */
  readonly columns: readonly number[];

  /** @param weeks - of the calendar's longest stretch, from 1 on */
  constructor(private readonly weeks: number) {
    this.columns = FOLDS.map((bands) => Math.ceil(weeks / bands));
  }

  get fit(): 'quarter' | 'half' | 'year' {
    return this.weeks <= FITS.quarter ? 'quarter' : this.weeks <= FITS.half ? 'half' : 'year';
  }

  /** Longer than half a year, yet short enough to stand in one band where a year does not. */
  get isShort(): boolean {
    return this.weeks > FITS.half && this.weeks <= FITS.short;
  }

  /** Whether a week is a row rather than a column. */
  get isTurned(): boolean {
    return this.weeks <= MONTH_WEEKS;
  }

  /** Whether it needs a column more than a year does. */
  get isLongYear(): boolean {
    return this.weeks > FITS.year;
  }

  /**
   * The bands that a stretch of weeks reaches, top to bottom, each with the least folding in which it reaches it: so many
   * bands or more are needed for that one to be there at all.
   */
  bandsOf(weeks: number): readonly Fold[] {
    return FOLDS.flatMap((_, band) => FOLDS.find((_fold, i) => band * (this.columns[i] ?? Infinity) < weeks) ?? []);
  }

  /** The foldings in which a column, counted from 0, stands at the end of a band. */
  endsAt(column: number): readonly Fold[] {
    return FOLDS.filter((_, i) => {
      const columns = this.columns[i] ?? Infinity;
      return column % columns >= columns - LAST_COLUMNS;
    });
  }
}
