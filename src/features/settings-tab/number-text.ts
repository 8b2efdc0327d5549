import type { NumberField } from '../../settings/field';

/**
 * A number as it is typed into a setting: whole, in figures of any width; nothing stands for the field's own first value.
 * Null where it is none, or beyond what the field holds. (The app's own field for numbers makes 0 of what it cannot read,
 * and the nearest bound of what lies beyond, without a word.)
 */
export function readNumberText(text: string, { initial, min, max }: NumberField): number | null {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return initial;
  const value = Number(typed);
  return /^\d{1,9}$/.test(typed) && value >= min && value <= max ? value : null;
}
