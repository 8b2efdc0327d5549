import { findKeyword } from '../../core/marks/keywords';
import { countMarks, inOrder, isChosen } from '../../core/marks/listing';
import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';

type Flag = 'keyword' | 'path' | 'tag' | 'done';

export function registerMarksCli(ctx: Context): void {
  const t = ctx.i18n.ui.marks.cli;
  ctx.cli.register<Flag>({
    name: 'marks',
    description: t.marks,
    flags: {
      keyword: { value: '<TODO>', description: t.keyword },
      path: { value: '<path>', description: t.path },
      tag: { value: '<tag>', description: t.tag },
      done: { description: t.done },
    },
    run: (flags) => listMarks(ctx, flags),
  });
}

/** What may be handed on: private marks are left out. */
async function listMarks(
  ctx: Context,
  { keyword, path = '', tag = '', done }: Readonly<Partial<Record<Flag, string>>>,
): Promise<CliOutcome> {
  const t = ctx.i18n.ui.marks;
  const { keywords } = ctx.marks.rules();
  const asked = keyword === undefined ? null : findKeyword(keyword, keywords).keyword;
  if (keyword !== undefined && asked === null) {
    return { ok: false, error: t.cli.badKeyword(keyword, keywords.all.map(({ name }) => name).join(', ')) };
  }
  await ctx.marks.flush();
  const choice = { keywords: asked === null ? [] : [asked.name], path, tag };
  const marks = inOrder(ctx.marks.notes).filter(
    (mark) => !mark.private && (done !== undefined || !mark.done) && isChosen(choice, mark),
  );
  return {
    ok: true,
    json: {
      marks: marks.map(({ path: of, line, keyword: name, arg, text, tags, done: isDone }) => {
        return { path: of, line: line + 1, keyword: name, arg, text, tags, done: isDone };
      }),
      counts: countMarks(marks, keywords),
    },
    text: () =>
      marks.length === 0
        ? t.none
        : marks.map((one) => t.cli.hit(one.path, one.line + 1, one.keyword, one.text)).join('\n'),
  };
}
