import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { notify } from '../../stores/notices.ts';
import styles from './InstitutionScreen.module.css';

interface RecordListProps<Item extends { readonly id: string }> {
  readonly items: readonly Item[];
  /** What one is called in the tools: "Remove Sam Okafor". */
  readonly nameOf: (item: Item) => string;
  readonly fieldsOf: (item: Item) => ReactNode;
  readonly addLabel: string;
  readonly onAdd: () => Promise<Result<{ readonly id: string }>>;
  readonly onRemove: (id: string) => Promise<Result<unknown>>;
  /** Said where there are none. */
  readonly empty: string;
}

/**
 * A short list whose records are edited in place. A record that was just added takes the focus in its first field; when
 * one is removed the focus goes to Add, so that it is never lost.
 */
export function RecordList<Item extends { readonly id: string }>(props: RecordListProps<Item>) {
  const { items, nameOf, fieldsOf, addLabel, onAdd, onRemove, empty } = props;
  const place = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added === null || !items.some((item) => item.id === added)) return;
    place.current?.querySelector<HTMLElement>(`[data-record="${added}"] :is(input, textarea, select)`)?.focus();
    setAdded(null);
  }, [added, items]);

  const add = async (): Promise<void> => {
    const result = await onAdd();
    if (result.ok) setAdded(result.value.id);
  };
  const remove = async (item: Item): Promise<void> => {
    const name = nameOf(item);
    const result = await onRemove(item.id);
    if (!result.ok) return;
    place.current?.querySelector<HTMLElement>('[data-add] button')?.focus();
    // No button here: by the time it is pressed the newest step may be another one, and that would be taken back.
    notify({ kind: 'done', message: `Removed ${name}. Undo (Ctrl+Z) brings it back.` });
  };
  return (
    <div ref={place}>
      {items.length === 0 ? <p className={styles.none}>{empty}</p> : null}
      <ul className={styles.records}>
        {items.map((item) => (
          <li key={item.id} data-record={item.id} className={styles.record}>
            <div className={styles.recordFields}>{fieldsOf(item)}</div>
            <Changing>
              <Button look="icon" aria-label={`Remove ${nameOf(item)}`} onPress={() => void remove(item)}>
                <Icon name="close" />
              </Button>
            </Changing>
          </li>
        ))}
      </ul>
      <div data-add>
        <Changing>
          <Button onPress={() => void add()}>
            <Icon name="add" /> {addLabel}
          </Button>
        </Changing>
      </div>
    </div>
  );
}
