/** The keys of a group of texts, without the texts; 0 stands for a text. */
export type Shape = 0 | { [key: string]: Shape };

/**
 * Puts texts together from what scripts/wording-plugin.mjs makes of a language's modules when the plugin is built.
 *
 * @param shape - the keys of all groups by their names
 * @param written - of each group what it holds, in the order of the keys, between U+0000: a string as it is; behind U+0002 a message, in which U+0003 and a digit
 *   stand for a parameter; behind U+0001 JSON, of a list of strings, or `{"": ["", 0, " of ", [3, 1, "note"]]}` for a message with
 *   what helpers make of parameters, or `{"": 2}` for a piece of code, from 0
 * @returns what answers a group by its name and the texts of it that are more than strings
 */
export function filler(
  shape: Readonly<Record<string, Shape>>,
  written: readonly string[],
): (group: string, code: readonly unknown[]) => unknown {
  const groups = Object.keys(shape);
  return (group, code) => {
    const texts = (written[groups.indexOf(group)] ?? '').split('\0');
    let at = 0;
    const put = (below: Shape): unknown => {
      if (below === 0) return textOf(texts[at++] ?? '', code);
      const filled: Record<string, unknown> = {};
      for (const key in below) filled[key] = put(below[key] ?? 0);
      return filled;
    };
    return put(shape[group] ?? 0);
  };
}

function textOf(written: string, code: readonly unknown[]): unknown {
  if (written.startsWith('\u0002')) return message(() => partsOf(written.slice(1)), code);
  if (!written.startsWith('\u0001')) return written;
  const text = JSON.parse(written.slice(1)) as unknown;
  if (Array.isArray(text)) return text;
  const { '': own } = text as { readonly '': readonly Part[] | number };
  return typeof own === 'number' ? code[own] : message(() => own, code);
}

function partsOf(written: string): Part[] {
  const [first = '', ...further] = written.split('\u0003');
  return [first, ...further.flatMap((part) => [Number(part.charAt(0)), part.slice(1)])];
}

/** A text, the place of a parameter, or the place of a helper in the code with what it is asked: parameters and texts. */
type Part = string | number | readonly [number, ...(string | number)[]];

/** @param read - answers the parts, when it is first asked for: a start of the app says few messages */
function message(read: () => readonly Part[], code: readonly unknown[]): (...values: readonly unknown[]) => string {
  let parts: readonly Part[] | undefined;
  return (...values) => (parts ??= read()).map((part) => said(part, values, code)).join('');
}

function said(part: Part, values: readonly unknown[], code: readonly unknown[]): string {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return String(values[part]);
  const [place, ...asked] = part;
  const helper = code[place] as (...asked: readonly unknown[]) => string;
  return helper(...asked.map((one) => (typeof one === 'number' ? values[one] : one)));
}
