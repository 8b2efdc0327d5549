import { parseMinutes } from '../reading/amounts';
import { compare } from '../text/compare';
import { foldedName } from '../text/same-name';
import { writtenValue } from '../text/written-value';
import { finite } from './amount';
import { MOST_COLOURS, wordColour, type Palette } from './palette';

/** What values are: numbers, times of day, lengths of time, or words; a list of words says which, and in which order. */
export const VALUE_KINDS = ['numbers', 'times', 'durations', 'words'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** A word that stands for a value. */
export interface Word {
  readonly written: string;
  /** What the legend and the days say for it. */
  readonly said: string;
  /** As CSS writes it; null for one of the theme's, by the word's place. */
  readonly colour: string | null;
}

export const MINUTES_A_DAY = 1440;

/**
 * Reads values of one kind as amounts: minutes of times (since midnight) and durations, and the place of a word, counted
 * from 1: in the list of words, or without one in the order in which they turn up.
 */
export class ValueReader {
  private readonly places = new Map<string, number>();
  private readonly words: Word[] = [];

  /** @param list - the words that count; null for all that turn up */
  constructor(
    readonly kind: ValueKind,
    private readonly list: readonly Word[] | null = null,
  ) {
    for (const word of list ?? []) this.add(word);
  }

  /** Null for what is no value of this kind. A list of one value is that value. */
  amountOf(value: unknown): number | null {
    switch (this.kind) {
      case 'numbers':
        return finite(value);
      case 'times':
        return clockMinutes(value);
      case 'durations':
        return clockMinutes(value) ?? minutesOf(value);
      case 'words':
        return this.placeOf(writtenValue(value));
    }
  }

  /** The words that were asked for by name. */
  get listed(): readonly Word[] {
    return this.list ?? [];
  }

  /** A value of this kind, for a tip. */
  get example(): string {
    const examples = { numbers: '3', times: '07:15', durations: '1h30m', words: this.words[0]?.written ?? 'good' };
    return examples[this.kind];
  }

  /** The word of a place; of those for which there is no colour left it is the last. */
  word(place: number): Word | null {
    return this.words[place - 1] ?? null;
  }

  /** Levels of the words, by their places: their order where it is given, else that of the alphabet. */
  levels(): readonly number[] {
    const places = this.words.map((_, i) => i);
    if (this.list === null) places.sort((a, b) => compare(this.writtenAt(a), this.writtenAt(b)));
    const levels: number[] = [];
    places.forEach((place, i) => {
      levels[place] = Math.min(i + 1, MOST_COLOURS);
    });
    return levels;
  }

  /** The words' colours by level; null where values are no words. */
  palette(): Palette | null {
    if (this.kind !== 'words') return null;
    const colours: string[] = [];
    this.levels().forEach((level, i) => {
      colours[level - 1] ??= this.words[i]?.colour ?? wordColour(level - 1);
    });
    return { kind: 'own', colours: colours.length === 0 ? [wordColour(0)] : colours };
  }

  private writtenAt(place: number): string {
    return foldedName(this.words[place]?.written ?? '');
  }

  private placeOf(written: string): number | null {
    if (written === '') return null;
    const known = this.places.get(foldedName(written));
    return known ?? (this.list === null ? this.add({ written, said: written, colour: null }) : null);
  }

  private add(word: Word): number {
    const place = this.words.push(word);
    this.places.set(foldedName(word.written), place);
    return place;
  }
}

/** `7:15`, `07：15` or `07:15:30`, in minutes since midnight; a date with a time is its time. Null for anything else. */
function clockMinutes(value: unknown): number | null {
  const text = typeof value === 'string' ? value.normalize('NFKC').trim() : '';
  const [, hours, minutes = '', seconds = '0'] =
    /^(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 24) return null;
  return Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
}

/** A plain number is one of minutes, as in the reading log. */
function minutesOf(value: unknown): number | null {
  if (typeof value === 'number') return finite(value);
  return typeof value === 'string' ? parseMinutes(value) : null;
}

/**
 * Puts times of day on one line, so that they can be compared and averaged: a day of them begins in the middle of the
 * longest stretch in which there is none. Bedtimes of 23:30 and 00:30 are an hour apart, and their mean is midnight.
 *
 * @param times - to go by
 * @returns a time by its place on that line
 */
export function timeLine(times: Iterable<number>): (time: number) => number {
  const sorted = [...new Set([...times].map((time) => time % MINUTES_A_DAY))].sort((a, b) => a - b);
  let [widest, from] = [-1, 0];
  sorted.forEach((time, i) => {
    const gap = time - (sorted[i - 1] ?? (sorted.at(-1) ?? 0) - MINUTES_A_DAY);
    if (gap > widest) [widest, from] = [gap, time - Math.floor(gap / 2)];
  });
  return (time) => (time < from ? time + MINUTES_A_DAY : time >= from + MINUTES_A_DAY ? time - MINUTES_A_DAY : time);
}

/** A time of day as `07:15`. @param minutes - since midnight, also beyond a day */
export function writtenTime(minutes: number): string {
  const whole = ((Math.round(minutes) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** Whether a text is a picture of its own, which a day can show as it is. */
export function isSign(text: string): boolean {
  return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji}|\p{M}|\u200d|\ufe0f){0,12}$/u.test(text);
}

/** What kind of values these most likely are, by how they are written; null where there is nothing to go by. */
export function guessKind(values: readonly unknown[]): ValueKind | null {
  const there = values.filter((one) => one !== null && one !== undefined && one !== '' && typeof one !== 'boolean');
  if (there.length === 0) return null;
  const kinds = (['numbers', 'times', 'durations'] as const).map((kind) => new ValueReader(kind));
  return kinds.find((reader) => there.every((one) => reader.amountOf(one) !== null))?.kind ?? 'words';
}
