import type { Theme } from '#shared/model/words.ts';
import { periodOf } from './cycles.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header.ts';
import { excerpt } from './plainText.ts';
import type { TablePart } from './sideBySide.ts';
import { type StatusHeading, statusHeading } from './statusHeading.ts';
import { themesOfName, themesOfTitle } from './themes.ts';

/** What headings, titles and the name of the sheet say about every action of a table. */
export type TableContext = {
  readonly themes: readonly Theme[];
  readonly why: string;
  readonly objective: string;
  /** The nearest title that rates what stands under it. */
  readonly status: StatusHeading | undefined;
};

type Title = { readonly text: string; readonly why: string; readonly place?: string; readonly isName?: true };

/** Titles stand at most this far above their table; what is further up belongs to something else. */
const rowsAbove = 8;
export const looksLikeObjective = /^(?:objective|aim|goal)\b/i;

/** From the nearest title outwards: the heading over its columns, rows above, the sheet's name, headings of a document. */
export function contextOf(
  grid: Grid,
  header: Header | undefined,
  after: number,
  part?: TablePart | undefined,
): TableContext {
  const titles: Title[] = [];
  if (part !== undefined && part.group !== '')
    titles.push({ text: part.group, why: `From “${excerpt(part.group)}” over its columns.` });
  titles.push(...withoutThemeList(titlesAbove(grid, header?.firstRow ?? 0, after, part)));
  if (grid.sheet.kind === 'worksheet')
    titles.push({ text: grid.sheet.name, why: 'From the name of the sheet.', isName: true });
  for (const text of [...grid.sheet.headingsAbove].reverse())
    titles.push({ text, why: `From the heading “${excerpt(text)}”.` });
  const themed = titles
    .map(({ text, why, isName }) => ({ themes: isName === true ? themesOfName(text) : themesOfTitle(text), why }))
    .find(({ themes }) => themes.length > 0 && themes.length <= 2);
  const objective = titles.find(({ text }) => looksLikeObjective.test(text))?.text ?? '';
  const [status] = titles.flatMap(
    ({ text, place = 'the document', isName }) =>
      (isName === true ? statusHeading(text, 'the name of the sheet', 'sheet') : statusHeading(text, place)) ?? [],
  );
  return { themes: themed?.themes ?? [], why: themed?.why ?? '', objective, status };
}

const fewestListed = 3;

/** Lines that name one theme after another are a list of them, and the last is no title of the table. */
function withoutThemeList(titles: readonly Title[]): readonly Title[] {
  const single = titles.filter(({ text }) => themesOfTitle(text).length === 1);
  const named = new Set(single.flatMap(({ text }) => themesOfTitle(text)));
  return named.size < fewestListed ? titles : titles.filter((title) => !single.includes(title));
}

/** A title stands alone in its row, or alone over the columns of one of several tables side by side. */
function titlesAbove(grid: Grid, top: number, after: number, part: TablePart | undefined): readonly Title[] {
  const titles: Title[] = [];
  const own = part === undefined ? undefined : new Set(part.columns);
  for (let row = top - 1; row > Math.max(after, top - rowsAbove - 1); row -= 1) {
    const filled = grid.filled(row);
    const here = own === undefined || filled.length === 1 ? filled : filled.filter((column) => own.has(column));
    if (here.length !== 1) continue;
    const text = grid.text(row, here[0] ?? 0);
    titles.push({ text, why: `From “${excerpt(text)}” above the table.`, place: grid.place(row, here[0] ?? 0) });
  }
  return titles;
}

/** The cycle that a table is for, from what stands above it or from the name of its sheet. */
export function periodAround(grid: Grid, header: Header, after: number): string | undefined {
  for (let row = header.firstRow - 1; row > Math.max(after, header.firstRow - rowsAbove - 1); row -= 1) {
    for (const column of grid.filled(row)) {
      const period = periodOf(grid.text(row, column));
      if (period !== undefined) return period;
    }
  }
  return periodOf(grid.sheet.name) ?? grid.sheet.headingsAbove.map(periodOf).findLast((one) => one !== undefined);
}
