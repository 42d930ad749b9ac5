import { roundInHand, type SignOffRound, signOffRounds } from '#shared/model/signOffRounds.ts';
import type { Amendment, Cycle } from '#shared/model/tables.ts';
import { signOffSteps } from '#shared/model/words.ts';
import { run, showError } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { beginAmending } from '../../stores/amending.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import { RecordStep } from './RecordStep.tsx';
import { SignOffRecord } from './SignOffRecord.tsx';
import styles from './SignOffScreen.module.css';

/**
 * Draft, with the Steering Group, with the leader, signed, submitted, published: each a record of who and when. Each
 * amendment goes through them again; what was signed before it stays on file above.
 */
export function SignOffSteps({ cycle }: { readonly cycle: Cycle }) {
  const all = useWorkspace((state) => state.rows.signOff);
  const amendments = useWorkspace((state) => state.rows.amendment);
  const ofCycle = <Row extends { readonly cycleId: string }>(rows: ReadonlyMap<string, Row>): readonly Row[] =>
    [...rows.values()].filter((row) => row.cycleId === cycle.id);
  const records = ofCycle(all).toSorted(
    (a, b) => a.happenedOn.localeCompare(b.happenedOn) || signOffSteps.indexOf(a.step) - signOffSteps.indexOf(b.step),
  );
  const rounds = signOffRounds(ofCycle(amendments), records);
  const inHand = roundInHand(rounds);
  const last = inHand.records.at(-1);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Sign-off</h2>
      {rounds.map((round) => (
        <Round
          key={round.amendment?.id ?? 'first'}
          round={round}
          isInHand={round === inHand}
          isOnly={rounds.length === 1}
        />
      ))}
      {inHand.signed ? (
        <p className={styles.signed}>
          <span>The answers and both plans stay as they were signed.</span>
          <Changing>
            <Button onPress={() => beginAmending(cycle.id)}>Start an amendment…</Button>
          </Changing>
        </p>
      ) : null}
      <Changing what="A step of sign-off is recorded">
        <RecordStep key={inHand.amendment?.id ?? 'first'} cycle={cycle} after={last?.step ?? null} />
      </Changing>
    </section>
  );
}

interface RoundProps {
  readonly round: SignOffRound;
  readonly isInHand: boolean;
  readonly isOnly: boolean;
}

function Round({ round, isInHand, isOnly }: RoundProps) {
  const { amendment, records, signed } = round;
  const last = records.at(-1);
  return (
    <>
      {amendment ? (
        <AmendmentHead amendment={amendment} isOpen={isInHand && !signed} />
      ) : isOnly ? null : (
        <h3>As first signed</h3>
      )}
      {isInHand ? null : (
        <p className={styles.meta}>On file as of that version. What was changed since is in the amendment below.</p>
      )}
      <ol className={styles.steps}>
        {records.map((record) => (
          <SignOffRecord key={record.id} record={record} canTakeBack={isInHand && record === last} />
        ))}
      </ol>
      {records.length === 0 ? (
        <p className={styles.meta}>
          {amendment
            ? 'Nothing is recorded in this amendment yet.'
            : 'Nothing is recorded yet: the self-assessment is a draft.'}
        </p>
      ) : null}
    </>
  );
}

function AmendmentHead({ amendment, isOpen }: { readonly amendment: Amendment; readonly isOpen: boolean }) {
  const withdraw = async (): Promise<void> => {
    const result = await run('amendment.withdraw', { id: amendment.id });
    if (!result.ok && result.error.code === 'refused-by-rule') showError(result.error);
  };
  return (
    <>
      <h3>
        Amendment {amendment.number}
        {isOpen ? ', open' : ''}
      </h3>
      <p className={styles.amendment}>
        {amendment.name} started it on {longDate(amendment.startedOn)}: {amendment.reason}
      </p>
      {isOpen ? (
        <p className={styles.signed}>
          <span className={styles.meta}>It ends when it is signed.</span>
          <Changing>
            <Button look="quiet" onPress={() => void withdraw()}>
              Withdraw the amendment
            </Button>
          </Changing>
        </p>
      ) : null}
    </>
  );
}
