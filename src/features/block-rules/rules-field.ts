import { StateField, type EditorState, type Extension, type Range, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { NO_RULES, noteRules, type NoteRules, type RuledBlock, type Stretch } from '../../core/block/rules';
import type { BlockStep } from '../../offers/block-rules';
import type { Context } from '../context';
import { HintWidget, RemarkWidget, RuleWidget, type RuleLook } from './widgets';
import type { Writers } from './writers';

/** The rules of the note that is edited, and how they are drawn; without any where they are not to be drawn. */
export interface DrawnRules {
  readonly rules: NoteRules;
  readonly decorations: DecorationSet;
}

export type RulesField = StateField<DrawnRules> & { readonly extension: Extension };

const NONE: DrawnRules = { rules: NO_RULES, decorations: Decoration.none };

/**
 * Draws rules in place of marker lines. What reaches over lines may be replaced by a state field alone; it is made anew
 * when the note changes, and its drawing when the cursor moves, since the line that the cursor is in shows as it is.
 */
export function rulesField(ctx: Context, writers: Writers): RulesField {
  const made = (state: EditorState, rules: NoteRules | null): DrawnRules => {
    if (!isDrawn(ctx, state)) return NONE;
    const known = rules ?? rulesOf(state);
    return { rules: known, decorations: new Drawing(ctx, writers, state).of(known) };
  };
  return StateField.define<DrawnRules>({
    create: (state) => made(state, null),
    update: (value, transaction) => {
      const isChanged = transaction.docChanged || isDrawn(ctx, transaction.state) !== (value !== NONE);
      if (isChanged) return made(transaction.state, null);
      return value !== NONE && movesCursor(transaction) ? made(transaction.state, value.rules) : value;
    },
    provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
  });
}

function isDrawn({ settings }: Context, state: EditorState): boolean {
  return settings.values.blockRulesInSource || state.field(editorLivePreviewField, false) === true;
}

/** Most notes have no block, and none of them is worth joining to one text at each key. */
function rulesOf({ doc }: EditorState): NoteRules {
  for (const line of doc.iterLines()) if (line.includes('rh:')) return noteRules(doc.toString());
  return NO_RULES;
}

function movesCursor({ startState, newSelection }: Transaction): boolean {
  return !startState.selection.eq(newSelection);
}

class Drawing {
  private readonly found: Range<Decoration>[] = [];
  private readonly path: string | null;

  constructor(
    private readonly ctx: Context,
    private readonly writers: Writers,
    private readonly state: EditorState,
  ) {
    this.path = state.field(editorInfoField, false)?.file?.path ?? null;
  }

  of({ runs, lone, hints }: NoteRules): DecorationSet {
    for (const run of runs) this.drawRun(run);
    for (const hint of hints) this.drawRemark(hint, new HintWidget(hint.words, null));
    const t = this.ctx.i18n.ui.blockRules;
    for (const { name, kind, from, to } of lone) {
      const words = t.lone(this.ctx.i18n.ui.report.damage[kind], name === null ? '' : this.writers.label(name));
      this.draw({ from, to }, { place: 'lone', words, actions: this.steps(name, t.repair).slice(0, 1) });
    }
    return Decoration.set(this.found, true);
  }

  private drawRun(run: readonly RuledBlock[]): void {
    const t = this.ctx.i18n.ui.blockRules;
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const label = ({ name }: RuledBlock): string => this.writers.label(name);
    /** A heading that names the block needs no label above it. */
    const nameOf = (block: RuledBlock): string => (block.titled ? '' : label(block));
    this.draw(first.head, {
      place: 'head',
      words: [nameOf(first), t.filled].filter(Boolean).join(' · '),
      actions: this.steps(first.name, t.refresh),
    });
    run.forEach((block, at) => {
      const below = run[at + 1];
      if (below !== undefined) {
        const between = { from: block.foot.from, to: below.head.to };
        this.draw(between, { place: 'between', words: nameOf(below), actions: [] });
      }
      for (const remark of block.remarks) {
        const step = this.writers.of(block.name)?.step(block.name, remark.words) ?? null;
        this.drawRemark(remark, new RemarkWidget(remark.words, step));
      }
    });
    const edited = run.filter((block) => block.edited).map(label);
    this.draw(last.foot, { place: 'foot', words: edited.length === 0 ? t.end : t.endEdited(edited), actions: [] });
  }

  private drawRemark({ from, to }: Stretch, widget: RemarkWidget): void {
    if (!this.isRaw({ from, to })) this.found.push(Decoration.replace({ widget }).range(from, to));
  }

  private draw(at: Stretch, look: Omit<RuleLook, 'lang' | 'key'>): void {
    if (this.isRaw(at)) return;
    const widget = new RuleWidget({ ...look, lang: this.ctx.i18n.ui.common.langTag, key: this.path ?? '' });
    this.found.push(Decoration.replace({ widget, block: true }).range(at.from, at.to));
  }

  /** Whether the cursor, or an end of what is selected, stands there; what is selected across it stays drawn. */
  private isRaw({ from, to }: Stretch): boolean {
    const isIn = (at: number): boolean => from <= at && at <= to;
    return this.state.selection.ranges.some(({ anchor, head }) => isIn(anchor) || isIn(head));
  }

  /** To refresh or repair, and what comes next. */
  private steps(name: string | null, label: string): readonly BlockStep[] {
    const writer = name === null ? null : this.writers.of(name);
    const { path } = this;
    if (writer === null || path === null) return [];
    const refresh = (): void => {
      writer.refresh(path);
    };
    return [{ label, run: refresh }, writer.next(path)].filter((step) => step !== null);
  }
}
