import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { nearestName } from '../text/nearest';

const AOE = 'AoE';
const AOE_ZONE = FixedOffsetZone.instance(-12 * 60);

/**
 * A zone by name: `AoE` (anywhere on earth, UTC-12: the last place where a day ends), `UTC` or `GMT` with or without
 * an offset (`UTC+8`, `UTC+05:30`), or a name of the IANA time zone database (`Asia/Shanghai`). Null where it is none.
 */
export function zoneNamed(name: string): Zone | null {
  const text = name.trim();
  if (text.toLowerCase() === AOE.toLowerCase()) return AOE_ZONE;
  const fixed = /^(?:UTC|GMT)(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?$/i.exec(text);
  if (fixed) {
    const minutes = Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0);
    return minutes > 14 * 60 ? null : FixedOffsetZone.instance(fixed[1] === '-' ? -minutes : minutes);
  }
  return text.includes('/') && IANAZone.isValidZone(text) ? IANAZone.create(text) : null;
}

/** The zone that a mistyped name, or a city's alone, most likely meant. */
export function nearestZone(name: string): string | null {
  const known = Intl.supportedValuesOf('timeZone');
  const city = name.trim().toLowerCase().replace(/\s+/g, '_');
  const ofCity = known.find((zone) => zone.toLowerCase().endsWith(`/${city}`));
  return ofCity ?? nearestName(name, [AOE, 'UTC', ...known]);
}

/** How a zone is written in a message or label. */
export function zoneLabel(zone: Zone): string {
  return zone.equals(AOE_ZONE) ? AOE : zone.name;
}
