// The layout of the tabs in the middle as the app writes it down: splits of tab groups of leaves. The host has one group.
import type { ViewState } from './leaf';

interface Item {
  readonly type: string;
  readonly children?: readonly Item[];
  readonly state?: ViewState;
}

export function layoutOf(states: readonly ViewState[]): Item {
  const leaves = states.map((state) => ({ type: 'leaf', state }));
  return { type: 'split', children: [{ type: 'tabs', children: leaves }] };
}

/** What its leaves show, in order; of anything else, nothing. */
export function statesIn(layout: unknown): ViewState[] {
  const { type, state, children = [] } = (layout ?? {}) as Partial<Item>;
  return type === 'leaf' && state !== undefined ? [state] : children.flatMap(statesIn);
}
