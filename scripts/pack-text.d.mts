import type { MixedText } from 'virtual:shipped-texts';

export function packLongText(text: string, first?: string): Promise<MixedText>;
export function mix(bytes: Uint8Array): Promise<Uint8Array>;
export function unmixed(packed: Uint8Array, length: number): Promise<string>;
