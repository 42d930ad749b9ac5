import { emptyRichText } from '#shared/model/richText.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { codecOf, type StoredRow } from '../workspace/rows.ts';

/**
 * What of a row changes as one. A field is a column; columns that make sense only together (a date and the words that
 * it was written in, consent and the name that it allows) are one field by the name of the first; and a column that
 * holds an object is a field for each of its keys, as in `facts.telephone`.
 */
export type Unit = string;

const together: Readonly<Partial<Record<TableName, readonly (readonly string[])[]>>> = {
  action: [
    ['startText', 'startOn'],
    ['dueText', 'dueOn'],
  ],
  answer: [['content', 'plainText', 'words']],
  cycle: [['dueOn', 'extendedFrom']],
  institution: [['logoId', 'logoAlternativeText']],
  lineage: [['kind', 'toActionId', 'reason']],
  rating: [['rag', 'ratedOn']],
  voice: [
    ['consent', 'personName'],
    ['asked', 'replied'],
  ],
};

const keyed: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  answer: ['facts'],
  cycle: ['brief'],
  institution: ['themeWords'],
};

/** Fields that nobody is asked about: the place in a list, when something was last touched, and the state of an answer. */
const quiet: Readonly<Partial<Record<TableName, readonly string[]>>> = { answer: ['state'], rating: ['source'] };
export const isQuiet = (table: TableName, unit: Unit): boolean =>
  unit === 'position' || /[a-z]At$/u.test(unit) || quiet[table]?.includes(unit) === true;

/** Columns that a merge leaves as they are: the day of submission is of the record of sign-off, which does not come back. */
const left: Readonly<Partial<Record<TableName, readonly string[]>>> = { plan: ['submittedOn'] };

/**
 * Tables that a merge leaves alone: sign-off, issued documents, versions and imports are the record of the workspace in
 * which they happened, and the lists of copies are each workspace's own.
 */
const records: ReadonlySet<TableName> = new Set<TableName>([
  'version',
  'issuedDocument',
  'signOff',
  'amendment',
  'importRun',
  'handover',
  'origin',
]);
export const mergedTables: readonly TableName[] = tableNames.filter((table) => !records.has(table));
/** Those of the record that a person may have expected to come back. */
export const recordsThatStay = ['signOff', 'amendment', 'issuedDocument', 'importRun'] as const;

/** The fields of a row, or of several states of one. */
export function unitsOf(table: TableName, rows: readonly (StoredRow | null)[]): readonly Unit[] {
  const follows = new Set((together[table] ?? []).flatMap((columns) => columns.slice(1)));
  const spread = keyed[table] ?? [];
  return codecOf(table).columns.flatMap((column) => {
    if (column === 'id' || follows.has(column) || left[table]?.includes(column)) return [];
    if (!spread.includes(column)) return [column];
    const keys = rows.flatMap((row) => Object.keys(objectIn(row, column)));
    return [...new Set(keys)].map((key) => `${column}.${key}`);
  });
}

/** What a field says, as a text to compare; the same texts are the same contents. */
export function unitValue(table: TableName, row: StoredRow, unit: Unit): string {
  const key = keyOf(table, unit);
  if (key) return JSON.stringify(objectIn(row, key.column)[key.key] ?? null);
  return JSON.stringify(columnsOf(table, unit).map((column) => row[column] ?? null));
}

/** One row with a field of another. */
export function take(table: TableName, into: StoredRow, from: StoredRow, unit: Unit): StoredRow {
  const key = keyOf(table, unit);
  if (!key) return { ...into, ...Object.fromEntries(columnsOf(table, unit).map((name) => [name, from[name] ?? null])) };
  const { [key.key]: value, ...others } = {
    ...objectIn(into, key.column),
    [key.key]: objectIn(from, key.column)[key.key],
  };
  return { ...into, [key.column]: JSON.stringify(value === undefined ? others : { ...others, [key.key]: value }) };
}

/** Whether a field holds nothing that somebody wrote. */
export function isBlank(table: TableName, row: StoredRow, unit: Unit): boolean {
  const key = keyOf(table, unit);
  const values = key ? [objectIn(row, key.column)[key.key]] : columnsOf(table, unit).map((column) => row[column]);
  return values.every((value) => blanks.has(typeof value === 'object' ? JSON.stringify(value) : value));
}

const blanks: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  'null',
  '',
  0,
  '[]',
  '{}',
  'empty',
  JSON.stringify(emptyRichText),
]);

export const columnsOf = (table: TableName, unit: Unit): readonly string[] =>
  (together[table] ?? []).find(([first]) => first === unit) ?? [unit];

function keyOf(table: TableName, unit: Unit): { readonly column: string; readonly key: string } | null {
  const column = (keyed[table] ?? []).find((name) => unit.startsWith(`${name}.`));
  return column === undefined ? null : { column, key: unit.slice(column.length + 1) };
}

const objectIn = (row: StoredRow | null, column: string): Readonly<Record<string, unknown>> => {
  const value = row?.[column];
  return typeof value === 'string' ? (JSON.parse(value) as Record<string, unknown>) : {};
};
