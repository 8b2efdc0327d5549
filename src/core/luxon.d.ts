/**
 * What the plugin uses of Luxon, and all that it may use: the build drops the rest of the library from `main.js`
 * (scripts/lean-luxon.mjs reads this file), so a member that is wanted is declared here first, as `@types/luxon` has it.
 */
declare module 'luxon' {
  export abstract class Zone {
    get type(): string;
    get name(): string;
    /** Minutes east of UTC at an instant, in milliseconds since 1970; NaN in a zone that does not exist. */
    offset(instant: number): number;
    equals(other: Zone): boolean;
  }

  export class IANAZone extends Zone {
    static create(name: string): IANAZone;
    static isValidZone(name: string): boolean;
    get type(): string;
    get name(): string;
    offset(instant: number): number;
    equals(other: Zone): boolean;
  }

  export class FixedOffsetZone extends Zone {
    static get utcInstance(): FixedOffsetZone;
    /** @param offset - minutes east of UTC */
    static instance(offset: number): FixedOffsetZone;
    get type(): string;
    get name(): string;
    offset(instant: number): number;
    equals(other: Zone): boolean;
  }

  export class DateTime {
    static local(how: { zone: string; locale: string }): DateTime;
    /** @param instant - milliseconds since 1970 */
    static fromMillis(instant: number, how?: { zone: Zone }): DateTime;
    get isValid(): boolean;
    get year(): number;
    get month(): number;
    get day(): number;
    get hour(): number;
    get minute(): number;
    get second(): number;
    get millisecond(): number;
    /** Minutes east of UTC. */
    get offset(): number;
    get zone(): Zone;
    get zoneName(): string | null;
    setZone(zone: Zone): DateTime;
    toMillis(): number;
    toISO(how?: { includeOffset?: boolean; suppressMilliseconds?: boolean }): string | null;
  }
}
