import { readWordTheme, type WordTheme } from '../import/readers/wordColours.ts';
import { attributeIn, readXmlTree, type XmlNode } from '../officialForm/xmlTree.ts';
import { fontVerdict } from './houseFonts.ts';
import type { HouseTheme } from './houseStyle.ts';

export interface ReadTheme {
  readonly theme: HouseTheme | null;
  /** For colours that styles name by their theme; the usual ones where the file has no theme. */
  readonly colours: WordTheme;
}

/** `xml`: the theme part, found to be well formed; null where there is none. */
export function readHouseTheme(xml: string | null): ReadTheme {
  const colours = readWordTheme(xml ?? undefined);
  if (xml === null) return { theme: null, colours };
  const tree = readXmlTree(xml);
  const find = (node: XmlNode, ...path: readonly string[]): XmlNode | undefined =>
    path.reduce<XmlNode | undefined>((parent, name) => parent?.children.find((child) => localOf(child) === name), node);
  const scheme = find(tree.root, 'themeElements', 'fontScheme');
  const fontOf = (kind: 'majorFont' | 'minorFont'): string | null => {
    const latin = scheme === undefined ? undefined : find(scheme, kind, 'latin');
    const name = (latin === undefined ? undefined : attributeIn(tree, latin, 'typeface'))?.trim() ?? '';
    return fontVerdict(name) === 'readable' ? name : null;
  };
  const name = find(tree.root, 'themeElements', 'clrScheme');
  return {
    theme: {
      name: ((name === undefined ? undefined : attributeIn(tree, name, 'name')) ?? '').trim().slice(0, 60),
      colours: Object.fromEntries(colours),
      headingFont: fontOf('majorFont'),
      textFont: fontOf('minorFont'),
    },
    colours,
  };
}

const localOf = ({ name }: XmlNode): string => name.replace(/^[^:]*:/u, '');
