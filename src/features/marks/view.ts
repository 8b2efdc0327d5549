import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { MARKS_VIEW } from './commands';
import type { MarkContext } from './context';
import { MarkList } from './mark-list';

/** The student's own list of all marks, beside the notes or as a tab. */
export class MarksView extends ItemView {
  override readonly icon = 'list-checks';
  /** What is opened from it goes elsewhere. */
  override navigation = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: MarkContext,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return MARKS_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.marks.title;
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rh-marks-view');
    const all = { keywords: [], path: '', tag: '', group: 'keyword', done: false, limit: Infinity, own: true } as const;
    this.addChild(new MarkList(this.ctx, this.contentEl, all));
  }
}
