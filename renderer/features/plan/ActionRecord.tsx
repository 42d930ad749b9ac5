import type { Action } from '#shared/model/tables.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Changing } from '../../components/Changing.tsx';
import { ThemePicker } from '../../components/ThemePicker.tsx';
import { longDate } from '../../text/dates.ts';
import { editAction, saveActionText, type TextField } from './actionFields.ts';
import styles from './PlanScreen.module.css';

interface Field {
  readonly key: TextField;
  readonly label: string;
  readonly multiline?: boolean;
  readonly describe?: (action: Action) => string;
}

/** What was understood of a date that was written in words. The words are kept as they are in any case. */
function understood(text: string, day: string | null): string {
  if (day !== null) return `Read as ${longDate(day)}`;
  return text.trim() === '' ? 'A date, a month, a quarter or a year' : 'No date was understood; the words are kept';
}

const fields: readonly Field[] = [
  { key: 'objective', label: 'Objective', multiline: true },
  { key: 'text', label: 'Action', multiline: true },
  { key: 'lead', label: 'Lead' },
  { key: 'supporting', label: 'Supporting' },
  { key: 'startText', label: 'Start', describe: ({ startText, startOn }) => understood(startText, startOn) },
  { key: 'dueText', label: 'Due', describe: ({ dueText, dueOn }) => understood(dueText, dueOn) },
  { key: 'successMeasure', label: 'Success measure', multiline: true },
  { key: 'resources', label: 'Resources', multiline: true },
  { key: 'impactEvidence', label: 'How impact will be evidenced', multiline: true },
];

/** Every field of an action but its notes to self, each saved by itself. */
export function ActionRecord({ action }: { readonly action: Action }) {
  const { id } = action;
  return (
    <div className={styles.record}>
      <AutosaveText label="Ref" value={action.ref} onSave={(text) => saveActionText(id, 'ref', text)} />
      <Changing stays>
        <ThemePicker label="Themes" value={action.themes} onSave={(themes) => editAction(id, { themes })} />
      </Changing>
      {fields.map(({ key, label, multiline, describe }) => (
        <AutosaveText
          key={key}
          label={label}
          value={action[key]}
          multiline={multiline ?? false}
          onSave={(text) => saveActionText(id, key, text)}
          {...(describe ? { description: describe(action) } : {})}
        />
      ))}
    </div>
  );
}
