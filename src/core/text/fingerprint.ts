/** A short text that two texts share only by an accident one need not reckon with: two FNV-1a hashes of 32 bits, and the length. */
export function fingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit ^ (at & 0xff), 0x85ebca6b);
    other ^= other >>> 13;
  }
  const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
  return `${hex(one)}${hex(other)}-${text.length.toString(36)}`;
}
