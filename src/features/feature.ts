import type { Offers } from '../offers/offers';
import type { ContextWith } from './context';

/**
 * A part of the plugin. It registers everything through `ctx.plugin`, so unloading needs no code of its own.
 *
 * @typeParam Offer - what it offers to other features, as typed in `offers/`
 * @typeParam Asked - names of the offers that it asks for; they are there when something is done, but one of them may not
 *   be there yet while `register` runs
 */
export interface Feature<Offer = void, Asked extends keyof Offers = never> {
  register(ctx: ContextWith<Asked>): Offer;
}
