import { periodOf } from './cycles.ts';
import type { GatheredTable } from './gatherTable.ts';
import { plainText } from './plainText.ts';
import { recencyOf } from './recency.ts';

/** From this share of the same actions on, in both directions, two tables are reports on the same plan. */
const sameShare = 0.8;
/** Reports twice a year for half a century; a file of more tables is something else. */
const mostReports = 100;

/**
 * Tables that say the same actions again at another time, as a sheet for each report does: by table, the later one
 * that stands for it. Tables without a date, or of different cycles, are not compared.
 */
export function laterReports(tables: readonly GatheredTable[]): ReadonlyMap<GatheredTable, GatheredTable> {
  const dated = tables.flatMap((one) => {
    const when = whenOf(one);
    return when === undefined ? [] : [{ one, when, texts: new Set(one.raws.map((raw) => plainText(raw.action))) }];
  });
  const later = new Map<GatheredTable, GatheredTable>();
  if (dated.length > mostReports) return later;
  for (const { one, when, texts } of dated) {
    const newest = dated
      .filter((other) => other.when > when && alike(texts, other.texts))
      .toSorted((a, b) => b.when - a.when)[0];
    if (newest !== undefined) later.set(one, newest.one);
  }
  return later;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  const both = [...one].filter((text) => other.has(text)).length;
  return both >= sameShare * one.size && both >= sameShare * other.size;
}

/** From the name of the sheet, a title above the table, or a heading of the document. */
function whenOf({ table }: GatheredTable): number | undefined {
  const { grid, header } = table;
  const top = header?.firstRow ?? 0;
  const titles = [grid.sheet.name, ...grid.sheet.headingsAbove.toReversed()];
  for (let row = top - 1; row >= Math.max(0, top - 4); row -= 1) {
    const [column, ...others] = grid.filled(row);
    if (column !== undefined && others.length === 0) titles.push(grid.text(row, column));
  }
  return titles
    .filter((text) => periodOf(text) === undefined)
    .map(recencyOf)
    .find((when) => when !== undefined);
}
