import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';
import { findHits } from './hits';

const FEW = 10;
const MOST = 100;

type Flag = 'query' | 'limit';

export function registerFindCli(ctx: Context): void {
  const t = ctx.i18n.ui.search.cli;
  ctx.cli.register<Flag>({
    name: 'find',
    description: t.find,
    flags: {
      query: { value: '<words>', description: t.query, required: true },
      limit: { value: '<10>', description: t.limit },
    },
    run: (flags) => find(ctx, flags),
  });
}

async function find(ctx: Context, { query = '', limit }: Readonly<Partial<Record<Flag, string>>>): Promise<CliOutcome> {
  const t = ctx.i18n.ui.search;
  const most = limit === undefined ? FEW : /^\d{1,3}$/.test(limit.trim()) ? Number(limit) : 0;
  if (most < 1 || most > MOST) return { ok: false, error: t.cli.badLimit(limit ?? '') };
  await ctx.search.flush();
  const found = await findHits(ctx, query, most);
  const hits = found.map(({ path, line, heading, text, score }) => ({ path, line: line + 1, heading, text, score }));
  const leftOut = ctx.search.leftOut();
  return {
    ok: true,
    json: { hits, private: leftOut.lines, excluded: leftOut.notes },
    text: () => {
      if (hits.length > 0) return hits.map((hit) => t.cli.hit(hit.path, hit.line, hit.heading, hit.text)).join('\n');
      const { lines, notes } = leftOut;
      return [t.none(query), ...(lines + notes > 0 ? [t.leftOut(lines, notes)] : [])].join('\n');
    },
  };
}
