/**
 * Texts from the JSON that scripts/wording-plugin.mjs makes of a language's modules when the plugin is built.
 * @param data - a string or a list of strings is itself; `{"": ["", 0, " of ", 1]}` a message with the places of its
 *   parameters; `{"": 2}` a piece of code, from 0; any other object holds texts by their keys, and is filled in place
 * @param code - the texts that are more than strings
 */
export function fill(data: unknown, code: readonly unknown[]): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const texts = data as Record<string, unknown>;
  const own = texts[''];
  if (typeof own === 'number') return code[own];
  if (Array.isArray(own)) return message(own as readonly (string | number)[]);
  for (const key in texts) {
    const text = texts[key];
    if (typeof text === 'object') texts[key] = fill(text, code); // strings, the most of them, are left alone
  }
  return texts;
}

function message(parts: readonly (string | number)[]): (...values: readonly unknown[]) => string {
  return (...values) => parts.map((part) => (typeof part === 'number' ? String(values[part]) : part)).join('');
}
