import type { ImportCorrections } from '#shared/model/importPreview.ts';
import type { Theme } from '#shared/model/words.ts';
import { remember } from './memory.ts';
import type { RawAction } from './rawActions.ts';
import type { Table } from './tables.ts';
import { type ThemeKey, themesOfReferences } from './themeKey.ts';
import { looksLikeThemeCodes, readThemes, suggestBlockThemes, themeNames, themesOfHeading } from './themes.ts';

export type ThemesOfAction = {
  readonly themes: readonly Theme[];
  readonly why: string;
  /** Themes were suggested without a word for them: a person must look. */
  readonly suggested: boolean;
  /** Words of the theme column that name no theme. */
  readonly unknown: readonly string[];
  readonly word: string;
};

/**
 * The themes of every action of a table, from the nearest place that names one: its column, its theme column or
 * merged block, the section above, the headings and names around the table, its objective, its reference.
 */
export function themesOfActions(
  table: Table,
  raws: readonly RawAction[],
  corrections: ImportCorrections['themes'] = {},
  key: ThemeKey = new Map(),
): readonly ThemesOfAction[] {
  const column = table.columns.find(({ role }) => role === 'theme')?.column;
  const values =
    column === undefined
      ? []
      : raws.map((raw) => raw.cells.get('theme')?.cell.text ?? '').filter((text) => text !== '');
  const codes = looksLikeThemeCodes(values);
  const read = remember((text) => readThemes(text, codes, corrections));
  const ofObjective = remember(themesOfHeading);
  // Most plans name their themes elsewhere, and then nobody asks how the references begin.
  let references: ReturnType<typeof themesOfReferences> | 'unread' = 'unread';
  const ofReference = (ref: string) => {
    if (references === 'unread') references = themesOfReferences(raws.map(referenceOf), key);
    return references?.(ref);
  };
  const suggested =
    column === undefined
      ? new Map<number, Theme>()
      : suggestFromBlocks(table, raws, column, (text) => read(text).themes);

  const columnWhy = table.columns.some(({ role }) => role === 'themeTicks')
    ? 'From the marks under the themes.'
    : 'From the heading of its column.';

  return raws.map((raw, index) => {
    const found = (
      themes: readonly Theme[],
      why: string,
      word = '',
      unknown: readonly string[] = [],
    ): ThemesOfAction => ({ themes, why, suggested: false, unknown, word });
    if (raw.columnThemes.length > 0) return found(raw.columnThemes, columnWhy);
    const placed = raw.cells.get('theme');
    const word = placed?.cell.text.trim() ?? '';
    const reading = word === '' ? undefined : read(word);
    if (reading !== undefined && reading.themes.length > 0) {
      const why = codes ? `From the code “${word}” in ${placed?.place}.` : `From “${word}” in ${placed?.place}.`;
      return found(reading.themes, why, word, reading.unknown);
    }
    const unknown = reading?.unknown ?? [];
    const guess = suggested.get(index);
    if (guess !== undefined) {
      const why = `Its theme cell is empty. ${themeNames[guess]} is suggested, since the blocks stand in the usual order of the themes.`;
      return { themes: [guess], why, suggested: true, unknown, word };
    }
    if (raw.sectionThemes.length > 0)
      return found(raw.sectionThemes, 'From the row above that names it.', word, unknown);
    if (table.context.themes.length > 0) return found(table.context.themes, table.context.why, word, unknown);
    const objective = ofObjective(raw.cells.get('objective')?.cell.text ?? raw.sectionObjective);
    if (objective.length > 0) return found(objective, 'From its objective.', word, unknown);
    const byReference = ofReference(referenceOf(raw));
    if (byReference !== undefined) return found([byReference.theme], byReference.why, word, unknown);
    return found([], '', word, unknown);
  });
}

const referenceOf = (raw: RawAction): string => raw.cells.get('ref')?.cell.text ?? raw.countedAs;

/** By index of the action. A block is a merged cell, or a run of rows under one word. */
function suggestFromBlocks(
  table: Table,
  raws: readonly RawAction[],
  column: number,
  read: (text: string) => readonly Theme[],
): ReadonlyMap<number, Theme> {
  const blocks: { readonly themes: readonly Theme[]; readonly members: number[]; readonly id: string }[] = [];
  raws.forEach((raw, index) => {
    const merge = table.grid.mergeAt(raw.row, column);
    const text = raw.cells.get('theme')?.cell.text ?? '';
    const id = merge === undefined ? `word ${text}` : `merge ${merge.top}`;
    const open = blocks.at(-1);
    if (open !== undefined && open.id === id) open.members.push(index);
    else blocks.push({ themes: text === '' ? [] : read(text), members: [index], id });
  });
  const byIndex = new Map<number, Theme>();
  // Only merged blocks are suggested for: a single empty cell may be left empty on purpose.
  suggestBlockThemes(blocks.map(({ themes }) => themes)).forEach((theme, block) => {
    const { members = [], id = '' } = blocks[block] ?? {};
    if (theme !== undefined && id.startsWith('merge')) for (const index of members) byIndex.set(index, theme);
  });
  return byIndex;
}
