/**
 * A text that lies in main.js as ASCII: Han and its signs as the bytes of GB 2312 without their highest bits, between two `~`, as
 * HZ writes them (RFC 1843). So main.js keeps to one byte a character, compresses as well as it would if they were deflated, and
 * the app's own decoder reads them at once when the plugin starts.
 *
 * @param written - as scripts/han-text.mjs writes it
 */
export function readHan(written: string): string {
  if (!written.includes('~')) return written; // nor need a decoder be made
  const parts = written.split('~');
  const signs = parts.filter(isHan).join('');
  const bytes = new Uint8Array(signs.length);
  for (let n = 0; n < signs.length; n++) bytes[n] = signs.charCodeAt(n) | 128; // `from` takes ten times as long
  const han = new TextDecoder('gbk').decode(bytes);
  let at = 0;
  return parts.map((part, n) => (isHan(part, n) ? han.slice(at, (at += part.length / 2)) : part)).join('');
}

/** What stands between the first `~` and the second, and so on. */
function isHan(_part: string, n: number): boolean {
  return n % 2 === 1;
}
