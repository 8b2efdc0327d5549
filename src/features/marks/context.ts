import type { ContextWith } from '../context';

export type MarkAsks = 'sources';
export type MarkContext = ContextWith<MarkAsks>;
