import { importLimits } from '#shared/limits.ts';
import type {
  ImportPreview,
  PreviewAlternative,
  PreviewProblem,
  PreviewRow,
  PreviewStatus,
  PreviewTable,
  PreviewThemeWord,
} from '#shared/model/importPreview.ts';
import type { Sheet } from '../sheet.ts';
import { choosePlans, type TableUse } from './choosePlans.ts';
import { readCodeKey } from './codeKey.ts';
import { readColourKey } from './colourKey.ts';
import { codesOf, type GatheredTable, gatherTables, withCodes } from './gatherTable.ts';
import type { Grid } from './grid.ts';
import { headerKeyOf } from './headerKey.ts';
import { readOurWorkbook } from './ourWorkbook.ts';
import { excerpt } from './plainText.ts';
import { decideScheme, type StatusColour, type StatusWord } from './rag.ts';
import { type ReadOptions, type ReadTable, readTable } from './readTable.ts';
import type { RowReading } from './rows.ts';
import { findTables, type Table } from './tables.ts';
import { readThemeKey } from './themeKey.ts';

/** Everything of a preview but the file that it came from. */
export type Understanding = Omit<ImportPreview, 'source' | 'missing'>;

/**
 * Says what a file was understood to hold. Pure: the same sheets and corrections always give the same, and nothing is
 * guessed without a reason beside it.
 */
export function understand(sheets: readonly Sheet[], options: ReadOptions = {}): Understanding {
  const ours = readOurWorkbook(sheets, options);
  if (ours !== undefined) return ours;
  const corrections = options.corrections ?? {};
  const { grids, tables } = findTables(sheets, corrections);
  const found = gatherTables(tables);
  const uses = choosePlans(found, corrections.tables);
  const planRows = rowsOfPlans(tables, uses);
  const visible = grids.filter(({ sheet }) => !sheet.hidden);
  const keyGrids = visible.length > 0 ? visible : grids;
  const isPlanRow = (grid: Grid, row: number): boolean => planRows.get(grid.index)?.has(row) === true;
  const key = readColourKey(keyGrids, isPlanRow);
  const codes = readCodeKey(keyGrids, codesOf(found), isPlanRow);
  const gathered = found.map((one) => withCodes(one, codes));
  const plans = gathered.filter((_, index) => uses[index]?.use === 'plan');
  const scheme = decideScheme({
    ...evidenceOf(plans),
    key,
    headers: plans.flatMap(({ table }) => ratingHeaders(table)),
  });
  const keys = { colours: key, themes: readThemeKey(keyGrids, isPlanRow) };
  const read = gathered.map((one, index) => readTable(one, index, scheme, keys, options));

  const isPlan = (index: number): boolean => uses[index]?.use === 'plan';
  const actions = read.flatMap((one, index) => (isPlan(index) ? one.actions : []));
  const problems: PreviewProblem[] = read.flatMap((one, index) => (isPlan(index) ? one.problems : []));
  if (scheme === 'brag' || scheme === 'health') {
    const first = uses.findIndex(({ use }) => use === 'plan');
    problems.unshift({ code: 'rag-scheme-ask', message: schemeMessage[scheme], table: Math.max(0, first) });
  }
  if (actions.length === 0) {
    problems.unshift({
      code: 'no-plan-found',
      message: 'No table of this file reads as an action plan. Choose the table and the column that holds the actions.',
      table: 0,
    });
  }
  return {
    ragScheme: scheme,
    colourKey: [...key].map(([colour, { text, place }]) => ({ colour, text, place })),
    tables: gathered.map((one, index) => describe(one, uses[index] as TableUse, read[index] as ReadTable)),
    actions,
    alternatives: describeAlternatives(gathered, uses, read),
    problems,
  };
}

const schemeMessage = {
  brag: 'This file rates by four colours: blue is complete, and green means on track. Check what each colour becomes before it is brought in.',
  health:
    'The colours of this file say whether an action is on track. The Technician Commitment asks whether it is complete. Choose what each colour becomes.',
} as const;

/**
 * The rows of the tables that are plans, from the header to the last action, where a coloured word is a rating and not a
 * key. Also of a row that was left out: “Amber” in it says nothing of amber. A key that stands in between is none of them.
 */
function rowsOfPlans(tables: readonly Table[], uses: readonly TableUse[]): ReadonlyMap<number, ReadonlySet<number>> {
  const bySheet = new Map<number, Set<number>>();
  tables.forEach((table, index) => {
    if (uses[index]?.use === 'not-a-plan') return;
    const { grid, header, readings } = table;
    const rows = bySheet.get(grid.index) ?? new Set<number>();
    const last = readings.findLast(isOfAction)?.row ?? -1;
    for (const reading of readings) {
      const isLeftOut = reading.kind === 'skipped' && reading.isKey !== true && fillsPlan(table, reading.row, last);
      if (isOfAction(reading) || isLeftOut) rows.add(reading.row);
    }
    if (header !== undefined) rows.add(header.firstRow).add(header.lastRow);
    bySheet.set(grid.index, rows);
  });
  return bySheet;
}

const isOfAction = ({ kind }: RowReading): boolean => kind === 'action' || kind === 'continuation';
/** From so many filled columns on a row below the last action still belongs to the table. */
const columnsOfRow = 3;

