export function readShort(file: string): Promise<string>;
