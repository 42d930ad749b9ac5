import { useEffect, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import { run } from '../../actions/run.ts';
import { saveRefusedAnswers } from '../../actions/saveRefusedAnswers.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import fields from '../../components/Field.module.css';
import { endAmending, useAmending } from '../../stores/amending.ts';
import { dismissProblems, notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './SignOffScreen.module.css';

/** Asks who wants to change what was signed, and why; over any screen, where the change was refused. */
export function AmendmentDialog() {
  const cycleId = useAmending((state) => state.cycleId);
  return cycleId === null ? null : <StartAmendment cycleId={cycleId} />;
}

function StartAmendment({ cycleId }: { readonly cycleId: string }) {
  const stage = useWorkspace((state) => state.rows.cycle.get(cycleId)?.stage);
  const signatories = useWorkspace((state) => state.rows.signatory);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  // The notice that led here is gone, so the focus may have nowhere to go back to.
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById('main')?.focus();
      });
    },
    [],
  );
  const names = [...new Set([...signatories.values()].map((each) => each.name).filter((each) => each !== ''))];

  const start = async (): Promise<void> => {
    const result = await run('amendment.start', { cycleId, name, reason });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    endAmending();
    dismissProblems();
    const saved = titlesOf(await saveRefusedAnswers(cycleId));
    const said = 'An amendment is open. It ends when what is changed now is signed again.';
    notify({
      kind: 'done',
      message: saved === '' ? said : `${said} The words that were refused before are saved now: ${saved}.`,
    });
  };

  return (
    <Dialog title="Start an amendment" isOpen onOpenChange={(open) => (open ? undefined : endAmending())}>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {error ? <ErrorAlert error={error} /> : null}
        <p>
          Stage {stage} is signed. An amendment opens its answers and plans for a new version. The signed version, its
          issued copy and its record of sign-off stay on file as they are, and the amendment goes through sign-off
          again.
        </p>
        <label className={fields.field}>
          <span className={fields.label}>Who starts it</span>
          <input
            className={fields.input}
            value={name}
            onChange={(event) => setName(event.target.value)}
            list="amendment-names"
            autoComplete="off"
          />
        </label>
        <datalist id="amendment-names">
          {names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <label className={fields.field}>
          <span className={fields.label}>Reason, as it stays on record</span>
          <textarea
            className={fields.area}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            Start the amendment
          </Button>
          <Button onPress={endAmending}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The questions of answers by their titles, as in a sentence. */
function titlesOf(answerIds: readonly string[]): string {
  const { rows } = useWorkspace.getState();
  return [...new Set(answerIds)]
    .flatMap((id) => {
      const answer = rows.answer.get(id);
      const cycle = answer && rows.cycle.get(answer.cycleId);
      const questions = cycle && rows.questionSet.get(cycle.questionSetId)?.content.questions;
      return questions?.find(({ key }) => key === answer?.questionKey)?.title ?? [];
    })
    .join(', ');
}
