import { z } from 'zod';
import { type Row, type TableName, tables } from '#shared/model/tables.ts';

/** A row as SQLite gives it: json columns as text, yes or no as 0 or 1. */
export type StoredRow = Record<string, string | number | null>;

interface Codec {
  readonly columns: readonly string[];
  readonly json: ReadonlySet<string>;
  readonly yesNo: ReadonlySet<string>;
}

const codecs = new Map<TableName, Codec>();

/** How the columns of a table are stored, read off its schema once. */
export function codecOf(table: TableName): Codec {
  const known = codecs.get(table);
  if (known) return known;
  const json = new Set<string>();
  const yesNo = new Set<string>();
  for (const [column, schema] of Object.entries(tables[table].shape)) {
    if (schema instanceof z.ZodBoolean) yesNo.add(column);
    else if (!isScalar(schema)) json.add(column);
  }
  const codec = { columns: Object.keys(tables[table].shape), json, yesNo };
  codecs.set(table, codec);
  return codec;
}

export function rowFromStored<Table extends TableName>(table: Table, stored: StoredRow): Row<Table> {
  const { columns, json, yesNo } = codecOf(table);
  const row: Record<string, unknown> = {};
  for (const column of columns) {
    const value = stored[column] ?? null;
    row[column] =
      json.has(column) && typeof value === 'string' ? JSON.parse(value) : yesNo.has(column) ? value === 1 : value;
  }
  return row as Row<Table>;
}

/** The columns given, ready to be bound: any subset of a row. */
export function storedFromRow(table: TableName, row: Readonly<Record<string, unknown>>): StoredRow {
  const { json, yesNo } = codecOf(table);
  const stored: StoredRow = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === undefined) continue;
    stored[column] = json.has(column)
      ? JSON.stringify(value)
      : yesNo.has(column)
        ? value
          ? 1
          : 0
        : (value as string | number | null);
  }
  return stored;
}

function isScalar(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodNullable) return isScalar(schema.unwrap());
  return (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodStringFormat ||
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodEnum
  );
}
