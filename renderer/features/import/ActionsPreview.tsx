import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportPreview } from '#shared/model/importPreview.ts';
import { Button } from '../../components/Button.tsx';
import { ChipGroup } from '../../components/ChipGroup.tsx';
import tableStyles from '../../components/Table.module.css';
import { useActions } from '../../stores/views.ts';
import { ActionRow } from './ActionRow.tsx';
import {
  type Blanks,
  type Choice,
  type Choices,
  type Filter,
  keysWithProblem,
  passes,
  takenActions,
} from './choices.ts';
import styles from './ImportScreen.module.css';
import { filterWords, whereRow } from './importWords.ts';
import type { PreviewPlace } from './PreviewReview.tsx';

interface ActionsPreviewProps {
  readonly preview: ImportPreview;
  readonly planId: string;
  readonly choices: Choices;
  readonly blanks: Blanks;
  readonly place: PreviewPlace | null;
  readonly onChange: (choices: Choices) => void;
}

/** Rows drawn at a time: a whole plan at once, and of a very long file as much as anybody reads in one go. */
const rowsAtATime = 200;
const filters = ['all', 'new', 'identical', 'extended', 'narrowed', 'related', 'problem', 'hidden'] as const;

/** Each action as it would be brought in, with its tick, what it matches and how it was read. */
export function ActionsPreview({ preview, planId, choices, blanks, place, onChange }: ActionsPreviewProps) {
  const { actions, missing = [] } = preview;
  const planActions = useActions(planId);
  const [filter, setFilter] = useState<Filter>('all');
  const [limit, setLimit] = useState(rowsAtATime);
  const section = useRef<HTMLElement>(null);
  const shownFilter = useDeferredValue(filter);

  const withProblem = useMemo(() => keysWithProblem(preview), [preview]);
  const shown = useMemo(
    () => actions.filter((action) => passes(action, shownFilter, withProblem)),
    [actions, shownFilter, withProblem],
  );
  const chips = filters
    .map((id) => ({
      id,
      label: filterWords[id],
      count: actions.filter((each) => passes(each, id, withProblem)).length,
    }))
    .filter(({ id, count }) => id === 'all' || count > 0);
  const taken = useMemo(() => takenActions(choices), [choices]);

  // What a row does reads the newest choices, and keeps its identity so that other rows are not drawn again.
  const latest = useRef({ choices, onChange });
  latest.current = { choices, onChange };
  const set = useRef((key: string, choice: Choice) =>
    latest.current.onChange(new Map([...latest.current.choices, [key, choice]])),
  ).current;
  const setShown = (ticked: boolean) => {
    const keys = new Set(shown.map(({ key }) => key));
    onChange(
      new Map(
        [...choices].map(([key, choice]) => [key, keys.has(key) ? { ...choice, ticked, decided: true } : choice]),
      ),
    );
  };

  const at = place ? actions.findIndex(({ key }) => key === place.key) : -1;
  useEffect(() => {
    if (!place || at < 0) return;
    setFilter('all');
    setLimit((last) => Math.max(last, Math.ceil((at + 1) / rowsAtATime) * rowsAtATime));
  }, [place, at]);
  const served = useRef(0);
  useEffect(() => {
    if (!place || served.current === place.serial) return;
    const tick = section.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(place.key)}"] input`);
    if (!tick) return;
    served.current = place.serial;
    tick.scrollIntoView({ block: 'center' });
    tick.focus({ preventScroll: true });
  });

  return (
    <section ref={section} aria-label="Actions">
      <div className={styles.heading}>
        <h2>
          {actions.length} {actions.length === 1 ? 'action' : 'actions'} read
        </h2>
        <Button look="quiet" onPress={() => setShown(true)}>
          Tick all shown
        </Button>
        <Button look="quiet" onPress={() => setShown(false)}>
          Tick none shown
        </Button>
      </div>
      {chips.length > 2 ? <ChipGroup<Filter> label="Show" chips={chips} value={filter} onChange={setFilter} /> : null}
      <table className={`${tableStyles.table} ${styles.grid} ${styles.actions}`}>
        <caption className="visually-hidden">Actions as they would be brought in</caption>
        <thead>
          <tr>
            <th scope="col">Bring in</th>
            <th scope="col">Ref</th>
            <th scope="col">Action</th>
            <th scope="col">Theme</th>
            <th scope="col">Lead</th>
            <th scope="col">Due</th>
            <th scope="col">RAG</th>
            <th scope="col">Against the plan</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, limit).map((action) => {
            const choice = choices.get(action.key);
            if (!choice) return null;
            return (
              <ActionRow
                key={action.key}
                action={action}
                where={whereRow(preview.tables[action.source.table], action.source.row)}
                choice={choice}
                blanks={blanks}
                planActions={planActions}
                isTakenTwice={
                  choice.actionId !== null && (taken.get(choice.actionId)?.length ?? 0) > 1 && choice.ticked
                }
                onChange={set}
              />
            );
          })}
        </tbody>
      </table>
      {shown.length > limit ? (
        <p>
          <Button onPress={() => setLimit(limit + rowsAtATime)}>
            Show {Math.min(rowsAtATime, shown.length - limit)} more
          </Button>{' '}
          <span className={styles.meta}>
            {limit} of {shown.length} are listed. What is ticked counts whether it is listed or not.
          </span>
        </p>
      ) : null}
      {missing.length > 0 ? (
        <>
          <h2>In the plan but not in the file</h2>
          <p className={styles.meta}>
            {missing.length === 1 ? 'This action is' : `These ${missing.length} actions are`} left as they are.
          </p>
          <ul className={styles.problems}>
            {missing.map((action) => (
              <li key={action.id}>
                {action.ref} {action.action}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
