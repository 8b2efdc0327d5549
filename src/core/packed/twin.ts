/**
 * Goes along the text before this one, which mostly says the same in another language (scripts/texts-plugin.mjs), line by line, and
 * from sign to sign that both have: what stands there is often what comes here. Texts end with U+0000.
 */
export class Twin {
  private at = 0;
  private line = 0;
  private start = 0;
  private end = 0;
  /** The byte that stands there. */
  next = 0;

  /** A byte has come, before `end`. */
  move(text: Uint8Array, end: number): void {
    const byte = text[end - 1] ?? 0;
    if (byte === 0) {
      this.at = this.line = this.start;
      this.start = this.end = end;
    } else if (byte === 10) this.at = this.line = this.behind(text, this.line, 10, this.end);
    else if (byte < 128 && byte !== 32) this.at = this.behind(text, this.at, byte, this.at);
    else if (text[this.at] === byte) this.at += 1;
    this.next = this.at < this.end ? (text[this.at] ?? 0) : 0;
  }

  /** The place behind the next such byte in this line, or another one where there is none. */
  private behind(text: Uint8Array, from: number, byte: number, otherwise: number): number {
    for (let at = from; at < this.end; at++) {
      if (text[at] === byte) return at + 1;
      if (text[at] === 10) break;
    }
    return otherwise;
  }
}
