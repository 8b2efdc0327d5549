import { build } from 'esbuild';
import fc from 'fast-check';
import * as whole from 'luxon';
import { beforeAll, describe, expect, it } from 'vitest';
import { lean, leanLuxon } from '../../scripts/lean-luxon.mjs';

type Luxon = typeof whole;

async function shipped(): Promise<Luxon> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from 'luxon';", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [leanLuxon],
  });
  const code = Buffer.from(outputFiles?.[0]?.text ?? '').toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as Luxon;
}

describe('Luxon as it is shipped', () => {
  let part: Luxon;
  beforeAll(async () => {
    part = await shipped();
  });

  it('has what is declared, and nothing that only the rest used', () => {
    expect('setZone' in part.DateTime.prototype).toBe(true);
    expect('toFormat' in part.DateTime.prototype).toBe(false);
    expect('fromFormat' in part.DateTime).toBe(false);
    expect(Object.getOwnPropertyNames(part.Interval.prototype)).not.toContain('splitBy');
  });

  it('says of any instant in any zone what all of Luxon says', () => {
    const all = (luxon: Luxon, instant: number, zone: string | number): unknown[] => {
      const { DateTime, FixedOffsetZone, IANAZone } = luxon;
      const zoneOf =
        typeof zone === 'number' ? FixedOffsetZone.instance(zone) : zone === 'Z' ? FixedOffsetZone.utcInstance : null;
      const there = zoneOf ?? IANAZone.create(String(zone));
      const at = DateTime.fromMillis(instant, { zone: there });
      return [at, DateTime.fromMillis(instant), DateTime.fromMillis(instant).setZone(there)].flatMap((one) => [
        ...[one.year, one.month, one.day, one.hour, one.minute, one.second, one.millisecond, one.offset, one.isValid],
        ...[
          one.zoneName,
          one.zone.name,
          one.zone.type,
          one.zone.offset(instant),
          one.zone.equals(there),
          one.toMillis(),
        ],
        ...[one.toISO(), one.toISO({ includeOffset: false }), one.toISO({ suppressMilliseconds: true })],
        ...[String(one), JSON.stringify(one), Number(one)],
      ]);
    };
    const zone = fc.oneof(
      fc.constantFrom('Z', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia', 'Europe/Dublin', 'Asia/Kathmandu'),
      fc.constantFrom('Mars/Olympus', ''),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
    );
    const instant = fc.oneof(fc.integer({ min: -5e12, max: 5e12 }), fc.integer({ min: -8.64e15, max: 8.64e15 }));
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        expect(all(part, at, where)).toEqual(all(whole, at, where));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows the same zones', () => {
    const names = ['UTC', 'Asia/Chongqing', 'America/Nowhere', 'Etc/GMT+12', 'x'];
    for (const name of names) expect(part.IANAZone.isValidZone(name), name).toBe(whole.IANAZone.isValidZone(name));
    const { zoneName, offset } = part.DateTime.local({ zone: 'system', locale: 'en' });
    expect({ zoneName, offset }).toEqual({
      zoneName: Intl.DateTimeFormat().resolvedOptions().timeZone,
      offset: -new Date().getTimezoneOffset(),
    });
  });
});

describe('a library without what is not used', () => {
  const LIBRARY = `
const cache = new Map();
const table = make(), other = table.size;
let both = make(2), unused = 1;
const VERSION = make(3);
class Base { shared() { return 1; } alone() { return 2; } }
class Day extends Base {
  constructor() { super(); this.shared(); }
  get() { return Math.max(1, cache.get('x')); }
  max() { return helper(this); }
  years() { return 3; }
  read(unit) { return this[unit]; }
  toJSON() { return 4; }
  [Symbol.iterator]() { return 5; }
}
class Week { alone() { return 6; } years() { return 7; } }
function helper(day) { return day.read('years') + both; }
function spare() { return table; }
export { Day, Week, VERSION };
`;
  const kept = (...declared: string[]): string[] =>
    [...lean(LIBRARY, declared).matchAll(/^class (\w+)|(\w+)\(.*?\) \{/gm)].map(([, a, b]) => a ?? b ?? '');

  it('keeps what an engine calls, what an owner inherits, and nothing by the name of a built-in', () => {
    const members = kept('Day');
    for (const name of ['constructor', 'shared', 'toJSON']) expect(members).toContain(name);
    for (const name of ['max', 'get', 'read', 'alone']) expect(members).not.toContain(name);
    expect(lean(LIBRARY, ['Day'])).toContain('[Symbol.iterator]');
  });

  it('follows names through functions, and texts that may be names', () => {
    const members = kept('Day', 'Day.max');
    for (const name of ['max', 'read', 'years']) expect(members).toContain(name);
    expect(members).not.toContain('get');
  });

  it('keeps the variables of what is used, and those that it exports', () => {
    const variables = (...declared: string[]): string[] =>
      [...lean(LIBRARY, declared).matchAll(/^(?:const|let) (\w+)/gm)].map(([, name = '']) => name);
    expect(variables('Day')).toEqual(['VERSION']);
    expect(variables('Day', 'Day.get')).toEqual(['cache', 'VERSION']);
    expect(variables('Day', 'Day.max')).toEqual(['both', 'VERSION']);
  });

  it('does not keep one class’s member for another’s name, nor any of a class that nothing names', () => {
    expect(lean(LIBRARY, ['Day', 'Base.alone'])).toMatch(/class Base \{.*alone/);
    expect(lean(LIBRARY, ['Day', 'Base.alone'])).not.toContain('return 6');
    expect(lean(LIBRARY, ['Day', 'Day.max'])).not.toContain('return 7');
  });
});
