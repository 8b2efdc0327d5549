export function ordersByLikeness(code: string): string[];
export function bySize(texts: readonly string[]): string[];
