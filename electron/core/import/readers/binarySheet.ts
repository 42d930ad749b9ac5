import { importLimits } from '#shared/limits.ts';
import type { Merge, SheetCell } from '../sheet.ts';
import { type BinaryRecord, eachRecord, errorTexts, shortNumber } from './binaryRecords.ts';
import type { BinaryStyles } from './binaryStyles.ts';
import type { Area } from './conditionalFormat.ts';
import type { StringItem } from './richText.ts';
import { noteText, shownNumber, tidyText, withoutAuthor } from './shownText.ts';
import { lastRow, sparseRows } from './sparseRows.ts';
import type { StyleParts } from './styleParts.ts';
import type { WorksheetLink, WorksheetParts } from './worksheetCells.ts';
import type { PlacedNote } from './worksheetNotes.ts';

export type BinaryContext = {
  readonly strings: readonly StringItem[];
  readonly styles: BinaryStyles;
  readonly from1904: boolean;
};

const record = { row: 0, lastCell: 11, lastShortCell: 18, column: 60, richCell: 62, merge: 176, link: 494 } as const;

/** One worksheet part of an xlsb. Its conditional formats are not read. Throws for a record that is too short. */
export function readBinarySheet(part: Uint8Array, context: BinaryContext): WorksheetParts {
  const { styles } = context;
  const columnStyles = new Map<number, StyleParts>();
  const rows = sparseRows(columnStyles);
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const links: WorksheetLink[] = [];
  let row = 0;
  let column = -1;

  eachRecord(part, (one) => {
    const { kind, view } = one;
    if (kind === record.row) {
      row = view.getUint32(0, true);
      if (row > lastRow) throw new RangeError('A row is beyond the last that there is.');
      column = -1;
      const bits = view.getUint8(11);
      if ((bits & 0x10) !== 0) hiddenRows.add(row);
      const fill = (bits & 0x40) !== 0 ? styles.styleOf(view.getUint32(4, true)).fill : undefined;
      if (fill !== undefined) rows.styleRow(row, { fill });
    } else if ((kind > record.row && kind <= record.lastShortCell) || kind === record.richCell) {
      // Records of a second form leave out their column: they follow the cell before.
      const isShort = kind > record.lastCell && kind !== record.richCell;
      column = isShort ? column + 1 : view.getUint32(0, true);
      const styleAt = isShort ? 0 : 4;
      const style = styles.styleOf(view.getUint32(styleAt, true) & 0xff_ff_ff);
      rows.put(row, column, cellOf(one, isShort ? kind - record.lastCell : kind, styleAt + 4, style, context));
    } else if (kind === record.column) readColumn(view);
    else if (kind === record.merge) merges.push(areaAt(view, 0));
    else if (kind === record.link) {
      const relation = one.text(16);
      const location = one.text(relation.end).text;
      links.push({
        areas: [areaAt(view, 0)],
        relation: relation.text === '' ? undefined : relation.text,
        location: location === '' ? undefined : location,
      });
    }
  });
  return { rows: rows.finish(), merges, hiddenRows, hiddenColumns, links, rules: [] };

  function readColumn(view: DataView): void {
    const last = Math.min(view.getUint32(4, true), importLimits.columns - 1);
    const hidden = (view.getUint16(16, true) & 1) !== 0 || view.getUint32(8, true) === 0;
    const { fill } = styles.styleOf(view.getUint32(12, true));
    for (let at = view.getUint32(0, true); at <= last; at += 1) {
      if (hidden) hiddenColumns.add(at);
      if (fill !== undefined) columnStyles.set(at, { fill });
    }
  }
}

const areaAt = (view: DataView, at: number): Area => ({
  top: view.getUint32(at, true),
  bottom: view.getUint32(at + 4, true),
  left: view.getUint32(at + 8, true),
  right: view.getUint32(at + 12, true),
});

const textCell = (text: string, style: StyleParts): SheetCell | undefined => {
  if (text !== '') return { value: text, text, ...style };
  return style.fill === undefined ? undefined : { value: '', text: '', ...style };
};

/** @param kind 1 blank, 2 and 5 numbers, 3 error, 4 yes or no, 6 and 7 texts, 8 to 11 the same as results. */
function cellOf(
  one: BinaryRecord,
  kind: number,
  at: number,
  style: StyleParts,
  { strings, styles, from1904 }: BinaryContext,
): SheetCell | undefined {
  const { view } = one;
  switch (kind) {
    case 2:
      return { ...shownNumber(shortNumber(view, at), style.numberFormat, from1904), ...style };
    case 5:
    case 9:
      return { ...shownNumber(view.getFloat64(at, true), style.numberFormat, from1904), ...style };
    case 3:
    case 11:
      return textCell(errorTexts[view.getUint8(at)] ?? '#VALUE!', style);
    case 4:
    case 10: {
      const value = view.getUint8(at) !== 0;
      return { value, text: value ? 'TRUE' : 'FALSE', ...style };
    }
    case 6:
    case 8:
      return textCell(tidyText(one.text(at).text), style);
    case 7:
    case record.richCell: {
      const item = kind === 7 ? strings[view.getUint32(at, true)] : styles.richText(one, at);
      if (item?.format === undefined) return textCell(item?.text ?? '', style);
      const { fontColour: _, strike: __, ...rest } = style;
      return { value: item.text, text: item.text, ...rest, ...item.format };
    }
    default:
      return textCell('', style);
  }
}

/** Notes of a sheet, in a part of their own. */
export function readBinaryNotes(part: Uint8Array, styles: BinaryStyles): readonly PlacedNote[] {
  const authors: string[] = [];
  const notes: PlacedNote[] = [];
  let place = { row: 0, column: 0, author: 0 };
  eachRecord(part, (one) => {
    const { kind, view } = one;
    if (kind === 632) authors.push(one.text(0).text);
    else if (kind === 635) {
      const { top, left } = areaAt(view, 4);
      place = { row: top, column: left, author: view.getUint32(0, true) };
    } else if (kind === 637) {
      const text = noteText(withoutAuthor(styles.richText(one, 0).text, authors[place.author]));
      if (text !== '' && place.row <= lastRow) notes.push({ row: place.row, column: place.column, text });
    }
  });
  return notes;
}
