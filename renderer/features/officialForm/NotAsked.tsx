import type { Question } from '#shared/model/questionSet.ts';
import type { OfficialForm } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { AutosaveSelect } from '../../components/AutosaveSelect.tsx';
import styles from './OfficialFormScreen.module.css';

interface NotAskedProps {
  readonly form: OfficialForm;
  readonly questions: readonly Question[];
}

const choices = [
  { value: 'appendix', label: 'Printed in an appendix' },
  { value: 'nowhere', label: 'Printed nowhere' },
] as const;

/** Questions of ours that the form does not ask: what was written there is not lost, unless somebody says so. */
export function NotAsked({ form, questions }: NotAskedProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="not-asked">
      <h2 id="not-asked">Not in the form</h2>
      <p className={styles.lede}>
        No prompt is paired with these. What is written there can follow the form in an appendix.
      </p>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.key} className={styles.prompt}>
            <p className={styles.text}>{question.title}</p>
            <div className={styles.pairing}>
              <AutosaveSelect
                label={`Where the answer to “${question.title}” is printed`}
                hideLabel
                value={form.leftOut.includes(question.key) ? 'nowhere' : 'appendix'}
                options={choices}
                onSave={(value) =>
                  run('officialForm.leaveOut', { id: form.id, questionKey: question.key, leftOut: value === 'nowhere' })
                }
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
