import {
  type CommentCorrections,
  type CommentPreview,
  type CommentReading,
  type CommentTable,
  commentReadingSchema,
} from '#shared/model/commentPreview.ts';
import type { CommandContext } from '../../services.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { correctedColumns, newReadings, remembered } from '../remembered.ts';
import type { RememberedComments } from './commentsAsRemembered.ts';

export const rememberedComments = (rows: TableAccess): readonly RememberedComments[] =>
  remembered(rows, 'commentMapping', commentReadingSchema);

/**
 * Keeps how the tables of comments that were brought in had been corrected, by their headings, inside the running step.
 * What was remembered of them before stays where the preview was read by it and nothing else was said now.
 */
export function rememberComments(
  { rows, ports, now }: CommandContext,
  preview: CommentPreview,
  corrections: CommentCorrections,
): void {
  const changed = newReadings(
    preview.tables.filter(({ isRead }) => isRead),
    (headerKey) => rows.all('commentMapping', { headerKey })[0],
    (tables, before) => correctedReading(tables, preview, corrections, before),
  );
  for (const { headerKey, known, content } of changed)
    if (known === null) rows.insert('commentMapping', { id: ports.newId(), headerKey, content, editedAt: now });
    else rows.update('commentMapping', known, { content, editedAt: now });
}

/** What is to be remembered of tables with the same headings; null where nothing was corrected. */
function correctedReading(
  tables: readonly CommentTable[],
  { themeWords }: CommentPreview,
  corrections: CommentCorrections,
  before: CommentReading = { headerChosen: false, columns: [], themes: {} },
): CommentReading | null {
  const { isCorrected, ...columns } = correctedColumns(tables, corrections, before);
  const known = new Set(themeWords.map(({ word }) => word));
  const themes = Object.entries(corrections.themes ?? {}).filter(([word]) => known.has(word));
  if (!isCorrected && themes.length === 0) return null;
  return { ...columns, themes: { ...before.themes, ...Object.fromEntries(themes) } };
}
