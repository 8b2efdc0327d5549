import fc from 'fast-check';

/**
 * A run judges a change, so every run of `npm test` tries the same values: one that fails by luck says nothing of the change
 * at hand. New values, and ten times as many where a test names no number, are tried where PROPERTY_VALUES is `random`.
 */
if (process.env['PROPERTY_VALUES'] === 'random') fc.configureGlobal({ numRuns: 1000 });
else fc.configureGlobal({ seed: 20260901 });
