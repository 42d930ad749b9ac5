import { clipboardLimits, gridLimits, textLimits } from '#shared/limits.ts';
import { type CellTexts, textsOf } from './clipboardBlock.ts';
import type { CellRead, GridChange, GridColumn } from './gridColumns.ts';

/**
 * Texts into cells, for pasting, filling and clearing alike: each one is checked as if it had been typed, a cell is
 * written whole or left, and what stands there already is no change.
 */

/** The visible rows from top to bottom, without headings, and the visible columns: what a `CellRange` counts. */
export interface GridCells<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly idOf: (row: Row) => string;
}

/** `row` and `column` are indices; rows beyond the last one are new. */
export interface CellToWrite {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The texts of its fields one by one, where it has several. Used where the cell has all of them, else `text`. */
  readonly fields?: CellTexts | undefined;
  /** Known beforehand to be no value, and why. */
  readonly problem?: string | undefined;
}

/** A cell that was left as it is, and why. `row` is null in a row that is still to be made. */
export interface CellProblem {
  readonly row: string | null;
  readonly column: string;
  readonly text: string;
  readonly problem: string;
}

export interface CellsWritten {
  readonly changes: readonly GridChange[];
  /** Fields of the rows to be made, from top to bottom. */
  readonly added: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly CellProblem[];
  /** Cells whose text changes, in old and new rows. */
  readonly written: number;
  /** Cells that hold this already. */
  readonly same: number;
  /** Cells that are only read. */
  readonly skipped: number;
  /** Too much for one step, in a sentence: then nothing is changed at all. */
  readonly refusal: string | null;
}

type Fields = Readonly<Record<string, unknown>>;
type Outcome = { readonly kind: 'same' | 'skipped' } | { readonly kind: 'problem'; readonly problem: string } | Write;
type Write = { readonly kind: 'write'; readonly fields: Fields };

const nothingBut = (refusal: string | null): CellsWritten => ({
  changes: [],
  added: [],
  problems: [],
  written: 0,
  same: 0,
  skipped: 0,
  refusal,
});
export const nothingWritten = nothingBut(null);

const tooManyRows = `More than ${gridLimits.changedRows.toLocaleString('en-GB')} rows cannot be changed in one step. Select fewer rows.`;
const tooMuchText = `More than ${clipboardLimits.textCharacters.toLocaleString('en-GB')} characters cannot be written in one step. Select fewer cells.`;

export function writeCells<Row>(grid: GridCells<Row>, cells: readonly CellToWrite[]): CellsWritten {
  const byRow = new Map<number, { readonly id: string | null; fields: Fields }>();
  /** A row that stands in several groups is met more than once; its cell can hold one text only. */
  const taken = new Map<string, CellToWrite>();
  const changed = new Map<string, number>();
  const problems: CellProblem[] = [];
  const counts = { written: 0, same: 0, skipped: 0 };
  let characters = 0;
  for (const cell of cells) {
    const column = grid.columns[cell.column];
    if (!column) continue;
    const row = grid.rows[cell.row] ?? null;
    const id = row === null ? null : grid.idOf(row);
    const outcome = againAt(taken, id, cell) ?? outcomeOf(column, row, cell);
    switch (outcome.kind) {
      case 'problem':
        problems.push({ row: id, column: column.key, text: cell.text, problem: outcome.problem });
        break;
      case 'write': {
        const at = id === null ? cell.row : (changed.get(id) ?? cell.row);
        if (id !== null) changed.set(id, at);
        byRow.set(at, { id, fields: { ...byRow.get(at)?.fields, ...outcome.fields } });
        counts.written += 1;
        characters += cell.text.length;
        if (characters > clipboardLimits.textCharacters) return nothingBut(tooMuchText);
        if (byRow.size > gridLimits.changedRows) return nothingBut(tooManyRows);
        break;
      }
      default:
        counts[outcome.kind] += 1;
    }
  }
  const rows = [...byRow.entries()].sort(([one], [other]) => one - other).map(([, each]) => each);
  return {
    changes: rows.flatMap(({ id, fields }) => (id === null ? [] : [{ rowId: id, fields }])),
    added: rows.flatMap(({ id, fields }) => (id === null ? [fields] : [])),
    problems,
    ...counts,
    refusal: null,
  };
}

function againAt(taken: Map<string, CellToWrite>, id: string | null, cell: CellToWrite): Outcome | null {
  if (id === null) return null;
  const key = JSON.stringify([id, cell.column]);
  const before = taken.get(key);
  if (!before) {
    taken.set(key, cell);
    return null;
  }
  return before.text === cell.text
    ? { kind: 'same' }
    : { kind: 'problem', problem: 'This row stands in several groups, and each would get another text here.' };
}

