import { importLimits } from '#shared/limits.ts';
import type { Merge, Sheet } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import { type ExcelXmlCell, excelXmlCell } from './excelXmlCell.ts';
import { collectExcelXmlStyles, type ExcelXmlStyles } from './excelXmlStyles.ts';
import { type Attributes, attributeOf, numberOf, scanXml } from './scanXml.ts';
import { lastRow, type SparseRows, sparseRows } from './sparseRows.ts';
import type { StyleParts } from './styleParts.ts';

/**
 * The XML of Excel 2003, in which some databases still export, with all that a cell carries but conditional formats.
 * Throws `ImportError` beyond the limits and any error for XML that is not well-formed.
 */
export function readExcelXml(xml: string, fileName: string): readonly Sheet[] {
  const styles = collectExcelXmlStyles();
  const budget = newBudget(fileName);
  const sheets: Sheet[] = [];
  let worksheet: Worksheet | undefined;
  let cell: ExcelXmlCell | undefined;
  let visible: string | undefined;
  scanXml(xml.trimStart(), {
    onOpen: (name, attributes) => {
      if (cell !== undefined) cell.onOpen(name, attributes);
      else if (name === 'Worksheet') worksheet = openWorksheet(attributeOf(attributes, 'Name') ?? '', styles);
      else if (worksheet === undefined) styles.onOpen(name, attributes);
      else if (name === 'Visible') visible = '';
      else if (name === 'Column') worksheet.openColumn(attributes);
      else if (name === 'Row') worksheet.openRow(attributes);
      else if (name === 'Cell') cell = worksheet.openCell(attributes);
    },
    onText: (text) => {
      if (cell !== undefined) cell.onText(text);
      else if (visible !== undefined) visible += text;
    },
    onClose: (name) => {
      if (worksheet === undefined) styles.onClose(name);
      else if (name === 'Cell' && cell !== undefined) {
        worksheet.closeCell(cell);
        cell = undefined;
      } else if (cell !== undefined) cell.onClose(name);
      else if (name === 'Row') worksheet.closeRow();
      else if (name === 'Visible' && visible !== undefined) {
        worksheet.hidden = /hidden/i.test(visible);
        visible = undefined;
      } else if (name === 'Worksheet') {
        const { rows, ...parts } = worksheet;
        sheets.push(buildSheet({ ...parts, kind: 'worksheet', rows: rows.finish() }, budget));
        worksheet = undefined;
      }
    },
  });
  return sheets;
}

type Worksheet = {
  readonly name: string;
  hidden: boolean;
  readonly rows: SparseRows;
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly openColumn: (attributes: Attributes) => void;
  readonly openRow: (attributes: Attributes) => void;
  readonly openCell: (attributes: Attributes) => ExcelXmlCell;
  readonly closeCell: (cell: ExcelXmlCell) => void;
  readonly closeRow: () => void;
};

const isOne = (value: string | undefined): boolean => value === '1';

function openWorksheet(name: string, styles: ExcelXmlStyles): Worksheet {
  const columnStyles = new Map<number, StyleParts>();
  const rows = sparseRows(columnStyles);
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let columns = 0;
  let row = -1;
  let rowSpan = 0;
  let column = 0;

  /** Rows, columns and cells say their place only where it does not follow from the one before. */
  const placeOf = (attributes: Attributes, next: number, last: number): number => {
    const index = numberOf(attributeOf(attributes, 'Index'));
    return index === undefined ? next : Math.min(Math.max(1, Math.trunc(index)) - 1, last);
  };
  const countOf = (attributes: Attributes, attribute: string): number =>
    Math.min(lastRow, Math.max(0, Math.trunc(numberOf(attributeOf(attributes, attribute)) ?? 0)));

  return {
    name,
    hidden: false,
    rows,
    merges,
    hiddenRows,
    hiddenColumns,
    openColumn: (attributes) => {
      const from = placeOf(attributes, columns, lastRow);
      columns = from + countOf(attributes, 'Span') + 1;
      const hidden = isOne(attributeOf(attributes, 'Hidden')) || numberOf(attributeOf(attributes, 'Width')) === 0;
      const { fill } = styles.styleOf(attributeOf(attributes, 'StyleID'));
      for (let at = from; at < Math.min(columns, importLimits.columns); at += 1) {
        if (hidden) hiddenColumns.add(at);
        if (fill !== undefined) columnStyles.set(at, { fill });
      }
    },
    openRow: (attributes) => {
      row = placeOf(attributes, row + 1, lastRow);
      rowSpan = countOf(attributes, 'Span');
      column = 0;
      const hidden = isOne(attributeOf(attributes, 'Hidden')) || numberOf(attributeOf(attributes, 'Height')) === 0;
      const { fill } = styles.styleOf(attributeOf(attributes, 'StyleID'));
      if (fill !== undefined) rows.styleRow(row, { fill });
      const end = Math.min(row + rowSpan, row + importLimits.rows);
      for (let at = row; hidden && at <= end; at += 1) hiddenRows.add(at);
    },
    openCell: (attributes) => {
      column = placeOf(attributes, column, lastRow);
      const [across, down] = [countOf(attributes, 'MergeAcross'), countOf(attributes, 'MergeDown')];
      if (across + down > 0) merges.push({ top: row, left: column, bottom: row + down, right: column + across });
      return excelXmlCell(attributes, styles.styleOf(attributeOf(attributes, 'StyleID')), column + across + 1);
    },
    closeCell: (cell) => {
      rows.put(row, column, cell.finish());
      column = cell.next;
    },
    closeRow: () => {
      row += rowSpan;
    },
  };
}
