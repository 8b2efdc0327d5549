import { setIcon } from 'obsidian';
import type { Place } from '../core/options/place';

/** What an error box says. Backticks in `cause` and `tip` become code; nothing else is markup. */
export interface ErrorBoxContent {
  readonly cause: string;
  readonly tip: string;
  /** How much more there is of the kind; empty for nothing. */
  readonly more: string;
  /** The text the error is in, to show the lines around it; null where there is none. */
  readonly source: string | null;
  /** Stretches of `source` to underline. */
  readonly places: readonly Place[];
  /** For `lang`. */
  readonly langTag: string;
}

/** Draws why something could not be drawn: the cause, the lines it stands in, and what to write instead. */
export function drawErrorBox(parent: HTMLElement, content: ErrorBoxContent): HTMLElement {
  const box = parent.createDiv({ cls: 'rh-error', attr: { role: 'alert', lang: content.langTag } });
  setIcon(box, 'circle-alert');
  const icon = box.querySelector('.svg-icon');
  icon?.addClass('rh-icon-bad');
  icon?.setAttribute('aria-hidden', 'true');
  writeWithCode(box.createDiv({ cls: 'rh-error-cause' }), content.cause);
  if (content.source !== null && content.places.length > 0) drawSource(box, content.source, content.places);
  if (content.more !== '') box.createDiv({ cls: 'rh-error-tip', text: content.more });
  if (content.tip !== '') writeWithCode(box.createDiv({ cls: 'rh-error-tip' }), content.tip);
  return box;
}

/** Appends a text, what stands between backticks as code. */
export function writeWithCode(el: HTMLElement, text: string): void {
  text.split('`').forEach((piece, index) => {
    if (piece === '') return;
    if (index % 2 === 1) el.createEl('code', { text: piece });
    else el.appendText(piece);
  });
}

/** The culprits' lines with their numbers, and one line before and after each. */
function drawSource(box: HTMLElement, source: string, places: readonly Place[]): void {
  const lines = source.split('\n');
  const shown = new Set(
    places.flatMap(({ line }) => [line - 1, line, line + 1]).filter((line) => line >= 0 && line < lines.length),
  );
  const numbers = [...shown].sort((a, b) => a - b);
  if (lines[numbers.at(-1) ?? 0]?.trim() === '') numbers.pop();
  const pre = box.createEl('pre', { cls: 'rh-error-source' });
  numbers.forEach((number, index) => {
    if (index > 0) pre.appendText(number - (numbers[index - 1] ?? number) > 1 ? '\n⋮\n' : '\n');
    pre.createSpan({ cls: 'rh-line', text: String(number + 1) });
    drawLine(
      pre,
      lines[number] ?? '',
      places.filter((place) => place.line === number),
    );
  });
}

function drawLine(pre: HTMLElement, text: string, culprits: readonly Place[]): void {
  let at = 0;
  for (const { from, to } of [...culprits].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    pre.appendText(text.slice(at, from));
    pre.createSpan({ cls: 'rh-culprit', text: text.slice(from, to) });
    at = to;
  }
  pre.appendText(text.slice(at));
}
