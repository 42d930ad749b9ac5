import type { SheetCell } from '../sheet.ts';
import type { SheetParts } from './buildSheet.ts';
import { applyConditionalFormats } from './conditionalFormat.ts';
import type { PackageParts, Relation } from './packageParts.ts';
import type { WorksheetLink, WorksheetParts } from './worksheetCells.ts';
import { type ReadPlainNotes, readNotes, readPlainNotes } from './worksheetNotes.ts';

/** Brings together what stands in several parts: the cells of a sheet, its links, its notes, its conditional formats. */
export function assembleSheet(
  parts: PackageParts,
  path: string,
  sheet: { readonly name: string; readonly hidden: boolean },
  { rows, links, rules, merges, hiddenRows, hiddenColumns }: WorksheetParts,
  from1904: boolean,
  plainNotes: ReadPlainNotes = readPlainNotes,
): SheetParts {
  const relations = parts.relations(path);
  addLinks(rows, links, relations);
  for (const { row, column, text } of readNotes(parts, relations, plainNotes)) {
    addToCell(rows, row, column, { note: text });
  }
  applyConditionalFormats(rows, rules, from1904);
  return { ...sheet, kind: 'worksheet', rows, merges, hiddenRows, hiddenColumns };
}

type Rows = (SheetCell | undefined)[][];

function addToCell(rows: Rows, row: number, column: number, extra: Partial<SheetCell>): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row];
  if (cells !== undefined) cells[column] = { ...(cells[column] ?? { value: '', text: '' }), ...extra };
}

function addLinks(rows: Rows, links: readonly WorksheetLink[], relations: readonly Relation[]): void {
  for (const { areas, relation, location } of links) {
    const target = relations.find(({ id }) => id === relation)?.target ?? '';
    const hyperlink = location === undefined ? target : `${target}#${location}`;
    if (hyperlink === '') continue;
    for (const area of areas) {
      for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row += 1) {
        // A link over whole columns is one on each cell of them that holds something.
        rows[row]?.forEach((cell, column) => {
          if (cell !== undefined && cell.text !== '' && column >= area.left && column <= area.right)
            addToCell(rows, row, column, { hyperlink });
        });
      }
    }
  }
}
