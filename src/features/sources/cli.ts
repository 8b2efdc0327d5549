import { readInput, type InputProblem, type SourceInput } from '../../core/reading/source-draft';
import { SOURCE_KINDS, SOURCE_STATUSES } from '../../core/reading/types';
import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';
import { createSource } from './create';

type Flag = Exclude<keyof SourceInput, 'zotero'>;

export function registerAddCli(ctx: Context): void {
  const t = ctx.i18n.ui.sources;
  ctx.cli.register<Flag>({
    name: 'add',
    description: t.cli.add,
    flags: {
      title: { value: '<text>', description: t.cli.title, required: true },
      kind: { value: `<${SOURCE_KINDS.join('|')}>`, description: t.cli.kind },
      authors: { value: '<A; B>', description: t.cli.authors },
      year: { value: '<2022>', description: t.cli.year },
      venue: { value: '<text>', description: t.cli.venue },
      arxiv: { value: '<2111.06377>', description: t.cli.arxiv },
      doi: { value: '<10.…>', description: t.cli.doi },
      url: { value: '<https://…>', description: t.cli.url },
      citekey: { value: '<key>', description: t.cli.citekey },
      status: { value: `<${SOURCE_STATUSES.join('|')}>`, description: t.cli.status },
    },
    run: (flags) => add(ctx, flags),
  });
}

async function add(ctx: Context, flags: Readonly<Partial<Record<Flag, string>>>): Promise<CliOutcome> {
  const t = ctx.i18n.ui.sources;
  const kind = oneOf(SOURCE_KINDS, flags.kind ?? 'paper');
  if (kind === null) return { ok: false, error: t.cli.badChoice('kind', flags.kind ?? '', SOURCE_KINDS) };
  const status = oneOf(SOURCE_STATUSES, flags.status ?? 'inbox');
  if (status === null) return { ok: false, error: t.cli.badChoice('status', flags.status ?? '', SOURCE_STATUSES) };
  const text = (flag: Flag): string => flags[flag] ?? '';
  const input: SourceInput = {
    kind,
    status,
    title: text('title'),
    authors: text('authors'),
    year: text('year'),
    venue: text('venue'),
    arxiv: text('arxiv'),
    doi: text('doi'),
    url: text('url'),
    citekey: text('citekey'),
    zotero: '',
  };
  const read = readInput(input);
  if (!read.ok) {
    const [first] = Object.entries(read.problems) as [Flag, InputProblem][];
    const [flag, problem] = first ?? (['title', 'no-title'] as const);
    return { ok: false, error: t.cli.badValue(flag, text(flag), t.problems[problem]) };
  }
  const result = await createSource(ctx, read.draft);
  switch (result.outcome) {
    case 'created':
      return { ok: true, text: t.cli.created(result.path), json: { path: result.path, created: true } };
    case 'existing': {
      const { path, by } = result;
      return { ok: true, text: t.cli.there(path, t.cli.same[by]), json: { path, created: false } };
    }
    case 'failed':
      return { ok: false, error: result.message };
    case 'stopped':
      return { ok: false, error: ctx.i18n.ui.cli.stopped };
  }
}

function oneOf<const T extends string>(choices: readonly T[], written: string): T | null {
  return choices.find((choice) => choice === written.trim().toLowerCase()) ?? null;
}
