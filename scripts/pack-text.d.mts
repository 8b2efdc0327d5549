import type { DeflatedText, MixedText } from 'virtual:handbook-packs';

export function packText(text: string): Promise<DeflatedText>;
export function packLongText(text: string): Promise<MixedText>;
export function mix(bytes: Uint8Array): Promise<Uint8Array>;
export function unmixed(packed: Uint8Array, length: number): Promise<string>;
