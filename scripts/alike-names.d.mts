export function withAlikeNames(code: string): string;
