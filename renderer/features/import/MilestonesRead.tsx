import { useId } from 'react';
import type { MilestonesAs } from '#shared/model/importPreview.ts';
import styles from './ImportScreen.module.css';
import type { TableReadProps } from './tableRead.ts';

const choices: readonly { readonly as: MilestonesAs; readonly label: string; readonly what: string }[] = [
  { as: 'milestones', label: 'Milestones of the action above', what: 'each becomes a line of that action' },
  { as: 'actions', label: 'Actions of their own', what: 'each becomes an action' },
];

/** What the rows that stand below an action are taken for, what tells, and the choice. */
export function MilestonesRead({ table, where, corrections, onCorrect }: TableReadProps & { readonly where: string }) {
  const name = useId();
  const { milestones } = table;
  if (milestones === null) return null;
  // What was chosen shows at once, before the file has been read by it.
  const chosen = corrections.milestones?.find((each) => each.table === table.key)?.as;
  const choose = (as: MilestonesAs): void =>
    onCorrect({
      ...corrections,
      milestones: [
        ...(corrections.milestones ?? []).filter((each) => each.table !== table.key),
        { table: table.key, as },
      ],
    });
  return (
    <fieldset className={styles.blanks}>
      <legend>
        {milestones.count === 1 ? 'One row' : `${milestones.count} rows`}
        {where}: milestones, or actions of their own
      </legend>
      <p className={styles.guess}>
        {chosen === undefined && table.remembered === null ? <strong>A guess. </strong> : null}
        {milestones.why}
      </p>
      {choices.map(({ as, label, what }) => (
        <label key={as}>
          <input type="radio" name={name} checked={(chosen ?? milestones.as) === as} onChange={() => choose(as)} />{' '}
          {label} <span className={styles.meta}>({what})</span>
        </label>
      ))}
    </fieldset>
  );
}
