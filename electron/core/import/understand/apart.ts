import type { ColumnProfile } from './columnProfile.ts';

const listHeading = /\b(?:lists?|options?|choices|drop ?downs?|look ?ups?|counts?|totals?|number of|how many|key)\b/i;

/**
 * Columns beside the table that are none of it: after an empty column, a list of choices or a count of ratings. Their
 * cells belong to no action, though they stand in its row.
 */
export function columnsApart(headers: readonly string[], profiles: readonly ColumnProfile[]): readonly number[] {
  const isEmpty = (column: number): boolean =>
    headers[column] === '' && (profiles[column]?.filled ?? 0) + (profiles[column]?.colours ?? 0) === 0;
  const groups: number[][] = [];
  headers.forEach((_, column) => {
    if (isEmpty(column)) return;
    if (column === 0 || isEmpty(column - 1)) groups.push([column]);
    else groups.at(-1)?.push(column);
  });
  const table = groups.find((group) => group.filter((column) => headers[column] !== '').length >= 2);
  return groups
    .slice(table === undefined ? groups.length : groups.indexOf(table) + 1)
    .filter((group) => group.some((column) => listHeading.test(headers[column] ?? '')))
    .flat();
}
