import type { PreviewAlternative } from '#shared/model/importPreview.ts';
import type { GatheredTable } from './gatherTable.ts';
import { otherKindOf } from './otherKinds.ts';
import { plainText } from './plainText.ts';
import { laterReports } from './reports.ts';
import { ratedCells, type Table } from './tables.ts';

export type TableUse = {
  readonly use: 'plan' | 'alternative' | 'not-a-plan';
  readonly why: string;
  readonly alternative?: PreviewAlternative['kind'];
};

const sameShare = 0.8;

/**
 * Which of the tables are *the* plan. All of one period together are, since a plan may have a sheet for each theme;
 * of several periods the one that is rated, which is the plan under review; never a hidden sheet unasked.
 */
export function choosePlans(
  gathered: readonly GatheredTable[],
  chosen: readonly string[] | undefined,
): readonly TableUse[] {
  if (chosen !== undefined) {
    return gathered.map(({ table }) =>
      chosen.includes(table.key)
        ? { use: 'plan', why: 'Chosen by you.' }
        : table.isPlan
          ? { use: 'alternative', why: 'Not chosen by you.', alternative: 'less-likely' }
          : { use: 'not-a-plan', why: table.why },
    );
  }
  const plans = gathered.filter(({ table, raws }) => table.isPlan && raws.length > 0 && !table.grid.sheet.hidden);
  const hasTables = plans.some(({ table }) => !isOutline(table));
  const likely = plans.filter(({ table }) => !isOutline(table) || (!hasTables && table.grid.sheet.doubt === undefined));
  const uses = new Map<GatheredTable, TableUse>();
  // What only could be a plan is one where nothing else is.
  const certain = likely.filter((one) => otherKindOf(one) === undefined);
  const reports = laterReports(likely);
  for (const one of likely) {
    const other = certain.length > 0 ? otherKindOf(one) : undefined;
    const later = reports.get(one);
    if (other !== undefined) uses.set(one, { use: 'alternative', why: other, alternative: 'less-likely' });
    else if (later !== undefined) {
      const why = `An earlier report on the actions that stand in ${later.table.grid.sheet.name} as well.`;
      uses.set(one, { use: 'alternative', why, alternative: 'repeat' });
    }
  }
  const eligible = likely.filter((one) => !uses.has(one));
  const period = periodUnderReview(eligible);
  const seen = new Set<string>();

  // Larger and rated tables come first, so that a summary repeats the plan and not the plan its summary.
  const order = [...eligible].sort((one, other) => weight(other) - weight(one));
  for (const one of order) {
    const { table, raws } = one;
    if (period !== undefined && table.period !== undefined && table.period !== period) {
      uses.set(one, {
        use: 'alternative',
        why: whyOther(table.period, period),
        alternative: 'other-cycle',
      });
      continue;
    }
    const texts = eligible.length < 2 ? [] : raws.map((raw) => plainText(raw.action));
    const repeated = texts.filter((text) => seen.has(text)).length;
    if (texts.length > 1 && repeated / texts.length >= sameShare) {
      uses.set(one, { use: 'alternative', why: 'Its actions stand in another table as well.', alternative: 'repeat' });
      continue;
    }
    for (const text of texts) seen.add(text);
    uses.set(one, { use: 'plan', why: table.why });
  }
  return gathered.map((one): TableUse => {
    const use = uses.get(one);
    if (use !== undefined) return use;
    if (!one.table.isPlan || one.raws.length === 0) return { use: 'not-a-plan', why: one.table.why };
    if (isOutline(one.table)) return outlineUse(one.table, hasTables);
    return { use: 'alternative', why: 'Its sheet is hidden.', alternative: 'hidden-sheet' };
  });
}

function whyOther(period: string, reviewed: string): string {
  const named = (label: string): string => (/^\d/.test(label) ? `that of ${label}` : `the one called “${label}”`);
  return `${named(period).replace(/^t/, 'T')} is another plan: ${named(reviewed)} is rated, or the later of the two.`;
}

const isOutline = (table: Table): boolean => table.grid.sheet.kind === 'wordOutline';

/** Lists beside a plan in tables are offered only where they plainly are actions. */
function outlineUse(table: Table, hasTables: boolean): TableUse {
  const { doubt } = table.grid.sheet;
  if (hasTables && doubt !== undefined) return { use: 'not-a-plan', why: doubt };
  const why = doubt ?? 'These are lists under headings; the document has its plan in tables.';
  return { use: 'alternative', why, alternative: 'less-likely' };
}

const weight = ({ table, raws }: GatheredTable): number => raws.length + (ratedCells(table) > 0 ? 10_000 : 0);

function periodUnderReview(eligible: readonly GatheredTable[]): string | undefined {
  const ratings = new Map<string, number>();
  for (const { table } of eligible) {
    if (table.period !== undefined) ratings.set(table.period, (ratings.get(table.period) ?? 0) + ratedCells(table));
  }
  if (ratings.size < 2) return undefined;
  return [...ratings].sort(
    ([one, rated], [other, otherRated]) => otherRated - rated || other.localeCompare(one),
  )[0]?.[0];
}
