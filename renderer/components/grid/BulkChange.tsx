import { useId, useState } from 'react';
import { newestStep, undoOfStep } from '../../actions/undoStep.ts';
import { notify } from '../../stores/notices.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import styles from './Grid.module.css';
import type { GridColumn, OnGridChange } from './gridColumns.ts';
import { sentenceOf, writeCells } from './writeCells.ts';

interface BulkChangeProps<Row> {
  /** The rows to change, as they are now. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly noun: { readonly one: string; readonly many: string };
  readonly onChange: OnGridChange;
  readonly onClose: () => void;
}

const words = {
  done: 'Changed',
  past: 'changed',
  nothing: 'Nothing changed: the cells hold this already.',
  countsSame: false,
};

/** One value for a field of many rows, checked as if it had been typed in each. */
export function BulkChange<Row>({ rows, idOf, columns, noun, onChange, onClose }: BulkChangeProps<Row>) {
  const id = useId();
  const writable = columns.filter(({ read }) => read !== undefined);
  const [key, setKey] = useState(writable[0]?.key ?? '');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const column = writable.find((each) => each.key === key);
  const named = `${rows.length} ${rows.length === 1 ? noun.one : noun.many}`;

  const change = async (): Promise<void> => {
    const at = columns.findIndex((each) => each.key === key);
    const result = writeCells(
      { rows, columns, idOf },
      rows.map((_, row) => ({ row, column: at, text })),
    );
    const sentence = sentenceOf(result, words, columns);
    if (result.problems.length > 0) return setProblem(result.problems[0]?.problem ?? sentence);
    const before = newestStep();
    if (result.changes.length > 0) {
      const written = await onChange(result.changes, 'change');
      if (!written.ok) return;
    }
    notify({ kind: 'done', message: sentence, action: result.changes.length > 0 ? undoOfStep(before) : undefined });
    onClose();
  };
  return (
    <Dialog title={`Change ${named}`} isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <label htmlFor={`${id} field`}>Field</label>
        <select
          id={`${id} field`}
          className={styles.input}
          value={key}
          onChange={(event) => {
            setKey(event.target.value);
            setText('');
            setProblem('');
          }}
        >
          {writable.map((each) => (
            <option key={each.key} value={each.key}>
              {each.label}
            </option>
          ))}
        </select>
        <label htmlFor={`${id} value`}>What it is to say in each</label>
        {column?.choices && !column.several ? (
          <select
            id={`${id} value`}
            className={styles.input}
            value={text}
            onChange={(event) => setText(event.target.value)}
          >
            <option value="">Blank</option>
            {column.choices.map(({ value, label }) => (
              <option key={value} value={label}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <textarea
            id={`${id} value`}
            className={styles.input}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {column?.choices && column.several ? (
          <p className={styles.hint}>
            One or more of {column.choices.map(({ label }) => label).join('; ')}, separated by semicolons.
          </p>
        ) : null}
        {problem === '' ? null : (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div className={styles.dialogButtons}>
          <Button look="primary" type="submit">
            {text === '' ? `Empty it in ${named}` : `Change ${named}`}
          </Button>
          <Button onPress={onClose}>Leave as they are</Button>
        </div>
      </form>
    </Dialog>
  );
}
