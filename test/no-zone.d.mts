export const NO_ZONE: readonly string[];
