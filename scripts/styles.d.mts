export const STYLES: readonly string[];
export function styleFiles(): string[];
export function joinStyles(): Promise<string>;
