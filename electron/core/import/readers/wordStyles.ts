import { parseStrictXml } from './strictXml.ts';

/** How deep a paragraph style stands as a heading: 0 for a title, 1 to 9 for headings; absent for body text. */
export type HeadingLevels = ReadonlyMap<string, number>;

/** Reads styles.xml: by the name of the style, by its outline level, or by the style that it is based on. */
export function readHeadingLevels(stylesXml: string): HeadingLevels {
  const levels = new Map<string, number>();
  const basedOn = new Map<string, string>();
  let style: string | undefined;
  parseStrictXml(stylesXml, {
    onOpen: (element) => {
      const value = element.attribute('val');
      if (element.name === 'style') style = element.attribute('styleId');
      if (style === undefined || value === undefined) return;
      if (element.name === 'name') {
        const heading = /^heading (\d)$/i.exec(value);
        if (heading !== null) levels.set(style, Number(heading[1]));
        else if (/^(title|subtitle)$/i.test(value)) levels.set(style, 0);
      } else if (element.name === 'basedOn') basedOn.set(style, value);
      else if (element.name === 'outlineLvl' && Number(value) < 9 && !levels.has(style))
        levels.set(style, Number(value) + 1);
    },
    onClose: (element) => {
      if (element.name === 'style') style = undefined;
    },
  });
  for (const [child] of basedOn) {
    const seen = new Set<string>([child]);
    for (let parent = basedOn.get(child); parent !== undefined && !seen.has(parent); parent = basedOn.get(parent)) {
      seen.add(parent);
      const level = levels.get(parent);
      if (levels.has(child) || level === undefined) continue;
      levels.set(child, level);
    }
  }
  return levels;
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

/** The colour of a highlighter pen; grey, black and none are no colour. */
export const highlightColour = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : highlights[name];

/** Symbols of the fonts Wingdings and Symbol that stand for a state. */
const symbols: Readonly<Record<string, string>> = {
  F06C: '●',
  F06E: '■',
  F0FC: '✓',
  F0FE: '☑',
  F0FB: '✗',
  F0FD: '☒',
  F0A8: '☐',
  F0B7: '•',
};

export const symbolText = (code: string | undefined): string => symbols[(code ?? '').toUpperCase()] ?? '';
