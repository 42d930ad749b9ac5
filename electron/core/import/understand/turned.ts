import type { Sheet, SheetCell } from '../sheet.ts';
import { guessRoles } from './columnWords.ts';
import { type Grid, makeGrid } from './grid.ts';
import { remember } from './memory.ts';
import { plainText, wordCount } from './plainText.ts';
import { themesOfHeading } from './themes.ts';

/** One action of a form or of a sheet whose headings run down its side: values by label, with the cells they stand in. */
type TurnedRow = { readonly grid: Grid; readonly cells: ReadonlyMap<string, PlacedValue>; readonly title: string };
type PlacedValue = { readonly cell: SheetCell; readonly row: number; readonly column: number };

type Labelled = {
  readonly rows: readonly TurnedRow[];
  /** As written, by `labelKey`, in order. */
  readonly labels: ReadonlyMap<string, string>;
  /** Every further column is an action, as in a transposed table. */
  readonly sideways: boolean;
};

const mostLabels = 200;
const longestLabel = 60;
const longestLabelWords = 7;
const certainWords = 4;
/** A row of headings stands near the top. */
const readForHeadings = 40;
/** Labels of a form are headings of a plan, apart from a few of its own. */
const knownShare = 0.6;

/** “Action 3:” and “Action” are the same label of two forms. */
const labelKey = (text: string): string =>
  plainText(text)
    .replace(/(?<=\p{L})\s*\d{1,2}$/u, '')
    .trim();
type Best = { readonly role: string; readonly score: number } | undefined;
type ReadLabel = (text: string) => Best;
const bestRole = (text: string): Best =>
  text.length > longestLabel || wordCount(text) > longestLabelWords ? undefined : guessRoles(labelKey(text))[0];

/**
 * Sheets whose headings run down a column instead of along a row: a transposed table, or forms with labels on the left
 * and values on the right, one for each action. They are turned, so that every action is a row. Forms of a Word
 * document stand in a table each and become one table together.
 * @param isFixed sheets where a person pointed at the row of headings: these stand as they are.
 */
export function uprightGrids(sheets: readonly Sheet[], isFixed: (index: number) => boolean): readonly Grid[] {
  const grids: Grid[] = [];
  const read = remember(bestRole);
  let forms: { readonly first: Grid; readonly found: Labelled[]; last: Grid } | undefined;
  const close = (): void => {
    if (forms !== undefined) grids.push(turnedGrid(forms.first, forms.last, forms.found));
    forms = undefined;
  };
  sheets.forEach((sheet, index) => {
    const grid = makeGrid(sheet, index);
    const found = isFixed(index) ? undefined : readLabelled(grid, read);
    if (found === undefined) {
      close();
      grids.push(grid);
      return;
    }
    if (forms !== undefined && sheet.kind === 'wordTable') {
      forms.found.push(found);
      forms.last = grid;
      return;
    }
    close();
    forms = { first: grid, last: grid, found: [found] };
    if (sheet.kind !== 'wordTable') close();
  });
  close();
  return grids;
}

/** Undefined unless the labels of one column, or of two beside their values, are the headings of a plan. */
function readLabelled(grid: Grid, read: ReadLabel): Labelled | undefined {
  if (grid.columnCount < 2 || grid.rowCount < 3) return undefined;
  const first = [0, 1, 2].find((column) => column < grid.columnCount - 1 && labelsOf(grid, column, read) !== undefined);
  if (first === undefined) return undefined;
  const labels = labelsOf(grid, first, read) ?? [];
  const roles = certainRoles(
    labels.map((row) => grid.text(row, first)),
    read,
  );
  const second = first + 2;
  const paired = grid.columnCount > second && (labelsOf(grid, second, read, 0.8)?.length ?? 0) >= 2;
  if (paired)
    for (const role of certainRoles(
      (labelsOf(grid, second, read) ?? []).map((row) => grid.text(row, second)),
      read,
    ))
      roles.add(role);
  if (!roles.has('action') || roles.size < 3) return undefined;
  // Where a row names as many fields as the column does, or a whole header, the sheet stands upright already.
  for (let row = 0; row < Math.min(grid.rowCount, readForHeadings); row += 1) {
    const along = certainRoles(
      grid.filled(row).map((column) => grid.text(row, column)),
      read,
    );
    if (along.size >= roles.size || (along.size >= 3 && along.has('action'))) return undefined;
  }
  return gatherBlocks(grid, paired ? [first, second] : [first], read);
}

/** Fields named beyond doubt: “Cost a rota for workshops” names none, though a heading may speak of cost. */
const isCertain = (text: string, read: ReadLabel): boolean =>
  (read(text)?.score ?? 0) >= 8 && (wordCount(text) <= certainWords || question.test(text));
/** “What is to be done”. */
const question = /^\W*(?:what|who|how|when|where|by w)/i;
const certainRoles = (texts: readonly string[], read: ReadLabel): Set<string> =>
  new Set(texts.flatMap((text) => (isCertain(text, read) ? (read(text)?.role ?? []) : [])));

/** Rows whose cell in this column is a label with something beside it; undefined where most of them are no headings. */
function labelsOf(grid: Grid, column: number, read: ReadLabel, share = knownShare): readonly number[] | undefined {
  const rows: number[] = [];
  let known = 0;
  for (let row = 0; row < grid.rowCount; row += 1) {
    const text = grid.sheet.rows[row]?.[column]?.text ?? '';
    if (text === '' || isTitle(grid, row, column)) continue;
    rows.push(row);
    if ((read(text)?.score ?? 0) >= 4) known += 1;
    // A long table is no form: it is not read to its end.
    if (rows.length >= mostLabels && known < rows.length * share) return undefined;
  }
  const certain = rows.filter((row) => isCertain(grid.text(row, column), read)).length;
  return certain >= 2 && certain >= rows.length / 2 && known >= rows.length * share ? rows : undefined;
}

