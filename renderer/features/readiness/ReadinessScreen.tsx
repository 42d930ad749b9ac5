import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useCycleView } from '../../stores/views.ts';
import { AmendmentNote } from '../signOff/AmendmentNote.tsx';
import { ReadinessList } from './ReadinessList.tsx';
import styles from './ReadinessScreen.module.css';
import { SetAside } from './SetAside.tsx';
import { useReadiness } from './useReadiness.ts';
import { byWeight, weightWords } from './weights.ts';

/** Everything that a reader of the submission would miss, each one click from its field. It never blocks a draft. */
export function ReadinessScreen() {
  const view = useCycleView();
  const { items, aside, error } = useReadiness(view?.cycle.id);
  const groups = byWeight(items ?? []);
  return (
    <>
      <PageHeading
        title="Readiness"
        lede="What a reader of the submission would miss, heaviest first. None of it stops a draft from being exported."
      />
      {view ? <AmendmentNote cycle={view.cycle} /> : null}
      {error ? <ErrorAlert error={error} /> : null}
      {items === null && !error ? <p role="status">Looking through the submission…</p> : null}
      {items?.length === 0 ? (
        <EmptyState title="Nothing left that a reader would miss">
          <p>The checks are made again after every change.</p>
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? (
        <>
          <dl className={styles.counts} aria-label="How much is left">
            {groups.map((group) => (
              <div key={group.weight} data-weight={group.weight}>
                <dt>{weightWords[group.weight]}</dt>
                <dd>{group.items.length}</dd>
              </div>
            ))}
          </dl>
          {groups.map((group) =>
            group.items.length > 0 ? (
              <section key={group.weight} className={styles.group} aria-labelledby={`weight-${group.weight}`}>
                <h2 id={`weight-${group.weight}`}>
                  {weightWords[group.weight]} <span className={styles.count}>{group.items.length}</span>
                </h2>
                <ReadinessList items={group.items} reasons {...(view ? { asideIn: view.cycle.id } : {})} />
              </section>
            ) : null,
          )}
        </>
      ) : null}
      {aside.length > 0 ? <SetAside items={aside} /> : null}
    </>
  );
}
