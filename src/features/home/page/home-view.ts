import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { HomeContext } from '../context';
import { homeNoteOptions } from './home-block';
import { homeNotePath } from '../opening/home-note';
import { HomePage } from './home-page';

export const HOME_VIEW = 'research-handbook-home';
export const HOME_ICON = 'house';

/** The page as a tab of its own, as wide as the window lets it. */
export class HomeView extends ItemView {
  override readonly icon = HOME_ICON;
  private page: HomePage | null = null;
  private options = '';

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: HomeContext,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return HOME_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.home.title;
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rh-home-view');
    this.registerEvent(
      this.app.vault.on('modify', (file) => {
        if (file.path === homeNotePath(this.ctx, this.ctx.places.language())) void this.draw();
      }),
    );
    await this.draw();
    void this.ctx.notes.settled().then(() => this.draw());
  }

  /** Anew only where the home note asks for another page than the one that stands. */
  private async draw(): Promise<void> {
    const options = await homeNoteOptions(this.ctx);
    const asked = JSON.stringify(options);
    if (this.page !== null && asked === this.options) return;
    this.options = asked;
    if (this.page !== null) this.removeChild(this.page);
    this.page = this.addChild(new HomePage(this.ctx, this.contentEl, options));
    await this.page.ready();
  }
}
