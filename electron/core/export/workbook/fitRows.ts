import type { Worksheet } from 'exceljs';

/** Points from one line to the next, as a share of the size of the font. */
const lineSpacing = 1.3;
/** Excel shows no higher row. */
const highest = 409;

/**
 * Gives each row the height that its longest text is likely to need: programs differ in whether they measure rows on
 * opening. An estimate by characters; `packWorkbook` leaves the heights free, so that they follow what is edited.
 */
export function fitRows(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    let height = 0;
    row.eachCell((cell) => {
      const size = cell.font?.size ?? 11;
      const width = sheet.getColumn(cell.col).width ?? 10;
      const wraps = cell.alignment?.wrapText === true;
      const lines = typeof cell.value === 'string' && wraps ? linesOf(cell.value, (width * 11) / size) : 1;
      height = Math.max(height, lines * size * lineSpacing + 2);
    });
    row.height = Math.min(highest, Math.ceil(height));
  });
}

/** Letters are on average narrower than the digit that widths are counted in; words that do not fit leave some room. */
const fullness = 1.05;

function linesOf(text: string, width: number): number {
  const characters = Math.max(1, width * fullness);
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += Math.max(1, Math.ceil(paragraph.length / characters));
  return lines;
}
