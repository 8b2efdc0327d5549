import type { SettingDefinitionItem } from 'obsidian';
import { printSpan, spanRows, withoutSpan, withSpanMoved } from '../../../core/time/span-list';
import type { SettingKey } from '../../../settings/schema';
import type { Context } from '../../context';
import { SpanModal } from './span-modal';
import { SpansTextModal } from './spans-text-modal';

/** Terms and deadlines as a list: each can be opened, moved and removed, and others added; or all written as text. */
export function spanDefinitions(ctx: Context): SettingDefinitionItem<SettingKey>[] {
  const t = ctx.i18n.ui.settings;
  const rows = spanRows(ctx.settings.values.spans);
  const change = (spans: string): void => void ctx.settings.set('spans', spans);
  return [
    {
      type: 'list',
      heading: t.spans,
      emptyState: t.spansNone,
      items: rows.map(({ text, span }) => ({
        name: span?.name ?? text,
        desc: span === null ? t.spanNotUnderstood : t.spanDates(span.from, span.to),
        action: () => {
          ctx.dialogs.open(new SpanModal(ctx, text));
        },
      })),
      addItem: {
        name: t.spanAdd,
        action: () => {
          ctx.dialogs.open(new SpanModal(ctx, null));
        },
      },
      onReorder: (from, to) => {
        change(withSpanMoved(ctx.settings.values.spans, from, to));
      },
      onDelete: (index) => {
        const row = rows[index];
        if (row === undefined) return;
        change(withoutSpan(ctx.settings.values.spans, index));
        ctx.notify.info(t.spanRemoved(row.span === null ? row.text : printSpan(row.span)));
      },
    },
    {
      type: 'group',
      items: [
        {
          name: t.spansText,
          desc: t.spansTextDesc,
          action: () => {
            ctx.dialogs.open(new SpansTextModal(ctx));
          },
        },
      ],
    },
  ];
}
