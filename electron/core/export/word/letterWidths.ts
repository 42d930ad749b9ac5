import type { HouseStyle } from '#core/houseStyle/houseStyle.ts';

/**
 * How wide running text is in a font, against Arial of the same size. Columns are measured in Arial: in a wider font
 * words would break that should not. A font that is not known here may be as wide as the widest of the usual ones.
 */
const known: readonly (readonly [RegExp, number])[] = [
  [/^(?:arial|helvetica|liberation sans|arimo|nimbus sans)\b/iu, 1],
  [/^arial narrow|condensed|\bcond\b/iu, 0.85],
  [
    /^(?:calibri|carlito|times|liberation serif|tinos|cambria|caladea|garamond|eb garamond|gill sans|aptos narrow)/iu,
    1,
  ],
  [/^(?:aptos|segoe ui|tahoma|trebuchet|roboto|source sans|lato|franklin|corbel|candara|georgia|constantia)/iu, 1.06],
  [/^(?:open sans|inter|noto sans|frutiger|century gothic|futura|avenir|raleway|merriweather|palatino)/iu, 1.13],
  [/^(?:verdana|dejavu sans|montserrat|poppins|lucida)/iu, 1.2],
];
const widest = 1.2;

/** Half points of our own tables, which the columns are measured for. */
const measuredSize = 22;

/** How much wider than measured the letters of tables are. */
export function lettersOfTables({ looks }: HouseStyle): number {
  const font = looks.tableText?.font ?? looks.text?.font;
  const size = looks.tableText?.size ?? measuredSize;
  const width = font === undefined ? 1 : (known.find(([pattern]) => pattern.test(font))?.[1] ?? widest);
  return Math.max(1, width) * (size / measuredSize);
}
