import { LOWERED, MATHS, RAISED } from './signs';

/** Mathematics as plain text where plain signs can say it (`$O(n^2)$`: O(n²)); else as it is, between dollars. */
export function plainMaths(tex: string): string {
  const simple = tex
    .replace(
      /\\([a-zA-Z]+) ?|\\([,;:!])/g,
      (whole, name?: string, sign?: string) => MATHS.get(name ?? sign ?? '') ?? whole,
    )
    .replace(/([\^_])(?:\{([^{}]*)\}|(\S))/g, (whole, mark: string, group?: string, sign?: string) => {
      return shifted(group ?? sign ?? '', mark === '^' ? RAISED : LOWERED) ?? whole;
    });
  return /[\\^_]/.test(simple) ? `$${tex}$` : simple.replace(/[{}]/g, '');
}

/** The signs raised or lowered; null where there is no such sign for one of them. */
export function shifted(text: string, signs: ReadonlyMap<string, string>): string | null {
  const shiftedSigns = Array.from(text, (sign) => signs.get(sign));
  return shiftedSigns.every((sign) => sign !== undefined) ? shiftedSigns.join('') : null;
}
