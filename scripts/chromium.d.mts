export function findChromium(): Promise<string | null>;
export function obtainChromium(): Promise<string>;
export const CHROMIUM_FLAGS: string[];
