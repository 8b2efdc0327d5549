import type { Feature } from './feature';

/** The features, in the order in which they register. */
export const FEATURES: readonly Feature[] = [];
