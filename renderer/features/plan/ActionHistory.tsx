import { useEffect, useMemo, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { Rating } from '#shared/model/tables.ts';
import { ask } from '../../actions/run.ts';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { changeWords } from './changeWords.ts';
import { useOutcomes } from './outcomes.ts';
import styles from './PlanScreen.module.css';

type Change = ChannelOutput<'history.ofRow'>[number];
type State =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly changes: readonly Change[] }
  | { readonly kind: 'failed' };

interface HistoryProps {
  readonly actionId: string;
  readonly ratings: readonly Rating[];
}

/** More than this is for the History screen. */
const mostChanges = 40;

/** What changed in an action, its ratings and what was decided of it, newest first, in words. */
export function ActionHistory(props: HistoryProps) {
  return (
    <FoldingSection title="History" openAtFirst={false}>
      {() => <History {...props} />}
    </FoldingSection>
  );
}

function History(props: HistoryProps) {
  const { actionId, ratings } = props;
  const step = useWorkspace((state) => state.history.stepId);
  const decided = useOutcomes().get(actionId);
  const [state, setState] = useState<State>({ kind: 'reading' });
  const rowIds = useMemo(
    () => [actionId, ...ratings.map(({ id }) => id), ...(decided ?? []).map(({ lineage }) => lineage.id)].join(' '),
    [actionId, ratings, decided],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step may have changed these rows
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const answers = await Promise.all(
        rowIds.split(' ').map((rowId) => ask('history.ofRow', { rowId, limit: mostChanges })),
      );
      if (!wanted) return;
      const changes = answers.flatMap((answer) => (answer.ok ? answer.value : []));
      if (answers.some((answer) => !answer.ok)) setState({ kind: 'failed' });
      else setState({ kind: 'read', changes: changes.toSorted((a, b) => b.at.localeCompare(a.at)) });
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [rowIds, step]);

  return (
    <>
      {state.kind === 'reading' ? <p className={styles.meta}>Reading…</p> : null}
      {state.kind === 'failed' ? <p className={styles.meta}>The history could not be read just now.</p> : null}
      {state.kind === 'read' ? <Changes changes={state.changes} /> : null}
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const institution = useInstitution();
  const said = changes.flatMap((change) => {
    const words = changeWords(change, institution);
    return words === null ? [] : [{ ...change, words }];
  });
  if (said.length === 0) return <p className={styles.meta}>Nothing has changed since it was made.</p>;
  return (
    <ul className={styles.list}>
      {said.slice(0, mostChanges).map(({ at, field, label, words }) => (
        <li key={`${at} ${field} ${label} ${words}`}>
          <span className={styles.meta}>{dayAndTime(at)}</span> {words}
        </li>
      ))}
    </ul>
  );
}