function fillsPlan({ grid, columns }: Table, row: number, last: number): boolean {
  const filled = grid.filled(row).filter((column) => columns.some((one) => one.column === column));
  return filled.length >= (row < last ? 2 : columnsOfRow);
}

function evidenceOf(plans: readonly GatheredTable[]): {
  readonly words: readonly StatusWord[];
  readonly colours: readonly StatusColour[];
} {
  const words: StatusWord[] = [];
  const colours: StatusColour[] = [];
  for (const { ratings } of plans) {
    for (const rating of ratings) {
      if (rating?.word !== undefined) words.push(rating.word);
      else if (rating?.fill !== undefined) colours.push(rating.fill);
      else if (rating?.fontColour !== undefined) colours.push(rating.fontColour);
    }
  }
  return { words, colours };
}

const ratingHeaders = (table: Table): readonly string[] =>
  table.columns.filter(({ role }) => role === 'rag').map(({ header }) => header);

function describe({ table }: GatheredTable, { use, why }: TableUse, read: ReadTable): PreviewTable {
  const { grid, header, rows } = table;
  const ends = [header?.firstRow ?? rows[0] ?? 0, rows.at(-1) ?? header?.lastRow ?? 0].map(grid.rowNumber);
  return {
    key: table.key,
    sheet: table.grid.sheet.name,
    sheetIndex: table.grid.index,
    kind: table.grid.sheet.kind,
    hiddenSheet: table.grid.sheet.hidden,
    headerRow:
      table.header === undefined || grid.turned !== undefined || grid.sheet.kind === 'wordOutline'
        ? null
        : table.header.firstRow + 1,
    firstRow: Math.min(...ends),
    lastRow: Math.max(...ends),
    use,
    why,
    columns: table.columns.map(({ earlier: _, ...one }) => ({
      ...one,
      letter: grid.columnName(one.column),
      samples: [...one.samples],
    })),
    actions: read.actions.length,
    skipped: table.readings
      .flatMap((reading) =>
        reading.kind === 'skipped' || reading.kind === 'section' ? [describeRow(table, reading.row, reading.why)] : [],
      )
      .slice(0, importLimits.skippedRowsShown),
    taken: table.readings.flatMap((reading) =>
      reading.kind === 'action' && reading.isChosen ? [describeRow(table, reading.row, 'Taken by you.')] : [],
    ),
    statuses: countStatuses(read),
    themeWords: countThemeWords(read),
    headerKey: headerKeyOf(table.headers),
    milestones: read.milestones,
    remembered: null,
  };
}

/** Enough to know the row again by; a long comment need not be read here. */
const charactersOfRow = 160;

function describeRow({ grid, columns }: Table, row: number, why: string): PreviewRow {
  const texts = grid
    .filled(row)
    .filter((column) => columns.some((one) => one.column === column && one.role !== 'ignore'))
    .map((column) => grid.text(row, column));
  return {
    row: grid.rowNumber(row),
    text: excerpt(texts.join(' · '), charactersOfRow),
    why,
    canBeAction: texts.some((text) => /\p{L}{2}/u.test(text)),
  };
}

function countStatuses(read: ReadTable): PreviewStatus[] {
  const statuses = new Map<string, { -readonly [Field in keyof PreviewStatus]: PreviewStatus[Field] }>();
  for (const { rating, action } of read.ratings) {
    const known = statuses.get(rating.word);
    if (known !== undefined) known.count += 1;
    else
      statuses.set(rating.word, {
        word: rating.word,
        from: rating.kind,
        rag: rating.rag,
        asked: rating.asked,
        count: 1,
        sample: excerpt(action),
      });
  }
  return [...statuses.values()];
}

function countThemeWords(read: ReadTable): PreviewThemeWord[] {
  const words = new Map<string, { word: string; themes: PreviewThemeWord['themes']; count: number }>();
  for (const { word, themes } of read.themeWords) {
    const known = words.get(word);
    if (known !== undefined) known.count += 1;
    else words.set(word, { word, themes, count: 1 });
  }
  return [...words.values()];
}

/** `Plan 2024-2027`; a cycle without years is named already. */
const cycleTitle = (period = ''): string => (/^\d/.test(period) ? `Plan ${period}` : period);

/** Tables that belong together, such as the sheets of one other cycle, are offered as one. */
function describeAlternatives(
  gathered: readonly GatheredTable[],
  uses: readonly TableUse[],
  read: readonly ReadTable[],
): PreviewAlternative[] {
  const groups = new Map<
    string,
    {
      kind: PreviewAlternative['kind'];
      title: string;
      why: string;
      tables: string[];
      actions: PreviewAlternative['actions'][number][];
    }
  >();
  gathered.forEach(({ table }, index) => {
    const { alternative, why } = uses[index] as TableUse;
    if (alternative === undefined) return;
    const title = alternative === 'other-cycle' ? cycleTitle(table.period) : table.grid.sheet.name;
    const id = `${alternative} ${title}`;
    const group = groups.get(id) ?? { kind: alternative, title, why, tables: [], actions: [] };
    group.tables.push(table.key);
    group.actions.push(...(read[index]?.actions ?? []));
    groups.set(id, group);
  });
  return [...groups.values()];
}
