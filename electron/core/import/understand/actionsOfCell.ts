import type { ColumnGuess } from './columns.ts';
import type { Grid } from './grid.ts';
import { isBullet, withoutBullet, wordCount } from './plainText.ts';

/** The actions that one cell holds: its bullets where every line is one, else the whole text. */
export function actionsOfCell(text: string, listItems: readonly string[] | undefined): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // An item may have lines of its own: what is nested in it, or a break within it.
  const itemLines = listItems?.flatMap((item) => item.split('\n')).filter((line) => line.trim() !== '');
  const items = itemLines?.length === lines.length ? listItems?.map((item) => item.trim()) : undefined;
  const bullets = items ?? (lines.every(isBullet) ? lines.map(withoutBullet) : undefined);
  if (bullets === undefined) return [text];
  const useful = bullets.map((item) => withoutBullet(item).replace(/[;,]$/, '')).filter((item) => item !== '');
  if (useful.length === 1) return [useful[0] ?? text];
  // Bullets of one or two words are a list within an action, not actions.
  return useful.every((item) => wordCount(item) >= 3) ? useful : [text];
}

/** The column whose words are the action of a row where the column of actions is empty. */
export function longestOfRow(grid: Grid, columns: readonly ColumnGuess[], row: number): ColumnGuess | undefined {
  const filled = grid.filled(row);
  return columns
    .filter(({ column, role }) => role !== 'ignore' && filled.includes(column))
    .toSorted((one, other) => grid.text(row, other.column).length - grid.text(row, one.column).length)[0];
}
