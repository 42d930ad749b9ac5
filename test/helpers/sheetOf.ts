import type { Merge, Sheet, SheetCell } from '#core/import/sheet.ts';

export type CellSketch = string | number | null | (Partial<SheetCell> & { readonly text?: string });

type SheetSketch = {
  readonly name?: string;
  readonly kind?: Sheet['kind'];
  readonly hidden?: boolean;
  /** As in a spreadsheet: `A2:A5`. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly headingsAbove?: readonly string[];
};

/** A sheet as a reader would give it, from rows of texts and, where it matters, cells with a fill, a date or a note. */
export function sheetOf(rows: readonly (readonly CellSketch[])[], sketch: SheetSketch = {}): Sheet {
  return {
    name: sketch.name ?? 'Sheet1',
    kind: sketch.kind ?? 'worksheet',
    hidden: sketch.hidden ?? false,
    rows: rows.map((row) => row.map(cellOf)),
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    merges: (sketch.merges ?? []).map(mergeOf),
    hiddenRows: new Set(sketch.hiddenRows ?? []),
    hiddenColumns: new Set(),
    headingsAbove: sketch.headingsAbove ?? [],
  };
}

function cellOf(sketch: CellSketch): SheetCell | undefined {
  if (sketch === null || sketch === '') return undefined;
  if (typeof sketch === 'string' || typeof sketch === 'number') return { value: sketch, text: String(sketch) };
  const text = sketch.text ?? '';
  return { value: text, ...sketch, text };
}

/** A real date, as a workbook keeps it. */
export const dateCell = (isoDay: string, text: string, numberFormat: string): CellSketch => ({
  value: isoDay,
  isDate: true,
  text,
  numberFormat,
});

function mergeOf(range: string): Merge {
  const match = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range);
  if (match === null) throw new Error(`Not a range: ${range}`);
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = match;
  return {
    left: left.charCodeAt(0) - 65,
    top: Number(top) - 1,
    right: right.charCodeAt(0) - 65,
    bottom: Number(bottom) - 1,
  };
}
