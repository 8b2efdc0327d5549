import type { MixedText } from 'virtual:handbook-packs';

export function packLongText(text: string): Promise<MixedText>;
export function mix(bytes: Uint8Array): Promise<Uint8Array>;
export function writtenInHan(written: string): Promise<string>;
export function unmixed(packed: Uint8Array, length: number): Promise<string>;
