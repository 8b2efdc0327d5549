import type { Steps } from '../steps';
import { TextModel } from './text-model';

/** Bytes that are unpacked in a step: some milliseconds. */
const STEP = 1024;

/**
 * Unpacks what scripts/pack-text.mjs packed: bits, coded by how likely `TextModel` says that they are, in the arithmetic code of lpaq.
 * It is no format that others read; it takes a fifth less than LZMA for the handbook's notes. Damaged input gives other bytes,
 * so whoever asks has a check sum.
 *
 * @param input - the coded bits, nothing before or after them
 * @param length - of the text in bytes
 * @param wanted - how many of these to unpack, from the first on; so many are made, whatever the input holds
 */
export function* unmix(input: Uint8Array, length: number, wanted = length): Steps<Uint8Array> {
  const model = new TextModel(length);
  let at = 0;
  let code = 0;
  let low = 0;
  let high = 0xffffffff;
  const next = (): number => input[at++] ?? 0;
  for (let n = 0; n < 4; n++) code = ((code << 8) | next()) >>> 0;
  for (let n = 0; n < wanted * 8; n++) {
    const middle = low + Math.floor(((high - low) / 65_536) * model.chance());
    const bit = Number(code <= middle);
    if (bit === 1) high = middle;
    else low = middle + 1;
    model.learn(bit);
    for (; ((low ^ high) & 0xff000000) === 0; code = ((code << 8) | next()) >>> 0) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
    }
    if (n % (STEP * 8) === 0) yield;
  }
  return model.text.subarray(0, wanted);
}
