import { useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useRatings } from '../../stores/views.ts';
import { outcomeWords, useOutcomes } from '../plan/outcomes.ts';
import { nameOfAction } from '../plan/planItem.ts';
import styles from './ActionTicks.module.css';

interface ActionTicksProps {
  readonly legend: string;
  readonly actions: readonly Action[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** From so many on a list is searched rather than read through. */
const longList = 9;
/** More than these are reached by searching: nobody reads on, and each is an element of the page. */
const mostShown = 200;

/** Actions of the last plan to tick, each with its rating and what was decided of it before. */
export function ActionTicks({ legend, actions, ticked, onTick }: ActionTicksProps) {
  const ratings = useRatings();
  const outcomes = useOutcomes();
  const [search, setSearch] = useState('');
  const words = search.toLocaleLowerCase('en-GB').split(/\s+/u);
  const found = actions.filter(({ ref, text, lead }) => {
    const all = `${ref} ${text} ${lead}`.toLocaleLowerCase('en-GB');
    return words.every((word) => all.includes(word));
  });
  const tick = (id: string): void =>
    onTick(ticked.has(id) ? new Set([...ticked].filter((each) => each !== id)) : new Set([...ticked, id]));
  return (
    <fieldset className={styles.ticks}>
      <legend>{legend}</legend>
      {actions.length >= longList ? (
        <input
          type="search"
          className={styles.search}
          aria-label="Search these actions"
          placeholder="Search these actions"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          // Enter belongs to the search here; the form is sent by its own button.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      ) : null}
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((action) => {
          const decided = outcomeWords(outcomes.get(action.id) ?? [], action);
          return (
            <li key={action.id}>
              <label className={styles.row}>
                <input type="checkbox" checked={ticked.has(action.id)} onChange={() => tick(action.id)} />
                <span className={styles.what}>
                  <span className={styles.facts}>
                    <strong>{nameOfAction(action)}</strong>
                    <RagBadge rag={ratings.get(action.id)?.[0]?.rag ?? null} />
                  </span>
                  {action.ref.trim() === '' ? null : <span className={styles.text}>{action.text}</span>}
                  {decided === '' ? null : <span className={styles.meta}>Decided: {decided}</span>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {found.length > mostShown ? (
        <p className={styles.meta}>And {found.length - mostShown} more: search for them.</p>
      ) : null}
      {found.length === 0 ? <p className={styles.meta}>No action has these words.</p> : null}
    </fieldset>
  );
}
