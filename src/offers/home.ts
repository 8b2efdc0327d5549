import type { Language } from '../core/ports';

/** The page for every morning. */
export interface Home {
  /**
   * Opens the home note, or shows it where it is open already; never makes or changes it.
   *
   * @param language - that of the note; left out, the content language
   */
  open(language?: Language): Promise<void>;
  /** Adds the class to the home note's properties that lets it look as the page does; says what became of it. */
  givePageLook(): Promise<void>;
}
