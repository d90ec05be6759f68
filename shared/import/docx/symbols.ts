/**
 * Characters of symbol fonts in Unicode. Word writes them into the private area U+F000–F0FF (w:sym,
 * and bullets); only those met in offices are mapped, the rest stay as they are.
 */
const wingdings: Readonly<Record<number, string>> = {
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x4a: '☺',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '❐',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa1: '○',
  0xa2: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
  0x81: '①',
  0x82: '②',
  0x83: '③',
  0x84: '④',
  0x85: '⑤',
  0x86: '⑥',
  0x87: '⑦',
  0x88: '⑧',
  0x89: '⑨',
  0x8a: '⑩',
};

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0xa3: '□',
  0x97: '●',
};

const symbol: Readonly<Record<number, string>> = {
  0x2d: '−',
  0xa3: '≤',
  0xa5: '∞',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xde: '⇒',
  0xe5: '∑',
};

/** Latin letter positions of the Symbol font are Greek. */
const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const smallGreek = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

/** One character of a symbol font; `code` with or without the private offset F000. */
export function symbolCharacter(code: number, font: string | undefined): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = (font ?? '').toLowerCase();
  const mapped =
    name === 'wingdings'
      ? wingdings[low]
      : name === 'wingdings 2'
        ? wingdings2[low]
        : name === 'symbol'
          ? (symbol[low] ??
            greek[low - 0x41] ??
            smallGreek[low - 0x61] ??
            (low < 0x7f ? String.fromCodePoint(low) : undefined))
          : undefined;
  if (mapped !== undefined) return mapped;
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}

/** A bullet's text: private-area characters by their font, and Symbol's dot also without one. */
export function symbolText(text: string, font: string | undefined): string {
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) as number;
      const isPrivate = code >= 0xf000 && code <= 0xf0ff;
      if (isPrivate) return symbolCharacter(code, font ?? 'symbol');
      // Word's second bullet is the letter o of a typewriter face, meant as a hollow dot.
      if (char === 'o' && text === 'o' && /^courier new$/iu.test(font ?? '')) return '◦';
      return font === undefined || !/^(?:wingdings(?: 2)?|symbol)$/iu.test(font) ? char : symbolCharacter(code, font);
    })
    .join('');
}
