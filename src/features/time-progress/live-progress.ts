import {
  readProgressOptions,
  readProgressScriptOptions,
  type ProgressDefaults,
  type ProgressOptions,
} from '../../core/progress/options';
import type { ProgressProblemCode } from '../../core/progress/problem-code';
import { readNamedSpans } from '../../core/time/named-spans';
import type { Wordings } from '../../i18n';
import type { WidgetOptions } from '../../offers/widget';
import type { SettingKey } from '../../settings/schema';
import { writeWithCode } from '../../ui/error-box';
import { LiveBlock } from '../../ui/live-block';
import { drawProblems } from '../../ui/option-problem';
import type { Context } from '../context';
import { problemTexts } from './problem-texts';
import { ProgressRowsView } from './rows-view';

export type LiveProgress = LiveBlock<ProgressOptions, ProgressProblemCode, SettingKey>;

/** Where the options of time progress come from: a block in a note, or values that a script or a form hands over. */
export type GivenOptions = { readonly text: string; readonly path: string } | { readonly values: () => WidgetOptions };

/**
 * Time progress that is drawn from options, below what is wrong with them.
 *
 * @param el - for it alone
 */
export function liveProgress(ctx: Context, el: HTMLElement, given: GivenOptions): LiveProgress {
  const { text, path } = 'text' in given ? given : { text: null, path: '' };
  const wordsOf = ({ language }: ProgressOptions): Wordings =>
    language === null ? ctx.i18n.ui : ctx.i18n.in(language);
  return new LiveBlock(el, {
    settings: ctx.settings,
    follow: ['spans', 'weekStart', 'weeklyGoalMinutes', 'holidays'],
    read: () => {
      const options =
        'text' in given
          ? readProgressOptions(given.text, ctx.yaml, defaultsNow(ctx))
          : readProgressValues(ctx, given.values());
      return { options, problems: options.problems };
    },
    frame: (parent, options) => {
      const attr = { 'data-style': options.style, lang: wordsOf(options).common.langTag };
      const root = parent.createDiv({ cls: 'rh-time-progress', attr });
      root.toggleClass('rh-tp-block', text !== null);
      return root;
    },
    drawProblems: (root, problems, options) => {
      drawProblems(root, problems, problemTexts(wordsOf(options)), text);
    },
    draw: (root, { options, problems }) => {
      const words = wordsOf(options);
      if (options.rows.length > 0) return new ProgressRowsView(ctx, root, options, { text, path, words });
      if (problems.length === 0) drawNothing(root, words);
      return null;
    },
  });
}

/** Options that a script or a form hands over, as the settings are now. */
export function readProgressValues(ctx: Context, values: WidgetOptions): ProgressOptions {
  return readProgressScriptOptions(values, defaultsNow(ctx));
}

function defaultsNow({ settings }: Context): ProgressDefaults {
  const { spans, weeklyGoalMinutes } = settings.values;
  return { named: readNamedSpans(spans), weeklyGoalMinutes };
}

function drawNothing(root: HTMLElement, { progress: t }: Wordings): void {
  const empty = root.createDiv({ cls: 'rh-empty' });
  empty.createDiv({ cls: 'rh-strong', text: t.nothing });
  writeWithCode(empty.createDiv(), t.nothingTip);
}
