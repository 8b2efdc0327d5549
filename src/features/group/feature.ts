import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { readGroupOptions } from '../../core/group/options';
import { LiveBlock } from '../../ui/live-block';
import { drawProblems } from '../../ui/option-problem';
import type { Feature } from '../feature';
import { registerGroupCli } from './cli';
import type { GroupAsks, GroupContext } from './context';
import { takeFeedback } from './feedback';
import { Group } from './group';
import { HandInModal } from './hand-in-modal';
import { reportToHandIn } from './hand-in';
import { WeekView } from './week-view';

const GROUP_VIEW = 'research-handbook-group';

/** The group: reports are handed in to a folder that it shares, and its week is seen at a glance. */
export const group: Feature<void, GroupAsks> = {
  register(ctx) {
    const { plugin } = ctx;
    const t = ctx.i18n.ui.group;
    const own = new Group(ctx);
    plugin.registerView(GROUP_VIEW, (leaf) => new GroupView(leaf, ctx, own));
    registerBlock(ctx, own);
    registerGroupCli(ctx, own);
    plugin.addCommand({ id: 'hand-in-report', name: t.handIn, callback: () => openHandIn(ctx, own) });
    plugin.addCommand({ id: 'take-feedback', name: t.takeFeedback, callback: () => takeIn(ctx, own) });
    plugin.addCommand({ id: 'open-group', name: t.open, callback: () => openGroup(ctx) });
  },
};

class GroupView extends ItemView {
  override readonly icon = 'users';

  constructor(
    leaf: WorkspaceLeaf,
    private readonly ctx: GroupContext,
    private readonly group: Group,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return GROUP_VIEW;
  }

  override getDisplayText(): string {
    return this.ctx.i18n.ui.group.title;
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rh-team-view');
    await this.addChild(new WeekView(this.ctx, this.group, this.contentEl, { week: null, folder: null })).ready();
  }
}

function registerBlock(ctx: GroupContext, own: Group): void {
  const { options: t, common } = ctx.i18n.ui;
  ctx.codeBlocks.register('group-week', (source, el, note) =>
    new LiveBlock(el, {
      settings: ctx.settings,
      follow: ['groupFolder'],
      read: () => readGroupOptions(source, ctx.yaml),
      drawProblems: (parent, problems) => {
        drawProblems(parent, problems, { ...t, langTag: common.langTag }, source);
      },
      draw: (parent, { options }) => new WeekView(ctx, own, parent, options),
    }).showIn(note),
  );
}

async function openGroup({ app }: GroupContext): Promise<void> {
  const { workspace } = app;
  const leaf = workspace.getLeavesOfType(GROUP_VIEW)[0] ?? workspace.getLeaf('tab');
  await leaf.setViewState({ type: GROUP_VIEW, active: true });
  await workspace.revealLeaf(leaf);
}

async function openHandIn(ctx: GroupContext, own: Group): Promise<void> {
  const found = await reportToHandIn(
    ctx,
    own.thisWeek,
    ctx.offers.reports.weekAt(ctx.app.workspace.getActiveFile()?.path ?? ''),
  );
  if ('error' in found) {
    ctx.notify.warn(found.error);
    return;
  }
  const folder = own.folder();
  ctx.dialogs.open(new HandInModal(ctx, own, { ...found, folder, roster: await own.roster(folder) }));
}

async function takeIn(ctx: GroupContext, own: Group): Promise<void> {
  const taken = await takeFeedback(ctx, own, null);
  const t = ctx.i18n.ui.group;
  if (!taken.ok) ctx.notify.warn(taken.error);
  else ctx.notify.info(taken.added === 0 || taken.path === null ? t.noneTaken : t.taken(taken.added, taken.path));
}
