/** What main.js may weigh with every feature and both handbooks: a release's files travel as they are, so both count. */
export const BUDGET = { raw: 950_000, gzip: 340_000 };
