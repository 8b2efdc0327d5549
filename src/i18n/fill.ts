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

/**
 * A text; the place of a parameter; or what is made of others: `[3, …]` by the helper at that place in the code, `['.', value, key]` a
 * member, `['??', value]` a text or none, `['?', value, other, then, else]` by whether two are the same, `[',', list, between]` a list as
 * one text, `['+', …]` several as one.
 */
type Part = string | number | readonly [number | string, ...Part[]];

/** @param read - answers the parts, when it is first asked for: a start of the app says few messages */
function message(read: () => readonly Part[], code: readonly unknown[]): (...values: readonly unknown[]) => string {
  let parts: readonly Part[] | undefined;
  return (...values) => {
    const [first = '', ...more] = (parts ??= read());
    return more.length === 0 ? (valueOf(first, values, code) as string) : joined(parts, values, code);
  };
}

function joined(parts: readonly Part[], values: readonly unknown[], code: readonly unknown[]): string {
  return parts.map((part) => String(valueOf(part, values, code))).join('');
}

function valueOf(part: Part, values: readonly unknown[], code: readonly unknown[]): unknown {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return values[part];
  const [what, ...parts] = part;
  const value = (one: Part | undefined): unknown => valueOf(one ?? '', values, code);
  if (typeof what === 'number') return (code[what] as (...asked: readonly unknown[]) => unknown)(...parts.map(value));
  const [first, second, third, fourth] = parts;
  if (what === '+') return joined(parts, values, code);
  if (what === '.') return (value(first) as Readonly<Record<Key, unknown>>)[second as Key];
  if (what === '??') return value(first) ?? '';
  if (what === '?') return value(value(first) === second ? third : fourth);
  return (value(first) as readonly unknown[]).join(second as string);
}

type Key = string | number;
