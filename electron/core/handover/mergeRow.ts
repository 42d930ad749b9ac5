import { plainTextOf, type RichText, wordCountOf } from '#shared/model/richText.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { mergeParagraphs } from './mergeParagraphs.ts';
import { isBlank, isQuiet, take, type Unit, unitsOf, unitValue } from './mergeUnits.ts';

/** The three states of one row: as it was for both, as it is here, as it is in the copy. Null where there is none. */
export interface RowStates {
  readonly table: TableName;
  readonly id: string;
  readonly common: StoredRow | null;
  readonly here: StoredRow | null;
  readonly copy: StoredRow | null;
}

export interface RowMerge extends RowStates {
  /** The row here with everything of the copy that raises no question; null where it goes. */
  readonly merged: StoredRow | null;
  /** Fields that come from the copy without a question. */
  readonly taken: readonly Unit[];
  /** Those of them that both changed, in different places, and that hold what both wrote. */
  readonly together: readonly Unit[];
  /** Fields that both changed, each in its own way. `whole` is the row itself: one removed it, the other worked on it. */
  readonly conflicts: readonly (Unit | typeof whole)[];
}

export const whole = '';

/** Who worked on what belongs to the row: on a rating of an action that the other put in the bin. */
export interface Touched {
  readonly here: boolean;
  readonly copy: boolean;
}

/**
 * Three states of a row as one. What only one side changed is taken from it; what both changed alike is no question;
 * everything else is. Null where the copy brings nothing.
 */
export function mergeRow(states: RowStates, touched: Touched = { here: false, copy: false }): RowMerge | null {
  const { common, here, copy } = states;
  if (here && copy) return mergeFields(states, here, copy, touched);
  const made = (merged: StoredRow | null, conflicts: readonly string[] = []): RowMerge => ({
    ...states,
    merged,
    taken: [],
    together: [],
    conflicts,
  });
  if (copy) {
    if (!common) return made(copy);
    // Removed here: a question only where the copy worked on it.
    return differ(states.table, common, copy) || touched.copy ? made(null, [whole]) : null;
  }
  if (!here || !common) return null;
  return differ(states.table, common, here) || touched.here ? made(here, [whole]) : made(null);
}

function mergeFields(states: RowStates, here: StoredRow, copy: StoredRow, touched: Touched): RowMerge | null {
  const { table, common } = states;
  const units = unitsOf(table, [common, here, copy]);
  const changed = (row: StoredRow, unit: Unit): boolean =>
    common ? unitValue(table, row, unit) !== unitValue(table, common, unit) : !isBlank(table, row, unit);
  const edited = (row: StoredRow, ofChildren: boolean): boolean =>
    ofChildren || units.some((unit) => unit !== 'binned' && !isQuiet(table, unit) && changed(row, unit));
  let merged = here;
  const taken: Unit[] = [];
  const together: Unit[] = [];
  const conflicts: Unit[] = [];
  for (const unit of units) {
    if (unitValue(table, here, unit) === unitValue(table, copy, unit)) continue;
    const [byHere, byCopy] = [changed(here, unit), changed(copy, unit)];
    if (unit === 'binned' && common) {
      // Out of sight is not where somebody's work should go without a word.
      const binnedHere = here.binned === 1 && byHere;
      const binnedThere = copy.binned === 1 && byCopy;
      if ((binnedHere && edited(copy, touched.copy)) || (binnedThere && edited(here, touched.here))) {
        conflicts.push(unit);
        continue;
      }
    }
    if (!byCopy) continue;
    if (!byHere) {
      merged = take(table, merged, copy, unit);
      taken.push(unit);
    } else if (isQuiet(table, unit)) merged = { ...merged, ...settled(table, unit, here, copy) };
    else {
      const both = common && table === 'answer' && unit === 'content' ? bothTexts(common, here, copy) : null;
      if (both) {
        merged = { ...merged, ...both };
        taken.push(unit);
        together.push(unit);
      } else conflicts.push(unit);
    }
  }
  // Nobody has read the two together yet, so nobody has called them ready.
  if (together.length > 0 && merged.state === 'ready') merged = { ...merged, state: 'draft' };
  if (taken.some((unit) => !isQuiet(table, unit)) || conflicts.length > 0 || taken.includes('position'))
    return { ...states, merged, taken, together, conflicts };
  // Nothing but the moment of touching differs: nobody did anything.
  return taken.length > 0 && taken.includes('state') ? { ...states, merged, taken, together, conflicts } : null;
}

/** The text of an answer with what both did in it, where they did it in different places. */
function bothTexts(common: StoredRow, here: StoredRow, copy: StoredRow): StoredRow | null {
  const [was, mine, theirs] = [common, here, copy].map(({ content }) => JSON.parse(String(content)) as RichText);
  const both = was && mine && theirs ? mergeParagraphs(was, mine, theirs) : null;
  return both && { content: JSON.stringify(both), plainText: plainTextOf(both), words: wordCountOf(both) };
}

/** What nobody is asked about: the later instant, the humbler state of an answer, and otherwise as it is here. */
function settled(table: TableName, unit: Unit, here: StoredRow, copy: StoredRow): StoredRow {
  if (table === 'answer' && unit === 'state') return { state: 'draft' };
  if (/[a-z]At$/u.test(unit)) return { [unit]: [here[unit], copy[unit]].map(String).toSorted().at(-1) ?? null };
  return { [unit]: here[unit] ?? null };
}

/** Whether two states of a row differ in anything that somebody did. */
export function differ(table: TableName, one: StoredRow, other: StoredRow): boolean {
  return unitsOf(table, [one, other]).some(
    (unit) => !isQuiet(table, unit) && unitValue(table, one, unit) !== unitValue(table, other, unit),
  );
}
