import type { CachedMetadata } from 'obsidian';
import type { Host } from '../../host/node';

/** How many calendars of `mood` follow the vault now: each looks at the properties of a note that changed. */
export function followers(host: Host, note = 'n.md'): number {
  let looks = 0;
  const frontmatter = new Proxy(
    { mood: 1 },
    {
      ownKeys: (properties) => {
        looks += 1;
        return Reflect.ownKeys(properties);
      },
    },
  );
  const file = host.app.vault.getFileByPath(note)!;
  host.app.metadataCache.trigger('changed', file, '', { frontmatter } as unknown as CachedMetadata);
  return looks;
}
