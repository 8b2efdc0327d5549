import { hoursAndMinutes } from '../../core/time/hours-and-minutes';

/** Whole names, for sentences and headings; index 0 is January. */
export const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** A length of time, given in minutes. */
export const duration = (length: number): string => {
  const { hours, minutes } = hoursAndMinutes(length);
  if (hours === 0) return `${String(minutes)} min`;
  return minutes === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(minutes)} min`;
};

export const common = {
  /** For `lang`: it decides fonts and how a screen reader speaks. */
  langTag: 'en',
  cancel: 'Cancel',
  close: 'Close',
  blockNameTaken: (name: string, ours: string) =>
    `Another plugin already draws “${name}” blocks. Write “${ours}” to use Research Handbook’s.`,
  notInVault:
    'it leads out of the vault, or into a folder that Obsidian hides. Check the folders in the settings and in the properties of the handbook’s “Map” note',
  notesNotIndexed: (paths: readonly string[]) =>
    `Obsidian has not indexed ${paths.length === 1 ? 'this note' : 'these notes'}; Research Handbook goes on without waiting: ${paths.join(', ')}. Reloading the app usually helps.`,
  /** Short names; index 0 is January, respectively Monday. */
  months: MONTHS,
  weekdays: WEEKDAYS,
  /** A day without its year; month 1–12, weekday 1 (Monday) – 7. */
  day: (month: number, day: number) => `${String(day)} ${MONTHS[month - 1] ?? ''}`,
  /** A stretch of days of at most some months. */
  days: (month: number, day: number, toMonth: number, toDay: number) =>
    month === toMonth
      ? `${String(day)}–${String(toDay)} ${MONTHS[month - 1] ?? ''}`
      : `${String(day)} ${MONTHS[month - 1] ?? ''} – ${String(toDay)} ${MONTHS[toMonth - 1] ?? ''}`,
  dayAndWeekday: (month: number, day: number, weekday: number) =>
    `${WEEKDAYS[weekday - 1] ?? ''} ${String(day)} ${MONTHS[month - 1] ?? ''}`,
  dayAndYear: (year: number, month: number, day: number) => `${String(day)} ${MONTHS[month - 1] ?? ''} ${String(year)}`,
  fullDay: (year: number, month: number, day: number, weekday: number) =>
    `${WEEKDAYS[weekday - 1] ?? ''} ${String(day)} ${MONTHS[month - 1] ?? ''} ${String(year)}`,
  minutes: (minutes: number) => `${String(minutes)} min`,
  duration,
  entries: (count: number) => plural(count, 'entry', 'entries'),
};
