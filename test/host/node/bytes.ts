// Hashing and unpacking take real time, as a file does: jsdom has neither, and the page is not at rest before they have answered.
import { webcrypto } from 'node:crypto';

type Counted = <T>(work: Promise<T>) => Promise<T>;

/** Gives the window Node's own, counted while they are under way. */
export function giveBytes(window: Window & typeof globalThis, counted: Counted): void {
  const digest: SubtleCrypto['digest'] = (algorithm, data) =>
    counted(webcrypto.subtle.digest(algorithm, data as Uint8Array<ArrayBuffer>));
  const getRandomValues = webcrypto.getRandomValues.bind(webcrypto);
  class Counter {
    readonly writable: WritableStream;
    readonly readable: { getReader(): { read(): Promise<unknown>; cancel(): Promise<void> } };
    constructor(format: CompressionFormat) {
      const { readable, writable } = new DecompressionStream(format);
      const reader = readable.getReader();
      const open = { read: () => counted(reader.read()), cancel: () => reader.cancel() };
      this.writable = writable;
      this.readable = { getReader: () => open };
    }
  }
  for (const [name, value] of Object.entries({
    crypto: { subtle: { digest }, getRandomValues },
    DecompressionStream: Counter,
  })) {
    Object.defineProperty(window, name, { value, configurable: true });
  }
}
