import { isSameName } from '../text/same-name';

/** The value of a note's property by its name, as `isSameName` compares names; undefined where the note has none. */
export function propertyOf(properties: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(properties, name)) return properties[name];
  const key = Object.keys(properties).find((one) => isSameName(one, name));
  return key === undefined ? undefined : properties[key];
}
