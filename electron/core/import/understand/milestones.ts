import type { MilestonesAs } from '#shared/model/importPreview.ts';
import { excerpt, isBullet, plainText } from './plainText.ts';
import type { RawAction } from './rawActions.ts';
import { headsMilestones } from './rows.ts';
import type { Table } from './tables.ts';

/** Rows that the file puts below an action, whatever they are then taken for. */
export type MilestonesFound = {
  /** By the place among the gathered actions, that of the action above. */
  readonly parentOf: ReadonlyMap<number, number>;
  readonly as: MilestonesAs;
  readonly why: string;
};

type Sign = 'heading' | 'word' | 'kind' | 'number' | 'indent';

/** “Step up training” is an action; “Step 2: train” is a step. Stages are those of the Technician Commitment. */
const calledSo =
  /^\s*(?:key )?(?:milestones?|steps?|sub[- ]?(?:tasks?|actions?|steps?))\s*(?:\d{1,2}(?:[a-z]?\s*[:.)–—-]|\s)|[a-h]\s*[:.)–—-]|[:–—-])\s*\S/i;
export const beginsAsMilestone = (text: string): boolean => calledSo.test(text);

const kindOfAction = /^(?:main |key )?(?:actions?|objectives?|projects?)$/;
const kindOfMilestone = /^(?:key )?(?:milestones?|steps?|tasks?|deliverables?|sub[- ]?(?:tasks?|actions?|steps?))$/;

/**
 * The rows of a table that stand for milestones or steps of the action above: numbered below its number, called so, or
 * indented without a number where the action has one. Undefined where there is none.
 */
export function findMilestones(table: Table, raws: readonly RawAction[]): MilestonesFound | undefined {
  const { grid, columns, readings } = table;
  const actionColumn = columns.find(({ role }) => role === 'action')?.column;
  if (actionColumn === undefined || grid.turned !== undefined || grid.sheet.kind === 'wordOutline') return undefined;
  const kindColumn = columnOfKinds(table, raws);
  const { sectionOf, headingOf } = lastAbove(readings);
  const parentOf = new Map<number, number>();
  const signs = new Map<number, Sign>();
  let parent: number | undefined;
  raws.forEach((raw, at) => {
    const above = parent === undefined ? undefined : raws[parent];
    const sign = above === undefined || above.split || raw.split ? undefined : signOf(raw, above, at);
    if (sign === undefined || parent === undefined) parent = at;
    else {
      parentOf.set(at, parent);
      signs.set(at, sign);
    }
  });
  const [first] = parentOf;
  if (first === undefined) return undefined;
  const [at, under] = first;
  const sign = signs.get(at) ?? 'number';
  const [raw, above] = [raws[at], raws[under]];
  if (raw === undefined || above === undefined) return undefined;
  const isFull =
    [...signs.values()].every((each) => each === 'number') &&
    fullness([...parentOf.keys()], raws) >= fullness([...new Set(parentOf.values())], raws);
  const rows =
    parentOf.size === 1
      ? 'One row stands below an action:'
      : `${parentOf.size} rows stand below an action; for instance,`;
  const because = `${rows} ${inWords(sign, raw, above)}`;
  return isFull
    ? {
        parentOf,
        as: 'actions',
        why: `${because}. ${parentOf.size === 1 ? 'It says as much as the action itself, so it may be an action of its own.' : 'They say as much as the action itself, so they may be actions of their own.'}`,
      }
    : { parentOf, as: 'milestones', why: `${because}.` };

  function signOf(one: RawAction, above: RawAction, at: number): Sign | undefined {
    if ((sectionOf.get(one.row) ?? -1) > above.row) return undefined;
    const kind = kindColumn === undefined ? '' : plainText(grid.text(one.row, kindColumn));
    if (kindOfMilestone.test(kind)) return 'kind';
    if (kindOfAction.test(kind)) return undefined;
    if (beginsAsMilestone(one.action) && !beginsAsMilestone(above.action)) return 'word';
    if (isNumberedBelow(refOf(one), refOf(above))) return 'number';
    if ((headingOf.get(one.row) ?? -1) > above.row && goesOnUnderHeading(one, above, at)) return 'heading';
    const indents = [indentOf(one), indentOf(above)] as const;
    return refOf(one) === '' && refOf(above) !== '' && indents[0] > indents[1] ? 'indent' : undefined;
  }

  /** Under “Milestones” until a row that is one no longer: after a blank row, or with a number or a lead as actions have. */
  function goesOnUnderHeading(one: RawAction, above: RawAction, at: number): boolean {
    if (refOf(above) !== '' && refOf(one) !== '') return false;
    const before = raws[at - 1];
    if (before === undefined || !parentOf.has(at - 1)) return true;
    const isApart = one.row > before.row + 1;
    return !isApart && (before.cells.has('owner') || !one.cells.has('owner'));
  }

  function indentOf(one: RawAction): number {
    const cell = grid.at(one.row, actionColumn ?? 0);
    if (cell === undefined) return 0;
    const spaces = /^[ \t\u00a0]*/.exec(cell.text)?.[0].length ?? 0;
    return (cell.indent ?? 0) + (spaces >= 2 ? 1 : 0) + (isBullet(cell.text) ? 1 : 0);
  }

  function inWords(sign: Sign, one: RawAction, above: RawAction): string {
    const place = `in row ${grid.rowNumber(one.row)}`;
    switch (sign) {
      case 'heading':
        return `“Milestones” heads “${excerpt(one.action, 40)}” ${place}`;
      case 'word':
        return `“${excerpt(one.action, 40)}” ${place} is called so`;
      case 'kind':
        return `“${excerpt(one.action, 40)}” ${place} is a “${grid.text(one.row, kindColumn ?? 0)}” by column ${grid.columnName(kindColumn ?? 0)}`;
      case 'number':
        return `${refOf(one)} ${place} is numbered below ${refOf(above)}`;
      case 'indent':
        return `“${excerpt(one.action, 40)}” ${place} is indented and has no number`;
    }
  }
}

