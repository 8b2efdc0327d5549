// Texts of the interface as ASCII; `src/platform/han-text.ts` reads them.

/** By a character of GB 2312, its two bytes without their highest bits, which are printable ASCII. */
const PAIRS = new Map();
const decoder = new TextDecoder('gbk');
for (let row = 0x21; row <= 0x77; row++) {
  for (let cell = 0x21; cell < 0x7e; cell++) {
    const character = decoder.decode(Uint8Array.from([row | 128, cell | 128]));
    if (character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) {
      PAIRS.set(character, String.fromCharCode(row, cell));
    }
  }
}

/** @param {string} text what GB 2312 does not have stays as it is, and so is escaped by the build */
export function writeHan(text) {
  if (text.includes('~')) throw new Error('“~” stands for something else in texts of the interface.');
  return [...text.matchAll(/[\0-\x7f]+|[^\0-\x7f]+/g)].map(([part]) => (part > '\x7f' ? pairsOf(part) : part)).join('');
}

function pairsOf(part) {
  let written = '';
  let isOpen = false;
  for (const character of part) {
    const pair = PAIRS.get(character);
    if ((pair !== undefined) !== isOpen) {
      written += '~';
      isOpen = !isOpen;
    }
    written += pair ?? character;
  }
  return isOpen ? `${written}~` : written;
}
