import type { Institution } from '#shared/model/tables.ts';
import type { GridColumn } from '../../components/grid/gridColumns.ts';
import styles from '../plan/PlanColumns.module.css';
import { dueColumn, refColumn, startColumn, textColumn, themesColumn } from '../plan/planColumns.tsx';
import type { PlanItem } from '../plan/planItem.ts';
import { FindingMark } from './FindingMark.tsx';
import { placeOfFinding } from './planFindings.ts';

/** The fields of an action that a column shows, where its key is another. */
const fieldsOfColumn: Readonly<Record<string, readonly (string | null)[]>> = {
  due: ['dueText', 'dueOn'],
  start: ['startText', 'startOn'],
  // What is about no one field stands by the words of the action.
  text: ['text', null],
};

/** Adds the mark of what is to look at in a cell. */
function marked(column: GridColumn<PlanItem>): GridColumn<PlanItem> {
  const own: ReadonlySet<string | null> = new Set(fieldsOfColumn[column.key] ?? [column.key]);
  return {
    ...column,
    render: (item, text) => (
      <>
        {column.render?.(item, text) ?? text(column.fields?.(item)[0]?.key ?? '')}
        <FindingMark findings={(item.findings ?? []).filter((each) => own.has(placeOfFinding(each)?.field ?? null))} />
      </>
    ),
  };
}

/** The columns of the new plan. */
export const newPlanColumns = (institution: Institution | null): readonly GridColumn<PlanItem>[] =>
  columnsOf(institution).map(marked);

const columnsOf = (institution: Institution | null): readonly GridColumn<PlanItem>[] => [
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