/** For each row the last section and the last heading of milestones above it. */
function lastAbove(readings: Table['readings']) {
  const sectionOf = new Map<number, number>();
  const headingOf = new Map<number, number>();
  let [section, heading] = [-1, -1];
  for (const reading of readings) {
    if (reading.kind === 'section') section = reading.row;
    else if (headsMilestones(reading)) heading = reading.row;
    sectionOf.set(reading.row, section);
    headingOf.set(reading.row, heading);
  }
  return { sectionOf, headingOf };
}

const refOf = ({ cells, countedAs }: RawAction): string =>
  ((cells.get('ref')?.cell.text ?? '') || countedAs).replace(/[\s()]/g, '').replace(/[.:]+$/, '');

/** `1.1a`, `1.1.1` and a bare `a` or `ii` are numbered below `1.1`; `1.10` is not. */
export function isNumberedBelow(ref: string, above: string): boolean {
  if (ref === '' || above === '' || !/\d/.test(above)) return false;
  if (/^(?:[a-h]|i{1,3}|iv|vi{0,3})$/i.test(ref)) return true;
  if (!ref.startsWith(above)) return false;
  const rest = ref.slice(above.length);
  return /^(?:[.\-/]\w|[a-z]{1,4}$)/i.test(rest) || (/\p{L}$/u.test(above) && /^\d/.test(rest));
}

/** A column that calls some rows actions and others milestones. */
function columnOfKinds({ grid, columns }: Table, raws: readonly RawAction[]): number | undefined {
  return columns.find(({ role, column }) => {
    if (role !== 'note' && role !== 'theme' && role !== 'ref') return false;
    const kinds = raws.map(({ row }) => plainText(grid.text(row, column))).filter((kind) => kind !== '');
    return (
      kinds.some((kind) => kindOfMilestone.test(kind)) &&
      kinds.some((kind) => kindOfAction.test(kind)) &&
      kinds.every((kind) => kindOfMilestone.test(kind) || kindOfAction.test(kind))
    );
  })?.column;
}

const ofEveryRow: ReadonlySet<string> = new Set(['id', 'ref', 'theme', 'objective']);

/** How many fields the rows fill on the average, besides what stands over many of them. */
function fullness(at: readonly number[], raws: readonly RawAction[]): number {
  const filled = at.map((index) => {
    const { cells, shares } = raws[index] ?? { cells: new Map(), shares: [] };
    const own = [...cells].filter(([role, { cell }]) => !ofEveryRow.has(role) && (cell.text !== '' || cell.fill));
    return own.length + (shares.length > 0 ? 1 : 0);
  });
  return filled.reduce((sum, count) => sum + count, 0) / Math.max(1, filled.length);
}
