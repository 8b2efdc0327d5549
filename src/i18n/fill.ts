/** The keys of a group of texts, without the texts; 0 stands for a text. */
export type Shape = 0 | { [key: string]: Shape };

/**
 * Puts texts together from what scripts/wording-plugin.mjs makes of a language's modules when the plugin is built.
 *
 * @param shape - the keys of all groups by their names
 * @param texts - what they hold, in the order of the keys: a string or a list of strings is itself; `{"": ["", 0, " of ", 1]}`
 *   a message with the places of its parameters; `{"": 2}` a piece of code, from 0
 * @returns what answers a group by its name and the texts of it that are more than strings
 */
export function filler(
  shape: Readonly<Record<string, Shape>>,
  texts: readonly unknown[],
): (group: string, code: readonly unknown[]) => unknown {
  const starts = new Map<string, number>();
  let next = 0;
  for (const [group, below] of Object.entries(shape)) {
    starts.set(group, next);
    next += countOf(below);
  }
  return (group, code) => {
    let at = starts.get(group) ?? 0;
    const put = (below: Shape): unknown => {
      if (below === 0) return textOf(texts[at++], code);
      const filled: Record<string, unknown> = {};
      for (const key in below) filled[key] = put(below[key] ?? 0);
      return filled;
    };
    return put(shape[group] ?? 0);
  };
}

function countOf(shape: Shape): number {
  return shape === 0 ? 1 : Object.values(shape).reduce<number>((sum, below) => sum + countOf(below), 0);
}

function textOf(text: unknown, code: readonly unknown[]): unknown {
  if (typeof text !== 'object' || text === null || Array.isArray(text)) return text;
  const { '': own } = text as { readonly ''?: unknown };
  return Array.isArray(own) ? message(own as readonly (string | number)[]) : code[Number(own)];
}

function message(parts: readonly (string | number)[]): (...values: readonly unknown[]) => string {
  return (...values) => parts.map((part) => (typeof part === 'number' ? String(values[part]) : part)).join('');
}
