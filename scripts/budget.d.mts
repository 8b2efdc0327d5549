export const BUDGET: { readonly raw: number; readonly gzip: number };
