import { type MemoryVault, memoryVault } from './memory-vault';

/** Where the notes of the page are. */
export interface PreviewVault {
  /** One operation (see `node/vault-folder.ts`). */
  call(op: string, ...args: unknown[]): Promise<unknown>;
  /** Tells of each path that another program changes. */
  watch(changed: (path: string) => void): void;
  /** The address of a picture in it. */
  resource(path: string): string;
}

/** In memory; pictures beside the page, which come with it. */
export function vaultInMemory(files: Readonly<Record<string, string>>): PreviewVault {
  const vault = memoryVault(files);
  return {
    call: (op, ...args) =>
      Promise.resolve().then(() => (vault[op as keyof MemoryVault] as (...values: unknown[]) => unknown)(...args)),
    watch: () => undefined,
    resource: (path) => encodeURI(path),
  };
}

/** On the other side of a server (`preview/server.ts`), which asks for the key that stands in the page's address. */
export function vaultOnServer(key: string): PreviewVault {
  const query = `?key=${encodeURIComponent(key)}`;
  return {
    async call(op, ...args) {
      const answer = await fetch('vault', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-vault-key': key },
        body: JSON.stringify({ op, args }),
      });
      const { value, error } = (await answer.json()) as { value?: unknown; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    watch(changed) {
      new EventSource(`changes${query}`).addEventListener('message', ({ data }) => {
        changed(JSON.parse(data as string) as string);
      });
    },
    resource: (path) => `file/${path.split('/').map(encodeURIComponent).join('/')}${query}`,
  };
}
