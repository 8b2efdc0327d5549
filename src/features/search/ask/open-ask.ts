import type { Context } from '../../context';
import { AskView, ASK_VIEW } from './ask-view';

/**
 * Opens the view for questions, the one that is there where one is.
 *
 * @param question - to be asked at once; without one, the student types it
 */
export async function openAsk({ app }: Context, question = ''): Promise<void> {
  const { workspace } = app;
  const leaf = workspace.getLeavesOfType(ASK_VIEW)[0] ?? workspace.getLeaf('tab');
  await leaf.setViewState({ type: ASK_VIEW, active: true });
  await workspace.revealLeaf(leaf);
  if (leaf.view instanceof AskView) await leaf.view.ask(question);
}
