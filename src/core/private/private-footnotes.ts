import { placeOf } from '../markdown/line-place';
import type { ScannedLine } from '../markdown/scan';

const REFERENCE = /\[\^([^\]\s]+)\](:?)/g;

/** Lines that begin a footnote to which private lines refer and no other line does: a page shows it as theirs alone. */
export function privateFootnotes(lines: readonly ScannedLine[], hidden: ReadonlySet<number>): ReadonlySet<number> {
  const notes = new Set<number>();
  if (hidden.size === 0) return notes;
  const begun: { readonly line: number; readonly label: string }[] = [];
  const [closed, open] = [new Set<string>(), new Set<string>()];
  for (const { number, kind, visible } of lines) {
    if (kind !== 'text' || !visible.includes('[^')) continue;
    const { at } = placeOf(visible);
    for (const [written, name = '', colon] of visible.matchAll(REFERENCE)) {
      const label = name.toLowerCase();
      if (colon !== '' && visible.startsWith(written, at)) begun.push({ line: number, label });
      else (hidden.has(number) ? closed : open).add(label);
    }
  }
  for (const { line, label } of begun) if (closed.has(label) && !open.has(label)) notes.add(line);
  return notes;
}
