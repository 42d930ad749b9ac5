import type { Institution } from '#shared/model/tables.ts';
import type { CellField, GridColumn } from '../../components/grid/gridColumns.ts';
import styles from '../plan/PlanColumns.module.css';
import { dueColumn, ragColumn, refColumn, startColumn, textColumn, themesColumn } from '../plan/planColumns.tsx';
import type { PlanItem } from '../plan/planItem.ts';
import { needsReason } from './reviewCounts.ts';
import { whatNextColumn } from './whatNextColumn.tsx';

const progressFields = (item: PlanItem): readonly CellField[] => {
  const progress = { key: 'progress', label: 'Progress', text: item.current?.progress ?? '' };
  const explanation = { key: 'explanation', label: 'Reason for red', text: item.current?.explanation ?? '' };
  return item.current?.rag === 'red' ? [progress, explanation] : [progress];
};

/**
 * The columns of the review. `day` is today, for what is late. G, A, R and N rate in the RAG column, where the focus
 * begins; in any other cell a word is written or a choice is meant, and its first letter must not rate.
 */
export const lastPlanColumns = (day: string, institution: Institution | null): readonly GridColumn<PlanItem>[] =>
  columnsOf(day, institution).map((column) =>
    column.key === ragColumn.key ? column : { ...column, lettersWrite: true },
  );

const columnsOf = (day: string, institution: Institution | null): readonly GridColumn<PlanItem>[] => [
  refColumn,
  textColumn('text', 'Action', 300, { grows: true }),
  { ...themesColumn(institution), hiddenAtFirst: true },
  textColumn('lead', 'Lead', 150),
  startColumn,
  dueColumn(day),
  {
    key: 'progress',
    label: 'Progress',
    width: 260,
    grows: true,
    text: (item) =>
      progressFields(item)
        .map(({ key, text }) => (key === 'explanation' && text !== '' ? `Reason: ${text}` : text))
        .filter((text) => text !== '')
        .join('\n'),
    fields: progressFields,
    read: (text, _item, field) => ({ ok: true, fields: { [field ?? 'progress']: text } }),
    startsAt: (item) => (needsReason(item) ? 1 : 0),
    render: (item, text) => <Progress item={item} progress={text('progress')} reason={text('explanation')} />,
  },
  ragColumn,
  textColumn('successMeasure', 'Success measure', 220, { hiddenAtFirst: true }),
  whatNextColumn,
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
