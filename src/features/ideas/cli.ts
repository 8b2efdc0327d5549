import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';
import { lookAt, pointWords, writtenParts } from './look';

export function registerIdeaCli(ctx: Context): void {
  const { cli: t } = ctx.i18n.ui.ideas;
  ctx.cli.register<'path'>({
    name: 'idea',
    description: t.idea,
    flags: { path: { value: '<path>', description: t.path, required: true } },
    run: ({ path = '' }) => tellOfIdea(ctx, path),
  });
}

async function tellOfIdea(ctx: Context, path: string): Promise<CliOutcome> {
  const { ui } = ctx.i18n;
  const { ideas: t } = ui;
  await ctx.reading.flush();
  const text = await ctx.notes.read(path);
  if (text === null) return { ok: false, error: ui.search.gone(path) };
  const idea = lookAt(ctx, path, text);
  if (idea === null) return { ok: false, error: t.notIdea(path).replaceAll('`', '') };
  if (idea.isPrivate) return { ok: false, error: t.private(path) };
  const { gate, status } = idea;
  const open = gate.open.map((point) => {
    return { line: point.line + 1, section: t.parts[point.part], message: pointWords(point, ui) };
  });
  return {
    ok: true,
    text: () =>
      [
        `${open.length === 0 ? t.ready : t.open(open.length)} · ${t.written(writtenParts(gate), t.statuses[status])}`,
        ...open.map(({ line, section, message }) => `${path}:${String(line)} ${section} · ${message}`),
      ].join('\n'),
    json: { path, status, open },
  };
}
