import { useMemo } from 'react';
import type { Action, Institution } from '#shared/model/tables.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useFrameworks } from '../../stores/frameworks.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './NewPlan.module.css';
import { coverageOf, dueByQuarter, frameworkGaps, ownerShares } from './planCoverage.ts';

interface CoveragePanelProps {
  readonly actions: readonly Action[];
  readonly institution: Institution | null;
  /** Shows only the actions with this value in this column; null shows all. */
  readonly onShow: (column: 'themes' | 'lead', value: string) => void;
}

/** How the plan spreads over themes, owners, time and frameworks; what has a number leads to its actions. */
export function CoveragePanel({ actions, institution, onShow }: CoveragePanelProps) {
  const { counts, gap } = useMemo(() => coverageOf(actions, institution), [actions, institution]);
  const owners = useMemo(() => ownerShares(actions), [actions]);
  const time = useMemo(() => dueByQuarter(actions), [actions]);
  const frameworks = useFrameworks();
  const links = useWorkspace((state) => state.rows.link);
  const gaps = useMemo(() => frameworkGaps(actions, frameworks, links.values()), [actions, frameworks, links]);
  const unled = actions.filter(({ lead }) => lead.trim() === '').length;
  return (
    <div className={styles.coverage}>
      <p className={styles.themes}>
        {counts.map(({ theme, name, count }) => (
          <button key={theme} type="button" className={styles.link} onClick={() => onShow('themes', name)}>
            {name} {count}
          </button>
        ))}
        {gap === null ? null : <span className={styles.gap}>{gap}</span>}
      </p>
      <Disclosure title="Coverage: owners, time and frameworks">
        <dl className={styles.facts}>
          <div>
            <dt>Owners</dt>
            <dd>
              {owners.slice(0, 8).map(({ owner, count, isMost }) => (
                <span key={owner} className={isMost ? styles.gap : undefined}>
                  <button type="button" className={styles.link} onClick={() => onShow('lead', owner)}>
                    {owner} {count}
                  </button>
                  {isMost ? ' (more than a third)' : ''}
                </span>
              ))}
              {owners.length > 8 ? <span>and {owners.length - 8} more</span> : null}
              {unled > 0 ? <span className={styles.gap}>{unled} without a lead</span> : null}
            </dd>
          </div>
          <div>
            <dt>Due</dt>
            <dd>
              {time.quarters.map(({ title, count }) => (
                <span key={title}>
                  {title}: {count}
                </span>
              ))}
              {time.undated > 0 ? <span className={styles.gap}>{time.undated} without a date</span> : null}
            </dd>
          </div>
          {gaps.map(({ title, total, without }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <span>
                  {total - without.length} of {total} items have an action
                </span>
                {without.length > 0 ? <span className={styles.gap}>none yet for {without.join(', ')}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
