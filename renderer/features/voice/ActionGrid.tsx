import { type KeyboardEvent, useRef, useState } from 'react';
import type { Action, Voice } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Changing } from '../../components/Changing.tsx';
import { Icon } from '../../components/Icon.tsx';
import { type ActionMatrix, linkKey } from './actionMatrix.ts';
import styles from './register.module.css';

interface ActionGridProps {
  /** With the entries to draw. */
  readonly matrix: ActionMatrix;
  /** How many entries there are, drawn or not. */
  readonly total: number;
}

/** Entries by actions, one tab stop: arrows move, Space or Enter links and unlinks. */
export function ActionGrid({ matrix, total }: ActionGridProps) {
  const { voices, actions, links } = matrix;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [said, setSaid] = useState('');
  // Entries and actions may have gone since.
  const row = Math.min(at.row, voices.length - 1);
  const column = Math.min(at.column, actions.length - 1);

  const moveTo = (place: { readonly row: number; readonly column: number }): void => {
    setAt(place);
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`)?.focus();
  };
  const toggle = async (voice: Voice, action: Action): Promise<void> => {
    const link = links.get(linkKey(voice.id, action.id));
    const result = link
      ? await run('link.remove', { id: link.id })
      : await run('link.add', { sourceKind: 'voice', sourceId: voice.id, targetKind: 'action', target: action.id });
    if (result.ok)
      setSaid(`Voice ${voice.number} is ${link ? 'no longer' : ''} linked to ${nameOf(action)}.`.replace('  ', ' '));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [voice, action] = [voices[row], actions[column]];
    const place = placeAfter(event, { row, column }, { rows: voices.length, columns: actions.length });
    if (place) {
      event.preventDefault();
      moveTo(place);
    } else if ((event.key === ' ' || event.key === 'Enter') && voice && action) {
      event.preventDefault();
      void toggle(voice, action);
    }
  };

  return (
    <>
      <div className={styles.scroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrows is a grid
          role="grid"
          aria-label="Entries by actions"
          aria-rowcount={total + 1}
          className={`${styles.table} ${styles.links}`}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">Entry</th>
              {actions.map((action) => (
                <th scope="col" key={action.id} title={action.text}>
                  {action.ref || action.text.slice(0, 12)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {voices.map((voice, voiceAt) => (
              <tr key={voice.id} aria-rowindex={voiceAt + 2}>
                <th scope="row" title={voice.words}>
                  <span className={styles.voiceName}>
                    {voice.number} {voice.words || voice.groupName}
                  </span>
                </th>
                {actions.map((action, actionAt) => {
                  const isLinked = links.has(linkKey(voice.id, action.id));
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys of every cell
                    <td
                      key={action.id}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the grid
                      role="gridcell"
                      data-cell={`${voiceAt} ${actionAt}`}
                      data-linked={isLinked || undefined}
                      tabIndex={voiceAt === row && actionAt === column ? 0 : -1}
                      aria-label={`Voice ${voice.number}, ${nameOf(action)}: ${isLinked ? 'linked' : 'not linked'}`}
                      onFocus={() => setAt({ row: voiceAt, column: actionAt })}
                      onClick={() => void toggle(voice, action)}
                    >
                      {isLinked ? <Icon name="tick" /> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.meta}>
        Arrows move<Changing>, Space links or unlinks</Changing>.
      </p>
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </>
  );
}

const nameOf = ({ ref, text }: Action): string =>
  ref ? `action ${ref}` : text.slice(0, 40) || 'action without a text';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads; null where it is no key that moves. */
function placeAfter(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: Place,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place | null {
  const whole = ctrlKey || metaKey;
  const last = { row: rows - 1, column: columns - 1 };
  const within = (place: Place): Place => ({
    row: Math.max(0, Math.min(last.row, place.row)),
    column: Math.max(0, Math.min(last.column, place.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ row: whole ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: whole ? last.row : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: whole ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ row, column: whole ? last.column : column + 1 });
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? last.row : row, column: last.column };
    case 'PageUp':
      return within({ row: row - 10, column });
    case 'PageDown':
      return within({ row: row + 10, column });
    default:
      return null;
  }
}
