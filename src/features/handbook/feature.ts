import type { Handbook as HandbookOffer } from '../../offers/handbook';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerCli } from './cli';
import { Handbook } from './handbook';
import { openAdd } from './packs/add';
import { openCheck, openNew, openRelease } from './packs/author';
import { registerPackCli } from './packs/cli';
import { openRemove } from './remove';
import { openRestore } from './restore';
import { openSecondLanguage, openSetUp } from './set-up';
import { openUpdate } from './update';
import { openUndo } from './undo';
import { tellOfUpdate } from './tell-of-update';

/** Seeds the vault with the handbook's notes and keeps them up to date. */
export const handbook: Feature<HandbookOffer, 'home'> = {
  register(ctx) {
    const t = ctx.i18n.ui.handbook;
    const engine = new Handbook(ctx, ctx.packs);
    const setUp = (): void => {
      openSetUp(ctx, engine);
    };
    const commands: [string, string, () => void | Promise<void>][] = [
      ['set-up', t.commandSetUp, setUp],
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
      ...packCommands(ctx, engine),
    ];
    for (const [id, name, callback] of commands) ctx.plugin.addCommand({ id, name, callback });
    registerCli(ctx, engine);
    registerPackCli(ctx, engine);
    tellOfUpdate(ctx, engine);
    return {
      setUp,
      setUpIfMissing: async () => {
        if (await isMissing(ctx)) setUp();
      },
      order: () => ctx.packs.order(ctx.places.language()),
    };
  },
};

function packCommands(ctx: Context, engine: Handbook): [string, string, () => void][] {
  const { packs: t } = ctx.i18n.ui;
  return [
    [
      'add-pack',
      t.commandAdd,
      () => {
        openAdd(ctx, engine);
      },
    ],
    [
      'new-pack',
      t.commandNew,
      () => {
        openNew(ctx, engine);
      },
    ],
    [
      'check-pack',
      t.commandCheck,
      () => {
        openCheck(ctx);
      },
    ],
    [
      'release-pack',
      t.commandRelease,
      () => {
        openRelease(ctx);
      },
    ],
  ];
}

/** Only once the cache has settled is it known that the vault has no handbook yet. */
async function isMissing(ctx: Context): Promise<boolean> {
  await ctx.notes.settled();
  return ctx.places.record() === null;
}
