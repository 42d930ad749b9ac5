import { memo } from 'react';
import type { Rating } from '#shared/model/tables.ts';
import { type Rag, rags } from '#shared/model/words.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useRatings } from '../../stores/views.ts';
import { longDate } from '../../text/dates.ts';
import { ragMeanings, ragWords } from '../../text/words.ts';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { ActionHistory } from '../plan/ActionHistory.tsx';
import { ActionRecord } from '../plan/ActionRecord.tsx';
import { saveActionText } from '../plan/actionFields.ts';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction, type PlanItem } from '../plan/planColumns.ts';
import { Unfolding } from '../plan/Unfolding.tsx';
import { WhatNext } from './WhatNext.tsx';

interface LastPlanInspectorProps {
  readonly item: PlanItem;
  readonly onRate: (actionId: string, rag: Rag | null) => void;
}

/** Everything about one action of the last plan. Give it a key by action, so that its fields are that action's. */
export const LastPlanInspector = memo(function LastPlanInspector({ item, onRate }: LastPlanInspectorProps) {
  const { action, current, previous } = item;
  const ratings = useRatings().get(action.id) ?? noRatings;
  const rag = current?.rag ?? null;
  return (
    <>
      <section className={styles.section}>
        <h2 id={inspectorHeadingId} data-action={action.id} className={styles.title} tabIndex={-1}>
          {action.ref.trim() === '' || action.text.trim() === ''
            ? nameOfAction(action)
            : `${action.ref} · ${action.text}`}
        </h2>
        <p className={styles.facts}>
          <RagBadge rag={rag} />
          {current && rag ? <span>since {longDate(sinceOf(ratings))}</span> : null}
          {previous ? (
            <>
              <span>before that</span> <RagBadge rag={previous.rag} />
            </>
          ) : null}
        </p>
        <fieldset className={styles.choices}>
          <legend>Rating</legend>
          {[...rags, null].map((each) => (
            <label key={each ?? 'unrated'} className={styles.choice} title={ragMeanings[each ?? 'unrated']}>
              <input
                type="radio"
                name={`rating-${action.id}`}
                checked={rag === each}
                onChange={() => onRate(action.id, each)}
              />
              {ragWords[each ?? 'unrated']}
            </label>
          ))}
        </fieldset>
        <AutosaveText
          label="Progress"
          multiline
          value={current?.progress ?? ''}
          onSave={(text) => saveActionText(action.id, 'progress', text)}
        />
        {rag === 'red' || (current?.explanation ?? '') !== '' ? (
          <AutosaveText
            label="Reason for red"
            multiline
            description="It goes into the submission."
            value={current?.explanation ?? ''}
            onSave={(text) => saveActionText(action.id, 'explanation', text)}
          />
        ) : null}
      </section>
      <WhatNext action={action} />
      <LinkedItems targetKind="action" target={action.id} sourceKind="voice" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="evidence" />
      <RagHistory ratings={ratings} />
      <Unfolding title="Whole record">{() => <ActionRecord action={action} />}</Unfolding>
      <ActionHistory actionId={action.id} ratings={ratings} />
    </>
  );
});

const noRatings: readonly Rating[] = [];

/** The first day of the present colour: later ratings may only have added to its progress. */
function sinceOf(ratings: readonly Rating[]): string {
  const [current] = ratings;
  const change = ratings.findIndex((rating) => rating.rag !== current?.rag);
  return (change < 0 ? ratings.at(-1) : ratings[change - 1])?.ratedOn ?? '';
}

function RagHistory({ ratings }: { readonly ratings: readonly Rating[] }) {
  if (ratings.length === 0) return null;
  return (
    <Unfolding title={`RAG history (${ratings.length})`}>
      {() => (
        <ul className={styles.list}>
          {ratings.map((rating) => (
            <li key={rating.id}>
              <span className={styles.facts}>
                <RagBadge rag={rating.rag} /> {longDate(rating.ratedOn)}
              </span>
              {rating.progress ? <p className={styles.value}>{rating.progress}</p> : null}
              {rating.explanation ? <p className={styles.value}>Reason: {rating.explanation}</p> : null}
              {rating.source === 'review' ? null : <span className={styles.meta}>from {rating.source}</span>}
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  );
}
