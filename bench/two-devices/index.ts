export { handbookUpdate } from './handbook';
export type { Kind } from './kind';
export { measure } from './measure';
export { refreshes } from './report';
export { END_OF_NOTE, LOG_LINE, LOG_LINE_AND_STATUS, PROPERTIES } from './writes';
