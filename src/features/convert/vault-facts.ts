import type { VaultFacts } from '../../core/convert/conversion';
import { guessKind } from '../../core/heatmap/values';
import { propertyOf } from '../../core/markdown/property';
import { isSameName } from '../../core/text/same-name';
import type { Context } from '../context';

/** What notes say of a property; where none has it, what their texts say of a field of that name. */
export function vaultFacts({ vaultIndex, fields }: Pick<Context, 'vaultIndex' | 'fields'>): VaultFacts {
  return {
    property: (name) => {
      const held: unknown[] = [...vaultIndex.known()].map(({ frontmatter }) => within(frontmatter, name));
      const values = guessKind(held.flat());
      if (values !== null || held.some((one) => typeof one === 'boolean'))
        return { at: 'property', values: values ?? 'numbers' };
      const written = [...fields.notes.values()].flatMap((all) =>
        all.flatMap(({ key, value }) => (isSameName(key, name) ? value : [])),
      );
      const kind = guessKind(written);
      return kind === null ? null : { at: 'field', values: kind };
    },
  };
}

/** A property, or what stands in one: `sleep.hours`. */
function within(frontmatter: Readonly<Record<string, unknown>>, name: string): unknown {
  const [first = '', ...further] = name.split('.');
  return further.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? propertyOf(value as Record<string, unknown>, key) : undefined,
    propertyOf(frontmatter, first),
  );
}
