import { shortAuthors, type AuthorWords } from '../../../core/reading/short-authors';
import { differencesOf, knownIn, type ImportCounts } from '../../../core/import/choices';
import type { ImportPlan } from '../../../core/import/plan';
import type { Wordings } from '../../../i18n';
import { drawAmount, type AmountView } from './amount-view';
import { drawGroup, type GroupOptions, type GroupView } from './group-view';
import * as rows from './preview-rows';
import { Selection } from './selection';

export interface PreviewOptions {
  readonly t: Wordings['bibliography'];
  readonly authors: AuthorWords;
  readonly folder: string;
  readonly openNote: (path: string, event: MouseEvent) => void;
  /** What the choices come to is another. */
  readonly onCounts: (counts: ImportCounts) => void;
}

/** What an import would do, entry by entry, in the order of care: what needs the student first. */
export class PreviewView {
  readonly selection: Selection;
  private readonly lead: HTMLElement;
  private readonly amount: AmountView;
  private readonly sum: HTMLElement;
  private readonly groups: HTMLElement;
  private readonly ticked: { readonly steps: readonly rows.NumberedStep[]; readonly view: GroupView }[] = [];

  constructor(
    parent: HTMLElement,
    private readonly plan: ImportPlan,
    private readonly options: PreviewOptions,
  ) {
    this.selection = new Selection(plan, () => {
      this.refresh();
    });
    const head = parent.createDiv({ cls: 'rh-sum' });
    this.lead = head.createDiv({ cls: 'rh-lead', attr: { 'aria-live': 'polite' } });
    this.amount = drawAmount(head, null);
    this.sum = head.createDiv();
    this.groups = parent.createDiv({ cls: 'rh-groups' });
    this.drawGroups();
    this.refresh();
  }

  private drawGroups(): void {
    const { plan, options } = this;
    const { t } = options;
    const context: rows.RowContext = {
      t,
      selection: this.selection,
      openNote: options.openNote,
      authors: (names) => shortAuthors(names, options.authors) ?? '',
    };
    const steps = plan.steps.map((step, number) => ({ step, number }));
    this.group('failed', 'circle-alert', plan.failures, true, (row, failure) => {
      rows.drawFailureRow(row, failure, t);
    });
    const different = steps.filter(({ step }) => differencesOf(step).length > 0);
    this.group('different', 'copy', different, true, (row, one) => {
      rows.drawDifferentRow(row, one, context);
    });
    const doubles = steps.flatMap((one) => {
      const double = one.step.kind === 'create' ? one.step.double : null;
      return double === null ? [] : [{ ...one, double }];
    });
    this.group('doubles', 'copy-check', doubles, true, (row, one) => {
      rows.drawDoubleRow(row, one, context);
    });
    const damaged = steps.flatMap(({ step }) => step.item.damage.map((damage) => ({ step, damage })));
    this.group('damaged', 'wrench', damaged, true, (row, { step, damage }) => {
      rows.drawDamageRow(row, damage, step.item.draft.title, t);
    });
    const fills = ({ step }: rows.NumberedStep): boolean =>
      step.kind === 'known' && Object.keys(step.known.filling.fills).length > 0;
    this.tickGroup(
      'created',
      'plus',
      steps.filter(({ step }) => step.kind === 'create'),
      context,
    );
    this.tickGroup('filled', 'notebook-pen', steps.filter(fills), context);
    const unchanged = steps.filter((one) => one.step.kind === 'known' && !fills(one));
    this.group('unchanged', 'minus', unchanged, false, (row, { step }) => {
      rows.drawUnchangedRow(row, step, context);
    });
    this.group('skipped', 'circle-slash', plan.skipped, false, (row, one) => {
      rows.drawSkippedRow(row, one, t);
    });
  }

  private group<T>(
    name: 'failed' | 'different' | 'doubles' | 'damaged' | 'created' | 'filled' | 'unchanged' | 'skipped',
    icon: string,
    items: readonly T[],
    open: boolean,
    drawRow: (row: HTMLElement, item: T) => void,
    tick?: GroupOptions['tick'],
  ): GroupView | null {
    if (items.length === 0) return null;
    const { t, folder } = this.options;
    return drawGroup(this.groups, {
      outcome: name,
      icon,
      title: t.groups[name],
      hint: name === 'created' ? `${folder}/` : t.groupHints[name],
      open,
      rows: items.length,
      drawRow: (row, at) => {
        const item = items[at];
        if (item !== undefined) drawRow(row, item);
      },
      more: t.more,
      ...(name === 'failed' ? { tone: 'bad' as const } : name === 'doubles' ? { tone: 'warn' as const } : {}),
      ...(tick === undefined ? {} : { tick }),
    });
  }

  private tickGroup(
    name: 'created' | 'filled',
    icon: string,
    steps: readonly rows.NumberedStep[],
    context: rows.RowContext,
  ): void {
    const numbers = steps.map(({ number }) => number);
    const drawRow = (row: HTMLElement, one: rows.NumberedStep): void => {
      rows.drawEntryRow(row, one, context);
    };
    const { t } = this.options;
    const view = this.group(name, icon, steps, name === 'created', drawRow, {
      label: t.tickAll(t.groups[name]),
      onChange: (on) => {
        this.selection.tick(numbers, on);
        view?.redraw();
      },
    });
    if (view !== null) this.ticked.push({ steps, view });
  }

  /** Counts and boxes; the rows stay as they are. */
  private refresh(): void {
    const { t } = this.options;
    const { counts, choices } = this.selection;
    const written = counts.created + counts.filled + counts.replaced;
    const parts = [
      counts.created > 0 ? t.willCreate(counts.created) : '',
      counts.filled > 0 ? t.willFill(counts.filled) : '',
      counts.replaced > 0 ? t.willReplace(counts.replaced) : '',
    ];
    this.lead.setText(
      t.lead(
        counts.found,
        parts.filter((part) => part !== ''),
      ),
    );
    this.amount.set(written, counts.found);
    const sums = (['created', 'filled', 'replaced', 'unchanged', 'unticked', 'skipped', 'failed'] as const)
      .filter((name) => counts[name] > 0)
      .map((name) => t.sumParts[name](counts[name]));
    this.sum.setText(sums.length > 1 ? t.sum(sums, counts.found) : '');
    for (const { steps, view } of this.ticked) {
      const on = steps.filter(({ number, step }) => {
        return this.selection.isTicked(number) && (step.kind === 'known' || knownIn(step, number, choices) === null);
      }).length;
      view.setCount(on === steps.length ? String(on) : t.ticked(on, steps.length));
      view.setTick(on === steps.length ? 'all' : on === 0 ? 'none' : 'some');
    }
    this.options.onCounts(counts);
  }
}
