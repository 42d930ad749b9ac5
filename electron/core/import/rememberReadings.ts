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
import { correctedColumns, newReadings, remembered } from './remembered.ts';
import { plainText } from './understand/plainText.ts';
import { colourKeyText, isContradicted, type RememberedReading } from './understandAsRemembered.ts';

const nothing: Reading = { headerChosen: false, columns: [], colourKey: '', statuses: {}, themes: {} };

export const rememberedReadings = (rows: TableAccess): readonly RememberedReading[] =>
  remembered(rows, 'mapping', readingSchema);

/**
 * Keeps how the tables that were brought in had been corrected, by their headings, inside the running step. What was
 * remembered of them before stays where the preview was read by it and nothing else was said now.
 */
export function rememberReadings(
  { rows, ports, now }: CommandContext,
  { preview, corrections }: Pick<KeptPreview, 'preview' | 'corrections'>,
): void {
  const changed = newReadings(
    preview.tables.filter(({ use }) => use === 'plan'),
    (headerKey) => rows.all('mapping', { headerKey })[0],
    (tables, before) => correctedReading(tables, preview, corrections, before),
  );
  for (const { headerKey, known, content } of changed)
    if (known === null) rows.insert('mapping', { id: ports.newId(), headerKey, content, editedAt: now });
    else rows.update('mapping', known, { content, editedAt: now });
}

/** What is to be remembered of tables with the same headings; null where nothing was corrected. */
function correctedReading(
  tables: readonly PreviewTable[],
  { colourKey }: ImportPreview,
  corrections: ImportCorrections,
  before: Reading = nothing,
): Reading | null {
  const { isCorrected: areColumnsCorrected, headerChosen, columns } = correctedColumns(tables, corrections, before);
  let isCorrected = areColumnsCorrected;
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
    columns,
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

/** Of what was decided by word, that for words which the tables have. */
function ofWords<Decision>(
  decisions: Readonly<Record<string, Decision>> = {},
  known: readonly { readonly word: string }[],
): Readonly<Record<string, Decision>> {
  const words = new Set(known.map(({ word }) => word));
  return Object.fromEntries(Object.entries(decisions).filter(([word]) => words.has(word)));
}
