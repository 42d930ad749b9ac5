import type { Institution } from '#shared/model/tables.ts';
import type { GridColumn } from '../../components/grid/gridColumns.ts';
import styles from '../plan/PlanColumns.module.css';
import { dueColumn, refColumn, startColumn, textColumn, themesColumn } from '../plan/planColumns.tsx';
import type { PlanItem } from '../plan/planItem.ts';

/** The columns of the new plan. */
export const newPlanColumns = (institution: Institution | null): readonly GridColumn<PlanItem>[] => [
  refColumn,
  textColumn('objective', 'Objective', 200, { hiddenAtFirst: true }),
  textColumn('text', 'Action', 300, {
    grows: true,
    render: ({ note }, text) => (
      <>
        {text('text') === '' ? <span className={styles.hint}>Write the action here</span> : text('text')}
        {note === '' ? null : <span className={styles.small}>{note}</span>}
      </>
    ),
  }),
  themesColumn(institution),
  textColumn('lead', 'Lead', 140),
  textColumn('supporting', 'Supporting', 140, { hiddenAtFirst: true }),
  startColumn,
  dueColumn(null),
  textColumn('successMeasure', 'Success measure', 240, { grows: true }),
  textColumn('resources', 'Resources', 180, { hiddenAtFirst: true }),
  textColumn('impactEvidence', 'How impact is evidenced', 200, { hiddenAtFirst: true }),
];
