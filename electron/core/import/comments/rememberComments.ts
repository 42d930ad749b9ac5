import { importLimits } from '#shared/limits.ts';
import {
  type CommentCorrections,
  type CommentPreview,
  type CommentReading,
  type CommentTable,
  commentReadingSchema,
} from '#shared/model/commentPreview.ts';
import type { CommandContext } from '../../services.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { columnOfFirstHeading } from '../understand/headerKey.ts';
import type { RememberedComments } from './commentsAsRemembered.ts';

/** What is remembered in the workspace, the newest where there is more than a file can be held against. */
export const rememberedComments = (rows: TableAccess): readonly RememberedComments[] =>
  rows
    .all('commentMapping', {}, ['editedAt'])
    .slice(-importLimits.rememberedReadings)
    .flatMap(({ id, headerKey, editedAt, content }) => {
      // The file may have been written by another release: what cannot be read is as if it were forgotten.
      const read = commentReadingSchema.safeParse(content);
      return read.success ? [{ mappingId: id, headerKey, editedAt, content: read.data }] : [];
    });

/**
 * Keeps how the tables of comments that were brought in had been corrected, by their headings, inside the running step.
 * What was remembered of them before stays where the preview was read by it and nothing else was said now.
 */
export function rememberComments(
  { rows, ports, now }: CommandContext,
  preview: CommentPreview,
  corrections: CommentCorrections,
): void {
  for (const [headerKey, tables] of readByHeader(preview)) {
    const known = rows.all('commentMapping', { headerKey })[0];
    const isReadByIt = tables.some(({ remembered }) => remembered !== null && remembered.mappingId === known?.id);
    const content = correctedReading(tables, preview, corrections, isReadByIt ? known?.content : undefined);
    if (content === null) continue;
    if (!known) rows.insert('commentMapping', { id: ports.newId(), headerKey, content, editedAt: now });
    else if (JSON.stringify(known.content) !== JSON.stringify(content))
      rows.update('commentMapping', known.id, { content, editedAt: now });
  }
}

/** The tables that were read and have headings: those without cannot be known again. */
function readByHeader({ tables }: CommentPreview): ReadonlyMap<string, readonly CommentTable[]> {
  const byHeader = new Map<string, CommentTable[]>();
  for (const table of tables) {
    if (!table.isRead || table.headerKey === '' || table.headerRow === null) continue;
    byHeader.set(table.headerKey, [...(byHeader.get(table.headerKey) ?? []), table]);
  }
  return byHeader;
}

/** What is to be remembered of tables with the same headings; null where nothing was corrected. */
function correctedReading(
  tables: readonly CommentTable[],
  { themeWords }: CommentPreview,
  corrections: CommentCorrections,
  before: CommentReading = { headerChosen: false, columns: [], themes: {} },
): CommentReading | null {
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
  const known = new Set(themeWords.map(({ word }) => word));
  const themes = Object.entries(corrections.themes ?? {}).filter(([word]) => known.has(word));
  if (!isCorrected && themes.length === 0) return null;
  return {
    headerChosen,
    columns: [...columns]
      .map(([offset, role]) => ({ offset, role }))
      .toSorted((one, other) => one.offset - other.offset),
    themes: { ...before.themes, ...Object.fromEntries(themes) },
  };
}

const roleAt = ({ columns }: CommentTable, offset: number): string | undefined =>
  columns.find(({ column }) => column === columnOfFirstHeading(columns) + offset)?.role;
