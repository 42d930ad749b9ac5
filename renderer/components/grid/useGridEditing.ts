import { useCallback, useEffect, useRef, useState } from 'react';
import { showError } from '../../actions/run.ts';
import { notify } from '../../stores/notices.ts';
import { readOnlyError } from '../../stores/readOnly.ts';
import { errorText } from '../../text/errors.ts';
import type { CellField, GridColumn, OnGridChange } from './gridColumns.ts';

export interface CellEdit {
  readonly field: string;
  readonly text: string;
}

/** The cell that is written in. */
export interface Editing {
  readonly row: string;
  readonly group: string | null;
  readonly column: string;
  /** Texts to begin with in place of what is there: what was typed, or what could not be saved. */
  readonly texts: ReadonlyMap<string, string>;
  /** The field that takes the caret; the column's own choice where it is null. */
  readonly startsAt: number | null;
  /** Opened for a dead key or an input method: left empty, it restores what was there. */
  readonly composing: boolean;
  readonly problem: string | null;
  /** A new number begins the writing anew. */
  readonly serial: number;
}
export type BeginEditing = Pick<Editing, 'row' | 'group' | 'column'> &
  Partial<Pick<Editing, 'texts' | 'startsAt' | 'composing' | 'problem'>>;
export type PendingTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Waiting<Row> {
  readonly text: string;
  readonly before: string;
  readonly column: GridColumn<Row>;
}

/** A text stands in its cell until its row says it, so that it does not flicker back; a row that never does, soon. */
const longestWait = 2_000;
const noTexts: ReadonlyMap<string, string> = new Map();

interface GridEditing<Row> {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly onChange: OnGridChange;
  readonly announce: (text: string) => void;
}

/**
 * Which cell is written in, and what is on its way to the disk. A text that cannot stand there, or could not be saved,
 * comes back into its cell with the reason, so nothing that was written is lost.
 */
export function useGridEditing<Row>({ rows, idOf, nameOf, onChange, announce }: GridEditing<Row>) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [waiting, setWaiting] = useState<ReadonlyMap<string, ReadonlyMap<string, Waiting<Row>>>>(new Map());
  const serial = useRef(0);
  const open = useRef<Editing | null>(null);
  const latestRows = useRef(rows);
  latestRows.current = rows;
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const show = useCallback((next: Editing | null) => {
    open.current = next;
    setEditing(next);
  }, []);

  const begin = useCallback(
    ({ row, group, column, texts = noTexts, startsAt = null, composing = false, problem = null }: BeginEditing) => {
      const readOnly = readOnlyError();
      if (readOnly) return showError(readOnly);
      serial.current += 1;
      show({ row, group, column, texts, startsAt, composing, problem, serial: serial.current });
    },
    [show],
  );

  const put = useCallback((row: string, field: string, value: Waiting<Row> | null) => {
    setWaiting((all) => {
      const next = new Map(all);
      const fields = new Map(all.get(row));
      if (value) fields.set(field, value);
      else fields.delete(field);
      if (fields.size > 0) next.set(row, fields);
      else next.delete(row);
      return next;
    });
  }, []);

  const save = useCallback(
    async (row: Row, group: string | null, column: GridColumn<Row>, edits: readonly CellEdit[]): Promise<void> => {
      const id = idOf(row);
      const standing = column.fields?.(row) ?? [];
      const name = `${nameOf(row)}, ${namesOf(edits, standing) || column.label}`;
      const texts = new Map(edits.map(({ field, text }) => [field, text]));
      const isHere = (): boolean => mounted.current && latestRows.current.some((each) => idOf(each) === id);
      const wasHere = isHere();
      const refuse = (problem: string, field: string | undefined): void => {
        const at = standing.findIndex((each) => each.key === (field ?? edits[0]?.field));
        const again = () => begin({ row: id, group, column: column.key, texts, startsAt: at < 0 ? null : at, problem });
        if (!isHere()) {
          // There is no cell any more to come back into; the words are the writer's all the same.
          const words = edits.map(({ text }) => text).join('\n');
          const copy = { label: 'Copy what was written', run: () => void navigator.clipboard.writeText(words) };
          notify({ kind: 'problem', message: `${name} was not saved. ${problem}`, action: copy });
          return;
        }
        if (open.current === null) {
          again();
          announce(`${name} not saved. ${problem}`);
          return;
        }
        const action = { label: 'Go back to it', run: () => (isHere() ? again() : refuse(problem, field)) };
        notify({ kind: 'problem', message: `${name} was not saved. ${problem}`, action });
      };
      let fields: Readonly<Record<string, unknown>> = {};
      for (const { field, text } of edits) {
        const read = column.read?.(text, row, field);
        if (!read) return;
        if (!read.ok) return refuse(read.problem, field);
        fields = { ...fields, ...read.fields };
      }
      for (const { field, text } of edits) {
        put(id, field, { text, before: standing.find((each) => each.key === field)?.text ?? '', column });
      }
      const result = await onChange([{ rowId: id, fields }], 'write');
      if (result.ok) {
        if (!mounted.current) return;
        if (!wasHere) notify({ kind: 'done', message: `${name} was saved, but is no longer in this list.` });
        announce(`${name} saved`);
        setTimeout(() => {
          for (const { field } of edits) if (mounted.current) put(id, field, null);
        }, longestWait);
        return;
      }
      if (mounted.current) for (const { field } of edits) put(id, field, null);
      const { message, remedy } = errorText(result.error);
      refuse(`${message} ${remedy}`.trim(), undefined);
    },
    [idOf, nameOf, onChange, announce, begin, put],
  );

  const commit = useCallback(
    (row: Row, group: string | null, column: GridColumn<Row>, edits: readonly CellEdit[]) => {
      if (open.current?.row === idOf(row) && open.current.column === column.key) show(null);
      if (edits.length > 0) void save(row, group, column, edits);
    },
    [idOf, save, show],
  );

  const restore = useCallback(() => {
    show(null);
    announce('Put back as it was');
  }, [announce, show]);
  /** Where the cell is no longer there to be written in; the editor has handed over what it held. */
  const leave = useCallback(() => show(null), [show]);

  useEffect(() => {
    if (waiting.size === 0) return;
    for (const row of rows) {
      const id = idOf(row);
      for (const [key, { column, before }] of waiting.get(id) ?? []) {
        const now = column.fields?.(row).find((field) => field.key === key)?.text;
        if (now !== before) put(id, key, null);
      }
    }
  }, [rows, idOf, waiting, put]);

  return { editing, pending: usePendingTexts(waiting), begin, commit, restore, leave };
}

const namesOf = (edits: readonly CellEdit[], fields: readonly CellField[]): string =>
  edits.flatMap(({ field }) => fields.find(({ key }) => key === field)?.label ?? []).join(', ');

/** A row's texts keep their identity while they are the same, so that only the rows concerned are drawn again. */
function usePendingTexts<Row>(waiting: ReadonlyMap<string, ReadonlyMap<string, Waiting<Row>>>): PendingTexts {
  const known = useRef(new WeakMap<ReadonlyMap<string, Waiting<Row>>, ReadonlyMap<string, string>>());
  return new Map(
    [...waiting].map(([id, fields]) => {
      const texts = known.current.get(fields) ?? new Map([...fields].map(([key, { text }]) => [key, text]));
      known.current.set(fields, texts);
      return [id, texts];
    }),
  );
}
