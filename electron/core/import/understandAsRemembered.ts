import type { ImportCorrections, Reading } from '#shared/model/importPreview.ts';
import { type RememberedAs, readAsRemembered } from './remembered.ts';
import type { Sheet } from './sheet.ts';
import { headerOfRow } from './understand/header.ts';
import { plainText } from './understand/plainText.ts';
import { colourOfHex, readStatusWord } from './understand/rag.ts';
import type { ReadOptions } from './understand/readTable.ts';
import { type Understanding, understand } from './understand/understand.ts';

export type RememberedReading = RememberedAs<Reading>;

type Options = ReadOptions & { readonly remembered?: readonly RememberedReading[] | undefined };

/** Understands a file as its like was corrected before; see `readAsRemembered`. */
export function understandAsRemembered(sheets: readonly Sheet[], options: Options): Understanding {
  const { remembered = [], corrections = {}, ...dates } = options;
  return readAsRemembered({
    sheets,
    corrections,
    remembered,
    read: (given) => understand(sheets, { corrections: given, ...dates }),
    headings: (grid, row) => headerOfRow(grid, row).texts,
    withOthers,
  });
}

/** Milestones, rows, words of statuses and of themes. */
function withOthers(
  corrections: ImportCorrections,
  { tables, colourKey }: Understanding,
  known: ReadonlyMap<string, RememberedReading>,
): ImportCorrections {
  const ownMilestones = corrections.milestones ?? [];
  const milestones = [...ownMilestones];
  const ownRows = corrections.rows ?? [];
  const rows = [...ownRows];
  const statuses: Record<string, Reading['statuses'][string]> = {};
  const themes: Record<string, Reading['themes'][string]> = {};
  for (const table of tables) {
    const reading = known.get(table.key);
    if (reading === undefined) continue;
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
