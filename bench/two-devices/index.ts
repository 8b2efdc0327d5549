export { measure } from './measure';
export { END_OF_NOTE, LOG_LINE, LOG_LINE_AND_STATUS, PROPERTIES, refreshes } from './writes';
