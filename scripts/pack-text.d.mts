import type { PackedText } from '../src/features/handbook/packed-text';

export function packText(text: string): PackedText;
