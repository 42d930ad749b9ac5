import { importLimits } from '#shared/limits.ts';
import type { Merge, SheetCell } from '../sheet.ts';
import type { SheetParts } from './buildSheet.ts';
import { type Area, applyConditionalFormats } from './conditionalFormat.ts';
import { type CellCollector, collectCell } from './openDocumentCells.ts';
import { collectOpenDocumentRules, rulesOfStyle } from './openDocumentRules.ts';
import type { OpenDocumentStyles } from './openDocumentStyles.ts';
import { type Attributes, attributeOf, numberOf } from './scanXml.ts';
import { lastRow, sparseRows } from './sparseRows.ts';
import type { StyleParts } from './styleParts.ts';

/** Takes the elements inside one `table:table`. */
export type TableCollector = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
  readonly finish: () => SheetParts;
};

const repeatsOf = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.trunc(numberOf(attributeOf(attributes, name)) ?? 1));

/** Rows, columns and cells are written once and counted, up to a million times: nothing is made of empty ones. */
export function collectTable(table: Attributes, styles: OpenDocumentStyles): TableCollector {
  const columnStyles = new Map<number, string>();
  const rows = sparseRows(new Map());
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const mapped = new Map<string, Area[]>();
  const rules = collectOpenDocumentRules(styles);

  let columns = 0;
  let row = 0;
  let rowAttributes: Attributes = {};
  let rowCells: { readonly column: number; readonly count: number; readonly cell: SheetCell }[] = [];
  let column = 0;
  let open: { readonly collector: CellCollector; readonly attributes: Attributes } | undefined;
  /** A table in a cell is no part of this one. */
  let inner = 0;

  function openColumn(attributes: Attributes): void {
    const count = repeatsOf(attributes, 'number-columns-repeated');
    const style = attributeOf(attributes, 'default-cell-style-name');
    const hidden = isHidden(attributes) || !styles.isShown(attributeOf(attributes, 'style-name'), 'table-column');
    const end = Math.min(columns + count, importLimits.columns);
    for (let at = columns; at < end; at += 1) {
      if (hidden) hiddenColumns.add(at);
      if (style !== undefined) columnStyles.set(at, style);
    }
    columns += count;
  }

  function openCell(name: string, attributes: Attributes): void {
    const count = repeatsOf(attributes, 'number-columns-repeated');
    if (name === 'table-cell' && column < importLimits.columns) {
      const style = styleNameOf(attributes);
      // A cell that is styled by itself and holds nothing is let go at once where its style says nothing.
      open = {
        collector: collectCell(attributes, style === undefined ? noStyle : styles.partsOf(style), styles),
        attributes,
      };
      if (style !== undefined && styles.mapsOf(style).length > 0) markMapped(style, count);
      const height = repeatsOf(attributes, 'number-rows-spanned');
      const width = repeatsOf(attributes, 'number-columns-spanned');
      if (height * width > 1)
        merges.push({ top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
    }
    if (open === undefined) column += count;
  }

  const styleNameOf = (attributes: Attributes): string | undefined =>
    attributeOf(attributes, 'style-name') ??
    attributeOf(rowAttributes, 'default-cell-style-name') ??
    columnStyles.get(column);

  function markMapped(style: string, count: number): void {
    const bottom = row + repeatsOf(rowAttributes, 'number-rows-repeated') - 1;
    const area = { top: row, left: column, bottom, right: column + count - 1 };
    const areas = mapped.get(style);
    const above = areas?.at(-1);
    if (areas === undefined) mapped.set(style, [area]);
    else if (above?.left === area.left && above.right === area.right && above.bottom === area.top - 1) {
      areas[areas.length - 1] = { ...above, bottom: area.bottom };
    } else areas.push(area);
  }

  function closeCell(): void {
    if (open === undefined) return;
    const cell = open.collector.finish();
    const count = repeatsOf(open.attributes, 'number-columns-repeated');
    if (cell !== undefined) rowCells.push({ column, count: Math.min(count, importLimits.columns), cell });
    column += count;
    open = undefined;
  }

  function closeRow(): void {
    const count = repeatsOf(rowAttributes, 'number-rows-repeated');
    const end = Math.min(row + count, lastRow + 1);
    const hidden = isHidden(rowAttributes) || !styles.isShown(attributeOf(rowAttributes, 'style-name'), 'table-row');
    if (hidden) for (let at = row; at < Math.min(end, row + importLimits.rows); at += 1) hiddenRows.add(at);
    const holdsText = rowCells.some(({ cell }) => cell.text !== '' || cell.note !== undefined);
    // One more than is allowed, so that the limit is what is said.
    const copies = Math.min(end, row + importLimits.rows + 1);
    for (let at = row; at < copies && putRow(at, holdsText); at += 1);
    row += count;
  }

  /** False once nothing more of such rows is kept. */
  function putRow(at: number, holdsText: boolean): boolean {
    for (const { column: from, count, cell } of rowCells) {
      const end = Math.min(from + count, importLimits.columns);
      for (let place = from; place < end; place += 1) if (!rows.put(at, place, cell) && !holdsText) return false;
    }
    return rowCells.length > 0;
  }

  return {
    onOpen: (name, attributes) => {
      if (inner > 0 || name === 'table') inner += name === 'table' ? 1 : 0;
      else if (open !== undefined) open.collector.onOpen(name, attributes);
      else if (name === 'table-row') {
        rowAttributes = attributes;
        rowCells = [];
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') openCell(name, attributes);
      else if (name === 'table-column') openColumn(attributes);
      else rules.onOpen(name, attributes);
    },
    onText: (text) => {
      if (inner === 0) open?.collector.onText(text);
    },
    onClose: (name) => {
      if (inner > 0) inner -= name === 'table' ? 1 : 0;
      else if (name === 'table-cell') closeCell();
      else if (open !== undefined) open.collector.onClose(name);
      else if (name === 'table-row') closeRow();
      else rules.onClose(name);
    },
    finish: () => {
      const cells = rows.finish();
      const given = rules.rules();
      const all =
        given.length > 0 ? given : [...mapped].flatMap(([style, areas]) => rulesOfStyle(style, areas, styles));
      applyConditionalFormats(cells, all, false);
      return {
        name: attributeOf(table, 'name') ?? '',
        kind: 'worksheet',
        hidden: !styles.isShown(attributeOf(table, 'style-name'), 'table') || attributeOf(table, 'display') === 'false',
        rows: cells,
        merges,
        hiddenRows,
        hiddenColumns,
      };
    },
  };
}

const noStyle: StyleParts = {};

/** Hidden by hand is `collapse`, by a filter `filter`. */
const isHidden = (attributes: Attributes): boolean => {
  const visibility = attributeOf(attributes, 'visibility');
  return visibility === 'collapse' || visibility === 'filter';
};
