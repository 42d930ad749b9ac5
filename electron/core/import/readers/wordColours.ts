import { parseStrictXml, type XmlElement } from './strictXml.ts';

/** The colours of a document's theme by the names of the theme part: `dk1`, `lt1`, `accent6` … */
export type WordTheme = ReadonlyMap<string, string>;

const officeTheme: WordTheme = new Map([
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '44546A'],
  ['lt2', 'E7E6E6'],
  ['accent1', '4472C4'],
  ['accent2', 'ED7D31'],
  ['accent3', 'A5A5A5'],
  ['accent4', 'FFC000'],
  ['accent5', '5B9BD5'],
  ['accent6', '70AD47'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
]);

/** Word speaks of text and background where the theme part says dark and light. */
const themeNames: Readonly<Record<string, string>> = {
  text1: 'dk1',
  dark1: 'dk1',
  background1: 'lt1',
  light1: 'lt1',
  text2: 'dk2',
  dark2: 'dk2',
  background2: 'lt2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

/** Reads theme1.xml; the Office theme stands for what is not in it. */
export function readWordTheme(themeXml: string | undefined): WordTheme {
  const theme = new Map(officeTheme);
  if (themeXml === undefined) return theme;
  let inScheme = false;
  let name: string | undefined;
  parseStrictXml(themeXml, {
    onOpen: (element) => {
      if (element.name === 'clrScheme') inScheme = true;
      else if (inScheme && officeTheme.has(element.name)) name = element.name;
      else if (name !== undefined && (element.name === 'srgbClr' || element.name === 'sysClr')) {
        const colour = element.attribute('lastClr') ?? element.attribute('val') ?? '';
        if (isHex(colour)) theme.set(name, colour.toUpperCase());
      }
    },
    onClose: (element) => {
      if (element.name === 'clrScheme') inScheme = false;
      else if (element.name === name) name = undefined;
    },
  });
  return theme;
}

const isHex = (text: string): boolean => /^[0-9a-f]{6}$/i.test(text);
const white = '#FFFFFF';
const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const mix = (one: string, other: string, share: number): string =>
  `#${channels(one)
    .map((channel, index) => Math.round(channel * share + (channels(other)[index] ?? 0) * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;

/** Tint and shade are bytes in hexadecimal: `99` leaves 60% of the colour. */
const portion = (text: string | undefined): number =>
  text !== undefined && /^[0-9a-f]{1,2}$/i.test(text) ? Number.parseInt(text, 16) / 255 : 1;

type Names = readonly [plain: string, theme: string, tint: string, shade: string];
const ofLetters: Names = ['val', 'themeColor', 'themeTint', 'themeShade'];
const ofPattern: Names = ['color', 'themeColor', 'themeTint', 'themeShade'];
const ofFill: Names = ['fill', 'themeFill', 'themeFillTint', 'themeFillShade'];

/** One colour of an element: written out, or else by its name in the theme with a tint or shade. */
function colourOf(element: XmlElement, [plain, themed, tint, shade]: Names, theme: WordTheme): string | undefined {
  const written = element.attribute(plain);
  if (written !== undefined && isHex(written)) return `#${written.toUpperCase()}`;
  const name = element.attribute(themed);
  const base = name === undefined ? undefined : theme.get(themeNames[name] ?? name);
  if (base === undefined) return undefined;
  const tinted = mix(`#${base}`, white, portion(element.attribute(tint)));
  return mix(tinted, '#000000', portion(element.attribute(shade)));
}

/** The colour of letters, from `w:color`. Automatic is no colour. */
export const fontColourOf = (element: XmlElement, theme: WordTheme): string | undefined =>
  colourOf(element, ofLetters, theme);

/** The fill of `w:shd`. A pattern lies over the fill in its own colour: wholly when solid, in part when a percentage. */
export function shadingOf(element: XmlElement, theme: WordTheme): string | undefined {
  const pattern = element.attribute('val') ?? 'clear';
  if (pattern === 'nil') return undefined;
  const fill = colourOf(element, ofFill, theme);
  const over = colourOf(element, ofPattern, theme);
  const share = pattern === 'solid' ? 1 : Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? 0) / 100;
  return share === 0 || over === undefined ? fill : mix(over, fill ?? white, share);
}

/** White and grey say nothing: a colour further inside is looked for instead. */
export function isNeutral(hex: string): boolean {
  const rgb = channels(hex);
  return Math.max(...rgb) - Math.min(...rgb) < 16;
}

const highlights: Readonly<Record<string, string>> = {
  green: '#00FF00',
  darkGreen: '#008000',
  yellow: '#FFFF00',
  darkYellow: '#808000',
  red: '#FF0000',
  darkRed: '#800000',
  blue: '#0000FF',
  darkBlue: '#000080',
  cyan: '#00FFFF',
  darkCyan: '#008080',
};

/** The colour of a highlighter pen; grey, black, magenta and none are no colour. */
export const highlightColour = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : highlights[name];
