export function withAlikeNames(code: string, how?: { isInOrder?: boolean }): string;
