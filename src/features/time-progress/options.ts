import { readProgressOptions, readProgressScriptOptions, type ProgressDefaults } from '../../core/progress/options';
import { readNamedSpans } from '../../core/time/named-spans';
import type { WidgetOptions } from '../../offers/widget';
import type { Context } from '../context';
import type { ProgressSource } from './view';

/** Options written in a code block. */
export function blockSource(ctx: Context, text: string, path: string): ProgressSource {
  return { text, path, options: () => readProgressOptions(text, ctx.yaml, defaults(ctx)) };
}

/** Options that a script hands over. */
export function scriptSource(ctx: Context, options: WidgetOptions): ProgressSource {
  return { text: null, path: '', options: () => readProgressScriptOptions(options, defaults(ctx)) };
}

function defaults(ctx: Context): ProgressDefaults {
  const { spans, weeklyGoalMinutes } = ctx.settings.values;
  return { named: readNamedSpans(spans), weeklyGoalMinutes };
}
