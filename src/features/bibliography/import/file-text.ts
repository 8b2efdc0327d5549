/**
 * The text of a file's bytes: UTF-8 or UTF-16 where it says so or fits; else what it names near its beginning (a mail, HTML,
 * XML); else GB 18030, in which CNKI and Chinese Windows programs still write.
 */
export function decodedText(bytes: ArrayBuffer): string {
  const start = new Uint8Array(bytes.slice(0, 2));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const gb = new TextDecoder('gb18030');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const named = /(?:charset|encoding)="?([\w-]+)/i.exec(gb.decode(bytes.slice(0, 9_000)))?.[1] ?? '';
    try {
      return new TextDecoder(/^utf-?8$/i.test(named) ? 'gb18030' : named).decode(bytes);
    } catch {
      return gb.decode(bytes); // none is named, or one that nobody knows
    }
  }
}
