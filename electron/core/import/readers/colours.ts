/** The first sixty-four colours of old workbooks; 0 to 7 repeat the eight that follow them. */
const defaultPalette =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** Used where a workbook brings no theme of its own: the Office theme since 2013. */
const officeTheme = '000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

export type ColourReference = {
  readonly rgb?: string | undefined;
  readonly theme?: number | undefined;
  /** From -1, black, to 1, white. */
  readonly tint?: number | undefined;
  readonly indexed?: number | undefined;
};

/** What a workbook says of its own colours. */
export type Palette = {
  /** In the order of the theme file: dark 1, light 1, dark 2, light 2, accents 1 to 6, links. */
  readonly theme?: readonly string[] | undefined;
  /** In place of the colours of old workbooks, from index 0. */
  readonly indexed?: readonly string[] | undefined;
};

/** @returns `#RRGGBB`, or undefined for no colour, an automatic one, or one that cannot be read. */
export function resolveColour(colour: ColourReference | undefined, palette: Palette = {}): string | undefined {
  if (colour === undefined) return undefined;
  let hex: string | undefined;
  if (colour.theme !== undefined) {
    // Cells count light before dark, the theme file dark before light.
    const order = [1, 0, 3, 2][colour.theme] ?? colour.theme;
    const theme = palette.theme !== undefined && palette.theme.length > 9 ? palette.theme : officeTheme;
    hex = theme[order];
  } else if (colour.rgb !== undefined) {
    hex = colour.rgb;
  } else if (colour.indexed !== undefined) {
    // 64 and 65 are the colours of the system, which is to say none.
    hex = palette.indexed?.[colour.indexed] ?? defaultPalette[colour.indexed];
  }
  hex = hex?.replace(/^#/, '');
  if (hex?.length === 8) hex = hex.slice(2);
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  const plain = `#${hex.toUpperCase()}`;
  const tint = Math.min(1, Math.max(-1, colour.tint ?? 0));
  return tint === 0 || Number.isNaN(tint) ? plain : tinted(plain, tint);
}

export type Channels = readonly [red: number, green: number, blue: number];

export const channelsOf = (colour: string): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

export const colourOf = (channels: Channels): string =>
  `#${channels
    .map((channel) =>
      Math.round(Math.min(255, Math.max(0, channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;

/** A tint moves the lightness of the colour towards black or white and keeps hue and saturation. */
function tinted(colour: string, tint: number): string {
  const [red, green, blue] = channelsOf(colour).map((channel) => channel / 255) as unknown as Channels;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : 1 - (1 - lightness) * (1 - tint);
  const room = (light: number): number => 2 * Math.min(light, 1 - light);
  // What the channels differ by grows and shrinks with the room that the lightness leaves them.
  const stretch = most === least ? 0 : room(moved) / room(lightness);
  return colourOf([red, green, blue].map((c) => (moved + (c - lightness) * stretch) * 255) as unknown as Channels);
}

/**
 * The colour that a gradient stands for: the one furthest from grey, since gradients run between white and the colour
 * that is meant, in either direction; the first of equals.
 */
export function mostColourful(colours: readonly string[]): string | undefined {
  let best: { colour: string; spread: number } | undefined;
  for (const colour of colours) {
    const channels = channelsOf(colour);
    const spread = Math.max(...channels) - Math.min(...channels);
    if (best === undefined || spread > best.spread) best = { colour, spread };
  }
  return best?.colour;
}
