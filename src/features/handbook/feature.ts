import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerCli } from './cli';
import { Handbook } from './handbook';
import { bundledPacks } from './packs';
import { openRemove, openUndo } from './undo-and-remove';
import { openRestore } from './restore';
import { openSecondLanguage, openSetUp } from './set-up';
import { openUpdate } from './update';
import { tellOfUpdate } from './tell-of-update';

/** Seeds the vault with the handbook's notes and keeps them up to date. */
export const handbook: Feature = {
  register(ctx) {
    const t = ctx.i18n.ui.handbook;
    const packs = bundledPacks(ctx.yaml);
    const engine = new Handbook(ctx, packs);
    ctx.actions.setUp = () => {
      openSetUp(ctx, engine);
    };
    ctx.actions.firstRun = () => void firstRun(ctx);
    ctx.actions.handbookOrder = () => packs.order(ctx.places.language());
    ctx.plugin.addCommand({
      id: 'set-up',
      name: t.commandSetUp,
      callback: () => {
        ctx.actions.setUp();
      },
    });
    const commands: [string, string, () => void | Promise<void>][] = [
      ['update-handbook', t.commandUpdate, () => openUpdate(ctx, engine)],
      [
        'undo-handbook',
        t.commandUndo,
        () => {
          openUndo(ctx, engine);
        },
      ],
      ['restore-handbook-notes', t.commandRestore, () => openRestore(ctx, engine)],
      ['remove-handbook-notes', t.commandRemove, () => openRemove(ctx, engine)],
      ['add-handbook-language', t.commandSecond, () => openSecondLanguage(ctx, engine)],
    ];
    for (const [id, name, callback] of commands) ctx.plugin.addCommand({ id, name, callback });
    registerCli(ctx, engine);
    tellOfUpdate(ctx, engine);
  },
};

/** Only once the cache has settled is it known that the vault has no handbook yet; until then nothing is asked. */
async function firstRun(ctx: Context): Promise<void> {
  await ctx.notes.settled();
  if (ctx.places.record() === null) ctx.actions.setUp();
}
