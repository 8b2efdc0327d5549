export function byLikeness(code: string): string;
