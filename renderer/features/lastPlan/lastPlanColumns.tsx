import { RagBadge } from '../../components/RagBadge.tsx';
import { monthAndYear } from '../../text/dates.ts';
import { ragWords } from '../../text/words.ts';
import styles from '../plan/PlanTable.module.css';
import type { CellField, PlanColumn, PlanItem } from '../plan/planColumns.ts';
import { dueText, isLate } from '../plan/planItems.ts';
import { needsReason } from './reviewCounts.ts';

const progressFields = (item: PlanItem): readonly CellField[] => {
  const progress = { key: 'progress', label: 'Progress', text: item.current?.progress ?? '' };
  const explanation = { key: 'explanation', label: 'Reason for red', text: item.current?.explanation ?? '' };
  return item.current?.rag === 'red' ? [progress, explanation] : [progress];
};

/** The columns of the review. `day` is today, for what is late. */
export const lastPlanColumns = (day: string): readonly PlanColumn[] => [
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
  },
  {
    key: 'lead',
    label: 'Lead',
    width: '17%',
    fields: ({ action }) => [{ key: 'lead', label: 'Lead', text: action.lead }],
  },
  {
    key: 'due',
    label: 'Due',
    width: '92px',
    fields: ({ action }) => [{ key: 'dueText', label: 'Due', text: dueText(action) }],
    render: (item, text) =>
      isLate(item, day) ? (
        <span className={styles.late}>
          {text('dueText')}
          <span className={styles.lateWord}>late</span>
        </span>
      ) : (
        text('dueText')
      ),
  },
  {
    key: 'progress',
    label: 'Progress',
    width: '24%',
    lettersWrite: true,
    fields: progressFields,
    startsAt: (item) => (needsReason(item) ? 1 : 0),
    render: (item, text) => <Progress item={item} progress={text('progress')} reason={text('explanation')} />,
  },
  {
    key: 'rag',
    label: 'RAG',
    width: '142px',
    render: ({ current, previous }) => (
      <>
        <RagBadge rag={current?.rag ?? null} />
        {previous?.rag ? (
          <span className={styles.small}>
            was {ragWords[previous.rag]}, {monthAndYear(previous.ratedOn)}
          </span>
        ) : null}
      </>
    ),
  },
];

function Progress(props: { readonly item: PlanItem; readonly progress: string; readonly reason: string }) {
  const { item, progress, reason } = props;
  if (item.current?.rag !== 'red') return progress;
  return (
    <>
      {progress}
      {reason.trim() === '' ? (
        <strong className={progress === '' ? styles.missing : `${styles.missing} ${styles.reason}`}>
          Reason needed
        </strong>
      ) : (
        <span className={progress === '' ? styles.reasonAlone : styles.reason}>
          <strong>Reason: </strong>
          {reason}
        </span>
      )}
    </>
  );
}
