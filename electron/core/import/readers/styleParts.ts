import type { SheetCell } from '../sheet.ts';
import { type ColourReference, mostColourful, type Palette, resolveColour } from './colours.ts';
import { type Attributes, numberOf } from './scanXml.ts';

/** What the style of a cell adds to it. */
export type StyleParts = Pick<SheetCell, 'numberFormat' | 'fill' | 'fontColour' | 'strike' | 'indent'>;

type Font = { colour?: ColourReference; strike?: boolean };
type Fill = { pattern?: string; foreground?: ColourReference; background?: ColourReference; stops?: ColourReference[] };

/** A font and a fill as they are nested in `fonts`, `fills`, a `dxf` or the properties of a run. */
export type FormatParts = { readonly font: Font; fill?: Fill; numberFormat?: string };

export const readColour = (attributes: Attributes): ColourReference => ({
  rgb: attributes.rgb,
  theme: numberOf(attributes.theme),
  tint: numberOf(attributes.tint),
  indexed: numberOf(attributes.indexed),
});

/** Takes up an element of a font or fill; any other is let pass. */
export function takeFormatElement(name: string, attributes: Attributes, into: FormatParts): void {
  switch (name) {
    case 'strike':
      into.font.strike = attributes.val !== '0' && attributes.val !== 'false';
      return;
    case 'color':
      if (into.fill?.stops !== undefined) into.fill.stops.push(readColour(attributes));
      else into.font.colour ??= readColour(attributes);
      return;
    case 'patternFill':
      into.fill = attributes.patternType === undefined ? {} : { pattern: attributes.patternType };
      return;
    case 'gradientFill':
      into.fill = { stops: [] };
      return;
    case 'fgColor':
      if (into.fill !== undefined) into.fill.foreground = readColour(attributes);
      return;
    case 'bgColor':
      if (into.fill !== undefined) into.fill.background = readColour(attributes);
      return;
    case 'numFmt':
      if (attributes.formatCode !== undefined) into.numberFormat = attributes.formatCode;
      return;
  }
}

/**
 * The format that a conditional rule gives. In it a solid fill is seen in its background colour, unlike in that of a
 * cell, and solid is what no pattern means.
 */
export function resolveDifference(difference: FormatParts, palette: Palette): StyleParts {
  const { fill } = difference;
  const solid = fill !== undefined && (fill.pattern === undefined || fill.pattern === 'solid');
  const colour = fill?.background ?? fill?.foreground;
  return resolveFormat(
    solid && fill.stops === undefined && colour !== undefined
      ? { ...difference, fill: { pattern: 'solid', foreground: colour } }
      : difference,
    palette,
  );
}

export function resolveFormat({ font, fill, numberFormat }: FormatParts, palette: Palette): StyleParts {
  const fillColour = fill === undefined ? undefined : resolveFill(fill, palette);
  const fontColour = resolveColour(font.colour, palette);
  return {
    ...(numberFormat === undefined || /^(general)?$/i.test(numberFormat) ? {} : { numberFormat }),
    ...(fillColour === undefined ? {} : { fill: fillColour }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(font.strike === true ? { strike: true as const } : {}),
  };
}

/** Patterns that leave most of the cell to the background. */
const sparsePattern = /^(gray125|gray0625|light\w+)$/;

function resolveFill(fill: Fill, palette: Palette): string | undefined {
  if (fill.stops !== undefined) {
    return mostColourful(fill.stops.flatMap((stop) => resolveColour(stop, palette) ?? []));
  }
  if (fill.pattern === undefined || fill.pattern === 'none') return undefined;
  const foreground = resolveColour(fill.foreground, palette);
  const background = resolveColour(fill.background, palette);
  return sparsePattern.test(fill.pattern) ? (background ?? foreground) : (foreground ?? background);
}
