import type { ChannelOutput } from '#shared/contract/contract.ts';
import { handoverLimits } from '#shared/limits.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { mergedTables } from './mergeUnits.ts';
import { rowsNow } from './stateSince.ts';
import { type Lookup, subjectOf } from './subjects.ts';

type Look = ChannelOutput<'handover.look'>;

/**
 * How many entries must not leave, and where their words also stand: somebody may have quoted one in an answer, and
 * that is for a person to take out, not for this.
 */
export function wordsElsewhere(rows: TableAccess): Look {
  const internal = rows.all('voice', { consent: 'internal' }, ['number']);
  const inside = new Set(internal.map(({ id }) => id));
  const wanted = internal
    .map(({ number, words, changed, whyNot }) => ({
      number,
      texts: [words, changed, whyNot].map(plain).filter((text) => text.length >= handoverLimits.tellingCharacters),
    }))
    .filter(({ texts }) => texts.length > 0);
  if (wanted.length === 0) return { entries: internal.length, elsewhere: [] };
  const state = rowsNow(rows.database);
  const find: Lookup = (table, id) => state.get(table)?.get(id);
  const elsewhere = new Map<string, Look['elsewhere'][number]>();
  for (const table of mergedTables) {
    if (unread.has(table)) continue;
    for (const [id, row] of state.get(table) ?? []) {
      if (table === 'voice' && inside.has(id)) continue;
      const said = plain(table === 'answer' ? `${row.plainText} ${row.facts}` : Object.values(row).join(' '));
      for (const { number, texts } of wanted) {
        if (!texts.some((text) => said.includes(text))) continue;
        const place = subjectOf(find, table, row).name;
        elsewhere.set(`${number} ${place}`, { voice: number, place });
      }
    }
  }
  return { entries: internal.length, elsewhere: [...elsewhere.values()].slice(0, handoverLimits.placesShown) };
}

/** Left behind with the history, or nothing that anybody writes. */
const unread: ReadonlySet<TableName> = new Set<TableName>([
  'mapping',
  'commentMapping',
  'questionSet',
  'officialPrompt',
  'attachment',
]);

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
