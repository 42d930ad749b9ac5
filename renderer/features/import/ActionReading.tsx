import { useId } from 'react';
import { withoutBeforehand } from '#shared/model/importChoices.ts';
import type { GuessedField, ImportedField, PreviewAction } from '#shared/model/importPreview.ts';
import type { Action, Institution } from '#shared/model/tables.ts';
import tableStyles from '../../components/Table.module.css';
import { useInstitution } from '../../stores/views.ts';
import { shortDate } from '../../text/dates.ts';
import { themeName } from '../../text/themes.ts';
import { ragWords } from '../../text/words.ts';
import { type Blanks, type Choice, writtenFields } from './choices.ts';
import styles from './ImportScreen.module.css';
import { importedFieldWords } from './importWords.ts';

interface ActionReadingProps {
  readonly action: PreviewAction;
  readonly where: string;
  readonly choice: Choice;
  readonly blanks: Blanks;
  readonly planActions: readonly Action[];
  readonly onChange: (part: Partial<Choice>) => void;
}

/** How one action was read, cell by cell: its text, the reason, what the plan says, and whether it is taken over. */
export function ActionReading({ action, where, choice, blanks, planActions, onChange }: ActionReadingProps) {
  const id = useId();
  const isCompared = choice.actionId !== null && choice.actionId === action.match?.id;
  const inPlan = new Map((isCompared ? (action.match?.fields ?? []) : []).map((each) => [each.field, each.inPlan]));
  const written = new Set(writtenFields(action.match?.fields ?? [], blanks).map(({ field }) => field));
  const signed = new Set(isCompared ? withoutBeforehand(action) : []);
  const institution = useInstitution();
  const rows = readFields(action, institution).filter(({ field, text }) => text !== '' || inPlan.has(field));
  return (
    <>
      <p>
        From {where}
        {action.hidden ? ', which is hidden in the file' : ''}.
      </p>
      <table className={`${tableStyles.table} ${styles.grid}`}>
        <caption className="visually-hidden">How each cell was read</caption>
        <thead>
          <tr>
            <th scope="col">Take over</th>
            <th scope="col">Field</th>
            {isCompared ? <th scope="col">In the plan</th> : null}
            <th scope="col">In the file</th>
            <th scope="col">How it was read</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, text, why }) => (
            <tr key={field}>
              <td>
                {isCompared && !written.has(field) ? null : (
                  <input
                    type="checkbox"
                    aria-label={`Take over ${importedFieldWords[field]}`}
                    checked={!choice.without.includes(field)}
                    onChange={(event) =>
                      onChange({
                        without: event.target.checked
                          ? choice.without.filter((each) => each !== field)
                          : [...choice.without, field],
                      })
                    }
                  />
                )}
              </td>
              <th scope="row">{importedFieldWords[field]}</th>
              {isCompared ? <td className={styles.cell}>{inPlan.get(field) ?? 'the same'}</td> : null}
              <td className={styles.cell}>{text}</td>
              <td>
                {why}
                {signed.has(field) ? ' It was signed, and stays as it is unless an amendment is open.' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {planActions.length > 0 ? (
        <p className={styles.headingRow}>
          <label htmlFor={id}>What this row does</label>
          <select
            id={id}
            value={choice.actionId ?? ''}
            onChange={(event) => onChange({ actionId: event.target.value || null, ticked: true })}
          >
            <option value="">Comes in as a new action</option>
            {planActions.map(({ id: actionId, ref, text }) => (
              <option key={actionId} value={actionId}>
                Changes {ref} {text.slice(0, 80)}
              </option>
            ))}
          </select>
        </p>
      ) : null}
    </>
  );
}

interface ReadField {
  readonly field: ImportedField;
  readonly text: string;
  readonly why: string;
}

const dated = (text: string, day: string | null): string => {
  if (day === null) return text === '' ? '' : `${text} (no date understood)`;
  return text === '' ? shortDate(day) : `${text} (${shortDate(day)})`;
};

function readFields(action: PreviewAction, institution: Institution | null): readonly ReadField[] {
  const why = (field: GuessedField): string => action.reasons[field] ?? '';
  return [
    { field: 'ref', text: action.ref, why: why('ref') },
    {
      field: 'themes',
      text: action.themes.map((theme) => themeName(theme, institution)).join(', '),
      why: why('themes'),
    },
    { field: 'objective', text: action.objective, why: why('objective') },
    { field: 'action', text: action.action, why: why('action') },
    { field: 'owner', text: action.owner, why: why('owner') },
    { field: 'supporting', text: action.supporting, why: why('supporting') },
    { field: 'start', text: dated(action.startText, action.start), why: why('start') },
    { field: 'due', text: dated(action.dueText, action.due), why: why('due') },
    { field: 'rag', text: action.rag === null ? '' : ragWords[action.rag], why: action.ragFrom || why('rag') },
    { field: 'redExplanation', text: action.redExplanation, why: why('redExplanation') },
    { field: 'successMeasure', text: action.successMeasure, why: why('successMeasure') },
    { field: 'progress', text: action.progress, why: why('progress') },
    { field: 'resources', text: action.resources, why: '' },
    { field: 'impactEvidence', text: action.impactEvidence, why: '' },
    {
      field: 'notes',
      text: action.notes.map(({ header, text }) => (header === '' ? text : `${header}: ${text}`)).join('\n'),
      why: [action.notes.length > 0 ? 'No field of an action, so it is kept as a note.' : '', why('notes')].join(' '),
    },
  ];
}
