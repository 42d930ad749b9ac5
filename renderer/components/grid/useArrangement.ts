import { useEffect, useMemo, useRef, useState } from 'react';
import type { GridView } from '#shared/model/gridView.ts';
import { arrange } from './arrange.ts';
import type { GridColumn, Grouping } from './gridColumns.ts';
import { type GridLine, gridShape, sameLines } from './gridShape.ts';

interface Arrangement<Row> {
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly idOf: (row: Row) => string;
  readonly sameRow: (one: Row, other: Row) => boolean;
  readonly columns: readonly GridColumn<Row>[];
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly groupings: readonly Grouping<Row>[];
  readonly view: GridView;
}

/**
 * The lines of a grid and its shape. They keep their identity for as long as the same rows stand in the same order,
 * whatever is written in them: selection, heights and places hang on them, and most changes move nothing. `hold` takes
 * the row that is worked on.
 */
export function useArrangement<Row>(arrangement: Arrangement<Row>) {
  const { rows, byId, idOf, sameRow, columns, shownColumns, groupings, view } = arrangement;
  const [held, setHeld] = useState<Row | null>(null);
  // A row that is as it was when the work began stands where it stood anyhow; moving about arranges nothing anew.
  const now = held === null ? undefined : byId.get(idOf(held));
  const changed = held !== null && now !== undefined && !sameRow(now, held) ? held : null;
  const kept = useRef<readonly GridLine[]>([]);
  const { lines, groups } = useMemo(() => {
    const arranged = arrange({ rows, idOf, columns, groupings, view, held: changed });
    if (!sameLines(kept.current, arranged.lines)) kept.current = arranged.lines;
    return { lines: kept.current, groups: arranged.groups };
  }, [rows, idOf, columns, groupings, view, changed]);
  const latest = useRef(byId);
  latest.current = byId;
  const shape = useMemo(
    () =>
      gridShape(
        lines,
        shownColumns.map(({ key }) => key),
        (id, key) => {
          const row = latest.current.get(id);
          const column = shownColumns.find((each) => each.key === key);
          return row !== undefined && column !== undefined && column.text(row) !== '';
        },
      ),
    [lines, shownColumns],
  );
  return { lines, groups, shape, hold: setHeld };
}

/** A row that is worked on stays where it is until the work goes on to another, or the person arranges anew. */
export function useHeldRow<Row>(row: Row | null, id: string | null, view: GridView, hold: (row: Row | null) => void) {
  const latest = useRef(row);
  latest.current = row;
  // biome-ignore lint/correctness/useExhaustiveDependencies: held anew for another row or another view only
  useEffect(() => {
    hold(latest.current);
  }, [id, view]);
}
