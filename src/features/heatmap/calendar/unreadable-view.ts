import { noteName } from '../../../core/vault/path';
import { writeWithCode } from '../../../ui/error-box';
import { listenForOpening } from '../../../ui/open-note';
import type { Unreadable } from '../days/day-source';
import type { LeftNote } from '../days/left-out';
import type { HeatmapWords } from '../texts';

/** A value longer than that is cut: it stands within a sentence. */
const LONGEST_VALUE = 40;

export type OpenNote = (path: string, event: MouseEvent) => void;

export interface UnreadableParts {
  showUnreadable(): void;
  readonly openNote: OpenNote | null;
}

/** Says what could not be read, below the calendar. */
export function drawUnreadable(
  el: HTMLElement,
  unreadable: Unreadable,
  words: HeatmapWords,
  parts: UnreadableParts,
): void {
  const t = words.t.unreadable;
  switch (unreadable.kind) {
    case 'values':
      el.setText(
        t.values(
          unreadable.count,
          unreadable.example,
          words.t.value[words.valueKind],
          words.t.manyValues[words.valueKind],
        ),
      );
      return;
    case 'notes':
      el.setText(t.notes(unreadable.count));
      return;
    case 'lines':
      el.setText(t.lines(unreadable.count));
      el.appendText(' ');
      el.createEl('button', { cls: 'rh-text-button', text: t.show }).addEventListener('click', () => {
        parts.showUnreadable();
      });
      return;
    case 'left-out':
      drawLeftOut(el, unreadable, words, parts.openNote);
  }
}

/** How many notes are left out and why, the first by name with what stands there, and what to do. */
function drawLeftOut(
  el: HTMLElement,
  { why, property, dateProperty, count, named }: Extract<Unreadable, { kind: 'left-out' }>,
  words: HeatmapWords,
  openNote: OpenNote | null,
): void {
  const t = words.t.unreadable.leftOut;
  const cause = {
    'no-date': () => t.noDate(count, dateProperty ?? ''),
    'no-day-in-name': () => (property === null ? t.noDayInName(count) : t.noDayInNameWith(count, property)),
    broken: () => t.broken(count),
  };
  writeWithCode(el, cause[why]());
  named.forEach((note, index) => {
    if (index > 0) el.appendText(t.comma);
    drawName(el, note, openNote);
    if (why === 'no-date') el.appendText(t.written(shortened(note.written)));
  });
  if (count > named.length) el.appendText(t.more(count - named.length));
  writeWithCode(el, t.tip[why]);
}

function drawName(el: HTMLElement, { path }: LeftNote, openNote: OpenNote | null): void {
  const text = noteName(path);
  if (openNote === null) {
    el.appendText(text);
    return;
  }
  listenForOpening(el.createEl('a', { cls: 'rh-link', text, href: '#' }), (event) => {
    openNote(path, event);
  });
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line;
}
