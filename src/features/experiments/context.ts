import type { ContextWith } from '../context';

export type ExperimentAsks = 'log';
export type ExperimentContext = ContextWith<ExperimentAsks>;
