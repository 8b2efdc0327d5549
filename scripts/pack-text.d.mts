import type { PackedText } from 'virtual:handbook-packs';

export function packText(text: string): PackedText;
