/** A part of the page with a life of its own, drawn at its full height if it can be. */
export type { Drawing as Section } from '../../../ui/live-block';
