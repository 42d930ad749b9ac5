/** The sixty-four colours of old workbooks, by index from 8; 0 to 7 repeat the first eight. */
const indexedColours =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** Used where a workbook brings no theme of its own: the Office theme since 2013. */
const officeTheme = '000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

export type ColourReference = {
  readonly rgb?: string | undefined;
  readonly theme?: number | undefined;
  readonly tint?: number | undefined;
  readonly indexed?: number | undefined;
};

/**
 * @param themeColours in the order of the theme file: dark 1, light 1, dark 2, light 2, accents 1 to 6, links.
 * @returns `#RRGGBB`, or undefined for no colour, an automatic one, or one that cannot be read.
 */
export function resolveColour(
  colour: ColourReference | undefined,
  themeColours?: readonly string[],
): string | undefined {
  if (colour === undefined) return undefined;
  let hex: string | undefined;
  if (colour.theme !== undefined) {
    // Cells count light before dark, the theme file dark before light.
    const order = [1, 0, 3, 2][colour.theme] ?? colour.theme;
    hex = (themeColours !== undefined && themeColours.length > 9 ? themeColours : officeTheme)[order];
  } else if (colour.rgb !== undefined) {
    hex = colour.rgb.replace(/^#/, '');
    if (hex.length === 8) hex = hex.slice(2);
  } else if (colour.indexed !== undefined) {
    hex = indexedColours[colour.indexed < 8 ? colour.indexed : colour.indexed - 8];
  }
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  const tint = colour.tint ?? 0;
  const channels = [0, 2, 4].map((at) => {
    const channel = Number.parseInt((hex as string).slice(at, at + 2), 16);
    const tinted = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
    return Math.round(Math.min(255, Math.max(0, tinted)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('').toUpperCase()}`;
}
