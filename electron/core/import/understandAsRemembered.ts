import { importLimits } from '#shared/limits.ts';
import type { ImportCorrections, PreviewTable, Reading, Remembered } from '#shared/model/importPreview.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { Sheet } from './sheet.ts';
import { makeGrid } from './understand/grid.ts';
import { headerOfRow } from './understand/header.ts';
import { columnOfFirstHeading, headerKeyOf } from './understand/headerKey.ts';
import { plainText } from './understand/plainText.ts';
import { colourOfHex, readStatusWord } from './understand/rag.ts';
import type { ReadOptions } from './understand/readTable.ts';
import { type Understanding, understand } from './understand/understand.ts';

/** How an earlier file was corrected, for every table that has the same headings. */
export interface RememberedReading extends Remembered {
  readonly headerKey: string;
  readonly content: Reading;
}

type Options = ReadOptions & { readonly remembered?: readonly RememberedReading[] | undefined };

/**
 * Understands a file as its like was corrected before. What the person corrects now comes before what is remembered,
 * and what is remembered before what is guessed; `corrections.remembered: false` guesses afresh.
 */
export function understandAsRemembered(sheets: readonly Sheet[], options: Options): Understanding {
  const { remembered = [], corrections = {}, ...dates } = options;
  const guess = understand(sheets, { corrections, ...dates });
  if (remembered.length === 0 || corrections.remembered === false) return guess;
  const headerRows = rememberedHeaderRows(sheets, guess, remembered, corrections);
  const withRows = {
    ...corrections,
    ...(headerRows.length === 0 ? {} : { headerRows: [...(corrections.headerRows ?? []), ...headerRows] }),
  };
  const placed = headerRows.length === 0 ? guess : understand(sheets, { corrections: withRows, ...dates });
  const byKey = new Map(remembered.map((reading) => [reading.headerKey, reading]));
  const known = new Map<string, RememberedReading>();
  for (const table of placed.tables) {
    const reading = table.headerRow === null ? undefined : byKey.get(table.headerKey);
    if (reading !== undefined) known.set(table.key, reading);
  }
  if (known.size === 0) return guess;
  const merged = mergeCorrections(withRows, placed, known);
  const read = understand(sheets, { corrections: merged, ...dates });
  const chosenNow = new Set((corrections.columns ?? []).map(({ table, column }) => `${table} ${column}`));
  return {
    ...read,
    tables: read.tables.map((table) => {
      const reading = known.get(table.key);
      return reading === undefined ? table : asRemembered(table, reading, chosenNow);
    }),
  };
}

/** Rows of headings that a person had to point at, found again by their words. */
function rememberedHeaderRows(
  sheets: readonly Sheet[],
  guess: Understanding,
  remembered: readonly RememberedReading[],
  corrections: ImportCorrections,
): readonly { readonly sheetIndex: number; readonly row: number }[] {
  const keys = new Set(remembered.filter(({ content }) => content.headerChosen).map(({ headerKey }) => headerKey));
  if (keys.size === 0) return [];
  const settled = new Set([
    ...(corrections.headerRows ?? []).map(({ sheetIndex }) => sheetIndex),
    ...guess.tables.filter(({ headerKey }) => keys.has(headerKey)).map(({ sheetIndex }) => sheetIndex),
  ]);
  return sheets.flatMap((sheet, sheetIndex) => {
    if (settled.has(sheetIndex)) return [];
    const grid = makeGrid(sheet, sheetIndex);
    const last = Math.min(grid.rowCount, importLimits.rememberedHeaderRows);
    for (let row = 0; row < last; row += 1)
      if (keys.has(headerKeyOf(headerOfRow(grid, row).texts))) return [{ sheetIndex, row: row + 1 }];
    return [];
  });
}

function mergeCorrections(
  corrections: ImportCorrections,
  { tables, colourKey }: Understanding,
  known: ReadonlyMap<string, RememberedReading>,
): ImportCorrections {
  const own = corrections.columns ?? [];
  const columns = [...own];
  const ownMilestones = corrections.milestones ?? [];
  const milestones = [...ownMilestones];
  const ownRows = corrections.rows ?? [];
  const rows = [...ownRows];
  const statuses: Record<string, Reading['statuses'][string]> = {};
  const themes: Record<string, Reading['themes'][string]> = {};
  for (const table of tables) {
    const reading = known.get(table.key);
    if (reading === undefined) continue;
    const first = columnOfFirstHeading(table.columns);
    for (const { offset, role } of reading.content.columns) {
      const column = table.columns.find((one) => one.column === first + offset)?.column;
      if (column === undefined || own.some((one) => one.table === table.key && one.column === column)) continue;
      columns.push({ table: table.key, column, role });
    }
    for (const [word, rag] of Object.entries(reading.content.statuses))
      if (!isContradicted(word, reading.content.colourKey, colourKey)) statuses[word] = rag;
    Object.assign(themes, reading.content.themes);
    const as = reading.content.milestones;
    if (as !== undefined && !ownMilestones.some((one) => one.table === table.key))
      milestones.push({ table: table.key, as });
    const taken = new Set(reading.content.actionRows);
    for (const { row, text } of table.skipped)
      if (taken.has(plainText(text)) && !ownRows.some((one) => one.table === table.key && one.row === row))
        rows.push({ table: table.key, row, as: 'action' });
  }
  return {
    ...corrections,
    columns,
    milestones,
    rows,
    statuses: { ...statuses, ...corrections.statuses },
    themes: { ...themes, ...corrections.themes },
  };
}

type ColourKey = Understanding['colourKey'];

/** The key of a file as one text, to tell whether a later file's is the same. */
export const colourKeyText = (key: ColourKey): string =>
  key
    .map(({ colour, text }) => `${colour}: ${plainText(text)}`)
    .toSorted()
    .join(' | ');

/** What a key says goes before what was chosen under another key, for the colours and the words that it explains. */
export function isContradicted(word: string, rememberedKey: string, key: ColourKey): boolean {
  if (colourKeyText(key) === rememberedKey) return false;
  const status = readStatusWord(word);
  const colour = colourOfHex(word) ?? (status?.kind === 'colour' ? status.colour : undefined);
  return key.some((entry) => entry.colour === colour || plainText(entry.text) === plainText(word));
}

function asRemembered(table: PreviewTable, reading: RememberedReading, chosenNow: ReadonlySet<string>): PreviewTable {
  const first = columnOfFirstHeading(table.columns);
  const offsets = new Set(reading.content.columns.map(({ offset }) => offset));
  const why = `As you set it on ${dayInWords(reading.editedAt.slice(0, 10))}.`;
  return {
    ...table,
    columns: table.columns.map((column) =>
      offsets.has(column.column - first) && !chosenNow.has(`${table.key} ${column.column}`)
        ? { ...column, why }
        : column,
    ),
    remembered: { mappingId: reading.mappingId, editedAt: reading.editedAt },
  };
}
