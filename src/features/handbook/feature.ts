import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerCli } from './cli';
import { Handbook } from './handbook';
import { openHome } from './open-home';
import { bundledPacks } from './packs';
import { openSetUp } from './set-up';

/** Seeds the vault with the handbook's notes and keeps them up to date. */
export const handbook: Feature = {
  register(ctx) {
    const t = ctx.i18n.ui.handbook;
    const engine = new Handbook(ctx, bundledPacks(ctx.yaml));
    ctx.actions.setUp = () => {
      openSetUp(ctx, engine);
    };
    ctx.actions.firstRun = () => void firstRun(ctx);
    ctx.actions.handbookOrder = () => {
      const read = engine.pack(ctx.places.language());
      return read.ok ? read.pack.notes.map((note) => note.id) : [];
    };
    ctx.plugin.addCommand({
      id: 'set-up',
      name: t.commandSetUp,
      callback: () => {
        ctx.actions.setUp();
      },
    });
    ctx.plugin.addCommand({ id: 'open-home', name: t.openHome, callback: () => openHome(ctx) });
    registerCli(ctx, engine);
  },
};

/** Only once the cache has settled is it known that the vault has no handbook yet; until then nothing is asked. */
async function firstRun(ctx: Context): Promise<void> {
  await ctx.notes.settled();
  if (ctx.places.record() === null) ctx.actions.setUp();
}
