import { parseStrictXml, type XmlElement } from './strictXml.ts';
import { fontColourOf, highlightColour, shadingOf, type WordTheme } from './wordColours.ts';

/** Where in which list a paragraph stands. List `0` means: in none. */
export type ListPlace = { readonly list: string; readonly level: number };

/** What a style says of a paragraph or a run, with what it takes over from the styles that it is based on. */
export type WordStyle = {
  /** 0 for a title, 1 to 9 for headings; absent for body text. */
  readonly heading?: number;
  /** A line of a table of contents. */
  readonly contents?: true;
  readonly list?: ListPlace;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly hidden?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly font?: string;
};

/** The style of an id, and for none the style that paragraphs have by themselves. */
export type WordStyles = (id: string | undefined) => WordStyle;

export const isOff = (element: XmlElement): boolean =>
  ['0', 'false', 'off', 'none'].includes(element.attribute('val') ?? '');

/** Built-in names are English in every language of Word; other programs write them in their own. */
const headingName =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|pennawd)[ _]?(\d)\b/i;
const looseHeading = /\bheading\b/i;
/** A style that is only called a heading stands below those that have a number. */
const looseHeadingLevel = 8;

/** How deep a style stands as a heading by its name or id alone. */
export function headingByName(name: string): number | undefined {
  const numbered = headingName.exec(name.trim());
  if (numbered !== null) return Math.max(1, Number(numbered[1]));
  if (/^(?:title|subtitle|titel|untertitel)$/i.test(name.trim())) return 0;
  return looseHeading.test(name) && !/table|toc/i.test(name) ? looseHeadingLevel : undefined;
}

/** The built-in styles for bullets and numbers, `List Bullet 2` for the second level. A list paragraph may be plain. */
function listByName(name: string): ListPlace | undefined {
  const match = /^list[ _]?(?:bullet|number)[ _]?(\d)?$/i.exec(name.trim());
  return match === null ? undefined : { list: '', level: Number(match[1] ?? 1) - 1 };
}

/** The heading that a level of the outline makes, 1 to 9; undefined for body text, which is the tenth, and for nonsense. */
export const headingByOutline = (level: string | undefined): number | undefined =>
  /^[0-8]$/.test(level ?? '') ? Number(level) + 1 : undefined;

/** Lists have nine levels, of which the first is 0. */
export const levelOfList = (value: string | undefined): number => Math.min(8, Math.max(0, Number(value) || 0));

type Draft = { -readonly [Field in keyof WordStyle]: WordStyle[Field] };
type Definition = { readonly own: Draft; basedOn: string | undefined; named: number | undefined };

/** Reads styles.xml. Shading of table styles is banding and decoration, never a rating, so it is left out. */
export function readWordStyles(stylesXml: string | undefined, theme: WordTheme): WordStyles {
  const definitions = new Map<string, Definition>();
  let standard: string | undefined;
  let open: Definition | undefined;
  const path: string[] = [];

  const read = (element: XmlElement): void => {
    if (element.name === 'style' && path.length === 1) {
      const type = element.attribute('type') ?? 'paragraph';
      const id = element.attribute('styleId');
      if (id === undefined || (type !== 'paragraph' && type !== 'character')) return;
      open = { own: {}, basedOn: undefined, named: undefined };
      definitions.set(id, open);
      if (type === 'paragraph' && ['1', 'true', 'on'].includes(element.attribute('default') ?? '')) standard = id;
      return;
    }
    if (open === undefined) return;
    const value = element.attribute('val') ?? '';
    const parent = path.at(-1);
    if (parent === 'style') {
      if (element.name === 'basedOn') open.basedOn = value;
      else if (element.name === 'name') {
        open.named = headingByName(value);
        if (/^toc \d$/i.test(value)) open.own.contents = true;
        const list = listByName(value);
        if (list !== undefined) open.own.list ??= list;
      }
    } else if (parent === 'numPr') {
      const { list = '', level = 0 } = open.own.list ?? {};
      if (element.name === 'numId') open.own.list = { list: value, level };
      else if (element.name === 'ilvl') open.own.list = { list, level: levelOfList(value) };
    } else if (parent === 'pPr' && path.at(-2) === 'style') {
      const heading = element.name === 'outlineLvl' ? headingByOutline(value) : undefined;
      if (heading !== undefined) open.own.heading = heading;
      if (element.name === 'shd') setFill(open.own, shadingOf(element, theme));
    } else if (parent === 'rPr' && path.at(-2) === 'style') readRunProperty(element, theme, open.own);
  };

  if (stylesXml !== undefined) {
    parseStrictXml(stylesXml, {
      onOpen: (element) => {
        read(element);
        path.push(element.name);
      },
      onClose: (element) => {
        path.pop();
        if (element.name === 'style') open = undefined;
      },
    });
  }

  const known = new Map<string, WordStyle>();
  const resolve = (id: string, seen: ReadonlySet<string>): WordStyle => {
    const done = known.get(id);
    if (done !== undefined) return done;
    const definition = definitions.get(id);
    if (definition === undefined) {
      // A document may use built-in styles without bringing them.
      const heading = headingByName(id);
      const list = listByName(id);
      return { ...(heading === undefined ? {} : { heading }), ...(list === undefined ? {} : { list }) };
    }
    const { own, basedOn, named } = definition;
    const base = basedOn === undefined || seen.has(basedOn) ? {} : resolve(basedOn, new Set([...seen, id]));
    const style: Draft = {
      ...base,
      ...(named === looseHeadingLevel ? { heading: base.heading ?? named } : {}),
      ...own,
    };
    // What its name says counts more than the level that it was given for the navigation pane.
    if (named !== undefined && named !== looseHeadingLevel) style.heading = named;
    if (own.list?.list === '' && base.list !== undefined) style.list = { ...own.list, list: base.list.list };
    known.set(id, style);
    return style;
  };
  return (id) => {
    const wanted = id ?? standard;
    return wanted === undefined ? {} : resolve(wanted, new Set());
  };
}

function setFill(target: { fill?: string }, fill: string | undefined): void {
  if (fill !== undefined) target.fill = fill;
}

/** How a run looks, as far as it says something about a plan. */
export type RunLook = Pick<Draft, 'bold' | 'strike' | 'hidden' | 'colour' | 'fill' | 'font'>;

/** Takes one property of a run over. A highlighter lies over the shading. */
export function readRunProperty(element: XmlElement, theme: WordTheme, look: RunLook): void {
  switch (element.name) {
    case 'b':
      look.bold = !isOff(element);
      break;
    case 'strike':
    case 'dstrike':
      look.strike = !isOff(element);
      break;
    case 'vanish':
      look.hidden = !isOff(element);
      break;
    case 'color': {
      const colour = fontColourOf(element, theme);
      if (colour !== undefined) look.colour = colour;
      else delete look.colour;
      break;
    }
    case 'highlight':
      setFill(look, highlightColour(element.attribute('val')));
      break;
    case 'shd':
      look.fill ??= shadingOf(element, theme) as string;
      if (look.fill === undefined) delete look.fill;
      break;
    case 'rFonts': {
      const font = element.attribute('ascii') ?? element.attribute('hAnsi');
      if (font !== undefined) look.font = font;
      break;
    }
    default:
  }
}
