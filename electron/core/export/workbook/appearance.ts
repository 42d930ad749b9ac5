import type { Alignment, Border, Borders, Cell, Fill, Font, Worksheet } from 'exceljs';

/** How the workbook looks, in one place: dark ink on white, headings that print, no meaning by colour alone. */
const ink = { argb: 'FF1B1F24' };
const quiet = { argb: 'FF5A6270' };
const line: Partial<Border> = { style: 'thin', color: { argb: 'FFB9C0CA' } };

export const bodyFont: Partial<Font> = { name: 'Arial', size: 11, color: ink };
export const boldFont: Partial<Font> = { ...bodyFont, bold: true };
export const titleFont: Partial<Font> = { ...bodyFont, size: 16, bold: true };
export const quietFont: Partial<Font> = { ...bodyFont, color: quiet };
export const headingFont: Partial<Font> = { ...bodyFont, bold: true, color: { argb: 'FFFFFFFF' } };

export const headingFill: Fill = solid('1F3A5F');
/** Cells that are not to be filled in a contribution copy. */
export const restingFill: Fill = solid('F1F3F6');

export const gridLines: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
export const wrapped: Partial<Alignment> = { vertical: 'top', wrapText: true };

/** Text stays as it is typed, whatever it begins with: `=`, `+`, `-`, `1.10` and `3/4` are no formulas and no dates. */
export const textFormat = '@';

export function solid(rgb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${rgb}` }, bgColor: { argb: `FF${rgb}` } };
}

export function styleHeading(cell: Cell): void {
  cell.font = headingFont;
  cell.fill = headingFill;
  cell.border = gridLines;
  cell.alignment = { vertical: 'middle', wrapText: true };
}

export function styleBody(cell: Cell, font: Partial<Font> = bodyFont): void {
  cell.font = font;
  cell.border = gridLines;
  cell.alignment = wrapped;
}

/** One text of a page that is read from above: a title, a paragraph, a label. */
export function writeText(sheet: Worksheet, row: number, column: number, text: string, font = bodyFont): Cell {
  const cell = sheet.getCell(row, column);
  cell.value = text;
  cell.font = font;
  cell.alignment = wrapped;
  cell.numFmt = textFormat;
  return cell;
}

/** Pages that are read like a letter: upright, as wide as the paper. */
export function printUpright(sheet: Worksheet): void {
  sheet.pageSetup = { paperSize: a4, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  sheet.views = [{ showGridLines: false }];
}

/** Paper sizes as Excel numbers them. */
const a4: number = 9;
const a3: number = 8;

/** Fifteen columns do not fit upright, nor legibly on A4. */
export function printAcross(sheet: Worksheet, footer: string): void {
  sheet.pageSetup = {
    paperSize: a3,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  // In headers and footers an ampersand begins a code.
  sheet.headerFooter.oddFooter = `&L${footer.replaceAll('&', '&&').slice(0, longestFooter)}&C&A&RPage &P of &N`;
}

/** Excel refuses a footer of more than 255 characters, codes included. */
const longestFooter = 200;
