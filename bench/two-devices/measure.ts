// How many words of the student's two devices lose through the sync, because the plugin wrote on one of them.
import { parseBlocks } from '../../src/core/block/guarded-block';
import { mergeNote } from '../../test/host/sync/merge-note';
import { Random } from './random';
import { Student } from './student';
import type { Kind } from './kind';

export interface Loss {
  readonly histories: number;
  /** Of them, those in which words were lost, and those that the plugin's own log lines were lost of. */
  readonly words: number;
  readonly lines: number;
  /** Of them, those after which the markers of a block could not be trusted. */
  readonly damaged: number;
  /** Words typed and lost, over all. */
  readonly typed: number;
  readonly lost: number;
  /** The first history that lost words or lines, to look at. */
  readonly example: {
    readonly seed: number;
    readonly base: string;
    readonly written: string;
    readonly typed: string;
    readonly merged: string;
  } | null;
}

/**
 * Runs histories of up to three rounds. In each the plugin writes on one device, the student types on the other, and they
 * meet; which of the two does the merging is left to chance. Nothing else is changed on the side where the plugin writes, so
 * that a loss is its write's. The same seed gives the same histories.
 */
export function measure(kind: Kind, histories: number, seed: number): Loss {
  const loss = { histories, words: 0, lines: 0, damaged: 0, typed: 0, lost: 0, example: null as Loss['example'] };
  for (let i = 0; i < histories; i++) {
    const random = new Random(seed * 1_000_003 + i);
    const note = kind.make(random);
    const student = new Student(random, `w${String(i)}-`);
    const lines: string[] = [];
    let base = note.text;
    for (let round = random.whole(1, 3); round > 0; round--) {
      const written = note.write(base, lines);
      const typed = student.types(note.writeThere?.(base) ?? base, kind.mayTouch);
      const merged = random.chance(0.5) ? mergeNote(base, written, typed) : mergeNote(base, typed, written);
      const all = [...student.typed, ...lines];
      if (loss.example === null && all.some((mark) => !merged.includes(mark))) {
        loss.example = { seed: i, base, written, typed, merged };
      }
      base = merged;
    }
    const lost = student.typed.filter((mark) => !base.includes(mark)).length;
    loss.typed += student.typed.length;
    loss.lost += lost;
    if (lost > 0) loss.words += 1;
    if (lines.some((line) => !base.includes(line))) loss.lines += 1;
    if (parseBlocks(base).damage.length > 0) loss.damaged += 1;
  }
  return loss;
}
