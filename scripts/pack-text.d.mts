import type { DeflatedText, LzmaText } from 'virtual:handbook-packs';

export function packText(text: string): Promise<DeflatedText>;
export function packLongText(text: string): Promise<LzmaText>;
export function lzma(bytes: Uint8Array): Uint8Array;
