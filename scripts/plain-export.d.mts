export function plainExport(code: string): string;
