import type { ReactNode } from 'react';
import type { Result } from '#shared/result.ts';

/** One text that can be written in a cell. Most cells have one; the progress of a red action has its reason as well. */
export interface CellField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** What a text means in a cell: the fields that it sets, or why it cannot stand there. */
export type CellRead =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: string };

/** Colours for a copy as html; `#rrggbb`. */
export interface CellShade {
  readonly background: string;
  readonly ink: string;
}

export interface CellChoice {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Pixels to begin with; a person may change it. */
  readonly width: number;
  /** Shares what is left of the width with the other columns that grow. */
  readonly grows?: boolean;
  /** What the clipboard, the quick search and sorting take of a cell: everything that it shows, as text. */
  readonly text: (row: Row) => string;
  /** The fields that can be written; a cell without one is only read. */
  readonly fields?: (row: Row) => readonly CellField[];
  /** Which field a key press begins in; the first unless given. */
  readonly startsAt?: (row: Row) => number;
  /**
   * Checks a text as if it had been typed. `row` is null for a row that is still to be made. `field` is given where the
   * text is for that one field of a cell with several; without it the text is for the cell as a whole. Absent: only read.
   */
  readonly read?: (text: string, row: Row | null, field?: string) => CellRead;
  /**
   * Dragging the fill handle down or up goes on with a series here: V1, V2 → V3; January, February → March. Elsewhere
   * it repeats what was selected: a number inside a sentence is seldom counting.
   */
  readonly continuesSeries?: boolean;
  /** A list to choose from in place of writing; `several` allows more than one, joined by "; " as text. */
  readonly choices?: readonly CellChoice[];
  readonly several?: boolean;
  /** `text` gives what a field shows: its own text, or one that is on its way to the disk. */
  readonly render?: (row: Row, text: (field: string) => string) => ReactNode;
  readonly shade?: (row: Row) => CellShade | null;
  /** Where the order is another than that of the texts: dates, RAG, references. Null comes last in both directions. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** The values that the filter of the column offers for a row; its text unless given. */
  readonly filterBy?: (row: Row) => readonly string[];
  /** A letter begins to write here, or leads to a choice, also in a grid whose letters rate. */
  readonly lettersWrite?: boolean;
  /** Not shown until a person asks for it. */
  readonly hiddenAtFirst?: boolean;
  readonly className?: string;
}

/** A way to group rows: by theme, framework item, lead, RAG, quarter. A row may stand in several groups. */
export interface Grouping<Row> {
  readonly key: string;
  readonly label: string;
  /** The groups of a row; `order` places the group among the others. */
  readonly groupsOf: (row: Row) => readonly { readonly key: string; readonly title: string; readonly order: number }[];
  /** "8 actions · 5 green, 2 amber, 1 red" */
  readonly summary: (rows: readonly Row[]) => string;
}

/** What is to change in one row; `rowId` is null for a row that is still to be made. */
export interface GridChange {
  readonly rowId: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What was done, for the one step and the one sentence that it becomes. */
export type GridChangeKind = 'write' | 'paste' | 'fill' | 'clear' | 'cut' | 'change';

/** Carries changes out in one step; all of them or none. */
export type OnGridChange = (changes: readonly GridChange[], kind: GridChangeKind) => Promise<Result<unknown>>;

export const columnOf = <Row>(columns: readonly GridColumn<Row>[], key: string): GridColumn<Row> | undefined =>
  columns.find((column) => column.key === key);

export const isWritable = <Row>(row: Row | undefined, column: GridColumn<Row> | undefined): boolean =>
  row !== undefined && column?.read !== undefined && (column.fields?.(row).length ?? 0) > 0;
