import { importLimits } from '#shared/limits.ts';
import type { Merge, SheetCell } from '../sheet.ts';
import { type Area, type ConditionalRule, readAreas } from './conditionalFormat.ts';
import { collectText, type StringItem } from './richText.ts';
import { type Attributes, attributeOf, isTrue, numberOf, scanXml } from './scanXml.ts';
import { isoDay, shownDate, shownNumber, tidyText } from './shownText.ts';
import { sparseRows } from './sparseRows.ts';
import type { StyleParts } from './styleParts.ts';
import type { WorkbookStyles } from './workbookStyles.ts';
import { placeOfReference } from './worksheetNotes.ts';
import { collectRules } from './worksheetRules.ts';

export type WorkbookContext = {
  readonly strings: readonly StringItem[];
  readonly styles: WorkbookStyles;
  readonly from1904: boolean;
};

export type WorksheetLink = {
  readonly areas: readonly Area[];
  readonly relation: string | undefined;
  readonly location: string | undefined;
};

export type WorksheetParts = {
  readonly rows: (SheetCell | undefined)[][];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly links: readonly WorksheetLink[];
  readonly rules: readonly ConditionalRule[];
};

/** One worksheet part. Throws for XML that is not well-formed. */
export function readWorksheet(xml: Uint8Array, context: WorkbookContext): WorksheetParts {
  const { styles } = context;
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const links: WorksheetLink[] = [];
  const rules = collectRules(styles);
  const inline = collectText(styles.palette);
  const columnStyles = new Map<number, StyleParts>();
  const rows = sparseRows(columnStyles);

  let inData = false;
  let inInline = false;
  let row = -1;
  let column = -1;
  let cell: Attributes | undefined;
  let piece: 'v' | 'f' | undefined;
  let value = '';
  let formula = '';

  scanXml(xml, {
    onOpen: (name, attributes) => {
      if (inData) {
        if (cell !== undefined) {
          if (inInline) inline.onOpen(name, attributes);
          else if (name === 'v' || name === 'f') piece = name;
          else if (name === 'is') inInline = true;
        } else if (name === 'c') openCell(attributes);
        else if (name === 'row') openRow(attributes);
        return;
      }
      switch (name) {
        case 'sheetData':
          inData = true;
          return;
        case 'col':
          readColumns(attributes);
          return;
        case 'mergeCell':
          merges.push(...readAreas(attributes.ref ?? ''));
          return;
        case 'hyperlink':
          links.push({
            areas: readAreas(attributes.ref ?? ''),
            relation: attributeOf(attributes, 'id'),
            location: attributes.location,
          });
          return;
        default:
          rules.onOpen(name, attributes);
      }
    },
    onText: (text) => {
      if (piece === 'v') value += text;
      else if (piece === 'f') formula += text;
      else if (inInline) inline.onText(text);
      else if (!inData) rules.onText(text);
    },
    onClose: (name) => {
      if (!inData) rules.onClose(name);
      else if (name === 'c') closeCell();
      else if (name === 'v' || name === 'f') piece = undefined;
      else if (name === 'is') inInline = false;
      else if (inInline) inline.onClose(name);
      else if (name === 'sheetData') inData = false;
    },
  });

  return { rows: rows.finish(), merges, hiddenRows, hiddenColumns, links, rules: rules.rules() };

  function openRow(attributes: Attributes): void {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
    column = -1;
    if (isTrue(attributes.hidden) || (attributes.ht !== undefined && Number(attributes.ht) === 0)) hiddenRows.add(row);
    const fill = isTrue(attributes.customFormat) ? styles.styleOf(numberOf(attributes.s) ?? 0).fill : undefined;
    if (fill !== undefined) rows.styleRow(row, { fill });
  }

  function openCell(attributes: Attributes): void {
    cell = attributes;
    value = '';
    formula = '';
    const place = attributes.r === undefined ? undefined : placeOfReference(attributes.r);
    column = place?.column ?? column + 1;
    if (place !== undefined) row = place.row;
  }

  function closeCell(): void {
    if (cell === undefined) return;
    const style = cell.s === undefined ? noStyle : styles.styleOf(Number(cell.s));
    const made = cellOf(cell.t, value, formula, style, cell.t === 'inlineStr' ? inline.finish() : undefined, context);
    rows.put(row, column, made);
    cell = undefined;
  }

  function readColumns(attributes: Attributes): void {
    const first = Math.max(1, numberOf(attributes.min) ?? 1);
    const last = Math.min(numberOf(attributes.max) ?? first, importLimits.columns);
    const hidden = isTrue(attributes.hidden) || numberOf(attributes.width) === 0;
    const fill = attributes.style === undefined ? undefined : styles.styleOf(Number(attributes.style)).fill;
    for (let at = first; at <= last; at += 1) {
      if (hidden) hiddenColumns.add(at - 1);
      if (fill !== undefined) columnStyles.set(at - 1, { fill });
    }
  }
}

const noStyle: StyleParts = {};

/** Without text only a colour is worth keeping. */
const emptyCell = (style: StyleParts): SheetCell | undefined =>
  style.fill === undefined ? undefined : { value: '', text: '', ...style };

function cellOf(
  type: string | undefined,
  value: string,
  formula: string,
  style: StyleParts,
  inline: StringItem | undefined,
  { strings, from1904 }: WorkbookContext,
): SheetCell | undefined {
  const hyperlink = formula === '' ? undefined : linkOfFormula(formula);
  const extras = hyperlink === undefined ? style : { ...style, hyperlink: hyperlink.address };
  if (value === '' && inline === undefined) {
    const text = hyperlink?.text;
    if (text !== undefined) return { value: text, text, ...extras };
    return emptyCell(style);
  }
  switch (type) {
    case 's':
    case 'inlineStr': {
      const item = inline ?? strings[Number(value)];
      if (item === undefined || item.text === '') return emptyCell(style);
      if (item.format === undefined) return { value: item.text, text: item.text, ...extras };
      const { fontColour: _, strike: __, ...rest } = extras;
      return { value: item.text, text: item.text, ...rest, ...item.format };
    }
    case 'b': {
      const yes = value === '1' || value.toLowerCase() === 'true';
      return { value: yes, text: yes ? 'TRUE' : 'FALSE', ...extras };
    }
    case 'd': {
      const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
      if (match === null) return { value, text: value, ...extras };
      const day = isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
      return { value: day, isDate: true, text: shownDate(day, undefined, ''), ...extras };
    }
    case undefined:
    case 'n': {
      const number = Number(value);
      if (!Number.isNaN(number)) return { ...shownNumber(number, style.numberFormat, from1904), ...extras };
    }
  }
  const text = tidyText(
    value.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  if (text === '') return emptyCell(style);
  return { value: text, text, ...extras };
}

/** `HYPERLINK("https://…", "the report")`: the address and, where nothing was calculated, the text. */
function linkOfFormula(formula: string): { readonly address: string; readonly text: string | undefined } | undefined {
  const match = /^\s*=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)")?/i.exec(formula);
  const [, address, text] = match ?? [];
  if (address === undefined || address === '') return undefined;
  return { address: address.replaceAll('""', '"'), text: tidyText((text ?? address).replaceAll('""', '"')) };
}
