/**
 * Tests in folders where the zone matters that try thousands of values and reach nothing that a zone could change: once is enough.
 * `test/project/zones.test.ts` holds it of each.
 */
export const NO_ZONE = [
  'test/core/options/parse-text.test.ts',
  'test/core/reading/pasted-source.test.ts',
  'test/core/report/sharing.test.ts',
];
