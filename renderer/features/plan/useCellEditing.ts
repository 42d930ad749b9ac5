import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { notify } from '../../stores/notices.ts';
import { errorText } from '../../text/errors.ts';
import type { CellEdit } from './EditableCell.tsx';
import type { Editing } from './PlanRow.tsx';
import { nameOfAction, type PlanColumn, type PlanItem } from './planColumns.ts';

/** Saves one text of one action; the error, where there is one, goes to the cell. */
export type OnEdit = (actionId: string, field: string, text: string) => Promise<Result<unknown>>;
export type PendingTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Waiting {
  readonly text: string;
  readonly before: string;
  readonly column: PlanColumn;
}
type Start = Pick<Editing, 'actionId' | 'column'> & Partial<Pick<Editing, 'replaceWith' | 'startsAt' | 'problem'>>;

/** A text stands in its cell until its row says it, so that it does not flicker back; a row that never does, soon. */
const longestWait = 2_000;

/**
 * Which cell is written in, and what is on its way to the disk. A text that could not be saved comes back into its
 * cell with the reason, so nothing that was written is lost.
 */
export function useCellEditing(items: readonly PlanItem[], onEdit: OnEdit, announce: (text: string) => void) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [waiting, setWaiting] = useState<ReadonlyMap<string, ReadonlyMap<string, Waiting>>>(new Map());
  const serial = useRef(0);
  const open = useRef<Editing | null>(null);
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
    ({ actionId, column, replaceWith = null, startsAt = null, problem = null }: Start) => {
      serial.current += 1;
      show({ actionId, column, replaceWith, startsAt, problem, serial: serial.current });
    },
    [show],
  );

  const put = useCallback((actionId: string, field: string, value: Waiting | null) => {
    setWaiting((all) => {
      const next = new Map(all);
      const fields = new Map(all.get(actionId));
      if (value) fields.set(field, value);
      else fields.delete(field);
      if (fields.size > 0) next.set(actionId, fields);
      else next.delete(actionId);
      return next;
    });
  }, []);

  const save = useCallback(
    async (item: PlanItem, column: PlanColumn, edit: CellEdit): Promise<void> => {
      const { id } = item.action;
      const fields = column.fields?.(item) ?? [];
      const startsAt = fields.findIndex((field) => field.key === edit.field);
      const field = fields[startsAt];
      if (!field) return;
      put(id, edit.field, { text: edit.text, before: field.text, column });
      const result = await onEdit(id, edit.field, edit.text);
      const name = `${nameOfAction(item.action)}, ${field.label}`;
      if (result.ok) {
        if (!mounted.current) return;
        announce(`${name} saved`);
        setTimeout(() => mounted.current && put(id, edit.field, null), longestWait);
        return;
      }
      const { message, remedy } = errorText(result.error);
      const problem = `${message} ${remedy}`.trim();
      const again = () => begin({ actionId: id, column: column.key, replaceWith: edit.text, startsAt, problem });
      if (mounted.current) put(id, edit.field, null);
      if (mounted.current && open.current === null) {
        again();
        announce(`${name} not saved. ${problem}`);
      } else {
        const action = mounted.current ? { label: 'Go back to it', run: again } : undefined;
        notify({ kind: 'problem', message: `${name} was not saved. ${problem}`, action });
      }
    },
    [onEdit, announce, begin, put],
  );

  const commit = useCallback(
    (item: PlanItem, column: PlanColumn, edits: readonly CellEdit[]) => {
      if (open.current?.actionId === item.action.id && open.current.column === column.key) show(null);
      void (async () => {
        // One after the other: each is a step of history, in the order of the fields.
        for (const edit of edits) await save(item, column, edit);
      })();
    },
    [save, show],
  );

  const restore = useCallback(() => {
    show(null);
    announce('Put back as it was');
  }, [announce, show]);

  useEffect(() => {
    for (const item of items) {
      for (const [key, { column, before }] of waiting.get(item.action.id) ?? []) {
        const now = column.fields?.(item).find((field) => field.key === key)?.text;
        if (now !== before) put(item.action.id, key, null);
      }
    }
  }, [items, waiting, put]);

  return { editing, pending: usePendingTexts(waiting), begin, commit, restore };
}

/** A row's texts keep their identity while they are the same, so that only the rows concerned are drawn again. */
function usePendingTexts(waiting: ReadonlyMap<string, ReadonlyMap<string, Waiting>>): PendingTexts {
  const known = useRef(new WeakMap<ReadonlyMap<string, Waiting>, ReadonlyMap<string, string>>());
  return new Map(
    [...waiting].map(([id, fields]) => {
      const texts = known.current.get(fields) ?? new Map([...fields].map(([key, { text }]) => [key, text]));
      known.current.set(fields, texts);
      return [id, texts];
    }),
  );
}
