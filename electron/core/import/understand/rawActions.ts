import type { ColumnRole, ImportNote } from '#shared/model/importPreview.ts';
import type { Theme } from '#shared/model/words.ts';
import { columnLetter, type SheetCell } from '../sheet.ts';
import { actionsOfCell, longestOfRow } from './actionsOfCell.ts';
import type { ColumnGuess } from './columns.ts';
import { isDitto } from './ditto.ts';
import { takeEndingTime } from './endingTime.ts';
import type { Grid } from './grid.ts';
import { markedHorizons } from './horizonMarks.ts';
import { readLabelledAction, readLabelledBlocks } from './labelledBlocks.ts';
import { takeReferences } from './leadingReference.ts';
import { areNumberedAlike, numberedLines } from './numberedLines.ts';
import { plainText } from './plainText.ts';
import { type Share, sharesOfRow } from './responsibilities.ts';
import { lettersInWords } from './responsibilityMarks.ts';
import { isActionRole, type RowReading } from './rows.ts';
import { saysMore } from './splitRatings.ts';
import { type StatusHeading, statusHeading, statusOfSections } from './statusHeading.ts';
import { themesOfHeading } from './themes.ts';
import { markedThemes } from './themeTicks.ts';

/** A cell and where it stands, for reasons such as “from the fill in F5”. */
export type PlacedCell = { readonly cell: SheetCell; readonly place: string; readonly header: string };

/** One action as its texts stand in the file, before themes, ratings and dates are read. */
export type RawAction = {
  readonly row: number;
  readonly suffix: string;
  readonly action: string;
  readonly cells: ReadonlyMap<ColumnRole, PlacedCell>;
  /** More text for a field, from further rows of the same action. */
  readonly more: readonly { readonly role: ColumnRole; readonly text: string }[];
  readonly notes: readonly ImportNote[];
  readonly sectionThemes: readonly Theme[];
  readonly sectionObjective: string;
  readonly columnThemes: readonly Theme[];
  /** The heading that rates it, where it has no rating of its own. */
  readonly headed: StatusHeading | undefined;
  readonly horizon: string;
  /** The number that the file counts before it, where it has no column for one. */
  readonly countedAs: string;
  /** What is marked under the names of people and departments. */
  readonly shares: readonly Share[];
  readonly split: boolean;
  readonly struck: boolean;
};

/** Fields that a merged cell gives to every row under it; other merged cells do too, but these are also carried down. */
const carriedDown: readonly ColumnRole[] = ['objective', 'theme'];
const timeRoles: ReadonlySet<ColumnRole> = new Set(['start', 'due', 'timescale', 'completed', 'horizonTicks']);
const tickRoles: ReadonlySet<ColumnRole> = new Set(['horizonTicks', 'ragTicks', 'themeTicks', 'responsibility']);
/** From this share of empty cells on, a column says its value only where it changes. */
const sparseShare = 0.25;

const looksLikeObjective = /^(?:objective|aim|goal|ambition|outcome|strategic|to\s)/i;

