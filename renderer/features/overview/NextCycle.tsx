import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { notify } from '../../stores/notices.ts';
import { useSession } from '../../stores/session.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './OverviewScreen.module.css';

/** Once the self-assessment is signed, the way to the next one: what was the new plan is then the plan under review. */
export function NextCycle({ cycle }: { readonly cycle: Cycle }) {
  const records = useWorkspace((state) => state.rows.signOff);
  const [asking, setAsking] = useState(false);
  const isSigned = [...records.values()].some(({ cycleId, step }) => cycleId === cycle.id && step === 'signed');
  if (!isSigned) return null;
  return (
    <section className={styles.section} aria-labelledby="overview-next">
      <h2 id="overview-next">After this one</h2>
      <p>
        Stage {cycle.stage} is signed. In the next self-assessment its plan is the one to rate, its answers stand beside
        the new ones, and nothing of it is lost.
      </p>
      <Changing>
        <Button onPress={() => setAsking(true)}>Start the next self-assessment…</Button>
      </Changing>
      {asking ? <NextCycleDialog cycle={cycle} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function NextCycleDialog({ cycle, onClose }: { readonly cycle: Cycle; readonly onClose: () => void }) {
  const stages = useSession((state) => state.app?.stages ?? []);
  const signedOn = useInstitution()?.signedOn ?? cycle.signedOn;
  // No stage after the last is known; the same questions are asked again until there is one.
  const [stage, setStage] = useState(stages.find((each) => each.stage > cycle.stage)?.stage ?? cycle.stage);
  const [dueOn, setDueOn] = useState('');
  const [proposal, setProposal] = useState<ChannelOutput<'cycle.propose'> | null>(null);

  useEffect(() => {
    let wanted = true;
    void ask('cycle.propose', { stage, signedOn }).then((result) => {
      if (!wanted || !result.ok) return;
      setProposal(result.value);
      setDueOn(result.value.dueOn ?? '');
    });
    return () => {
      wanted = false;
    };
  }, [stage, signedOn]);

  const start = async (): Promise<void> => {
    const result = await run('cycle.start', { stage, signedOn, ...(dueOn ? { dueOn } : {}) });
    if (!result.ok) return;
    onClose();
    notify({ kind: 'done', message: `Stage ${stage} is started. The plan that was signed is now the one to rate.` });
  };

  return (
    <Dialog title="Start the next self-assessment" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <form
        className={styles.next}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <fieldset>
          <legend>Stage</legend>
          {stages.map((each) => (
            <label key={each.stage}>
              <input
                type="radio"
                name="next-stage"
                checked={stage === each.stage}
                onChange={() => setStage(each.stage)}
              />
              {each.title} ({each.planMonths}-month plan)
            </label>
          ))}
        </fieldset>
        <label>
          Submission due
          <input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </label>
        {proposal ? <p className={styles.meta}>{proposal.reason}</p> : null}
        <Button look="primary" type="submit">
          Start it
        </Button>
      </form>
    </Dialog>
  );
}
