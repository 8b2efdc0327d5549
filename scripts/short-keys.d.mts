export function nameAt(n: number): string;
export function readShort(file: string): Promise<string>;
