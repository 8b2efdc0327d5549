import { scanBody, type TextRange } from './scan';

/** `$…$` as Obsidian takes it for a formula: no blank inside the dollars, no figure after them ("$5 and $6" is money). */
export const INLINE_FORMULA = /(^|[^\\$])(\$(?![\s$])(?:\\.|[^$\\])*?\$)(?![\d$])/g;
const RULE = /^[ \t]*\$\$[ \t]*$/;

/**
 * Formulas as code, so that what cannot set them shows their source and takes nothing in them for emphasis: `$x_i$` in a
 * code span, a block between two `$$` lines in a fence.
 */
export function mathAsCode(markdown: string): string {
  const lines: string[] = [];
  let open: number | null = null; // where the block's first `$$` stands
  for (const { kind, text, spans } of scanBody(markdown)) {
    if (kind === 'text' && RULE.test(text)) {
      open = open === null ? lines.length : null;
      lines.push('```');
      if (open !== null) lines[open] = '```tex';
    } else {
      lines.push(kind === 'text' && open === null ? inlineAsCode(text, spans) : text);
    }
  }
  if (open !== null) lines[open] = '$$'; // never closed: no formula
  return lines.join('\n');
}

function inlineAsCode(line: string, spans: readonly TextRange[]): string {
  if (!line.includes('$')) return line;
  let result = '';
  let plain = 0;
  for (const { from, to } of spans) {
    result += formulasAsCode(line.slice(plain, from)) + line.slice(from, to);
    plain = to;
  }
  return result + formulasAsCode(line.slice(plain));
}

function formulasAsCode(text: string): string {
  return text.replace(INLINE_FORMULA, (whole, before: string, formula: string) =>
    /\s\$$/.test(formula) || formula.includes('`') ? whole : `${before}\`${formula}\``,
  );
}
