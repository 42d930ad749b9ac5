import { create } from 'zustand';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppEvent, HistoryState, WorkspaceInfo } from '#shared/contract/workspace.ts';
import { type Row, type RowChange, type TableName, tableNames } from '#shared/model/tables.ts';

/** Every row of the open workspace, by table and id: what `workspace.load` gave, kept up to date by `changed` events. */
export type Rows = { readonly [Table in TableName]: ReadonlyMap<string, Row<Table>> };

export interface WorkspaceState {
  readonly info: WorkspaceInfo | null;
  readonly rows: Rows;
  readonly history: HistoryState;
  /** True once the rows are those of the open workspace. */
  readonly loaded: boolean;
}

const noHistory: HistoryState = { undo: null, redo: null, stepId: 0, savedAt: null };

const emptyRows = (): Rows => Object.fromEntries(tableNames.map((table) => [table, new Map()])) as unknown as Rows;

export const useWorkspace = create<WorkspaceState>(() => ({
  info: null,
  rows: emptyRows(),
  history: noHistory,
  loaded: false,
}));

export function setLoaded(info: WorkspaceInfo, loaded: ChannelOutput<'workspace.load'>): void {
  const rows = Object.fromEntries(
    tableNames.map((table) => [table, new Map(loaded.rows[table].map((row) => [row.id, row]))]),
  ) as unknown as Rows;
  useWorkspace.setState({ info, rows, history: loaded.history, loaded: true });
}

export function setClosed(): void {
  useWorkspace.setState({ info: null, rows: emptyRows(), history: noHistory, loaded: false });
}

/** Applies one event to the rows; tables that did not change keep their identity, so nothing else renders again. */
export function applyChanges(event: Extract<AppEvent, { readonly type: 'changed' }>): void {
  useWorkspace.setState((state) => ({ rows: withChanges(state.rows, event.rows), history: event.history }));
}

export function withChanges(rows: Rows, changes: readonly RowChange[]): Rows {
  const copies = new Map<TableName, Map<string, unknown>>();
  for (const { table, id, row } of changes) {
    const copy = copies.get(table) ?? new Map<string, unknown>(rows[table]);
    copies.set(table, copy);
    if (row) copy.set(id, row);
    else copy.delete(id);
  }
  return { ...rows, ...Object.fromEntries(copies) } as Rows;
}
