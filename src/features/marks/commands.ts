import { SuggestModal, type Editor } from 'obsidian';
import { shownForm, type Keyword } from '../../core/marks/keywords';
import { marksIn } from '../../core/marks/marks-in';
import { scanNote } from '../../core/markdown/scan';
import { namePrompt } from '../../ui/name-prompt';
import type { MarkContext } from './context';
import { markLook } from './look';

export function registerMarkCommands(ctx: MarkContext): void {
  const t = ctx.i18n.ui.marks;
  const { plugin } = ctx;
  plugin.addCommand({ id: 'open-marks', name: t.open, callback: () => void openMarks(ctx) });
  const goBy =
    (step: 1 | -1) =>
    (editor: Editor): void => {
      goToMark(ctx, editor, step);
    };
  plugin.addCommand({ id: 'next-mark', name: t.next, editorCallback: goBy(1) });
  plugin.addCommand({ id: 'previous-mark', name: t.previous, editorCallback: goBy(-1) });
  plugin.addCommand({
    id: 'insert-mark',
    name: t.insert,
    editorCallback: (editor) => {
      ctx.dialogs.open(new KeywordModal(ctx, editor));
    },
  });
}

export const MARKS_VIEW = 'research-handbook-marks';

async function openMarks({ app }: MarkContext): Promise<void> {
  const { workspace } = app;
  const leaf = workspace.getLeavesOfType(MARKS_VIEW)[0] ?? workspace.getRightLeaf(false);
  if (leaf === null) return;
  await leaf.setViewState({ type: MARKS_VIEW, active: true });
  await workspace.revealLeaf(leaf);
}

/** Leads from mark to mark, and from the last one to the first. */
function goToMark(ctx: MarkContext, editor: Editor, step: 1 | -1): void {
  const at = editor.posToOffset(editor.getCursor());
  const marks = [...marksIn(scanNote(editor.getValue()), ctx.marks.rules())].map(({ line, from }) => line.start + from);
  const to =
    step > 0
      ? (marks.find((mark) => mark > at) ?? marks[0])
      : (marks.filter((mark) => mark < at).at(-1) ?? marks.at(-1));
  if (to === undefined) {
    ctx.notify.info(ctx.i18n.ui.marks.noneHere);
    return;
  }
  const place = editor.offsetToPos(to);
  editor.setCursor(place);
  editor.scrollIntoView({ from: place, to: place }, true);
}

/** Asks for a keyword, and puts it where the cursor stands in the note that was edited last. */
export function insertMark(ctx: MarkContext): void {
  const editor = ctx.app.workspace.activeEditor?.editor;
  if (editor === undefined) ctx.notify.info(ctx.i18n.ui.search.noEditor);
  else ctx.dialogs.open(new KeywordModal(ctx, editor));
}

class KeywordModal extends SuggestModal<Keyword> {
  constructor(
    private readonly ctx: MarkContext,
    private readonly editor: Editor,
  ) {
    super(ctx.app);
    namePrompt(this, ctx.i18n.ui.marks.insert);
  }

  override getSuggestions(text: string): Keyword[] {
    const typed = text.trim().toUpperCase();
    return this.ctx.marks.rules().keywords.all.filter(({ forms }) => forms.some((form) => form.includes(typed)));
  }

  override renderSuggestion(keyword: Keyword, el: HTMLElement): void {
    el.createSpan({ cls: 'rh-mark', text: shownForm(keyword.forms, this.ctx.i18n.language), attr: markLook(keyword) });
  }

  override onChooseSuggestion({ forms }: Keyword): void {
    const { editor } = this;
    const { line, ch } = editor.getCursor('from');
    const before = editor.getLine(line).slice(0, ch);
    const gap = before === '' || /[\s。，；：、！？]$/.test(before) ? '' : ' ';
    editor.replaceSelection(gap + shownForm(forms, this.ctx.i18n.language) + this.ctx.i18n.ui.marks.colon);
    editor.focus();
  }
}
