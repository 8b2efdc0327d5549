import { parse } from 'acorn';

/**
 * The same program, its regular expressions with sets of Unicode (`\p{…}`) made when they are used: an engine checks every
 * literal of a file as it reads it, in functions too, and looks such sets up in tables that it has to load for that.
 * @param {string} code a script
 */
export function lateSets(code) {
  const found = [];
  const onToken = (token) => {
    if (token.type.label === 'regexp' && /\\p\{/i.test(token.value.pattern)) found.push(token);
  };
  parse(code, { ecmaVersion: 2022, allowReturnOutsideFunction: true, onToken });
  let late = '';
  let end = 0;
  for (const token of found) {
    const before = code.slice(end, token.start);
    const made = `new RegExp(${JSON.stringify(token.value.pattern)},${JSON.stringify(token.value.flags)})`;
    late += before + (/[\w$]$/.test(before) ? ' ' : '') + made; // `return/x/` needs no blank, `return new` does
    end = token.end;
  }
  return late + code.slice(end);
}
