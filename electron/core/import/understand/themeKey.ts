import type { Theme } from '#shared/model/words.ts';
import type { Grid } from './grid.ts';
import { excerpt } from './plainText.ts';
import { looksLikeThemeCodes, readThemes, themesOfHeading } from './themes.ts';

/** By number or letter as references begin with it: `1` of `1.2`, `B` of `B3`. */
export type ThemeKey = ReadonlyMap<string, { readonly theme: Theme; readonly why: string }>;

const longestKeyText = 300;
const entry =
  /(?:^|[\n;,|])\s*(?:(?:theme|pillar|strand|area|priority|objective|section)\s+)?(\d{1,2}|[A-Z]{1,2})\s*[.:)=–—-]\s*([^\n;,|=]+)/giu;
const codeAlone = /^\s*(?:(?:theme|pillar|strand|area|priority|objective|section)\s+)?(\d{1,2}|[A-Z]{1,2})[.:)]?\s*$/iu;

/**
 * What a file says that the numbers or letters of its themes are: “Theme 1: Visibility” in a line above the table, or
 * `1` beside “Visibility”. One theme alone is a heading and no key.
 */
export function readThemeKey(grids: readonly Grid[], isPlanRow: (grid: Grid, row: number) => boolean): ThemeKey {
  const key = new Map<string, { theme: Theme; why: string }>();
  for (const grid of grids) {
    for (let row = 0; row < grid.rowCount; row += 1) {
      if (isPlanRow(grid, row)) continue;
      for (const column of grid.filled(row)) {
        const text = grid.text(row, column);
        if (text.length > longestKeyText) continue;
        const alone = codeAlone.exec(text)?.[1];
        const entries = alone === undefined ? entriesOf(text) : [[alone, grid.text(row, column + 1)] as const];
        for (const [code, name] of entries) {
          const [theme, ...others] = themesOfHeading(name);
          if (theme === undefined || others.length > 0 || key.has(code.toUpperCase())) continue;
          key.set(code.toUpperCase(), { theme, why: `“${excerpt(text, 40)}” in ${grid.place(row, column)}` });
        }
      }
    }
  }
  return new Set([...key.values()].map(({ theme }) => theme)).size >= 2 ? key : new Map();
}

const entriesOf = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(entry)].map(([, code = '', name = '']) => [code, name] as const);

const numbered = /^\W*(\d{1,2})(?:[.\-/ ]\s*\d|[a-z]\b)/iu;
const lettered = /^\W*([A-Z]{1,5})[.\-/ ]?\s*\d/iu;

const beginningOf = (ref: string): string => (numbered.exec(ref) ?? lettered.exec(ref))?.[1]?.toUpperCase() ?? '';

/** From this share of the references on, how they begin says something. */
const tellingShare = 0.8;
const fewestThemes = 3;

/** The theme that each reference begins with, by the key of the file or by the letters that plans use; or nothing. */
export function themesOfReferences(
  refs: readonly string[],
  key: ThemeKey,
): ((ref: string) => { readonly theme: Theme; readonly why: string } | undefined) | undefined {
  const beginnings = refs.map(beginningOf);
  const isTelling = (test: (beginning: string) => boolean): boolean =>
    beginnings.filter(test).length >= Math.max(1, refs.length) * tellingShare;
  if (isTelling((beginning) => key.has(beginning))) {
    return (ref) => {
      const found = key.get(beginningOf(ref));
      return found && { theme: found.theme, why: `From its reference ${ref} and ${found.why}.` };
    };
  }
  if (!isTelling((beginning) => beginning !== '') || !looksLikeThemeCodes(beginnings)) return undefined;
  const themeOf = (ref: string): Theme | undefined => readThemes(beginningOf(ref), true, {}).themes[0];
  if (new Set(refs.map(themeOf)).size < fewestThemes) return undefined;
  return (ref) => {
    const theme = themeOf(ref);
    return theme && { theme, why: `From the letters of its reference ${ref}.` };
  };
}