function outcomeOf<Row>(column: GridColumn<Row>, row: Row | null, cell: CellToWrite): Outcome {
  const { text } = cell;
  if (!column.read || (row !== null && column.fields?.(row).length === 0)) return { kind: 'skipped' };
  // A row that is still to be made is empty.
  if (row === null && text === '') return { kind: 'same' };
  if (text.length > textLimits.passageCharacters) return { kind: 'problem', problem: tooLong };
  if (cell.problem !== undefined) return { kind: 'problem', problem: cell.problem };
  const standing = row === null ? {} : textsOf(row, column);
  const ofFields = row === null || !cell.fields ? null : fieldByField(column, row, cell.fields, standing);
  if (ofFields) return ofFields;
  if (row !== null && column.text(row) === text) return { kind: 'same' };
  const read = column.read(text, row);
  if (!read.ok) return { kind: 'problem', problem: read.problem };
  const stands = row !== null && (saysSame(read.fields, standing) || readsSame(read.fields, column, row));
  return stands ? { kind: 'same' } : { kind: 'write', fields: read.fields };
}

const tooLong = `This is longer than the ${textLimits.passageCharacters.toLocaleString('en-GB')} characters that a cell holds.`;

/** Null where the cell lacks a field that has a text: then the text of the whole cell is meant, so that nothing is lost. */
function fieldByField<Row>(column: GridColumn<Row>, row: Row, fields: CellTexts, standing: CellTexts): Outcome | null {
  const given = Object.entries(fields);
  if (given.length === 0 || given.some(([key, text]) => standing[key] === undefined && text !== '')) return null;
  let written: Fields = {};
  for (const [key, text] of given) {
    if (standing[key] === undefined || standing[key] === text) continue;
    if (text.length > textLimits.passageCharacters) return { kind: 'problem', problem: tooLong };
    const read = column.read?.(text, row, key);
    if (!read) return { kind: 'skipped' };
    if (!read.ok) return { kind: 'problem', problem: read.problem };
    written = { ...written, ...read.fields };
  }
  return Object.keys(written).length === 0 ? { kind: 'same' } : { kind: 'write', fields: written };
}

const saysSame = (fields: Fields, standing: CellTexts): boolean =>
  Object.entries(fields).every(([key, value]) => standing[key] === value);

/** The same meaning in other words: "Done" where Green stands. */
function readsSame<Row>(fields: Fields, column: GridColumn<Row>, row: Row): boolean {
  const now: CellRead | undefined = column.read?.(column.text(row), row);
  return now?.ok === true && JSON.stringify(now.fields) === JSON.stringify(fields);
}

/** How a sentence about cells says what was done: "Pasted", "pasted". */
export interface WrittenWords {
  readonly done: string;
  readonly past: string;
  /** Where every cell holds it already. */
  readonly nothing: string;
  /** Cells that held it already count as done: somebody who pastes 24 cells sees 24. */
  readonly countsSame: boolean;
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "Pasted 21 cells. 3 of 24 cells could not be pasted: “Septembre” in Due. Write a month and a year." */
export function sentenceOf<Row>(
  { written, same, skipped, problems, added, refusal }: CellsWritten,
  words: WrittenWords,
  columns: readonly GridColumn<Row>[],
): string {
  if (refusal !== null) return `Nothing was ${words.past}. ${refusal}`;
  const done = words.countsSame ? written + same : written;
  const rows = added.length === 0 ? '' : ` and added ${counted(added.length, 'row')}`;
  const parts: string[] = [];
  if (written > 0) parts.push(`${words.done} ${counted(done, 'cell')}${rows}.`);
  else if (problems.length === 0 && skipped === 0) parts.push(same > 0 ? words.nothing : `Nothing was ${words.past}.`);
  const first = problems[0];
  if (first) {
    const label = columns.find(({ key }) => key === first.column)?.label ?? first.column;
    const text = first.text === '' ? '' : `“${shortened(first.text)}” in `;
    const total = written + same + skipped + problems.length;
    parts.push(
      `${problems.length.toLocaleString('en-GB')} of ${counted(total, 'cell')} could not be ${words.past}: ${text}${label}. ${first.problem}`,
    );
  }
  if (skipped > 0)
    parts.push(
      `${counted(skipped, 'cell')} cannot be written in and ${skipped === 1 ? 'was left as it is' : 'were left as they are'}.`,
    );
  return parts.join(' ');
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 40).join('').trimEnd()}…` : line;
};
