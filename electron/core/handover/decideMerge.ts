import type { MergeChoice } from '#shared/contract/handover.ts';
import { plainTextOf, type RichText, wordCountOf } from '#shared/model/richText.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { type RowMerge, whole } from './mergeRow.ts';
import { isBlank, take, type Unit, unitValue } from './mergeUnits.ts';

/** One row as it is here and as it is to be; null where there is none. */
export interface RowWrite {
  readonly table: TableName;
  readonly id: string;
  readonly from: StoredRow | null;
  readonly to: StoredRow | null;
}

export interface Decisions {
  readonly isLeftOut: (row: RowMerge) => boolean;
  readonly choiceOf: (row: RowMerge, unit: Unit) => MergeChoice;
}

/** What is to be written, by what a person decided. */
export function decide(rows: readonly RowMerge[], decisions: Decisions): readonly RowWrite[] {
  return rows.flatMap((row) => {
    const { table, id, here } = row;
    const to = decidedRow(row, decisions);
    return isSame(here, to) ? [] : [{ table, id, from: here, to }];
  });
}

function decidedRow(row: RowMerge, { isLeftOut, choiceOf }: Decisions): StoredRow | null {
  const { table, here, copy, conflicts } = row;
  if (conflicts.includes(whole)) return choiceOf(row, whole) === 'copy' ? copy : here;
  let to = isLeftOut(row) ? here : row.merged;
  if (!copy) return to;
  for (const unit of conflicts) {
    const choice = choiceOf(row, unit);
    if (!to || choice === 'here') continue;
    to = choice === 'both' && mayKeepBoth(table, unit) ? joined(table, to, copy, unit) : take(table, to, copy, unit);
  }
  return to && table === 'answer' ? withState(to) : to;
}

const passages: Readonly<Partial<Record<TableName, readonly Unit[]>>> = {
  action: ['objective', 'text', 'successMeasure', 'resources', 'impactEvidence', 'notes'],
  answer: ['content'],
  cycle: ['brief.askedOfSignatory', 'brief.changedSinceLastTime', 'brief.budget'],
  evidence: ['description'],
  framework: ['description'],
  institution: ['profile'],
  rating: ['progress', 'explanation'],
  voice: ['words', 'changed', 'whyNot'],
};

/** Two texts can stand one after the other; two dates, names or ratings cannot. */
export const mayKeepBoth = (table: TableName, unit: Unit): boolean => passages[table]?.includes(unit) === true;

/** Ours first, then theirs: nothing is dropped, and the writer makes one of it. */
function joined(table: TableName, here: StoredRow, copy: StoredRow, unit: Unit): StoredRow {
  if (unit === 'content') {
    const [first, second] = [here, copy].map(({ content }) => JSON.parse(String(content)) as RichText);
    const both = { type: 'doc', content: [...(first?.content ?? []), ...(second?.content ?? [])] } as RichText;
    return { ...here, content: JSON.stringify(both), plainText: plainTextOf(both), words: wordCountOf(both) };
  }
  const [first, second] = [here, copy].map((row) => textOf(table, row, unit));
  const text = `${first}\n\n${second}`;
  if (!unit.includes('.')) return { ...here, [unit]: text };
  const [column = '', key = ''] = unit.split('.');
  return { ...here, [column]: JSON.stringify({ ...(JSON.parse(String(here[column])) as object), [key]: text }) };
}

function textOf(table: TableName, row: StoredRow, unit: Unit): string {
  const value: unknown = JSON.parse(unitValue(table, row, unit));
  const [text] = Array.isArray(value) ? value : [value];
  return typeof text === 'string' ? text : '';
}

/** Empty and draft follow from what is written, as after writing; ready is somebody's own word. */
function withState(answer: StoredRow): StoredRow {
  if (answer.state === 'ready') return answer;
  const written = !isBlank('answer', answer, 'content') || answer.facts !== '{}';
  return { ...answer, state: written ? 'draft' : answer.state === 'draft' ? 'empty' : (answer.state ?? 'empty') };
}

export const isSame = (one: StoredRow | null, other: StoredRow | null): boolean =>
  one === other ||
  (one !== null && other !== null && Object.entries(other).every(([column, value]) => one[column] === value));
