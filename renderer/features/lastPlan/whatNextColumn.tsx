import { lineageKinds } from '#shared/model/words.ts';
import type { GridColumn } from '../../components/grid/gridColumns.ts';
import styles from '../plan/PlanScreen.module.css';
import type { PlanItem } from '../plan/planItem.ts';
import { outcomeLabels, readOutcome } from './outcomeCells.ts';

/**
 * What becomes of each action, beside its rating. Not shown at first: at 1024 pixels the words of the action and its
 * progress need the room, and the record beside the grid says it as well.
 */
export const whatNextColumn: GridColumn<PlanItem> = {
  key: 'outcome',
  label: 'What next',
  width: 150,
  text: ({ note }) => note,
  fields: ({ outcome }) => [
    { key: 'outcome', label: 'What happens next', text: outcome ? outcomeLabels[outcome] : '' },
  ],
  choices: lineageKinds.map((kind) => ({ value: kind, label: outcomeLabels[kind] })),
  read: (text, item) => (item === null && text.trim() === '' ? { ok: true, fields: {} } : readOutcome(text)),
  render: ({ note }) => (note === '' ? <span className={styles.meta}>Undecided</span> : note),
  filterBy: ({ outcome }) => [outcome ? outcomeLabels[outcome] : 'Undecided'],
  hiddenAtFirst: true,
};
