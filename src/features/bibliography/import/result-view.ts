import type { ImportOutcome } from '../../../core/import/outcome';
import type { Wordings } from '../../../i18n';
import { damageText, failureText, leftOutText, shownValue } from '../texts';
import { drawGroup } from './group-view';
import { drawRaw } from './preview-rows';

export interface ResultOptions {
  readonly t: Wordings['bibliography'];
  readonly folder: string;
  readonly openNote: (path: string, event: MouseEvent) => void;
}

/** What an import did: what failed first and open, the rest folded; created, filled, unchanged, failed and left out add up. */
export function drawResult(parent: HTMLElement, outcome: ImportOutcome, options: ResultOptions): void {
  const { t, openNote } = options;
  parent.createDiv({ cls: 'rh-lead', text: resultLead(outcome, t) });
  parent.createDiv({ cls: 'rh-muted rh-result-sum', text: sumOf(outcome, t) });
  const groups = parent.createDiv({ cls: 'rh-groups' });
  const group = <T>(
    name: keyof Wordings['bibliography']['groups'],
    icon: string,
    items: readonly T[],
    drawRow: (row: HTMLElement, item: T) => void,
    { open = false, hint = '' } = {},
  ): void => {
    if (items.length === 0) return;
    drawGroup(groups, {
      outcome: name,
      icon,
      title: t.groups[name],
      hint,
      open,
      rows: items.length,
      drawRow: (row, at) => {
        const item = items[at];
        if (item !== undefined) drawRow(row, item);
      },
      more: t.more,
      ...(open ? { tone: 'bad' as const } : {}),
    });
  };
  const link = (row: HTMLElement, path: string): void => {
    const a = row.createEl('a', { cls: 'rh-link', text: path, href: '#' });
    a.addEventListener('click', (event) => {
      event.preventDefault();
      openNote(path, event);
    });
  };
  const isWriting = (one: ImportOutcome['failed'][number]): boolean => one.code === 'not-written';
  const drawFailed = (row: HTMLElement, one: ImportOutcome['failed'][number]): void => {
    row.createSpan({ text: t.line(one.line + 1, failureText(one, t)) });
    drawRaw(row, one.raw, one.line);
  };
  group('notWritten', 'circle-alert', outcome.failed.filter(isWriting), drawFailed, { open: true });
  group(
    'failed',
    'circle-alert',
    outcome.failed.filter((one) => !isWriting(one)),
    drawFailed,
    { open: true },
  );
  group('doubles', 'copy-check', outcome.doubles, (row, { path, other }) => {
    link(row, path);
    row.appendText(' · ');
    link(row, other);
  });
  group('damaged', 'wrench', outcome.damaged, (row, damage) => {
    row.createSpan({ text: `${t.line(damage.line + 1, damageText(damage, t))} · ` });
    link(row, damage.path);
  });
  group('created', 'plus', outcome.created, link, { hint: `${options.folder}/` });
  group('filled', 'notebook-pen', outcome.filled, link, { hint: t.groupHints.filled });
  const [taken, kept] = [true, false].map((is) => outcome.different.filter((one) => one.taken === is));
  group('replaced', 'copy', taken ?? [], (row, { path, key, old, new: value }) => {
    row.setText(t.replacedValue(path, key, shownValue(old, t), shownValue(value, t)));
  });
  group(
    'different',
    'copy',
    kept ?? [],
    (row, { path, key, old, new: value }) => {
      row.setText(t.keptValue(path, key, shownValue(old, t), shownValue(value, t)));
    },
    { hint: t.groupHints.kept },
  );
  group('unchanged', 'minus', outcome.unchanged, link, { hint: t.groupHints.unchanged });
  group('skipped', 'circle-slash', outcome.skipped, (row, one) => {
    row.setText(t.line(one.line + 1, leftOutText(one, t)));
  });
}

/** How many notes were written, and whether it came to its end. */
export function resultLead({ created, filled, skipped, found }: ImportOutcome, t: ResultOptions['t']): string {
  const wasStopped = skipped.some(({ code }) => code === 'stopped');
  return (wasStopped ? t.stoppedLead : t.doneLead)(created.length + filled.length, found);
}

/** How the entries found became what is listed: the counts add up to them. */
function sumOf(outcome: ImportOutcome, t: ResultOptions['t']): string {
  const { found, created, filled, unchanged, failed, skipped } = outcome;
  const { sumParts } = t;
  const parts = [
    created.length > 0 ? sumParts.created(created.length) : '',
    filled.length > 0 ? sumParts.filled(filled.length) : '',
    unchanged.length > 0 ? sumParts.unchanged(unchanged.length) : '',
    skipped.length > 0 ? sumParts.skipped(skipped.length) : '',
    failed.length > 0 ? sumParts.failed(failed.length) : '',
  ].filter((part) => part !== '');
  return parts.length > 1 ? t.sum(parts, found) : parts.join();
}
