import { expectedOutcome } from '../../../core/handbook/apply';
import type { CliOutcome } from '../../../platform/cli';
import type { Context } from '../../context';
import { answer, foretold } from '../cli';
import type { Handbook } from '../handbook';
import { findingLines, foresee, writePictures } from './add';
import { asReleased, check, findingText, isAddress, loadPack } from './load';

type Flag = 'add' | 'check' | 'update' | 'list' | 'from' | 'dry-run';

export function registerPackCli(ctx: Context, handbook: Handbook): void {
  const { packs: t, handbook: h } = ctx.i18n.ui;
  ctx.cli.register<Flag>({
    name: 'pack',
    description: t.commandAdd,
    flags: {
      add: { description: t.commandAdd },
      check: { description: t.commandCheck },
      update: { description: t.commandAdd },
      list: { description: t.commandAdd },
      from: { value: '<folder|zip|https://…>', description: t.flagFrom },
      'dry-run': { description: h.cliDryRun },
    },
    run: async (flags) => {
      const asked = (['add', 'check', 'update', 'list'] as const).filter((flag) => flags[flag] !== undefined);
      const [act] = asked;
      const { from } = flags;
      if (act === undefined || asked.length > 1 || (act !== 'list' && from === undefined)) {
        return { ok: false, error: t.which };
      }
      if (from === undefined || act === 'list') return list(ctx);
      const loaded = await loadPack(ctx, from, ctx.network.open([]));
      if (typeof loaded === 'string') return { ok: false, error: loaded };
      const isDraft = act === 'check' && !isAddress(from) && !/\.zip$/i.test(from);
      const looked = isDraft ? await asReleased(loaded, from.replace(/\/+$/, ''), ctx) : loaded;
      const { pack, refused, advice } = check(ctx, looked);
      if (act === 'check') {
        const told = (findings: typeof refused): Record<string, unknown>[] =>
          findings.map((one) => ({
            file: one.file,
            line: one.line === null ? null : one.line + 1,
            message: findingText(one, ctx),
          }));
        const lines = findingLines(ctx, [...refused, ...advice]);
        const text = [pack === null ? t.refusedTitle : t.checkedLead(pack.notes.length), ...lines].join('\n');
        return { ok: true, text, json: { taken: pack !== null, refused: told(refused), advice: told(advice) } };
      }
      if (pack === null) return { ok: false, error: [t.refusedTitle, ...findingLines(ctx, refused)].join('\n') };
      const foreseen = await foresee(ctx, handbook, loaded, pack);
      if (typeof foreseen === 'string') return { ok: false, error: foreseen };
      const { plan } = foreseen;
      if (act === 'update' && plan.record === null) return { ok: false, error: t.notAdded(pack.name) };
      if (flags['dry-run'] !== undefined) return foretold(ctx, [expectedOutcome(plan, false)]);
      const kind = plan.record === null ? 'set-up' : 'update';
      const outcomes = await handbook.apply([plan], { kind, merge: false });
      const failed = await writePictures(ctx, handbook, foreseen);
      return failed.length > 0 ? { ok: false, error: failed.join('\n') } : answer(ctx, outcomes);
    },
  });
}

async function list(ctx: Context): Promise<CliOutcome> {
  await ctx.notes.settled();
  const packs = ctx.places.maps().map(({ path, record: { pack, packVersion, language } }) => {
    return { pack, version: packVersion, language, path };
  });
  const text = packs.map(({ pack, version, language, path }) => `${pack} ${String(version)} (${language}): ${path}`);
  return { ok: true, text: text.join('\n'), json: { packs } };
}
