import { Icon } from '../../components/Icon.tsx';
import type { FirstStep } from './firstSteps.ts';
import styles from './OverviewScreen.module.css';

export function FirstSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  return (
    <section className={styles.section} aria-labelledby="overview-first">
      <h2 id="overview-first">Where to begin</h2>
      <ol className={styles.steps}>
        {steps.map(({ title, why, path, done }) => (
          <li key={title} data-done={done || undefined}>
            <a href={`#${path}`}>{title}</a>
            {done ? (
              <span className={styles.state} data-state="ready">
                <Icon name="check" /> Done
              </span>
            ) : null}
            <p>{why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