/** Gathers the texts of every action of a table, with what its section, merge or column adds to it. */
export function gatherActions(
  grid: Grid,
  columns: readonly ColumnGuess[],
  readings: readonly RowReading[],
): readonly RawAction[] {
  const sparse = sparseRoles(grid, columns, readings);
  const hasTime = columns.some(({ role }) => timeRoles.has(role));
  const inWords = lettersInWords(columns.map(({ header }) => header));
  const carriedCells = new Map<ColumnRole, PlacedCell>();
  /** For the marks that repeat it. */
  let rowAbove: ReadonlyMap<ColumnRole, PlacedCell> = new Map();
  const gathered: RawAction[] = [];
  let sectionThemes: readonly Theme[] = [];
  let sectionObjective = '';
  let sectionNote: ImportNote | undefined;
  const sectionStatus = statusOfSections(grid, readings);
  let latest = 0;

  for (const reading of readings) {
    switch (reading.kind) {
      case 'skipped':
        break;
      case 'section': {
        carriedCells.clear();
        const themed = reading.themes.length > 0;
        if (themed) sectionThemes = reading.themes;
        const plainTheme = themed && plainText(reading.text).split(' ').length <= 4;
        const objective = reading.isObjective === true || looksLikeObjective.test(reading.text);
        sectionObjective = objective && !plainTheme ? reading.text : '';
        const rates = sectionStatus.enter(reading);
        sectionNote = themed || objective || rates ? undefined : { header: 'Section', text: reading.text };
        for (const { column, role } of columns) {
          const cell = grid.sheet.rows[reading.row]?.[column];
          if (carriedDown.includes(role) && cell !== undefined && cell.text !== '')
            carriedCells.set(role, place(column, reading.row, cell));
        }
        break;
      }
      case 'continuation': {
        for (let index = latest; index < gathered.length; index += 1) {
          gathered[index] = extend(gathered[index] as RawAction, reading.row);
        }
        break;
      }
      case 'action':
        latest = gathered.length;
        gathered.push(...actionsOfRow(reading.row));
        break;
    }
  }
  const hasReference = columns.some(({ role }) => role === 'ref');
  return hasReference || grid.sheet.kind === 'wordOutline' ? gathered : takeReferences(gathered);

  function place(column: number, row: number, cell: SheetCell): PlacedCell {
    const written = columns.find((one) => one.column === column)?.header ?? '';
    const header = inWords.get(written) ?? written;
    return { cell, place: grid.place(row, column), header: header === '' ? `Column ${columnLetter(column)}` : header };
  }

  function cellsOfRow(row: number): ReadonlyMap<ColumnRole, PlacedCell> {
    const cells = new Map<ColumnRole, PlacedCell>();
    for (const { column, role } of columns) {
      if (isActionRole(role) ? role !== 'action' : role === 'note' || role === 'ignore' || tickRoles.has(role))
        continue;
      const cell = grid.at(row, column);
      if (cell !== undefined && (cell.text !== '' || cell.fill !== undefined)) {
        const above = isDitto(cell.text) ? rowAbove.get(role) : undefined;
        const placed = above ?? place(column, row, cell);
        cells.set(role, placed);
        if (cell.text !== '' && carriedDown.includes(role)) carriedCells.set(role, placed);
      }
      // An empty merged block is a block of its own: nothing from above belongs into it.
      const ownBlock = grid.mergeAt(row, column) !== undefined;
      if (ownBlock && (cell?.text ?? '') === '') carriedCells.delete(role);
      const above = carriedCells.get(role);
      if ((cell?.text ?? '') === '' && !ownBlock && sparse.has(role) && above !== undefined) cells.set(role, above);
    }
    const update = earlierUpdate(row);
    if (update !== undefined) {
      const cell = grid.at(row, update);
      if (cell !== undefined) cells.set('progress', place(update, row, cell));
    }
    splitLabelled(cells);
    rowAbove = cells;
    return cells;
  }

  /** The column of the latest update of an action of which the newest column says nothing. */
  function earlierUpdate(row: number): number | undefined {
    const newest = columns.find(({ role, earlier }) => role === 'progress' && earlier !== undefined);
    if (newest === undefined || grid.text(row, newest.column) !== '') return undefined;
    const isNote = (column: number): boolean => columns.some((one) => one.column === column && one.role === 'note');
    return newest.earlier?.find((column) => isNote(column) && grid.text(row, column) !== '');
  }

  function notesOfRow(row: number): readonly ImportNote[] {
    const notes: ImportNote[] = sectionNote === undefined ? [] : [sectionNote];
    const update = earlierUpdate(row);
    for (const { column, role } of columns) {
      if (role === 'ignore') continue;
      const cell = grid.at(row, column);
      if (cell === undefined) continue;
      const { header } = place(column, row, cell);
      if (
        cell.text !== '' &&
        column !== update &&
        (role === 'note' || (role === 'ragTicks' && saysMore(cell.text, header)))
      )
        notes.push({ header, text: cell.text });
      const by = cell.noteAuthor === undefined ? '' : ` by ${cell.noteAuthor}`;
      if (cell.note !== undefined) notes.push({ header: `Note on ${header}${by}`, text: cell.note });
      if (cell.struckText !== undefined) notes.push({ header: `Struck through in ${header}`, text: cell.struckText });
      if (cell.hyperlink !== undefined && !cell.text.includes(cell.hyperlink))
        notes.push({ header: `Link in ${header}`, text: cell.hyperlink });
    }
    return notes;
  }

  function actionsOfRow(row: number): readonly RawAction[] {
    let cells = cellsOfRow(row);
    const notes = notesOfRow(row);
    const ticked = markedHorizons(grid, row, columns);
    const tickedThemes = markedThemes(grid, row, columns);
    const shares = sharesOfRow(grid, row, columns);
    const actions: RawAction[] = [];
    const told = columns.filter(({ column, role }) => isActionRole(role) && grid.text(row, column) !== '');
    // A person may take a row for an action whose words stand in another column.
    const elsewhere = told.length === 0 ? longestOfRow(grid, columns, row) : undefined;
    if (elsewhere !== undefined) cells = new Map([...cells].filter(([role]) => role !== elsewhere.role));
    for (const { column, role, header } of elsewhere === undefined ? told : [elsewhere]) {
      const cell = grid.at(row, column);
      if (cell === undefined || cell.text === '') continue;
      const labelled = readLabelledAction(cell.text);
      const twice: ImportNote[] = [];
      for (const { role: field, label, text } of labelled?.others ?? []) {
        if (cells.has(field)) twice.push({ header: label, text });
        else cells = new Map([...cells, [field, { ...place(column, row, cell), cell: { value: text, text } }]]);
      }
      const texts = labelled === undefined ? actionsOfCell(cell.text, cell.listItems) : [labelled.action];
      const numbers = texts.length > 1 ? numberedLines(cell.text) : undefined;
      for (const [at, text] of texts.entries()) {
        const own = numbers?.size === texts.length ? ofNumber(cells, numbers, at) : cells;
        const { text: action, time } = hasTime ? { text, time: '' } : takeEndingTime(text);
        actions.push({
          row,
          suffix: '',
          action,
          cells: own,
          more: [],
          notes: twice.length === 0 ? notes : [...notes, ...twice],
          sectionThemes,
          sectionObjective,
          columnThemes: role === 'themeActions' ? themesOfHeading(header) : tickedThemes,
          headed:
            role === 'ratingActions' ? statusHeading(header, grid.place(row, column), 'over') : sectionStatus.current(),
          horizon: time || (role === 'horizonActions' ? header : ticked),
          countedAs: cell.countedAs ?? '',
          shares,
          split: texts.length > 1,
          struck: cell.strike === true,
        });
      }
    }
    return actions.length < 2 ? actions : actions.map((action, index) => ({ ...action, suffix: `.${index + 1}` }));
  }

  function extend(raw: RawAction, row: number): RawAction {
    const more = [...raw.more];
    const furtherShares = sharesOfRow(grid, row, columns).filter(
      (share) => !raw.shares.some(({ who, text }) => who === share.who && text === share.text),
    );
    let { action } = raw;
    for (const column of grid.filled(row)) {
      const guess = columns.find((one) => one.column === column);
      const text = grid.text(row, column);
      if (guess === undefined || guess.role === 'ignore') continue;
      if (guess.role === 'action') action = `${action} ${text}`;
      else if (guess.role !== 'note' && guess.role !== 'responsibility') more.push({ role: guess.role, text });
    }
    return {
      ...raw,
      action,
      more,
      shares: [...raw.shares, ...furtherShares],
      notes: [
        ...raw.notes,
        ...notesOfRow(row).filter(
          (note) => !raw.notes.some((known) => known.header === note.header && known.text === note.text),
        ),
      ],
    };
  }
}

