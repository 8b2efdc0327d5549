import type { Damage, Failure } from '../../../core/bibliography/entry';
import type { ItemDraft } from '../../../core/bibliography/item';
import { differencesOf } from '../../../core/import/choices';
import type { ImportStep, PossibleDouble, SkippedEntry } from '../../../core/import/plan';
import type { Wordings } from '../../../i18n';
import { damageText, failureText, leftOutText, shownValue } from '../texts';
import { drawTick } from './group-view';
import type { Selection } from './selection';
import { drawVersus } from './versus-view';

type Words = Wordings['bibliography'];

/** A step with its number in the plan. */
export interface NumberedStep {
  readonly number: number;
  readonly step: ImportStep;
}

export interface RowContext {
  readonly t: Words;
  readonly authors: (names: readonly string[]) => string;
  readonly selection: Selection;
  readonly openNote: (path: string, event: MouseEvent) => void;
}

/** An entry that will be written, with its box. */
export function drawEntryRow(
  row: HTMLElement,
  { number, step }: NumberedStep,
  { t, selection, authors }: RowContext,
): void {
  const { draft } = step.item;
  row.addClass('rh-tick-row');
  const label = row.createEl('label');
  drawTick(label, null, selection.isTicked(number), (on) => {
    selection.tick([number], on);
  });
  const words = label.createSpan();
  words.createSpan({ cls: 'rh-item-title', text: draft.title });
  words.createDiv({ cls: 'rh-source-meta', text: aboutDraft(draft, authors) });
  if (step.kind === 'known') {
    const fills = Object.entries(step.known.filling.fills);
    for (const [key, value] of fills) {
      const line = words.createDiv({ cls: 'rh-fill' });
      line.createSpan({ cls: 'rh-key-name', text: key });
      line.createSpan({ text: shownValue(value, t) });
    }
  }
}

function aboutDraft({ authors, venue, year, arxiv, doi }: ItemDraft, short: RowContext['authors']): string {
  const where = [venue, year === null ? null : String(year)].filter((part) => part !== null).join(' ');
  return [short(authors), where, arxiv ?? doi ?? ''].filter((part) => part !== '').join(' · ');
}

/** An entry that says something else than its note. */
export function drawDifferentRow(
  row: HTMLElement,
  { number, step }: NumberedStep,
  { t, selection, openNote }: RowContext,
): void {
  if (step.kind !== 'known') return;
  const { source } = step.known;
  drawLink(row, source.title, source.path, openNote);
  for (const { key, old, new: value } of differencesOf(step)) {
    drawVersus(row, {
      name: key,
      label: t.chosenFor(key, source.title),
      sides: [shownValue(old, t), shownValue(value, t)],
      second: selection.isTaken(number, key),
      onChange: (second) => {
        selection.take(number, key, second);
      },
    });
  }
}

/** A new entry that may be one that is here. */
export function drawDoubleRow(
  row: HTMLElement,
  { number, step, double }: NumberedStep & { readonly double: PossibleDouble },
  { t, selection, openNote }: RowContext,
): void {
  const { place, by, apart, title } = double;
  const reason = t.doubleAnd('', t.doubleBy[by], t.doubleApart[apart]);
  row.createSpan({ cls: 'rh-item-title', text: step.item.draft.title });
  row.createDiv();
  if ('path' in place) drawLink(row, title, place.path, openNote);
  else row.createSpan({ text: t.doubleInFile(place.line + 1) });
  row.appendText(reason);
  drawVersus(row, {
    name: t.doubleOf,
    label: `${t.doubleOf} ${step.item.draft.title}`,
    sides: [t.doubleMake, t.doubleSame],
    second: selection.isSame(number),
    onChange: (second) => {
      selection.setSame(number, second);
    },
  });
}

export function drawFailureRow(row: HTMLElement, failure: Failure, t: Words): void {
  row.createSpan({ text: t.line(failure.line + 1, failureText(failure, t)) });
  drawRaw(row, failure.raw, failure.line);
}

/** The text as it stands in the file, with the numbers of its lines; JSON was laid out anew, so that it has none. */
export function drawRaw(row: HTMLElement, raw: string, line: number): void {
  const lines = raw.split(/\r\n?|\n/);
  const shown = lines.slice(0, 6).map((text, at) => (raw.startsWith('{') ? text : `${String(line + at + 1)}  ${text}`));
  row.createDiv({ cls: 'rh-raw', text: shown.join('\n') + (lines.length > shown.length ? '\n…' : '') });
}

export function drawDamageRow(row: HTMLElement, damage: Damage, title: string, t: Words): void {
  row.createSpan({ text: `${t.line(damage.line + 1, damageText(damage, t))} · ${title}` });
}

export function drawSkippedRow(row: HTMLElement, skipped: SkippedEntry, t: Words): void {
  row.createSpan({ text: t.line(skipped.line + 1, leftOutText(skipped, t)) });
}

/** A note that nothing is missing in. */
export function drawUnchangedRow(row: HTMLElement, step: ImportStep, { t, openNote }: RowContext): void {
  if (step.kind !== 'known') return;
  drawLink(row, step.known.source.title, step.known.source.path, openNote);
  if (step.known.isForeign) row.createSpan({ cls: 'rh-source-meta', text: ` · ${t.foreign}` });
}

function drawLink(row: HTMLElement, text: string, path: string, openNote: RowContext['openNote']): void {
  const link = row.createEl('a', { cls: 'rh-link rh-item-title', text, href: '#' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    openNote(path, event);
  });
}
