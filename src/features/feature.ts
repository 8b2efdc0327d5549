import type { Context } from './context';

/** A part of the plugin. It registers everything through `ctx.plugin`, so unloading needs no code of its own. */
export interface Feature {
  register(ctx: Context): void;
}
