/** Problems of a home page's own, beside those that any block may have. */
export type HomeProblemCode = 'section-twice';
