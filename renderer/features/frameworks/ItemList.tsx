import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FrameworkItem } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { type FrameworkView, itemName } from '../../stores/frameworks.ts';
import { notify } from '../../stores/notices.ts';
import styles from './FrameworksScreen.module.css';
import { ItemRow } from './ItemRow.tsx';
import { dropPlace, stepPlace } from './places.ts';

interface ItemListProps {
  readonly framework: FrameworkView;
  readonly selectedId: string | null;
  /** How many things serve an item, in words. */
  readonly coveredInWords: (itemId: string) => string;
  readonly onSelect: (itemId: string) => void;
}

/**
 * The items of a framework, written in place. They are moved by Alt with an arrow, by their buttons, or by dragging;
 * Enter in a title goes on to a new item, so that a list is typed in one go.
 */
export function ItemList({ framework, selectedId, coveredInWords, onSelect }: ItemListProps) {
  const { id: frameworkId, items } = framework;
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly id: string; readonly field: string } | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly after: boolean } | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (wanted === null || !items.some(({ id }) => id === wanted.id)) return;
    place.current?.querySelector<HTMLElement>(`[data-item="${wanted.id}"] ${wanted.field}`)?.focus();
    setWanted(null);
  }, [wanted, items]);

  const add = async (): Promise<void> => {
    const result = await run('frameworkItem.add', { frameworkId, code: '', title: 'New item' });
    if (result.ok) setWanted({ id: result.value.id, field: 'input' });
  };
  const move = async (item: FrameworkItem, before: string | null | undefined, field: string | null): Promise<void> => {
    if (before === undefined) return;
    const result = await run('frameworkItem.move', { id: item.id, before });
    if (!result.ok) return;
    const order = items.filter(({ id }) => id !== item.id);
    const at = before === null ? order.length : order.findIndex(({ id }) => id === before);
    setSaid(`${itemName(item)} is now ${at + 1} of ${items.length}`);
    // The row is drawn at another place, which takes the focus from it.
    if (field !== null) setWanted({ id: item.id, field });
  };
  const bin = async (item: FrameworkItem): Promise<void> => {
    const at = items.findIndex(({ id }) => id === item.id);
    const next = items[at + 1] ?? items[at - 1];
    const result = await run('frameworkItem.bin', { ids: [item.id] });
    if (!result.ok) return;
    if (next) setWanted({ id: next.id, field: 'input' });
    else place.current?.querySelector<HTMLElement>('[data-add] button')?.focus();
    const back = { label: 'Undo', run: () => void run('frameworkItem.unbin', { ids: [item.id] }) };
    notify({ kind: 'done', message: `${itemName(item)} is in the bin. Its links are kept.`, action: back });
  };
  const onKeyDown = (event: KeyboardEvent, item: FrameworkItem): void => {
    const field = event.target instanceof HTMLElement ? (event.target.dataset.field ?? null) : null;
    const focus = field === null ? 'input' : `[data-field="${field}"]`;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      void move(item, stepPlace(items, item.id, event.key === 'ArrowUp' ? -1 : 1), focus);
    } else if (event.ctrlKey && event.key === 'Delete') {
      event.preventDefault();
      void bin(item);
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const next = items[items.findIndex(({ id }) => id === item.id) + 1];
      if (next) setWanted({ id: next.id, field: focus });
      else void add();
    }
  };
  const drop = (event: DragEvent, on: string): void => {
    const item = items.find(({ id }) => id === dragged);
    if (item) void move(item, dropPlace(items, item.id, on, isLower(event)), null);
    setDragged(null);
    setOver(null);
  };

  return (
    <div ref={place}>
      {items.length === 0 ? (
        <p>There is no item yet. Type them here one after the other, or bring the list in from a spreadsheet.</p>
      ) : null}
      <ol className={styles.items} aria-label={`Items of ${framework.title}`}>
        {items.map((item, index) => (
          <li
            key={item.id}
            data-item={item.id}
            data-selected={item.id === selectedId || undefined}
            data-over={over?.id === item.id && dragged !== item.id ? (over.after ? 'after' : 'before') : undefined}
            className={styles.item}
            draggable={dragged === item.id}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              const after = isLower(event);
              if (over?.id !== item.id || over.after !== after) setOver({ id: item.id, after });
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              // Where it is let go, and not where it was last shown: that may not have been drawn yet.
              drop(event, item.id);
            }}
            onKeyDown={(event) => onKeyDown(event, item)}
            onFocus={() => onSelect(item.id)}
          >
            <ItemRow
              item={item}
              covered={coveredInWords(item.id)}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onGrab={(grabbed) => setDragged(grabbed ? item.id : null)}
              onStep={(by) => void move(item, stepPlace(items, item.id, by), `[data-step="${by}"]`)}
              onBin={() => void bin(item)}
            />
          </li>
        ))}
      </ol>
      <div data-add>
        <Changing>
          <Button onPress={() => void add()}>
            <Icon name="add" /> Add an item
          </Button>
        </Changing>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** In the lower half of the item that the pointer is over. */
function isLower({ clientY, currentTarget }: DragEvent): boolean {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY > top + height / 2;
}
