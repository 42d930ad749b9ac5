import { colourOf } from './colours.ts';

/** What a declaration, a class or an attribute says of the look of an element; `null` takes the inherited away. */
export type HtmlStyle = {
  readonly fill?: string | null;
  readonly fontColour?: string | null;
  readonly strike?: boolean;
  readonly hidden?: true;
  readonly numberFormat?: string;
  /** Office says of a place that it is a list item, or that its content is for other programs. */
  readonly list?: true | 'mark';
  /** A cell whose text only flows over its neighbours is no merged one. */
  readonly flows?: true;
};

/** The rules for classes in a style sheet; those for elements and states are passed over. */
export function readStyleSheet(text: string, into: Map<string, HtmlStyle>): void {
  const plain = text.replace(/<!--|-->/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, selectors = '', declarations = ''] of plain.matchAll(/(?<![^{}])([^{}]+)\{([^{}]*)\}/g)) {
    const style = readDeclarations(declarations);
    for (const selector of selectors.split(',')) {
      const name = /\.([\w-]+)$/.exec(selector.trim())?.[1];
      if (name !== undefined) into.set(name.toLowerCase(), { ...into.get(name.toLowerCase()), ...style });
    }
  }
}

export function readDeclarations(declarations: string): HtmlStyle {
  const style: { -readonly [key in keyof HtmlStyle]: HtmlStyle[key] } = {};
  for (const [, property = '', value = ''] of declarations.matchAll(/(?<![\w-])([\w-]+)\s*:\s*((?:"[^"]*"|[^;"])*)/g)) {
    const words = value.trim();
    switch (property.toLowerCase()) {
      case 'background':
      case 'background-color': {
        const colour = readCssColour(words);
        if (colour !== undefined) style.fill = colour;
        break;
      }
      case 'color': {
        const colour = readCssColour(words);
        if (colour !== undefined) style.fontColour = colour;
        break;
      }
      case 'text-decoration':
      case 'text-decoration-line':
        style.strike = /line-through/i.test(words);
        break;
      case 'display':
        if (/^none/i.test(words)) style.hidden = true;
        break;
      case 'mso-hide':
        if (/^all/i.test(words)) style.hidden = true;
        break;
      case 'mso-number-format':
        style.numberFormat = numberFormatOf(words);
        break;
      case 'mso-list':
        style.list = /^ignore/i.test(words) ? 'mark' : true;
        break;
      case 'mso-ignore':
        if (/colspan/i.test(words)) style.flows = true;
    }
  }
  return style;
}

/** Excel writes the format with a backslash before every sign, and some by name. */
function numberFormatOf(value: string): string {
  const code = value
    .replace(/^"|"$/g, '')
    .replace(/\\000([0-9a-f]{2})|\\([\s\S])/gi, (_, hex, sign) =>
      hex === undefined ? sign : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  const named: Readonly<Record<string, string>> = {
    General: '',
    'Short Date': 'dd/mm/yyyy',
    'Medium Date': 'dd-mmm-yy',
    'Long Date': 'd mmmm yyyy',
    'Short Time': 'hh:mm',
    Percent: '0.00%',
    Fixed: '0.00',
    Standard: '#,##0.00',
  };
  return named[code] ?? code;
}

/** The names that HTML 4 has, and orange, which plans need. */
const namedColours: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#C0C0C0',
  gray: '#808080',
  grey: '#808080',
  white: '#FFFFFF',
  maroon: '#800000',
  red: '#FF0000',
  purple: '#800080',
  fuchsia: '#FF00FF',
  magenta: '#FF00FF',
  green: '#008000',
  lime: '#00FF00',
  olive: '#808000',
  yellow: '#FFFF00',
  navy: '#000080',
  blue: '#0000FF',
  teal: '#008080',
  aqua: '#00FFFF',
  cyan: '#00FFFF',
  orange: '#FFA500',
  gold: '#FFD700',
  darkred: '#8B0000',
  darkgreen: '#006400',
  lightgreen: '#90EE90',
  lightgrey: '#D3D3D3',
  lightgray: '#D3D3D3',
  amber: '#FFC000',
};

/** @returns null for what takes a colour away, undefined for what names none. */
export function readCssColour(value: string): string | null | undefined {
  const text = value.trim().toLowerCase();
  const hex = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(text)?.[1] ?? /^([0-9a-f]{6})$/.exec(text)?.[1];
  if (hex !== undefined) {
    return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`.toUpperCase();
  }
  const channels = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?/.exec(text);
  if (channels !== null) {
    if (channels[4] !== undefined && Number.parseFloat(channels[4]) === 0) return null;
    return colourOf([Number(channels[1]), Number(channels[2]), Number(channels[3])]);
  }
  for (const word of text.split(/\s+/)) {
    const named = namedColours[word];
    if (named !== undefined) return named;
  }
  return /\b(none|transparent|auto|windowtext|window|initial)\b/.test(text) ? null : undefined;
}
