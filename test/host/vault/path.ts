/** Obsidian's `normalizePath`: forward slashes, none doubled or at the ends, no-break spaces made plain, Unicode NFC. */
export function normalizePath(path: string): string {
  const normal = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC');
  return normal === '' ? '/' : normal;
}
