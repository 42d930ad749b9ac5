import { themeKeyHeadings } from '#core/export/workbook/layout.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import type { Grid } from './grid.ts';
import { readThemes, type ThemeReading } from './themes.ts';

/** Reads a theme cell of our workbook, several themes with a semicolon between. */
export type OurThemeWords = (cell: string, mapping: Readonly<Record<string, readonly Theme[]>>) => ThemeReading;

const usual: Readonly<Record<string, Theme>> = {
  visibility: 'visibility',
  recognition: 'recognition',
  'career development': 'career-development',
  sustainability: 'sustainability',
  'evaluating impact': 'evaluating-impact',
} satisfies Record<string, Theme>;

/**
 * The words of the key, by which an institution calls the themes, before the usual ones. What is neither was typed by
 * a person, and is read as in any other file.
 */
export function readOurThemeWords(grids: readonly Grid[]): OurThemeWords {
  const words = new Map<string, Theme>(Object.entries(usual));
  for (const grid of grids) {
    for (let row = 0; row < grid.rowCount; row += 1) {
      if (grid.text(row, 0) !== themeKeyHeadings[0] || grid.text(row, 1) !== themeKeyHeadings[1]) continue;
      for (let below = row + 1; below <= row + themes.length; below += 1) {
        const theme = usual[grid.text(below, 1).toLowerCase()];
        const word = grid.text(below, 0).toLowerCase();
        if (theme !== undefined && word !== '') words.set(word, theme);
      }
    }
  }
  return (cell, mapping) => {
    const chosen = mapping[cell.trim()];
    if (chosen !== undefined) return { themes: chosen, unknown: [] };
    const found: Theme[] = [];
    const unknown: string[] = [];
    for (const part of cell.split(/[;\n]/).map((text) => text.trim())) {
      if (part === '') continue;
      const known = words.get(part.toLowerCase());
      const reading: ThemeReading =
        known === undefined ? readThemes(part, false, mapping) : { themes: [known], unknown: [] };
      found.push(...reading.themes);
      unknown.push(...reading.unknown);
    }
    return { themes: [...new Set(found)], unknown };
  };
}
