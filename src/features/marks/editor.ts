import { RangeSetBuilder, type Extension, type Text } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import type { Keyword } from '../../core/marks/keywords';
import { marksIn, type MarkRules, type NoteMark } from '../../core/marks/marks-in';
import { scanNote } from '../../core/markdown/scan';
import type { Context } from '../context';
import { markLook } from './look';

/**
 * Colours the marks of the note that is edited, in live preview and in source mode. Only where a keyword is in view is the
 * note looked at, once for each text of it; only what is in view is drawn.
 */
export function markColours(ctx: Context): Extension {
  return ViewPlugin.define((view) => new MarkColours(ctx, view), { decorations: (colours) => colours.decorations });
}

class MarkColours {
  decorations: DecorationSet;
  private known: { readonly doc: Text; readonly rules: MarkRules; readonly marks: readonly NoteMark[] } | null = null;
  private rules: MarkRules | null;

  constructor(
    private readonly ctx: Context,
    view: EditorView,
  ) {
    this.rules = this.rulesNow();
    this.decorations = this.drawn(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    const rules = this.rulesNow();
    if (!docChanged && !viewportChanged && rules === this.rules) return;
    this.rules = rules;
    this.decorations = this.drawn(view);
  }

  /** Null where marks are not to be coloured. */
  private rulesNow(): MarkRules | null {
    return this.ctx.settings.values.markColours ? this.ctx.marks.rules() : null;
  }

  private drawn(view: EditorView): DecorationSet {
    const { rules } = this;
    if (rules === null || !isInView(view, rules) || !this.mayHold(view)) return Decoration.none;
    const { doc } = view.state;
    if (this.known?.doc !== doc || this.known.rules !== rules)
      this.known = { doc, rules, marks: [...marksIn(scanNote(doc.toString()), rules)] };
    const drawn = new RangeSetBuilder<Decoration>();
    const topic = Decoration.mark({ class: 'rh-mark-topic' });
    for (const { keyword, done, line, from, to, argFrom } of this.known.marks) {
      const start = line.start + from;
      const end = line.start + to;
      if (!view.visibleRanges.some((range) => range.from <= end && start <= range.to)) continue;
      drawn.add(start, end, chip(keyword, done));
      if (argFrom < to) drawn.add(line.start + argFrom - 1, end, topic);
    }
    return drawn.finish();
  }

  private mayHold({ state }: EditorView): boolean {
    const file = state.field(editorInfoField, false)?.file ?? null;
    if (file === null) return true;
    return this.ctx.marks.mayHold(file.path, this.ctx.app.metadataCache.getFileCache(file)?.frontmatter ?? {});
  }
}

function isInView({ state, visibleRanges }: EditorView, { keywords: { pattern } }: MarkRules): boolean {
  return visibleRanges.some(({ from, to }) => {
    pattern.lastIndex = 0;
    return pattern.test(state.sliceDoc(from, to));
  });
}

function chip(keyword: Keyword, done: boolean): Decoration {
  return Decoration.mark({ class: done ? 'rh-mark is-done' : 'rh-mark', attributes: markLook(keyword) });
}
