import type { XmlElement } from '../import/readers/strictXml.ts';
import { fontColourOf, shadingOf, type WordTheme } from '../import/readers/wordColours.ts';
import { attributeIn, below, childOf, type XmlNode, type XmlTree } from '../officialForm/xmlTree.ts';
import type { FoundStyles } from './foundStyles.ts';
import type { HouseLook, HouseRule, HouseTheme } from './houseStyle.ts';

/** A look as the file has it, before anything is asked of it. */
export type WrittenLook = { readonly [Key in keyof HouseLook]?: HouseLook[Key] | undefined } & {
  readonly capitals?: boolean;
  readonly justified?: boolean;
};
type Draft = { -readonly [Key in keyof WrittenLook]: WrittenLook[Key] };

export interface LookReading {
  readonly styles: XmlTree;
  readonly found: FoundStyles;
  readonly theme: HouseTheme | null;
  readonly colours: WordTheme;
}

/** What Word gives a document that says nothing of its letters is no choice of the institution's: then ours stay. */
export function defaultLook(reading: LookReading): WrittenLook {
  const defaults = childOf(reading.styles.root, 'w:docDefaults');
  const look: Draft = {};
  readRun(look, below(defaults, 'w:rPrDefault', 'w:rPr'), reading);
  readParagraph(look, below(defaults, 'w:pPrDefault', 'w:pPr'), reading);
  return look;
}

/** A style as it looks in the end: its own words over those of the styles that it is based on, and over the defaults. */
export function lookOf(node: XmlNode, reading: LookReading, base: WrittenLook): WrittenLook {
  const chain: XmlNode[] = [];
  for (let style: XmlNode | undefined = node; style !== undefined && !chain.includes(style); ) {
    chain.unshift(style);
    const parent = childOf(style, 'w:basedOn');
    const id = parent === undefined ? undefined : attributeIn(reading.styles, parent, 'w:val');
    style = id === undefined ? undefined : reading.found.byId(id);
  }
  const look: Draft = { ...base };
  for (const style of chain) {
    readRun(look, childOf(style, 'w:rPr'), reading);
    readParagraph(look, childOf(style, 'w:pPr'), reading);
  }
  return look;
}

/** The readers of colours know elements by local names. */
const elementOf = (styles: XmlTree, node: XmlNode): XmlElement => ({
  name: node.name.replace(/^w:/u, ''),
  namespace: '',
  attribute: (name) => attributeIn(styles, node, `w:${name}`),
});

const plain = (colour: string | undefined): string | undefined => colour?.replace('#', '').toUpperCase();

function readRun(look: Draft, run: XmlNode | undefined, { styles, theme, colours }: LookReading): void {
  const valueIn = (name: string): string | undefined => {
    const node = childOf(run, name);
    return node === undefined ? undefined : (attributeIn(styles, node, 'w:val') ?? '');
  };
  const isOn = (name: string): boolean | undefined => {
    const value = valueIn(name);
    return value === undefined ? undefined : !/^(?:0|false|off)$/u.test(value);
  };
  const fonts = childOf(run, 'w:rFonts');
  const font = fonts === undefined ? undefined : fontIn(styles, fonts, theme);
  if (font !== undefined) look.font = font;
  const size = Number(valueIn('w:sz'));
  if (Number.isFinite(size) && size > 0) look.size = size;
  const bold = isOn('w:b');
  if (bold !== undefined) look.bold = bold;
  const italic = isOn('w:i');
  if (italic !== undefined) look.italic = italic;
  const capitals = isOn('w:caps') ?? isOn('w:smallCaps');
  if (capitals !== undefined) look.capitals = capitals;
  const colour = childOf(run, 'w:color');
  if (colour !== undefined) {
    const said = plain(fontColourOf(elementOf(styles, colour), colours));
    if (said === undefined) delete look.colour;
    else look.colour = said;
  }
}

/** Word takes the theme's font where both are named. */
function fontIn(styles: XmlTree, fonts: XmlNode, theme: HouseTheme | null): string | undefined {
  const themed = attributeIn(styles, fonts, 'w:asciiTheme') ?? attributeIn(styles, fonts, 'w:hAnsiTheme') ?? '';
  const ofTheme = themed.startsWith('major') ? theme?.headingFont : themed.startsWith('minor') ? theme?.textFont : null;
  return ofTheme ?? attributeIn(styles, fonts, 'w:ascii')?.trim() ?? attributeIn(styles, fonts, 'w:hAnsi')?.trim();
}

const alignments: Readonly<Record<string, HouseLook['alignment']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
};

function readParagraph(look: Draft, paragraph: XmlNode | undefined, { styles, colours }: LookReading): void {
  const spacing = childOf(paragraph, 'w:spacing');
  if (spacing !== undefined) {
    const numberOf = (name: string): number | undefined => {
      const value = Number(attributeIn(styles, spacing, name) ?? Number.NaN);
      return Number.isFinite(value) && value >= 0 ? value : undefined;
    };
    look.before = numberOf('w:before') ?? look.before;
    look.after = numberOf('w:after') ?? look.after;
    // Lines of an exact height would cut letters that are made larger here.
    const rule = attributeIn(styles, spacing, 'w:lineRule') ?? 'auto';
    if (rule === 'auto') look.line = numberOf('w:line') ?? look.line;
    else delete look.line;
  }
  const alignment = childOf(paragraph, 'w:jc');
  if (alignment !== undefined) {
    const said = attributeIn(styles, alignment, 'w:val') ?? '';
    look.alignment = alignments[said];
    look.justified = said === 'both' || said === 'distribute';
  }
  const shade = childOf(paragraph, 'w:shd');
  if (shade !== undefined) look.fill = plain(shadingOf(elementOf(styles, shade), colours));
  const rules = childOf(paragraph, 'w:pBdr');
  if (rules === undefined) return;
  const ruleOf = (name: string): HouseRule | undefined => ruleIn(childOf(rules, name), styles, colours);
  look.over = ruleOf('w:top');
  look.under = ruleOf('w:bottom');
  look.beside = ruleOf('w:left');
}

function ruleIn(node: XmlNode | undefined, styles: XmlTree, colours: WordTheme): HouseRule | undefined {
  if (node === undefined) return undefined;
  const kind = attributeIn(styles, node, 'w:val') ?? '';
  if (kind === '' || kind === 'nil' || kind === 'none') return undefined;
  const numberOf = (name: string, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.round(Number(attributeIn(styles, node, name)) || 0)));
  // In a border the colour stands where letters have their value, and its theme under the same names.
  const colour = fontColourOf(
    {
      ...elementOf(styles, node),
      attribute: (name) => attributeIn(styles, node, name === 'val' ? 'w:color' : `w:${name}`),
    },
    colours,
  );
  return { colour: plain(colour) ?? '000000', size: numberOf('w:sz', 4, 36), space: numberOf('w:space', 0, 10) };
}

/** The colour of the lines inside a table style, where it says one. */
export function tableLinesOf({ styles, found, colours }: LookReading): string | null {
  const borders = below(found.table, 'w:tblPr', 'w:tblBorders');
  const line = ruleIn(childOf(borders, 'w:insideH') ?? childOf(borders, 'w:top'), styles, colours);
  return line === undefined ? null : line.colour;
}
