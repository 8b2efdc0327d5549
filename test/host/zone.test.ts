import { expect, it } from 'vitest';

// Offsets of 2026-07-01T00:00Z, from the IANA database (Samoa keeps UTC+13 all year since 2021).
const OFFSETS: Record<string, number> = {
  UTC: 0,
  'America/Los_Angeles': -7 * 60,
  'Asia/Shanghai': 8 * 60,
  'Pacific/Apia': 13 * 60,
};

it('the project runs in the zone it names', () => {
  const zone = process.env['TZ'] ?? '';
  expect(Object.keys(OFFSETS)).toContain(zone);
  expect(new Date('2026-07-01T00:00:00Z').getTimezoneOffset() + (OFFSETS[zone] ?? NaN)).toBe(0);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
});
