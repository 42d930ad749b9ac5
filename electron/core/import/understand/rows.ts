import type { ColumnRole, RowAs } from '#shared/model/importPreview.ts';
import type { Theme } from '#shared/model/words.ts';
import type { ColumnGuess } from './columns.ts';
import {
  footnote,
  furniture,
  instruction,
  isExample,
  isKeyCell,
  isKeyLine,
  isLabel,
  people,
  total,
} from './furniture.ts';
import type { Grid } from './grid.ts';
import { parentRows } from './parentRows.ts';
import { excerpt, plainText, wordCount } from './plainText.ts';
import { colourOfHex, isPlainStatus, readStatusWord } from './rag.ts';
import { statusOfHeading } from './statusHeading.ts';
import { themesOfHeading, themesOfTitle } from './themes.ts';

/** What one row of a table is. Blank rows are not listed. */
export type RowReading =
  | {
      readonly kind: 'action';
      readonly row: number;
      /** A person said so, whatever it looks like. */
      readonly isChosen?: true;
    }
  | { readonly kind: 'continuation'; readonly row: number; readonly why: string }
  | {
      readonly kind: 'section';
      readonly row: number;
      readonly text: string;
      readonly themes: readonly Theme[];
      /** It is the objective of the actions below, whatever it is called. */
      readonly isObjective?: true;
      readonly why: string;
    }
  | {
      readonly kind: 'skipped';
      readonly row: number;
      readonly text: string;
      readonly why: string;
      /** It says that what follows are milestones of the action above. */
      readonly heads?: 'milestones';
      /** It says what the colours or letters of the table mean. */
      readonly isKey?: true;
    };

export const headsMilestones = (reading: RowReading): boolean =>
  reading.kind === 'skipped' && reading.heads === 'milestones';
const milestonesHeading = /^(?:key )?(?:milestones|steps|sub[- ]?(?:tasks|actions|steps))$/;

export type RowsInput = {
  readonly grid: Grid;
  readonly columns: readonly ColumnGuess[];
  /** Rows of the body, from the top, without headers. */
  readonly rows: readonly number[];
  /** Rows known to be titles, since a header stands below them. */
  readonly titles?: ReadonlySet<number> | undefined;
  /** What a person takes rows for, by the number that a person counts. */
  readonly chosen?: ReadonlyMap<number, RowAs>;
};

/** “Total reward statements to show allowances” is an action. */
const mostTotalWords = 4;
const carried: ReadonlySet<ColumnRole> = new Set([
  'owner',
  'supporting',
  'progress',
  'successMeasure',
  'resources',
  'redExplanation',
  'note',
  'timescale',
  'due',
  'start',
]);

/** What only an action has: a title has no date and nobody who leads it. */
const ofAction: ReadonlySet<ColumnRole | undefined> = new Set([
  'owner',
  'due',
  'start',
  'timescale',
  'rag',
  'completed',
  'successMeasure',
  'responsibility',
]);

