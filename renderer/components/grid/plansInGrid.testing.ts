import type { CellRead, GridColumn } from './gridColumns.ts';
import type { GridCells } from './writeCells.ts';

/** A small plan with one column of every kind, for the tests of pasting and filling. */

export interface Line {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly due: string;
  readonly rag: string;
  readonly progress: string;
  readonly reason: string;
  readonly created: string;
}

export const line = (id: string, fields: Partial<Line> = {}): Line => ({
  id,
  ref: '',
  text: '',
  due: '',
  rag: '',
  progress: '',
  reason: '',
  created: '2026',
  ...fields,
});

type Written = 'ref' | 'text' | 'due';
const column = (key: Written, label: string): GridColumn<Line> => ({
  key,
  label,
  width: 100,
  text: (row) => row[key],
  fields: (row) => [{ key, label, text: row[key] }],
  read: (text) => ({ ok: true, fields: { [key]: text } }),
});

const meanings: Readonly<Record<string, string>> = {
  green: 'green',
  done: 'green',
  amber: 'amber',
  red: 'red',
  '': '',
};

export const columns: readonly GridColumn<Line>[] = [
  { ...column('ref', 'Ref'), continuesSeries: true },
  column('text', 'Action'),
  {
    ...column('due', 'Due'),
    continuesSeries: true,
    read: (text): CellRead =>
      /\d{4}|^$/.test(text)
        ? { ok: true, fields: { due: text } }
        : { ok: false, problem: 'Give a date with its year, such as May 2027.' },
  },
  // Chosen from a list rather than written: no field, but a text is read.
  {
    key: 'rag',
    label: 'RAG',
    width: 100,
    text: (row) => row.rag.replace(/^./, (letter) => letter.toUpperCase()),
    read: (text): CellRead => {
      const rag = meanings[text.trim().toLowerCase()];
      return rag === undefined
        ? { ok: false, problem: 'A rating is Green, Amber or Red.' }
        : { ok: true, fields: { rag } };
    },
  },
  {
    key: 'progress',
    label: 'Progress',
    width: 200,
    text: (row) => (row.rag === 'red' ? `${row.progress}\nReason: ${row.reason}` : row.progress),
    fields: (row) => [
      { key: 'progress', label: 'Progress', text: row.progress },
      ...(row.rag === 'red' ? [{ key: 'reason', label: 'Reason for red', text: row.reason }] : []),
    ],
    read: (text, _, field) => ({ ok: true, fields: { [field ?? 'progress']: text } }),
  },
  { key: 'created', label: 'Made', width: 60, text: (row) => row.created },
];

export const at = (key: string): number => columns.findIndex((each) => each.key === key);

export const gridOf = (rows: readonly Line[]): GridCells<Line> => ({ rows, columns, idOf: ({ id }) => id });
