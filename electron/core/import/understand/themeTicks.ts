import type { Theme } from '#shared/model/words.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { ColumnGuess } from './columns.ts';
import { isTick } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { looksLikeThemeCodes, readThemes, themesNamed, themesOfHeading } from './themes.ts';

const marked = 0.9;
const fewestCodes = 3;

/** The one theme that a heading names, or that its letters stand for. */
function themeOf(header: string, isCode: boolean): Theme | undefined {
  const named = themesOfHeading(header);
  if (named.length === 1 && themesNamed(header).length === 1) return named[0];
  const read = isCode && header.trim() !== '' ? readThemes(header, true, {}) : undefined;
  return read?.unknown.length === 0 && read.themes.length === 1 ? read.themes[0] : undefined;
}

/** Columns headed by themes, or by three or more of their letters, that hold marks and nothing else. */
export function themeTickColumns(headers: readonly string[], profiles: readonly ColumnProfile[]): readonly number[] {
  const onlyMarks = headers.flatMap((header, column) => {
    const profile = profiles[column];
    const isMarked = profile !== undefined && (profile.filled === 0 || profile.ticks + profile.noTicks >= marked);
    return isMarked && header.trim() !== '' ? [{ header, column }] : [];
  });
  const codes = onlyMarks.filter(({ header }) => looksLikeThemeCodes([header, 'v', 'cd']));
  const areCodes = new Set(codes.map(({ header }) => themeOf(header, true))).size >= fewestCodes;
  const columns = onlyMarks.filter(({ header }) => themeOf(header, areCodes) !== undefined).map(({ column }) => column);
  const isUsed = columns.some((column) => (profiles[column]?.ticks ?? 0) > 0);
  return columns.length >= 2 && isUsed ? columns : [];
}

/** The themes under which an action is marked. */
export const markedThemes = (grid: Grid, row: number, columns: readonly ColumnGuess[]): readonly Theme[] =>
  columns.flatMap(({ role, column, header }) =>
    role === 'themeTicks' && isTick(grid.text(row, column)) ? (themeOf(header, true) ?? []) : [],
  );