const isAcross = (grid: Grid, row: number, column: number): boolean => {
  const merge = grid.mergeAt(row, column);
  return merge !== undefined && merge.right > merge.left && merge.right >= grid.columnCount - 1;
};
const isTitle = (grid: Grid, row: number, column: number): boolean =>
  isAcross(grid, row, column) || grid.filled(row).every((one) => one === column);

function gatherBlocks(grid: Grid, labelColumns: readonly number[], read: ReadLabel): Labelled {
  const labels = new Map<string, string>();
  const rows: TurnedRow[] = [];
  let block = new Map<number, Map<string, PlacedValue>>();
  const seen = new Set<string>();
  let open: string | undefined;
  let title = '';
  let nextTitle = '';
  const close = (): void => {
    for (const cells of block.values()) rows.push({ grid, cells, title });
    block = new Map();
    seen.clear();
    open = undefined;
  };
  for (let row = 0; row < grid.rowCount; row += 1) {
    for (const column of labelColumns) {
      const text = grid.sheet.rows[row]?.[column]?.text ?? '';
      if (text !== '' && isTitle(grid, row, column) && (isAcross(grid, row, column) || read(text) === undefined)) {
        nextTitle = text;
        continue;
      }
      const label = labelKey(text);
      if (label !== '' && seen.has(label)) close();
      if (label !== '' && seen.size === 0) title = nextTitle;
      const key = label === '' ? open : label;
      if (key === undefined) continue;
      seen.add(key);
      if (!labels.has(key)) labels.set(key, text.replace(/\s*:\s*$/, ''));
      open = key;
      addValues(row, key, column, labelColumns.find((other) => other > column) ?? grid.columnCount);
    }
  }
  close();
  return { rows, labels, sideways: labelColumns.length === 1 && rows.length > 1 && grid.columnCount > 2 };

  function addValues(row: number, key: string, label: number, end: number): void {
    for (let column = label + 1; column < end; column += 1) {
      const cell = grid.at(row, column);
      if (cell === undefined || (cell.text === '' && cell.fill === undefined)) continue;
      // A value merged downwards is that of its first row, and one merged to the right that of its first column.
      const merge = grid.mergeAt(row, column);
      if (merge !== undefined && (merge.top < row || (labelColumns.length > 1 && merge.left < column))) continue;
      const values = block.get(column) ?? new Map<string, PlacedValue>();
      const before = values.get(key);
      const text = before === undefined ? cell.text : `${before.cell.text}\n${cell.text}`;
      values.set(key, before === undefined ? { cell, row, column } : { ...before, cell: { ...before.cell, text } });
      block.set(column, values);
    }
  }
}

const themeLabel = 'theme above';

function turnedGrid(first: Grid, last: Grid, found: readonly Labelled[]): Grid {
  const rows = found.flatMap((one) => one.rows);
  const names = new Map(found.flatMap((one) => [...one.labels]));
  const titled = rows.map(({ grid, title }) =>
    [title, ...[...grid.sheet.headingsAbove].reverse()].find((text) => themesOfHeading(text).length > 0),
  );
  const hasTheme = [...names].some(([, name]) => bestRole(name)?.role === 'theme');
  if (!hasTheme && titled.some((text) => text !== undefined)) names.set(themeLabel, 'Theme');
  const keys = [...names.keys()];
  const header = keys.map((key): SheetCell => ({ value: names.get(key) ?? '', text: names.get(key) ?? '' }));
  const body = rows.map((row, index) =>
    keys.map((key): SheetCell | undefined => {
      const theme = titled[index];
      if (key === themeLabel) return theme === undefined ? undefined : { value: theme, text: theme };
      return row.cells.get(key)?.cell;
    }),
  );
  const isHidden = ({ grid, cells }: TurnedRow): boolean =>
    cells.size > 0 &&
    [...cells.values()].every(
      ({ row, column }) => grid.sheet.hiddenRows.has(row) || grid.sheet.hiddenColumns.has(column),
    );
  const sheet: Sheet = {
    ...first.sheet,
    name: first === last ? first.sheet.name : `${first.sheet.name} to ${last.sheet.name.replace(/^\D+/, '')}`,
    rows: [header, ...body],
    columnCount: keys.length,
    merges: [],
    hiddenRows: new Set(rows.flatMap((row, index) => (isHidden(row) ? [index + 1] : []))),
    hiddenColumns: new Set(),
  };
  const origin = (row: number, column: number): (PlacedValue & { readonly grid: Grid }) | undefined => {
    const turned = rows[row - 1];
    const value = turned?.cells.get(keys[column] ?? '') ?? turned?.cells.values().next().value;
    return turned === undefined || value === undefined ? undefined : { ...value, grid: turned.grid };
  };
  const sideways = found.some((one) => one.sideways);
  return {
    ...makeGrid(sheet, first.index),
    turned: sideways ? 'sideways' : 'form',
    place: (row, column) => {
      const at = origin(row, column);
      return at === undefined ? '' : at.grid.place(at.row, at.column);
    },
    where: (row) => {
      const at = origin(row, 0);
      if (at === undefined) return first.where(0);
      return sideways ? at.grid.whereColumn(at.column) : at.grid.where(at.row);
    },
    rowNumber: (row) => {
      const at = origin(row, 0);
      return at === undefined ? 1 : at.grid.rowNumber(at.row);
    },
    columnName: (column) => names.get(keys[column] ?? '') ?? '',
  };
}
