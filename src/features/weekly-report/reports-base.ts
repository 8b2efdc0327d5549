import type { Context } from '../context';

/** Where the table of all reports lies, and what it says; `.base` files are YAML. */
export function reportsBase(ctx: Context): { readonly path: string; readonly text: string } {
  const { weekly } = ctx.places.folders();
  const t = ctx.i18n.in(ctx.places.language()).report.base;
  const columns = ['file.name', 'author', 'week', 'status'];
  const byWeek = [{ property: 'week', direction: 'DESC' }];
  const table = (name: string, status?: string): object => ({
    type: 'table',
    name,
    ...(status === undefined ? {} : { filters: { and: [`status == "${status}"`] } }),
    order: columns,
    sort: byWeek,
  });
  const base = {
    filters: { and: ['type == "weekly-report"', 'file.ext == "md"'] },
    properties: Object.fromEntries(
      (['author', 'week', 'status'] as const).map((key) => [`note.${key}`, { displayName: t[key] }]),
    ),
    views: [table(t.all), table(t.sent, 'sent'), table(t.drafts, 'draft')],
  };
  return { path: [weekly, `${t.name}.base`].filter((part) => part !== '').join('/'), text: ctx.yaml.stringify(base) };
}
