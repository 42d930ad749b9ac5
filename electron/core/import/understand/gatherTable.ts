import type { ColumnRole } from '#shared/model/importPreview.ts';
import { areFilledCircles, readCircle } from './circles.ts';
import { type CodeKey, mayBeCode } from './codeKey.ts';
import { remember } from './memory.ts';
import { percentReader } from './percent.ts';
import { colourOfHex, readStatusWord, type StatusColour } from './rag.ts';
import { markedSource, type RatingSource, ratingSource } from './rating.ts';
import { gatherActions, type PlacedCell, type RawAction } from './rawActions.ts';
import { markOfRow } from './splitRatings.ts';
import { headedSource, meaningOf } from './statusHeading.ts';
import type { Table } from './tables.ts';

/** A table with the texts of its actions gathered and what rates each of them found. */
export type GatheredTable = {
  readonly table: Table;
  readonly raws: readonly RawAction[];
  readonly ratings: readonly (RatingSource | undefined)[];
};

/**
 * @param titlesRate whether the titles over the tables of the file are ratings: “Completed” over one and “Under way” over
 * another. One alone may be said of the file.
 */
function gatherTable(table: Table, titlesRate = false): GatheredTable {
  const raws = gatherActions(table.grid, table.columns, table.readings);
  const rated = table.columns.some(({ role }) => role === 'rag' || role === 'ragTicks' || role === 'completed');
  const fillColumn = rated ? undefined : columnRatedByFill(table, raws);
  const rating = raws.map(({ cells }) => cells.get('rag') ?? cells.get('completed'));
  const texts = rating.map((one) => one?.cell.text ?? '');
  const percent = percentReader(rating.find((one) => one !== undefined)?.header ?? '', texts);
  const circles = areFilledCircles(texts.filter((text) => text !== '')) ? readCircle : undefined;
  const readWord = remember((text) => circles?.(text) ?? (percent ?? readStatusWord)(text));
  const ratings = raws.map((raw): RatingSource | undefined => {
    const written = raw.cells.get('rag')?.cell.text ?? '';
    const mark = written === '' ? markOfRow(table.grid, raw.row, table.columns) : undefined;
    const marked = mark === undefined ? undefined : placedAt(table, raw.row, mark.columns[0] ?? 0);
    if (mark !== undefined && marked !== undefined) return markedSource(mark, marked);
    const filled = fillColumn === undefined ? undefined : placedAt(table, raw.row, fillColumn);
    const headed = raw.headed ?? (titlesRate ? table.context.status : undefined);
    if (headed !== undefined && !rated && filled === undefined) return headedSource(headed);
    return ratingSource(raw, filled, readWord);
  });
  return { table, raws, ratings };
}

/** Every table gathered; their titles count as ratings where they rate differently. */
export function gatherTables(tables: readonly Table[]): readonly GatheredTable[] {
  const said = tables.flatMap(({ isPlan, context }) =>
    isPlan && context.status !== undefined ? [meaningOf(context.status.word)] : [],
  );
  const titlesRate = new Set(said).size >= 2;
  return tables.map((table) => gatherTable(table, titlesRate));
}

/** The texts of rating cells that are no words for a rating, but may be codes with a key. */
export const codesOf = (plans: readonly GatheredTable[]): ReadonlySet<string> =>
  new Set(
    plans.flatMap(({ ratings }) =>
      ratings.flatMap((one) => (one !== undefined && one.word === undefined && mayBeCode(one.text) ? [one.text] : [])),
    ),
  );

/** The same table, with the codes of its ratings read by the key of the file. */
export function withCodes(gathered: GatheredTable, key: CodeKey): GatheredTable {
  if (key.size === 0) return gathered;
  const ratings = gathered.ratings.map((one) => {
    const meaning = one === undefined || one.word !== undefined ? undefined : key.get(one.text);
    return one === undefined || meaning === undefined ? one : { ...one, word: meaning.word, meaning };
  });
  return { ...gathered, ratings };
}

function placedAt({ grid, columns }: Table, row: number, column: number): PlacedCell | undefined {
  const cell = grid.at(row, column);
  const header = columns.find((one) => one.column === column)?.header ?? '';
  return cell === undefined ? undefined : { cell, place: grid.place(row, column), header };
}

const notRatedByFill: ReadonlySet<ColumnRole> = new Set([
  'theme',
  'themeActions',
  'horizonActions',
  'horizonTicks',
  'ratingActions',
  'themeTicks',
  'responsibility',
  'ignore',
]);

const levelHeading = /\b(?:priorit|urgen|importan|risk|impact|effort|difficult|likelihood|severity|value)/i;
const level = /^(?:very )?(?:high|medium|med|moderate|low|critical|urgent|normal|h|m|l)(?: priority)?$/i;

/** How urgent or how risky an action is has the colours of a rating as well, and rates nothing that was done. */
function isLevel({ grid, rows, columns }: Table, column: number): boolean {
  if (levelHeading.test(columns.find((one) => one.column === column)?.header ?? '')) return true;
  const texts = rows.map((row) => grid.text(row, column).trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => level.test(text));
}

/**
 * Without a RAG column the fills of another may rate: those that differ from row to row among the RAG colours.
 * One colour throughout is decoration, and fills of a theme column are the colours of the themes.
 */
function columnRatedByFill(table: Table, raws: readonly RawAction[]): number | undefined {
  let best: { readonly column: number; readonly count: number } | undefined;
  for (const { column, role } of table.columns) {
    if (notRatedByFill.has(role) || isLevel(table, column)) continue;
    const colours = new Set<StatusColour>();
    let count = 0;
    for (const raw of raws) {
      const colour = colourOfHex(table.grid.at(raw.row, column)?.fill);
      if (colour === undefined) continue;
      count += 1;
      colours.add(colour);
    }
    if (colours.size >= 2 && count >= raws.length / 2 && count > (best?.count ?? 0)) best = { column, count };
  }
  return best?.column;
}
