import { exportLimits } from '#shared/limits.ts';
import type { TableName } from '#shared/model/tables.ts';
import { decodeXml } from '../../officialForm/xmlTree.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { continuedMark } from '../workbook/layout.ts';
import type { Fault } from './faults.ts';

/**
 * Texts that no document may hold: the words of technician voice marked internal and, but for a workbook for which they
 * are asked, notes that people keep for themselves. Shorter ones stand elsewhere by chance. What somebody has also written
 * where it is printed is theirs to print: a finding is to be a fault of the writer.
 */
export function textsInside(rows: TableAccess, { notes }: { readonly notes: boolean }): readonly string[] {
  const voice = rows.all('voice', { consent: 'internal' });
  const actions = notes ? rows.all('action') : [];
  const kept = [
    ...voice.flatMap(({ words, changed, whyNot }) => [words, changed, whyNot]),
    ...actions.map((action) => action.notes),
  ]
    .map(plain)
    .filter((text) => text.split(' ').length >= exportLimits.tellingWords);
  if (kept.length === 0) return [];
  const said = `${writtenElsewhere(rows)}\n${plain(continuedMark)}`;
  return [...new Set(kept)].filter((text) => !said.includes(text));
}

/** Where people write what is printed, and sentences that a document may take from there. */
const printed: readonly TableName[] = [
  ...(['institution', 'signatory', 'staffNumber', 'cycle', 'answer', 'plan', 'action', 'rating', 'lineage'] as const),
  ...(['voice', 'evidence', 'evidenceKind', 'framework', 'frameworkItem', 'questionSet'] as const),
];

function writtenElsewhere(rows: TableAccess): string {
  return printed
    .flatMap((table) =>
      rows
        .all(table)
        .filter((row) => !('consent' in row && row.consent === 'internal'))
        .map((row) =>
          Object.entries(row)
            .filter(([column]) => !(table === 'action' && column === 'notes'))
            .map(([, value]) => plain(typeof value === 'string' ? value : textsIn(value).join(' ')))
            .join('\n'),
        ),
    )
    .join('\n');
}

/** Of a risk, a fact or a question: every text that it holds. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether parts of a finished file hold one of the texts, however their runs are cut; each part is named once. */
export function faultsInside(parts: ReadonlyMap<string, string>, kept: readonly string[]): readonly Fault[] {
  if (kept.length === 0) return [];
  return [...parts].flatMap(([place, xml]): readonly Fault[] => {
    const shown = plain(decodeXml(xml.replaceAll(ends, ' ').replaceAll(/<[^>]*>/gu, '')));
    return kept.some((text) => shown.includes(text)) ? [{ name: 'personal-data', place }] : [];
  });
}

/** Where one paragraph, line or cell ends: what stands after it is not of the same word. */
const ends = /<\/w:p>|<w:(?:br|cr|tab)\b[^>]*>|<\/(?:si|c|v)>/gu;

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