/** Tells the actions of a table from totals, spacers, sections, keys, rows of chairs, and second rows of one action. */
export function readRows({ grid, columns, rows, titles, chosen }: RowsInput): readonly RowReading[] {
  const roles = new Map(columns.map(({ column, role }) => [column, role]));
  const actionColumns = columns.filter(({ role }) => isActionRole(role)).map(({ column }) => column);
  const single = columns.some(({ role }) => role === 'action');
  const actionColumn = single ? actionColumns[0] : undefined;
  const loneColumn = columns.filter(({ role }) => role !== 'ignore').length === 1;
  const parents = parentRows(grid, roles, rows);
  const readings: RowReading[] = [];
  let above: number | undefined;

  for (const row of rows) {
    const filled = grid.filled(row).filter((column) => roles.has(column) && roles.get(column) !== 'ignore');
    if (filled.length === 0) continue;
    const reading = chosenReading(row, filled) ?? readRow(row, filled);
    readings.push(reading);
    above = reading.kind === 'action' || reading.kind === 'continuation' ? row : undefined;
  }
  return readings;

  function chosenReading(row: number, filled: readonly number[]): RowReading | undefined {
    switch (chosen?.get(grid.rowNumber(row))) {
      case 'action':
        return { kind: 'action', row, isChosen: true };
      case 'left-out':
        return { kind: 'skipped', row, text: excerpt(grid.text(row, filled[0] ?? 0)), why: 'Left out by you.' };
      case undefined:
        return undefined;
    }
  }

  function readRow(row: number, filled: readonly number[]): RowReading {
    const first = filled[0] ?? 0;
    const text = grid.text(row, first);
    const plain = plainText(text);
    const skipped = (why: string): RowReading => ({ kind: 'skipped', row, text: excerpt(text), why });
    const key = (): RowReading => ({ kind: 'skipped', row, text: excerpt(text), why: 'Part of a key.', isKey: true });
    const section = (why: string): RowReading => ({ kind: 'section', row, text, themes: themesOfTitle(text), why });

    if (
      total.test(plain) &&
      (wordCount(text) <= mostTotalWords || /\d/.test(text)) &&
      filled.length <= 3 &&
      !(actionColumn !== undefined && first !== actionColumn && wordCount(grid.text(row, actionColumn)) >= 3)
    ) {
      return skipped('A total.');
    }
    if (filled.every((column) => people.test(grid.text(row, column))))
      return skipped('Names who leads, not what is done.');
    const isActions = hasItsOwn(filled.filter((column) => column !== first));
    if (filled.length > 1 && !isActions) {
      if (filled.some((column) => isKeyLine(grid.text(row, column)))) return key();
      if (isLabel(text, ofAction.has(roles.get(first))))
        return /^\W*(?:key|legend)/i.test(text) ? key() : skipped('A remark below or between the actions.');
      if (people.test(text) && !ofAction.has(roles.get(first))) return skipped('Names who leads, not what is done.');
    }
    // Nobody does “Last updated”: what stands beside it is a day, whatever its column.
    if (filled.length === 2 && first === actionColumn && isLabel(text))
      return skipped('A remark below or between the actions.');
    if (titles?.has(row) === true) return section('A title above the headings.');
    if (parents.has(row) && actionColumn !== undefined) {
      const heading = grid.text(row, actionColumn);
      const why = 'A heading for the actions that are numbered below it.';
      return { kind: 'section', row, text: heading, themes: themesOfTitle(heading), isObjective: true, why };
    }
    if (isWide(row, first) && filled.length === 1) {
      return furniture.test(plain)
        ? skipped('A remark below or between the actions.')
        : section('A heading across the table.');
    }
    if (filled.length === 1 && footnote.test(text)) return skipped('A footnote.');
    if (isLegend(row, filled) || (filled.length === 1 && isKeyLine(text))) return key();
    if (filled.length > 1 && filled.every((column) => instruction.test(grid.text(row, column))))
      return skipped('Says how to fill in the table.');
    if (filled.some((column) => saysItIsExample(row, column))) return skipped('An example.');
    return single ? readSingle(row, filled, skipped, section) : readSpread(row, filled, skipped);
  }

  function readSingle(
    row: number,
    filled: readonly number[],
    skipped: (why: string) => RowReading,
    section: (why: string) => RowReading,
  ): RowReading {
    const column = actionColumn ?? 0;
    const merge = grid.mergeAt(row, column);
    if (merge !== undefined && merge.top < row && above !== undefined) {
      return { kind: 'continuation', row, why: 'The action spans this row as well.' };
    }
    const action = filled.includes(column) ? grid.text(row, column) : '';
    const only = filled.length === 1 ? (filled[0] ?? 0) : undefined;
    const plain = plainText(only === undefined ? action : grid.text(row, only));
    if (only !== undefined && above !== undefined && milestonesHeading.test(plain))
      return {
        kind: 'skipped',
        row,
        text: grid.text(row, only),
        why: 'Heads the milestones of the action above.',
        heads: 'milestones',
      };
    if (only !== undefined && !loneColumn) {
      const themed = namesTheme(grid.text(row, only)) && plain.split(' ').length <= 8;
      if (themed) return section('A row with a theme alone.');
      if (statusOfHeading(grid.text(row, only)) !== undefined && only <= column)
        return section('A row with a status alone.');
      if (furniture.test(plain)) return skipped('A remark below or between the actions.');
      if (only === column && /^\p{Ll}/u.test(action) && above !== undefined) {
        return { kind: 'continuation', row, why: 'Goes on with the action above.' };
      }
      if (only === column && wordCount(action) <= 3 && !hasMore(row)) return section('A row with a few words alone.');
    }
    if (action === '') return readWithoutAction(row, filled, only, skipped, section);
    if (!/\p{L}{2}/u.test(action)) return skipped('The column of actions holds no words.');
    if (!hasItsOwn(filled)) {
      if (wordCount(action) <= 3 && isPlainStatus(action)) return skipped('A status alone is not an action.');
      if (wordCount(action) <= 3 && themesOfHeading(action).length > 0)
        return section('A theme where the actions stand.');
      if (people.test(action)) return skipped('Names who leads, not what is done.');
    }
    return { kind: 'action', row };
  }

  function hasItsOwn(filled: readonly number[]): boolean {
    return filled.some((column) => ofAction.has(roles.get(column)));
  }

  /** A comment may begin with “For example” as well, and says nothing of its row. */
  function saysItIsExample(row: number, column: number): boolean {
    return (actionColumns.includes(column) || roles.get(column) === 'ref') && isExample(grid.text(row, column));
  }

  /** Merged cells from above, or the colour of a rating, make a row of few words an action. */
  function hasMore(row: number): boolean {
    return columns.some(({ column, role }) => {
      if (!ofAction.has(role)) return false;
      const merge = grid.mergeAt(row, column);
      if (merge !== undefined && merge.top < row) return grid.text(row, column) !== '';
      return (role === 'rag' || role === 'completed') && colourOfHex(grid.at(row, column)?.fill) !== undefined;
    });
  }

  function readWithoutAction(
    row: number,
    filled: readonly number[],
    only: number | undefined,
    skipped: (why: string) => RowReading,
    section: (why: string) => RowReading,
  ): RowReading {
    const rolesHere = filled.map((column) => roles.get(column) ?? 'note');
    if (above !== undefined && rolesHere.every((role) => carried.has(role))) {
      return { kind: 'continuation', row, why: 'Goes on with the action above.' };
    }
    if (rolesHere.every((role) => role === 'objective' || role === 'theme' || role === 'ref'))
      return section('A heading for the actions below.');
    if (only !== undefined) return section('A row with one cell alone.');
    return skipped('No action stands in this row.');
  }

  function readSpread(row: number, filled: readonly number[], skipped: (why: string) => RowReading): RowReading {
    const actions = filled.filter((column) => actionColumns.includes(column));
    if (actions.length === 0) return skipped('No action stands in this row.');
    const texts = actions.map((column) => grid.text(row, column));
    if (texts.every((text) => themesOfHeading(text).length > 0 && wordCount(text) <= 4))
      return skipped('A row of themes.');
    if (texts.every((text) => wordCount(text) < 2)) return skipped('Too short for actions.');
    return { kind: 'action', row };
  }

  function isWide(row: number, column: number): boolean {
    const merge = grid.mergeAt(row, column);
    const width = merge === undefined ? 1 : merge.right - merge.left + 1;
    return width >= Math.max(2, Math.ceil(columns.length / 2));
  }

  function isLegend(row: number, filled: readonly number[]): boolean {
    if (filled.length > 1 && filled.every((column) => isKeyCell(grid.text(row, column)))) return true;
    if (filled.length !== 2) return false;
    const texts = filled.map((column) => grid.text(row, column));
    // “Complete skills audit” beside “Amber” is an action and its rating.
    if (actionColumn !== undefined && hasItsOwn(filled) && filled.includes(actionColumn))
      return texts.every(isPlainStatus);
    return texts.every(
      (text) => wordCount(text) <= 5 && (readStatusWord(text) !== undefined || furniture.test(plainText(text))),
    );
  }
}

/** “Pillar 5 – Impact” is a title also where its theme is not said in full. */
const namesTheme = (text: string): boolean =>
  themesOfHeading(text).length > 0 ||
  ((wordCount(text) <= 2 || /^\W*(?:theme|pillar|strand)\b/i.test(text)) && themesOfTitle(text).length > 0);

export const isActionRole = (role: ColumnRole): boolean =>
  role === 'action' || role === 'themeActions' || role === 'horizonActions' || role === 'ratingActions';
