import { useEffect, useId, useState } from 'react';
import type { PreviewTable } from '#shared/model/importPreview.ts';
import { Button } from '../../components/Button.tsx';
import styles from './ImportScreen.module.css';

interface HeadingCorrections {
  readonly headerRows?: readonly { readonly sheetIndex: number; readonly row: number | null }[] | undefined;
}

interface HeadingRowProps<Corrections> {
  readonly table: Pick<PreviewTable, 'sheet' | 'sheetIndex' | 'kind' | 'headerRow'>;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** Where the headings of a table stand; a table without headings is read by what its cells hold. */
export function HeadingRow<Corrections extends HeadingCorrections>(props: HeadingRowProps<Corrections>) {
  const { table, corrections, onCorrect } = props;
  const id = useId();
  const [row, setRow] = useState(String(table.headerRow ?? ''));
  useEffect(() => {
    setRow(String(table.headerRow ?? ''));
  }, [table.headerRow]);
  // A list of paragraphs has no headings, and a table on its side has them in a column.
  if (table.kind === 'wordOutline') return null;
  const correct = (chosen: number | null): void =>
    onCorrect({
      ...corrections,
      headerRows: [
        ...(corrections.headerRows ?? []).filter(({ sheetIndex }) => sheetIndex !== table.sheetIndex),
        { sheetIndex: table.sheetIndex, row: chosen },
      ],
    });
  const number = Number(row);
  const isRow = Number.isInteger(number) && number >= 1;
  return (
    <form
      className={styles.headingRow}
      onSubmit={(event) => {
        event.preventDefault();
        if (isRow && number !== table.headerRow) correct(number);
      }}
    >
      <label htmlFor={id}>Row of the headings in {table.sheet}</label>
      <input
        id={id}
        inputMode="numeric"
        value={row}
        placeholder="none"
        aria-invalid={row !== '' && !isRow}
        onChange={(event) => setRow(event.target.value)}
      />
      <Button type="submit" isDisabled={!isRow || number === table.headerRow}>
        Use this row
      </Button>
      {table.headerRow === null ? null : (
        <Button look="quiet" onPress={() => correct(null)}>
          There are no headings
        </Button>
      )}
    </form>
  );
}
