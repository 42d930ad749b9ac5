import { useRef, useState } from 'react';
import type { Rating } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { longDate } from '../../text/dates.ts';
import styles from '../plan/PlanScreen.module.css';
import { RateForm } from './RateForm.tsx';

interface RagHistoryProps {
  readonly actionId: string;
  /** Newest first. */
  readonly ratings: readonly Rating[];
}

/** Every rating with its day, progress, reason and where it came from; one of an earlier day can be added. */
export function RagHistory({ actionId, ratings }: RagHistoryProps) {
  return (
    <FoldingSection title="RAG history" count={ratings.length} openAtFirst={false}>
      {() => <Ratings actionId={actionId} ratings={ratings} />}
    </FoldingSection>
  );
}

function Ratings({ actionId, ratings }: RagHistoryProps) {
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  return (
    <div ref={list} tabIndex={-1} className={styles.heading}>
      {ratings.length === 0 ? <p className={styles.meta}>Not rated so far.</p> : null}
      <ol className={styles.list}>
        {ratings.map((rating) => (
          <li key={rating.id}>
            <span className={styles.facts}>
              <RagBadge rag={rating.rag} /> {longDate(rating.ratedOn)}
            </span>
            {rating.progress.trim() === '' ? null : <p className={styles.value}>{rating.progress}</p>}
            {rating.explanation.trim() === '' ? null : <p className={styles.value}>Reason: {rating.explanation}</p>}
            {rating.source === 'review' ? null : <span className={styles.meta}>from {rating.source}</span>}
          </li>
        ))}
      </ol>
      {adding ? (
        <RateForm
          actionIds={[actionId]}
          asksDay
          onDone={() => {
            setAdding(false);
            list.current?.focus();
          }}
        />
      ) : (
        <Changing>
          <Button onPress={() => setAdding(true)}>Rate on an earlier day…</Button>
        </Changing>
      )}
    </div>
  );
}
