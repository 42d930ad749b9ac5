import type { Cycle } from '#shared/model/tables.ts';
import { fail } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { AutosaveDate } from '../../components/AutosaveDate.tsx';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { longDate } from '../../text/dates.ts';
import { editBrief, riskPlaces, withRisk } from './editBrief.ts';
import styles from './InstitutionScreen.module.css';

/** When this submission is due, and the page that goes before it to the person who signs. */
export function SubmissionFields({ cycle }: { readonly cycle: Cycle }) {
  const { id, brief } = cycle;
  return (
    <>
      <div className={styles.fields}>
        <AutosaveDate
          label="Due on"
          value={cycle.dueOn}
          description="Not printed. It sets the days left on the overview and beside the contents."
          onSave={async (dueOn) =>
            dueOn === null
              ? fail({ code: 'input-invalid', detail: { field: 'dueOn', reason: 'a submission has a due date' } })
              : run('cycle.edit', { id, fields: { dueOn } })
          }
        />
        {cycle.extendedFrom === null ? (
          <Changing>
            <div>
              <Button onPress={() => void run('cycle.extend', { id })}>Extend to the next window</Button>
              <p className={styles.intro}>An extension moves the submission to the next window, once.</p>
            </div>
          </Changing>
        ) : (
          <p className={styles.intro}>
            Extended from {longDate(cycle.extendedFrom)}. There is one extension, and this was it.
          </p>
        )}
      </div>
      <h3 className={styles.subheading}>Brief for those who sign</h3>
      <p className={styles.intro}>
        One page for whoever signs, with the RAG totals then and now. It is printed where Brief is ticked under Sign-off
        and export.
      </p>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <AutosaveText
            label="What is asked of the signatory"
            multiline
            value={brief.askedOfSignatory}
            description="Prints at the head of the brief, under “What is asked of you”."
            onSave={(askedOfSignatory) => editBrief(id, (present) => ({ ...present, askedOfSignatory }))}
          />
        </div>
        <div className={styles.wide}>
          <AutosaveText
            label="What has changed since last time"
            multiline
            value={brief.changedSinceLastTime}
            description="Prints in the brief, above the RAG totals."
            onSave={(changedSinceLastTime) => editBrief(id, (present) => ({ ...present, changedSinceLastTime }))}
          />
        </div>
        {riskPlaces.map((index) => (
          <div key={index} className={styles.wide}>
            <AutosaveText
              label={`Risk ${index + 1}`}
              value={brief.risks[index] ?? ''}
              {...(index === 0
                ? { description: 'The risks print as a list in the brief; a blank one is left out.' }
                : {})}
              onSave={(text) =>
                editBrief(id, (present) => ({ ...present, risks: withRisk(present.risks, index, text) }))
              }
            />
          </div>
        ))}
        <div className={styles.wide}>
          <AutosaveText
            label="Budget"
            multiline
            value={brief.budget}
            description="Prints at the foot of the brief, under “Budget asked for”."
            onSave={(budget) => editBrief(id, (present) => ({ ...present, budget }))}
          />
        </div>
      </div>
    </>
  );
}
