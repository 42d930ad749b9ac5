import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { ReadinessList } from '../readiness/ReadinessList.tsx';
import { useReadiness } from '../readiness/useReadiness.ts';
import { byWeight, weightWords } from '../readiness/weights.ts';
import styles from './OverviewScreen.module.css';

/** So many of each weight: enough to start with, and the page stays an overview. */
const shownAtOnce = 4;

/** What is left before the window closes, heaviest first, each finding a link to its field. */
export function WhatIsLeft({ cycleId }: { readonly cycleId: string }) {
  const { items, error } = useReadiness(cycleId);
  return (
    <section className={styles.section} aria-labelledby="overview-left">
      <h2 id="overview-left">What is left</h2>
      {error ? <ErrorAlert error={error} /> : null}
      {items === null && !error ? <p role="status">Looking through the submission…</p> : null}
      {items?.length === 0 ? <p>Nothing left that a reader would miss.</p> : null}
      {items && items.length > 0 ? (
        <>
          <div className={styles.left}>
            {byWeight(items).map((group) => (
              <section key={group.weight}>
                <h3>
                  <strong>{group.items.length}</strong> {weightWords[group.weight]}
                </h3>
                {group.items.length === 0 ? <p className={styles.meta}>Nothing left here.</p> : null}
                {group.items.length > 0 ? <ReadinessList items={group.items.slice(0, shownAtOnce)} /> : null}
                {group.items.length > shownAtOnce ? (
                  <p className={styles.meta}>and {group.items.length - shownAtOnce} more</p>
                ) : null}
              </section>
            ))}
          </div>
          <p className={styles.more}>
            <a href="#/readiness">See all of them with the reasons</a>
          </p>
        </>
      ) : null}
    </section>
  );
}
