import type { GridView } from '#shared/model/gridView.ts';
import type { GridMenuItem } from './GridMenu.tsx';
import type { GridColumn, Grouping, OnGridChange } from './gridColumns.ts';
import type { GridIntent } from './gridKeys.ts';

/** What the screen does with whole rows; the grid does the rest itself. */
export type GridCommand = Extract<
  GridIntent,
  { readonly kind: 'rate' | 'add' | 'duplicate' | 'bin' | 'shift' | 'open' }
>;

/** Leads the focus to a row, also to one that has yet to arrive. A new serial leads there again. */
export interface GridRequest {
  readonly serial: number;
  readonly row: string;
  readonly column?: string | undefined;
  /** The field that takes the caret, where the cell is opened. */
  readonly edit?: boolean | undefined;
  /** False shows the row without taking the focus: what an address does when a screen opens. */
  readonly focus?: boolean | undefined;
}

export interface GridProps<Row> {
  readonly label: string;
  /** In their own order. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What the screen reader and messages call a row. */
  readonly nameOf: (row: Row) => string;
  /** Whether two rows look the same, where rows are made anew for every change. */
  readonly sameRow?: (one: Row, other: Row) => boolean;
  readonly noun: { readonly one: string; readonly many: string };
  /** These keep their identity while they are the same. */
  readonly columns: readonly GridColumn<Row>[];
  readonly groupings: readonly Grouping<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  /** The column in focus at first. */
  readonly startColumn: string;
  /** G, A, R and N rate, except in columns whose letters write. */
  readonly lettersRate?: boolean;
  readonly onChange: OnGridChange;
  /** `rows` are the selected ones, in order; `column` is the one in focus. */
  readonly onCommand: (command: GridCommand, rows: readonly string[], column: string) => void;
  /** New rows can be made here, also by a paste that reaches beyond the last one. */
  readonly canAdd?: boolean;
  /** Absent where the order of the rows is not a person's to choose. */
  readonly onMove?: (rows: readonly string[], before: string | null) => void;
  readonly menu?: readonly GridMenuItem[];
  /** The row in focus, for the inspector. */
  readonly onPlace: (row: string | null) => void;
  readonly onSelected?: (rows: readonly string[]) => void;
  readonly request?: GridRequest | null;
  /** What the screen has done, for those who listen: "V2 rated Red". */
  readonly announcement?: string;
}
