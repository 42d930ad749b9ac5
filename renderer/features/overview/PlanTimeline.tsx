import type { Action, Plan } from '#shared/model/tables.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useActions } from '../../stores/views.ts';
import { shortDate } from '../../text/dates.ts';
import styles from './OverviewScreen.module.css';
import { timelineOf } from './quarters.ts';

/** So many are shown at once; a quarter with more folds the rest, so that the spread over the plan stays in view. */
const shownAtOnce = 5;

/** The new plan by quarter: what falls due when, and where nothing does. */
export function PlanTimeline({ plan }: { readonly plan: Plan }) {
  const actions = useActions(plan.id);
  const { quarters, undated } = timelineOf(actions, plan);
  return (
    <section className={styles.section} aria-labelledby="overview-timeline">
      <h2 id="overview-timeline">The new plan by quarter</h2>
      {actions.length === 0 ? (
        <p>
          No action yet. <a href="#/new-plan">Write the first one</a>
        </p>
      ) : (
        <ol className={styles.timeline}>
          {quarters.map(({ key, title, actions: due }) => (
            <Stretch key={key} title={title} actions={due} />
          ))}
          {undated.length > 0 ? <Stretch title="No due date" actions={undated} /> : null}
        </ol>
      )}
    </section>
  );
}

interface StretchProps {
  readonly title: string;
  readonly actions: readonly Action[];
}

function Stretch({ title, actions }: StretchProps) {
  const rest = actions.slice(shownAtOnce);
  return (
    <li className={styles.quarter} data-empty={actions.length === 0 || undefined}>
      <h3>{title}</h3>
      <p className={styles.meta}>
        {actions.length === 0 ? 'Nothing due' : `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}`}
      </p>
      <div>
        <DueList actions={actions.slice(0, shownAtOnce)} />
        {rest.length > 0 ? (
          <Disclosure title={`${rest.length} more`}>
            <DueList actions={rest} />
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

function DueList({ actions }: { readonly actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <ul>
      {actions.map(({ id, ref, text, dueOn, dueText }) => (
        <li key={id}>
          <a href={`#/new-plan/${id}`}>
            {ref ? <span className={styles.ref}>{ref}</span> : null} {text.trim() || 'An action without wording'}
          </a>{' '}
          <span className={styles.meta}>{dueOn ? shortDate(dueOn) : dueText}</span>
        </li>
      ))}
    </ul>
  );
}
