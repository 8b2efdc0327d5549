export function writeHan(text: string): string;
