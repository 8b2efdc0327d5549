import type { App, Events } from 'obsidian';

/** What of the Dataview plugin's API is used. */
interface DataviewApi {
  query(text: string, originFile?: string): Promise<DataviewAnswer>;
}

interface DataviewAnswer {
  readonly successful: boolean;
  readonly value?: { readonly type: string; readonly values: readonly unknown[] };
  readonly error?: string;
}

interface WithPlugins {
  readonly plugins?: {
    readonly plugins?: Readonly<Record<string, { readonly api?: Partial<DataviewApi> } | undefined>>;
  };
}

/** Rows of a table, or why there are none: Dataview is not there, or says what is wrong with the query. */
export type DataviewTable =
  | { readonly ok: true; readonly rows: readonly (readonly unknown[])[] }
  | { readonly ok: false; readonly message: string | null };

function apiIn(app: App): Partial<DataviewApi> | undefined {
  return (app as App & WithPlugins).plugins?.plugins?.['dataview']?.api;
}

/** Whether Dataview is installed, and can be asked. */
export function hasDataview(app: App): boolean {
  return apiIn(app)?.query !== undefined;
}

/** Asks Dataview, where it is installed. @param origin - path of the note that asks, or empty */
export async function askDataview(app: App, query: string, origin: string): Promise<DataviewTable> {
  const api = apiIn(app);
  if (api?.query === undefined) return { ok: false, message: null };
  try {
    const { successful, value, error } = await api.query(query, origin);
    if (!successful || value?.type !== 'table') return { ok: false, message: error ?? '' };
    return { ok: true, rows: value.values.filter((row) => Array.isArray(row)) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

const EVENTS = ['dataview:api-ready', 'dataview:index-ready', 'dataview:metadata-change'];

/** Calls back whenever Dataview has come, or its index has changed; answers how to stop. */
export function onDataviewChange(app: App, callback: () => void): () => void {
  const events: Events = app.metadataCache;
  const refs = EVENTS.map((name) => events.on(name, callback));
  return () => {
    for (const ref of refs) events.offref(ref);
  };
}
