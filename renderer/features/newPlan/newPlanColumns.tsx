import type { Institution } from '#shared/model/tables.ts';
import { themeName } from '../../text/themes.ts';
import styles from '../plan/PlanTable.module.css';
import type { PlanColumn } from '../plan/planColumns.ts';
import { dueText } from '../plan/planItems.ts';

/** The columns of the new plan. Themes are ticked in a dialog: a mistyped theme would be none. */
export const newPlanColumns = (institution: Institution | null): readonly PlanColumn[] => [
  {
    key: 'ref',
    label: 'Ref',
    width: '58px',
    className: styles.ref ?? '',
    fields: ({ action }) => [{ key: 'ref', label: 'Ref', text: action.ref }],
  },
  {
    key: 'text',
    label: 'Action',
    fields: ({ action }) => [{ key: 'text', label: 'Action', text: action.text }],
    render: ({ note }, text) => (
      <>
        {text('text') === '' ? <span className={styles.hint}>Write the action here</span> : text('text')}
        {note === '' ? null : <span className={styles.small}>{note}</span>}
      </>
    ),
  },
  {
    key: 'themes',
    label: 'Themes',
    width: '124px',
    render: ({ action }) =>
      action.themes.length === 0 ? (
        <span className={styles.hint}>None yet</span>
      ) : (
        action.themes.map((theme) => themeName(theme, institution)).join(', ')
      ),
  },
  {
    key: 'lead',
    label: 'Lead',
    width: '16%',
    fields: ({ action }) => [{ key: 'lead', label: 'Lead', text: action.lead }],
  },
  {
    key: 'due',
    label: 'Due',
    width: '96px',
    fields: ({ action }) => [{ key: 'dueText', label: 'Due', text: dueText(action) }],
  },
  {
    key: 'successMeasure',
    label: 'Success measure',
    width: '25%',
    fields: ({ action }) => [{ key: 'successMeasure', label: 'Success measure', text: action.successMeasure }],
  },
];
