import { type Attributes, attributeOf } from './scanXml.ts';
import type { StyleParts } from './styleParts.ts';

/** One step of a chain of styles: what it leaves open, its parent says. `null` takes away what the parent has. */
type Style = {
  readonly parent: string | undefined;
  readonly format: string | undefined;
  fill?: string | null;
  fontColour?: string | null;
  strike?: boolean;
  /** A table is shown; a row has a height, a column a width. */
  shown?: boolean;
  readonly maps: StyleMap[];
};

/** A style that takes the place of another where a condition holds. */
export type StyleMap = { readonly condition: string; readonly style: string; readonly base: string | undefined };

export type OpenDocumentStyles = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  /** By its name or by the name that people see. The same name gives the same object each time. */
  readonly partsOf: (name: string, family?: 'table-cell' | 'text') => StyleParts;
  readonly mapsOf: (name: string) => readonly StyleMap[];
  /** False for a table, row or column whose own style takes it out of sight. */
  readonly isShown: (name: string | undefined, family: 'table' | 'table-row' | 'table-column') => boolean;
};

/** A parent may name itself in a damaged file. */
const longestChain = 50;

/** Collects the styles of `styles.xml` and of `content.xml`, one after another. */
export function collectStyles(): OpenDocumentStyles {
  const styles = new Map<string, Style>();
  const formats = new Map<string, string>();
  const resolved = new Map<string, StyleParts>();
  let style: Style | undefined;
  let format: { readonly name: string; code: string } | undefined;
  let inText = false;

  const openStyle = (attributes: Attributes): void => {
    const family = attributeOf(attributes, 'family') ?? '';
    const parent = attributeOf(attributes, 'parent-style-name');
    style = {
      parent: parent === undefined ? undefined : `${family} ${parent}`,
      format: attributeOf(attributes, 'data-style-name'),
      maps: [],
    };
    for (const name of [attributeOf(attributes, 'display-name'), attributeOf(attributes, 'name')]) {
      if (name !== undefined) styles.set(`${family} ${name}`, style);
    }
  };

  function resolve(key: string): StyleParts {
    let fill: string | null | undefined;
    let fontColour: string | null | undefined;
    let strike: boolean | undefined;
    let numberFormat: string | undefined;
    let at: string | undefined = key;
    for (let step = 0; at !== undefined && step < longestChain; step += 1) {
      const one: Style | undefined = styles.get(at);
      if (fill === undefined) fill = one?.fill;
      // The colour of all text that nobody has coloured says nothing.
      if (fontColour === undefined && at !== 'table-cell Default') fontColour = one?.fontColour;
      strike ??= one?.strike;
      numberFormat ??= one?.format === undefined ? undefined : formats.get(one.format);
      at = one?.parent;
    }
    return {
      ...(numberFormat === undefined || numberFormat === '' ? {} : { numberFormat }),
      ...(typeof fill === 'string' ? { fill } : {}),
      ...(typeof fontColour === 'string' ? { fontColour } : {}),
      ...(strike === true ? { strike } : {}),
    };
  }

  return {
    onOpen: (name, attributes) => {
      if (name === 'style' && attributeOf(attributes, 'family') !== undefined) openStyle(attributes);
      else if (style !== undefined) readProperties(name, attributes, style);
      else if (/-style$/.test(name) && attributeOf(attributes, 'name') !== undefined) {
        format = { name: attributeOf(attributes, 'name') ?? '', code: '' };
      } else if (format !== undefined) {
        format.code += formatCode(name, attributes);
        inText = name === 'text' || name === 'currency-symbol';
      }
    },
    onText: (text) => {
      if (inText && format !== undefined) format.code += text === '%' || /^[\s/:.,-]*$/.test(text) ? text : `"${text}"`;
    },
    onClose: (name) => {
      if (name === 'style') style = undefined;
      else if (name === 'text' || name === 'currency-symbol') inText = false;
      else if (format !== undefined && /-style$/.test(name)) {
        formats.set(format.name, format.code);
        format = undefined;
      }
    },
    partsOf: (name, family = 'table-cell') => {
      const key = `${family} ${name}`;
      const known = resolved.get(key);
      if (known !== undefined) return known;
      const parts = resolve(key);
      resolved.set(key, parts);
      return parts;
    },
    mapsOf: (name) => styles.get(`table-cell ${name}`)?.maps ?? [],
    isShown: (name, family) => name === undefined || styles.get(`${family} ${name}`)?.shown !== false,
  };
}

function readProperties(name: string, attributes: Attributes, style: Style): void {
  switch (name) {
    case 'table-cell-properties': {
      const colour = attributeOf(attributes, 'background-color');
      if (colour !== undefined) style.fill = hexColour(colour);
      return;
    }
    case 'text-properties': {
      const colour = attributeOf(attributes, 'color');
      if (colour !== undefined) style.fontColour = hexColour(colour);
      else if (attributeOf(attributes, 'use-window-font-color') === 'true') style.fontColour = null;
      const line =
        attributeOf(attributes, 'text-line-through-type') ?? attributeOf(attributes, 'text-line-through-style');
      if (line !== undefined) style.strike = line !== 'none';
      return;
    }
    case 'table-properties':
      if (attributeOf(attributes, 'display') === 'false') style.shown = false;
      return;
    case 'table-row-properties':
      if (isNothing(attributeOf(attributes, 'row-height'))) style.shown = false;
      return;
    case 'table-column-properties':
      if (isNothing(attributeOf(attributes, 'column-width'))) style.shown = false;
      return;
    case 'map':
      style.maps.push({
        condition: attributeOf(attributes, 'condition') ?? '',
        style: attributeOf(attributes, 'apply-style-name') ?? '',
        base: attributeOf(attributes, 'base-cell-address'),
      });
  }
}

const isNothing = (length: string | undefined): boolean => length !== undefined && /^0*(\.0*)?[a-z]+$/i.test(length);

export const hexColour = (colour: string): string | null =>
  /^#[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : null;

/** One piece of a number, date or currency style as the format of a workbook writes it. */
function formatCode(name: string, attributes: Attributes): string {
  const long = attributeOf(attributes, 'style') === 'long';
  switch (name) {
    case 'day':
      return long ? 'dd' : 'd';
    case 'day-of-week':
      return long ? 'dddd' : 'ddd';
    case 'month':
      if (attributeOf(attributes, 'textual') === 'true') return long ? 'mmmm' : 'mmm';
      return long ? 'mm' : 'm';
    case 'year':
      return long ? 'yyyy' : 'yy';
    case 'hours':
      return long ? 'hh' : 'h';
    case 'minutes':
      return long ? 'mm' : 'm';
    case 'seconds':
      return long ? 'ss' : 's';
    case 'quarter':
      return '"Q"q';
    case 'number': {
      const places = Math.min(10, Math.max(0, Number(attributeOf(attributes, 'decimal-places') ?? 0) || 0));
      const whole = attributeOf(attributes, 'grouping') === 'true' ? '#,##0' : '0';
      return places === 0 ? whole : `${whole}.${'0'.repeat(places)}`;
    }
    case 'text-content':
      return '@';
    default:
      return '';
  }
}
