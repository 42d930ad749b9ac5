import { importLimits } from '#shared/limits.ts';
import {
  type ImportCorrections,
  type ImportPreview,
  type PreviewTable,
  type Reading,
  readingSchema,
} from '#shared/model/importPreview.ts';
import type { CommandContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import type { KeptPreview } from './previews.ts';
import { columnOfFirstHeading } from './understand/headerKey.ts';
import { plainText } from './understand/plainText.ts';
import { colourKeyText, isContradicted, type RememberedReading } from './understandAsRemembered.ts';

const nothing: Reading = { headerChosen: false, columns: [], colourKey: '', statuses: {}, themes: {} };

/** What is remembered in the workspace, the newest where there is more than a file can be held against. */
export const rememberedReadings = (rows: TableAccess): readonly RememberedReading[] =>
  rows
    .all('mapping', {}, ['editedAt'])
    .slice(-importLimits.rememberedReadings)
    .flatMap(({ id, headerKey, editedAt, content }) => {
      // The file may have been written by another release: what cannot be read is as if it were forgotten.
      const read = readingSchema.safeParse(content);
      return read.success ? [{ mappingId: id, headerKey, editedAt, content: read.data }] : [];
    });

/**
 * Keeps how the tables that were brought in had been corrected, by their headings, inside the running step. What was
 * remembered of them before stays where the preview was read by it and nothing else was said now.
 */
export function rememberReadings(
  { rows, ports, now }: CommandContext,
  { preview, corrections }: Pick<KeptPreview, 'preview' | 'corrections'>,
): void {
  for (const [headerKey, tables] of plansByHeader(preview)) {
    const known = rows.all('mapping', { headerKey })[0];
    const isReadByIt = tables.some(({ remembered }) => remembered !== null && remembered.mappingId === known?.id);
    const content = correctedReading(tables, preview, corrections, isReadByIt && known ? known.content : nothing);
    if (content === null) continue;
    if (!known) rows.insert('mapping', { id: ports.newId(), headerKey, content, editedAt: now });
    else if (JSON.stringify(known.content) !== JSON.stringify(content))
      rows.update('mapping', known.id, { content, editedAt: now });
  }
}

/** The tables that were taken and have headings: those without cannot be known again. */
function plansByHeader({ tables }: ImportPreview): ReadonlyMap<string, readonly PreviewTable[]> {
  const byHeader = new Map<string, PreviewTable[]>();
  for (const table of tables) {
    if (table.use !== 'plan' || table.headerKey === '' || table.headerRow === null) continue;
    const same = byHeader.get(table.headerKey);
    if (same === undefined) byHeader.set(table.headerKey, [table]);
    else same.push(table);
  }
  return byHeader;
}

/** What is to be remembered of tables with the same headings; null where nothing was corrected. */
function correctedReading(
  tables: readonly PreviewTable[],
  { colourKey }: ImportPreview,
  corrections: ImportCorrections,
  before: Reading,
): Reading | null {
  const columns = new Map(before.columns.map(({ offset, role }) => [offset, role]));
  let isCorrected = false;
  let { headerChosen } = before;
  for (const table of tables) {
    const first = columnOfFirstHeading(table.columns);
    for (const { column, role } of (corrections.columns ?? []).filter((one) => one.table === table.key)) {
      if (!table.columns.some((one) => one.column === column)) continue;
      isCorrected = true;
      // Sheets with the same headings of which only one was corrected in this way contradict each other.
      if (tables.every((other) => roleAt(other, column - first) === role)) columns.set(column - first, role);
      else columns.delete(column - first);
    }
    if (corrections.headerRows?.some(({ sheetIndex, row }) => sheetIndex === table.sheetIndex && row !== null)) {
      isCorrected = true;
      headerChosen = true;
    }
  }
  const statuses = ofWords(
    corrections.statuses,
    tables.flatMap((table) => table.statuses),
  );
  const themes = ofWords(
    corrections.themes,
    tables.flatMap((table) => table.themeWords),
  );
  if (Object.keys(statuses).length + Object.keys(themes).length > 0) isCorrected = true;
  const chosen = (corrections.milestones ?? []).filter((one) => tables.some(({ key }) => key === one.table));
  const milestones = chosen.at(-1)?.as ?? before.milestones;
  if (chosen.length > 0) isCorrected = true;
  const actionRows = rowsTaken(tables, corrections, before);
  if (actionRows !== null) isCorrected = true;
  if (!isCorrected) return null;
  const takenRows = actionRows ?? before.actionRows ?? [];
  const kept = Object.entries(before.statuses).filter(([word]) => !isContradicted(word, before.colourKey, colourKey));
  return {
    headerChosen,
    columns: [...columns]
      .map(([offset, role]) => ({ offset, role }))
      .toSorted((one, other) => one.offset - other.offset),
    colourKey: colourKeyText(colourKey),
    statuses: { ...Object.fromEntries(kept), ...statuses },
    themes: { ...before.themes, ...themes },
    ...(milestones === undefined ? {} : { milestones }),
    ...(takenRows.length === 0 ? {} : { actionRows: takenRows }),
  };
}

/** The rows that are to be taken for actions again, by their words; null where nothing was said of rows now. */
function rowsTaken(
  tables: readonly PreviewTable[],
  { rows = [] }: ImportCorrections,
  before: Reading,
): readonly string[] | null {
  const texts = new Set(before.actionRows);
  let isSaid = false;
  for (const table of tables)
    for (const { row, as } of rows.filter((one) => one.table === table.key)) {
      const text = [...table.taken, ...table.skipped].find((one) => one.row === row)?.text;
      if (text === undefined) continue;
      isSaid = true;
      if (as === 'action') texts.add(plainText(text));
      else texts.delete(plainText(text));
    }
  return isSaid ? [...texts] : null;
}

const roleAt = ({ columns }: PreviewTable, offset: number): string | undefined =>
  columns.find(({ column }) => column === columnOfFirstHeading(columns) + offset)?.role;

/** Of what was decided by word, that for words which the tables have. */
function ofWords<Decision>(
  decisions: Readonly<Record<string, Decision>> = {},
  known: readonly { readonly word: string }[],
): Readonly<Record<string, Decision>> {
  const words = new Set(known.map(({ word }) => word));
  return Object.fromEntries(Object.entries(decisions).filter(([word]) => words.has(word)));
}
