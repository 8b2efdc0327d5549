const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Text of an answer or an export that holds marks of HTML or MathML: tags go, what they hold stays; signs that are written by
 * their names are put back, twice where they were written so twice (`&amp;amp;`).
 */
export function plainHtml(text: string): string {
  const plain = unescaped(unescaped(text).replace(/<\/?[a-z][^<>]{0,200}>/gi, ''));
  return plain.replace(/\s+/gu, ' ').trim();
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
