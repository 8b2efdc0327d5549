import type { ContextWith } from '../context';

export type IdeaAsks = 'reports';
export type IdeaContext = ContextWith<IdeaAsks>;
