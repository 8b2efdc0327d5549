/** Puts bytes (a sign each) into text, or what base64 writes of them. */
export type Decode = (bytes: string, charset: string, isBase64: boolean) => string;

const DEEPEST = 6;

/** Whether a text is a mail as it was sent, with its head. */
export function isMail(text: string): boolean {
  const head = /^[\w-]+:[^]{0,20000}?\r?\n\r?\n/.exec(text.slice(0, 21_000))?.[0] ?? '';
  return /^(?:content-type|mime-version|message-id|received):/im.test(head);
}

/** The texts of a mail (RFC 2045), in order: each of its parts that is text, decoded. */
export function mailTexts(mail: string, decode: Decode, depth = 0): string[] {
  const end = /\r?\n\r?\n/.exec(mail);
  if (end === null || depth > DEEPEST) return [];
  const head = mail.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = mail.slice(end.index + end[0].length);
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)`, 'im').exec(head)?.[1] ?? '';
  const type = field('content-type');
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary !== null) {
    const parts = `\n${body}`.split(`\n--${boundary[1] ?? boundary[2] ?? ''}`).slice(1);
    return parts.flatMap((part) =>
      part.startsWith('--') ? [] : mailTexts(part.replace(/^[ \t]*\r?\n/, ''), decode, depth + 1),
    );
  }
  if (/^message\/rfc822/i.test(type)) return mailTexts(body, decode, depth + 1);
  if (type !== '' && !/^text\//i.test(type)) return [];
  const encoding = field('content-transfer-encoding').trim().toLowerCase();
  const isBase64 = encoding === 'base64';
  if (!isBase64 && encoding !== 'quoted-printable') return [body]; // the file was put into text as a whole
  return [decode(isBase64 ? body : fromQuoted(body), /charset="?([\w.:-]+)/i.exec(type)?.[1] ?? 'utf-8', isBase64)];
}

/** Lines that end in `=` go on, and `=E4` is a byte (RFC 2045, 6.7). */
function fromQuoted(text: string): string {
  return text
    .replace(/=[ \t]{0,80}\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
