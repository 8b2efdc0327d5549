/** Bytes of a text behind a sum of them, so that damage shows: four bytes of sum, then UTF-8, filled up with blanks. */
export function sealText(text: string): Uint8Array {
  const body = new TextEncoder().encode(text);
  const words = new Uint32Array(1 + Math.ceil(body.length / 4));
  const bytes = new Uint8Array(words.buffer);
  bytes.fill(0x20);
  bytes.set(body, 4);
  words[0] = sumOf(words);
  return bytes;
}

/** The text, perhaps with blanks behind it; null where the bytes are not what was sealed. */
export function unsealText(bytes: Uint8Array): string | null {
  if (bytes.byteLength < 4 || bytes.byteLength % 4 !== 0 || bytes.byteOffset % 4 !== 0) return null;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return words[0] === sumOf(words) ? new TextDecoder().decode(bytes.subarray(4)) : null;
}

/** Of all words but the first. Each step is one-to-one, so that no single changed word goes unnoticed. */
function sumOf(words: Uint32Array): number {
  let sum = words.length;
  for (let at = 1; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return sum >>> 0;
}
