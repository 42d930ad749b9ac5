import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { ask, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import type { HeldFileName } from '../../platform/platform.ts';
import { longDate } from '../../text/dates.ts';
import styles from './StartScreen.module.css';
import type { Open } from './StartScreen.tsx';

interface NewWorkspaceProps {
  readonly stages: ChannelOutput<'app.state'>['stages'];
  readonly onOpen: Open;
}

/** Makes a workspace: institution, stage and signing date, from which the due date and the plan's months are proposed. */
export function NewWorkspace({ stages, onOpen }: NewWorkspaceProps) {
  const [institution, setInstitution] = useState('');
  const [stage, setStage] = useState(stages.at(-1)?.stage ?? 1);
  const [signedOn, setSignedOn] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [proposal, setProposal] = useState<ChannelOutput<'cycle.propose'> | null>(null);
  const [missing, setMissing] = useState(false);
  const [questionSet, setQuestionSet] = useState<QuestionSet | null>(null);

  const openForm = async (file: HeldFileName): Promise<void> => {
    const result = await ask('questionSet.read', { file: file.token });
    if (!result.ok) {
      showError(result.error);
      return;
    }
    setQuestionSet(result.value.content);
    setStage(result.value.content.stage);
  };

  useEffect(() => {
    let wanted = true;
    void ask('cycle.propose', { stage, signedOn: signedOn || null }).then((result) => {
      if (!wanted) return;
      setProposal(result.ok ? result.value : null);
      setDueOn(result.ok ? (result.value.dueOn ?? '') : '');
    });
    return () => {
      wanted = false;
    };
  }, [stage, signedOn]);

  /** Another stage has another form. */
  const choose = (next: number): void => {
    setStage(next);
    setQuestionSet(null);
  };

  const make = () => {
    if (institution.trim() === '') {
      setMissing(true);
      return;
    }
    void onOpen('Making the workspace', () =>
      ask('workspace.create', {
        institution: institution.trim(),
        stage,
        signedOn: signedOn || null,
        ...(dueOn ? { dueOn } : {}),
        ...(questionSet ? { questionSet } : {}),
      }),
    );
  };

  return (
    <section aria-labelledby="new" className={styles.panel}>
      <h2 id="new">Make a workspace</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <label>
          Institution
          <input
            value={institution}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? 'institution-missing' : undefined}
            onChange={(event) => {
              setInstitution(event.target.value);
              setMissing(false);
            }}
          />
        </label>
        {missing ? (
          <p id="institution-missing" role="alert" className={styles.error}>
            Write the name of the institution: the workspace is called after it.
          </p>
        ) : null}
        <fieldset>
          <legend>Stage</legend>
          {stages.map((each) => (
            <label key={each.stage} className={styles.radio}>
              <input type="radio" name="stage" checked={stage === each.stage} onChange={() => choose(each.stage)} />
              {each.title} ({each.planMonths}-month plan)
            </label>
          ))}
        </fieldset>
        <div>
          <p className={styles.meta}>
            {questionSet
              ? `Questions: ${questionSet.title}, ${questionSet.version}, from a file.`
              : 'Questions: the form that comes with the application.'}
          </p>
          <div className={styles.buttons}>
            <FilePickButton
              label="Use a question set of your own (JSON)…"
              accept={['.json']}
              purpose="questions"
              onFile={(file) => void openForm(file)}
            />
            {questionSet ? <Button onPress={() => setQuestionSet(null)}>Use the usual questions</Button> : null}
          </div>
        </div>
        <label>
          When the Commitment was signed (may be left blank)
          <input type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
        </label>
        <label>
          Submission due
          <input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </label>
        {proposal ? (
          <p className={styles.meta}>
            {proposal.reason}{' '}
            {proposal.planStartsOn && proposal.planEndsOn
              ? `The new plan would run from ${longDate(proposal.planStartsOn)} to ${longDate(proposal.planEndsOn)}. All of this can be changed later.`
              : ''}
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button look="primary" type="submit">
            Make the workspace
          </Button>
        </div>
      </form>
    </section>
  );
}
