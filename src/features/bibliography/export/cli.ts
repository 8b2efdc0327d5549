import type { CliOutcome } from '../../../platform/cli';
import type { Context } from '../../context';
import { BIB_NAME, exportBib, type ExportScope } from './run';

type Flag = 'file' | 'cited-in' | 'folder';

export function registerBibCli(ctx: Context): void {
  const t = ctx.i18n.ui.bibliography.cli;
  ctx.cli.register<Flag>({
    name: 'bib',
    description: t.bib,
    flags: {
      file: { value: '<path.bib>', description: t.bibFile },
      'cited-in': { value: '<note>', description: t.citedIn },
      folder: { value: '<folder>', description: t.folder },
    },
    run: (flags) => runCli(ctx, flags),
  });
}

async function runCli(ctx: Context, flags: Readonly<Partial<Record<Flag, string>>>): Promise<CliOutcome> {
  const t = ctx.i18n.ui.bibliography;
  const { 'cited-in': note, folder } = flags;
  if (note !== undefined && folder !== undefined) return { ok: false, error: t.cli.citedOrFolder };
  const scope: ExportScope =
    note !== undefined
      ? { kind: 'cited', path: note }
      : folder !== undefined
        ? { kind: 'folder', path: folder }
        : { kind: 'all' };
  const result = await exportBib(ctx, scope, flags.file ?? BIB_NAME);
  if (!result.ok) return { ok: false, error: t.exportFailures[result.reason](result.path, result.message) };
  const { path, entries, written } = result;
  const problems = result.problems.map((one) => t.exportProblems[one.code](one.path, one.key));
  const lead = written ? t.exported(path, entries) : t.exportUnchanged(path);
  return { ok: true, text: () => [lead, ...problems].join('\n'), json: { path, entries, problems } };
}