function sparseRoles(
  grid: Grid,
  columns: readonly ColumnGuess[],
  readings: readonly RowReading[],
): ReadonlySet<ColumnRole> {
  const rows = readings.filter(({ kind }) => kind === 'action').map(({ row }) => row);
  const sparse = new Set<ColumnRole>();
  // Under headings every action already has the theme and the objective that it stands under.
  if (grid.sheet.kind === 'wordOutline') return sparse;
  for (const { column, role } of columns) {
    if (!carriedDown.includes(role)) continue;
    const empty = rows.filter((row) => grid.text(row, column) === '').length;
    if (empty < rows.length && empty / Math.max(1, rows.length) >= sparseShare) sparse.add(role);
  }
  return sparse;
}

/** Of cells that number the same things as the actions the line of one number: the second lead is that of the second. */
function ofNumber(
  cells: ReadonlyMap<ColumnRole, PlacedCell>,
  numbers: ReadonlyMap<string, string>,
  at: number,
): ReadonlyMap<ColumnRole, PlacedCell> {
  const own = new Map(cells);
  for (const [role, placed] of cells) {
    const lines = isActionRole(role) ? undefined : numberedLines(placed.cell.text);
    if (!areNumberedAlike(numbers, lines)) continue;
    const text = [...lines.values()][at] ?? '';
    own.set(role, { ...placed, cell: { ...placed.cell, value: text, text } });
  }
  return own;
}

/** Gives the labelled parts of one cell to the fields that they name, where the plan has no column for these. */
function splitLabelled(cells: Map<ColumnRole, PlacedCell>): void {
  for (const holder of ['successMeasure', 'progress'] as const) {
    const placed = cells.get(holder);
    const blocks = placed === undefined ? undefined : readLabelledBlocks(placed.cell.text);
    if (placed === undefined || blocks === undefined) continue;
    if (blocks.some(({ role }) => role !== holder && cells.has(role))) continue;
    cells.delete(holder);
    for (const { role, text } of blocks) cells.set(role, { ...placed, cell: { value: text, text } });
  }
}
