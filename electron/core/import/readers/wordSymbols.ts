/** Symbols of picture fonts that stand for a state or a bullet, by the last byte of the character. */
const wingdings: Readonly<Record<string, string>> = {
  '6C': '●',
  '6E': '■',
  '6F': '☐',
  A1: '○',
  A7: '▪',
  A8: '☐',
  D8: '➢',
  E0: '→',
  FB: '✗',
  FC: '✓',
  FD: '☒',
  FE: '☑',
};
const byFont: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings,
  'wingdings 2': {
    '4F': '✗',
    '50': '✓',
    '51': '☒',
    '52': '☑',
    '53': '☒',
    '54': '☒',
    '97': '●',
    '98': '●',
    A1: '☐',
    A2: '■',
    A3: '☐',
  },
  webdings: { '61': '✓', '63': '☐', '67': '■', '6E': '●', '72': '✗' },
  symbol: { A8: '◆', AE: '→', B0: '°', B1: '±', A3: '≤', B3: '≥', B7: '•', D6: '√' },
};

const fontOf = (font: string | undefined): Readonly<Record<string, string>> | undefined =>
  byFont[(font ?? '').trim().toLowerCase()];

/** The character of `w:sym`, whose code is `F0FC` or `00FC`; nothing for a picture that says nothing about a plan. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const table = fontOf(font) ?? (font === undefined ? wingdings : undefined);
  const short = (code ?? '').toUpperCase().slice(-2);
  if (table !== undefined) return table[short] ?? '';
  // A symbol of an ordinary font is that character.
  const point = Number.parseInt(code ?? '', 16);
  return point >= 0x20 && point < 0xd800 ? String.fromCodePoint(point) : '';
}

/** Letters typed in a picture font: `ü` in Wingdings is a tick. Any other font leaves the text as it is. */
export function textInFont(font: string | undefined, text: string): string {
  const table = fontOf(font);
  if (table === undefined) return text;
  // Letters in the font Symbol are Greek ones; only what lies in its private area is a picture.
  const pictures = table === byFont.symbol ? 0xf000 : 0x21;
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (point < pictures || point > 0xf0ff) return character;
      return table[(point & 0xff).toString(16).toUpperCase().padStart(2, '0')] ?? '';
    })
    .join('');
}
