import type { Language } from '../core/ports';
import { hoursAndMinutes } from '../core/time/hours-and-minutes';
import type { GivenTexts } from './types';

/**
 * What a message says, or a part of that: a text; the place of a value; or what is made of others, by an operator or by the helper at that
 * place.
 */
type Part = string | number | readonly [string | number, ...Part[]];

type Values = readonly unknown[];
type Helper = (...values: Values) => unknown;

/** What is known by its name; scripts/wording-data.mjs writes of it what the modules say. */
const OPERATORS: Readonly<Record<string, Helper>> = {
  '+': (...texts) => texts.map(String).join(''),
  '[': (...list) => list,
  '.': (value, key) => (value as Members)[key as string],
  '?.': (value, key) => (value as Members | null | undefined)?.[key as string],
  '()': (value, key, ...values) => ((value as Members)[key as string] as Helper).call(value, ...values),
  '/': (pattern, flags) => new RegExp(pattern as string, flags as string),
  '===': (a, b) => a === b,
  '<': (a, b) => (a as number) < (b as number),
  '-': (a, b) => (a as number) - (b as number),
  ':': (a, b) => (a as number) / (b as number),
  '??': (a, b) => a ?? b,
  'Math.ceil': Math.ceil as Helper,
  hoursAndMinutes: hoursAndMinutes as Helper,
};

type Members = Readonly<Record<string, unknown>>;

/** The n-th key of those that scripts/short-keys.mjs gives, which are not written. */
const shortKey = (n: number): string => (n < 26 ? n + 10 : n + 334).toString(36);

/**
 * A language's texts from what scripts/wording-plugin.mjs makes of its modules when the plugin is built: in the order of the keys, then the
 * helpers, which mostly are messages too, between U+0000. A text stands as it is; behind U+0001 what is no text, such as a list, as JSON;
 * behind U+0002 a message as JSON; behind U+0003 one whose texts and further parts, in JSON, take turns, between U+0003.
 * Behind the key of a text stands a comma, and behind that of a group its keys in braces.
 */
export function filled(language: Language, { shape = '', ...given }: Partial<GivenTexts>): unknown {
  const written = (given[language] ?? '').split('\0');
  let at = 0;
  const known: Record<string, unknown> = { ...OPERATORS };
  const keys = shape.matchAll(/([^,{}]*)([,{}])/g);
  const group = (): unknown => {
    const texts: Record<string, unknown> = {};
    let n = 0;
    for (const [, key = '', sign] of keys) {
      if (sign === '}') break; // a group goes on where the one within it ended
      texts[key === '' ? shortKey(n++) : key] = sign === '{' ? group() : textOf(written[at++] ?? '', known);
    }
    return texts;
  };
  const texts = group();
  for (const [place, helper] of written.slice(at).entries()) known[place] = textOf(helper, known);
  return texts;
}

function textOf(written: string, known: Members): unknown {
  const rest = written.slice(1);
  switch (written.charAt(0)) {
    case '\u0001':
      return JSON.parse(rest);
    case '\u0002':
      return message(() => JSON.parse(rest) as Part, known);
    case '\u0003':
      return message(
        () => ['+', ...rest.split('\u0003').map((part, n) => (n % 2 === 0 ? part : (JSON.parse(part) as Part)))],
        known,
      );
    default:
      return written;
  }
}

/** @param read - answers what it says, when it is first asked for: a start of the app says few messages */
function message(read: () => Part, known: Members): Helper {
  let part: Part | undefined;
  return (...values) => valueOf((part ??= read()), values, known);
}

/** A function and a constant within put their own value before the others. */
function valueOf(part: Part, values: Values, known: Members): unknown {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return values[part];
  const [what, ...parts] = part;
  const value = (one: Part = '', more: Values = values): unknown => valueOf(one, more, known);
  const [first, second, third] = parts;
  switch (what) {
    case '#':
      return first;
    case '?':
      return value(value(first) ? second : third);
    case '=':
      return value(second, [value(first), ...values]);
    case '=>':
      return (one: unknown) => value(first, [one, ...values]);
    default:
      return (known[what] as Helper)(...parts.map((one) => value(one)));
  }
}
