import type { BlockRules } from '../../offers/block-rules';
import type { Feature } from '../feature';
import { keepPairs } from './keep-pairs';
import { rulesField } from './rules-field';
import { Writers } from './writers';

/** Marker lines of guarded blocks, drawn as rules while a note is edited, and kept in pairs. Reading view is the app's. */
export const blockRules: Feature<BlockRules> = {
  register(ctx) {
    const writers = new Writers();
    const field = rulesField(ctx, writers);
    ctx.plugin.registerEditorExtension([field, keepPairs(field)]);
    ctx.plugin.register(
      ctx.settings.subscribe((keys) => {
        if (keys.has('blockRulesInSource')) ctx.app.workspace.updateOptions();
      }),
    );
    return writers;
  },
};
