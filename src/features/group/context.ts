import type { ContextWith } from '../context';

export type GroupAsks = 'reports';
export type GroupContext = ContextWith<GroupAsks>;
