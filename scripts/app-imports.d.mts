export function importedFromApp(sources: readonly string[]): ReadonlyMap<string, ReadonlySet<string>>;
