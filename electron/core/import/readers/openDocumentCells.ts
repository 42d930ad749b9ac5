import type { SheetCell } from '../sheet.ts';
import type { OpenDocumentStyles } from './openDocumentStyles.ts';
import { type FormattedRun, formatOfRuns } from './richText.ts';
import { type Attributes, attributeOf, numberOf } from './scanXml.ts';
import { shownDate, shownNumber, tidyText } from './shownText.ts';
import type { StyleParts } from './styleParts.ts';

/** Takes the elements inside one cell of an OpenDocument table. */
export type CellCollector = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  /** The cell, or undefined where nothing is kept of it. */
  readonly finish: () => SheetCell | undefined;
};

/** Drawings over a cell have paragraphs of their own. */
const drawings: ReadonlySet<string> = new Set([
  'frame',
  'custom-shape',
  'rect',
  'g',
  'line',
  'polyline',
  'polygon',
  'regular-polygon',
  'path',
  'circle',
  'ellipse',
  'connector',
  'measure',
  'caption',
  'control',
]);

/** @param style of the cell, or of its row or column where it has none. */
export function collectCell(attributes: Attributes, style: StyleParts, styles: OpenDocumentStyles): CellCollector {
  const paragraphs: string[] = [];
  const note: string[] = [];
  const runs: FormattedRun[] = [];
  const spans: StyleParts[] = [];
  let hyperlink = linkOfFormula(attributeOf(attributes, 'formula'));
  let depth = { annotation: 0, drawing: 0 };
  let inParagraph = false;

  const add = (text: string): void => {
    if (!inParagraph || depth.drawing > 0) return;
    const target = depth.annotation > 0 ? note : paragraphs;
    target[target.length - 1] += text;
    if (depth.annotation > 0) return;
    const span = spans.at(-1);
    runs.push({
      text,
      fontColour: span?.fontColour ?? style.fontColour,
      struck: span?.strike ?? style.strike === true,
    });
  };

  return {
    onOpen: (name, inner) => {
      if (drawings.has(name)) {
        depth = { ...depth, drawing: depth.drawing + 1 };
        return;
      }
      switch (name) {
        case 'annotation':
          depth = { ...depth, annotation: depth.annotation + 1 };
          return;
        case 'p':
        case 'h':
          if (depth.drawing === 0) (depth.annotation > 0 ? note : paragraphs).push('');
          inParagraph = true;
          return;
        case 'span':
          spans.push({ ...spans.at(-1), ...styles.partsOf(attributeOf(inner, 'style-name') ?? '', 'text') });
          return;
        case 'a':
          if (depth.annotation === 0) hyperlink ??= attributeOf(inner, 'href');
          return;
        case 's':
          add(' '.repeat(Math.min(100, numberOf(attributeOf(inner, 'c')) ?? 1)));
          return;
        case 'tab':
          add(' ');
          return;
        case 'line-break':
          add('\n');
      }
    },
    onText: (text) => add(text.replace(/\s+/g, ' ')),
    onClose: (name) => {
      if (name === 'annotation') depth = { ...depth, annotation: depth.annotation - 1 };
      else if (drawings.has(name)) {
        depth = { ...depth, drawing: depth.drawing - 1 };
      } else if (name === 'p' || name === 'h') inParagraph = false;
      else if (name === 'span') spans.pop();
    },
    finish: () => {
      const text = tidyText(paragraphs.join('\n'));
      const { fontColour: _, strike: __, ...rest } = style;
      const extras = {
        ...rest,
        ...(runs.length === 0 ? style : formatOfRuns(runs)),
        ...(note.length === 0 ? {} : { note: tidyText(note.join('\n')) }),
        ...(hyperlink === undefined ? {} : { hyperlink }),
      };
      const value = valueOfCell(attributes, text, style.numberFormat);
      if (value !== undefined) return { ...value, ...extras };
      if (style.fill === undefined && extras.note === undefined) return undefined;
      return { value: '', text: '', ...extras };
    },
  };
}

function valueOfCell(
  attributes: Attributes,
  text: string,
  numberFormat: string | undefined,
): Pick<SheetCell, 'value' | 'text' | 'isDate'> | undefined {
  switch (attributeOf(attributes, 'value-type')) {
    case 'date': {
      const day = /^\d{4}-\d\d-\d\d/.exec(attributeOf(attributes, 'date-value') ?? '')?.[0];
      if (day !== undefined) return { value: day, isDate: true, text: shownDate(day, numberFormat, text) };
      break;
    }
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = numberOf(attributeOf(attributes, 'value'));
      if (value === undefined) break;
      return { value, text: text === '' ? shownNumber(value, numberFormat, false).text : text };
    }
    case 'boolean': {
      const value = attributeOf(attributes, 'boolean-value') === 'true';
      return { value, text: value ? 'TRUE' : 'FALSE' };
    }
  }
  const words = text === '' ? tidyText(attributeOf(attributes, 'string-value') ?? '') : text;
  return words === '' ? undefined : { value: words, text: words };
}

const linkOfFormula = (formula: string | undefined): string | undefined =>
  formula === undefined ? undefined : /^(?:of:|oooc:)?=HYPERLINK\(\s*"([^"]+)"/i.exec(formula)?.[1];
