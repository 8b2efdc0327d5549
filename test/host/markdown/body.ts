import { getFrontMatterInfo } from '../metadata/frontmatter';

/** What of a note is drawn: no frontmatter, no comments. Line ends are kept, so that line numbers only shift by `skipped`. */
export function visibleBody(text: string): { readonly body: string; readonly skipped: number } {
  const start = getFrontMatterInfo(text).contentStart;
  return { body: withoutComments(text.slice(start)), skipped: text.slice(0, start).split('\n').length - 1 };
}

function withoutComments(text: string): string {
  let fence: string | null = null;
  let comment = false;
  return text
    .split('\n')
    .map((line) => {
      const mark = comment ? undefined : /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined && fence === null) fence = mark;
      else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null;
      if (fence !== null || mark !== undefined) return line;
      const parts = line.split('%%');
      let shown = '';
      parts.forEach((part, i) => {
        if (i > 0) comment = !comment;
        if (!comment) shown += part;
      });
      return shown;
    })
    .join('\n');
}
