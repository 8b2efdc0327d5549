import type { ContextWith } from '../context';

export type ReportAsks = 'blockRules' | 'experiments';
export type ReportContext = ContextWith<ReportAsks>;
