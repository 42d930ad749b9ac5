import { bodyFont, gridLines, printAcross, styleHeading, textFormat, wrapped } from '../export/workbook/appearance.ts';
import { escapeForCell, plainLine } from '../export/workbook/cellText.ts';
import { fitRows } from '../export/workbook/fitRows.ts';
import { packWorkbook } from '../export/workbook/packWorkbook.ts';
import { listHeadings } from '../import/lists/listHeadings.ts';
import type { KnownFramework } from './planList.ts';

const columns = ['framework', 'about', 'code', 'title', 'id'] as const;
const widths = { framework: 30, about: 40, code: 10, title: 70, id: 38 } as const;

/**
 * The frameworks as a workbook of one sheet, a row for each item, that comes back by import with nothing changed but
 * what was edited in it. The same frameworks give the same bytes.
 */
export async function writeList(
  frameworks: readonly KnownFramework[],
  about: { readonly institution: string; readonly changedAt: string | null },
): Promise<Uint8Array> {
  // Loaded when it is first needed: the library is large, and most sessions write no workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Frameworks');
  columns.forEach((column, index) => {
    const definition = sheet.getColumn(index + 1);
    definition.width = widths[column];
    definition.hidden = column === 'id';
    const heading = sheet.getCell(1, index + 1);
    heading.value = listHeadings[column];
    styleHeading(heading);
  });
  const rows = frameworks.flatMap(({ id, title, description, items }) => {
    // One without items is known again by its own id.
    const blank = { code: '', title: '', id };
    return (items.length === 0 ? [blank] : items).map((item) => [title, description, item.code, item.title, item.id]);
  });
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const cell = sheet.getCell(row + 2, column + 1);
      cell.value = text === '' ? null : escapeForCell(text);
      cell.style = { font: bodyFont, border: gridLines, alignment: wrapped, numFmt: textFormat };
    });
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  printAcross(sheet, plainLine(about.institution));
  fitRows(sheet);
  const properties = {
    title: 'Frameworks',
    author: plainLine(about.institution) || 'Technician Commitment',
    changedAt: about.changedAt,
  };
  // Lists of recommendations hold neither voice nor notes.
  return packWorkbook(workbook, properties, []);
}
