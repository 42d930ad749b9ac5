import { RagBar } from '../components/RagBar.tsx';
import { useSession } from '../stores/session.ts';
import { useCycleView, useInstitution, useRagCounts } from '../stores/views.ts';
import { daysUntil, longDate, monthAndYear } from '../text/dates.ts';
import styles from './Contents.module.css';

/** Which institution, stage and plan this is, when it is due and how the last plan stands. */
export function CycleCard() {
  const view = useCycleView();
  const institution = useInstitution();
  const today = useSession((state) => state.today);
  const counts = useRagCounts(view?.lastPlan.id);
  if (!view) return null;
  const { cycle, newPlan } = view;
  return (
    <div className={styles.card}>
      <b>{institution?.name ?? 'No institution'}</b>
      <small>
        Stage {cycle.stage}
        {newPlan.startsOn && newPlan.endsOn
          ? ` · plan ${monthAndYear(newPlan.startsOn)} – ${monthAndYear(newPlan.endsOn)}`
          : ''}
      </small>
      {counts.total > 0 ? <RagBar counts={counts} /> : null}
      <small>
        Due {longDate(cycle.dueOn)} · {daysUntil(today, cycle.dueOn)}
      </small>
    </div>
  );
}
