import { useLayoutEffect, useRef, useState } from 'react';
import type { Fact } from '#shared/model/questionSet.ts';
import type { Result } from '#shared/result.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Icon } from '../../components/Icon.tsx';
import styles from './QuestionScreen.module.css';

type Line = Readonly<Record<string, string>>;

interface FactsTableProps {
  readonly fact: Extract<Fact, { readonly kind: 'table' }>;
  readonly lines: readonly Line[];
  /** Folded away at first, under its title and what it holds. */
  readonly folds: boolean;
  /** Whether somebody came for one of its lines. */
  readonly sought: boolean;
  readonly onChange: (change: (lines: readonly Line[]) => readonly Line[]) => Promise<Result<unknown>>;
}

/** A fact of several rows, such as technical staff numbers by date, source and definition. */
export function FactsTable({ fact, lines, folds, sought, onChange }: FactsTableProps) {
  // A row that was added and holds nothing yet is on the screen only: an empty row is nothing to keep.
  const [fresh, setFresh] = useState(false);
  const shown = fresh ? [...lines, {}] : lines;
  // It is one of the lines once there is news of it, which may come after the answer: until then it stays as it is.
  const count = useRef(lines.length);
  useLayoutEffect(() => {
    if (lines.length > count.current) setFresh(false);
    count.current = lines.length;
  }, [lines.length]);
  const saveCell = (index: number, key: string, text: string): Promise<Result<unknown>> =>
    onChange((now) =>
      (index < now.length ? now : [...now, {}])
        .map((line, at) => (at === Math.min(index, now.length) ? { ...line, [key]: text } : line))
        .filter((line) => Object.values(line).some((value) => value !== '')),
    );
  const table = (
    <div className={styles.factTable}>
      {folds ? null : <h2>{fact.label}</h2>}
      {fact.help ? <p className={styles.meta}>{fact.help}</p> : null}
      <table>
        <thead>
          <tr>
            {fact.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, index) => (
            // Rows have no ids of their own: their place is what they are known by.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index}>
              {fact.columns.map((column) => {
                const label = `${column.label}, row ${index + 1}`;
                const value = line[column.key] ?? '';
                return (
                  <td key={column.key} data-kind={column.kind}>
                    {column.kind === 'date' ? (
                      <AutosaveDate
                        label={label}
                        hideLabel
                        value={value || null}
                        onSave={(day) => saveCell(index, column.key, day ?? '')}
                      />
                    ) : (
                      <AutosaveText
                        label={label}
                        hideLabel
                        multiline={column.kind === 'text'}
                        value={value}
                        onSave={(text) => saveCell(index, column.key, text)}
                      />
                    )}
                  </td>
                );
              })}
              <td>
                <Changing>
                  <Button
                    look="icon"
                    aria-label={`Remove row ${index + 1}`}
                    onPress={() =>
                      index === lines.length
                        ? setFresh(false)
                        : void onChange((now) => now.filter((_, at) => at !== index))
                    }
                  >
                    <Icon name="remove" />
                  </Button>
                </Changing>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Changing>
        <Button onPress={() => setFresh(true)} isDisabled={fresh}>
          Add a row
        </Button>
      </Changing>
    </div>
  );
  if (!folds) return table;
  const held = lines.length === 0 ? 'no line yet' : `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  return (
    <Disclosure title={`${fact.label}: ${held}`} isOpen={sought}>
      {table}
    </Disclosure>
  );
}
