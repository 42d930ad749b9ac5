import { memo } from 'react';
import type { Rating } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';
import { AutosaveText } from '../../components/AutosaveText.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useRatings } from '../../stores/views.ts';
import { DocumentComments } from '../comments/DocumentComments.tsx';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { AcrossCycles } from '../plan/AcrossCycles.tsx';
import { ActionHistory } from '../plan/ActionHistory.tsx';
import { ActionRecord } from '../plan/ActionRecord.tsx';
import { saveActionText } from '../plan/actionFields.ts';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import { NotesToSelf } from '../plan/NotesToSelf.tsx';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction, type PlanItem } from '../plan/planItem.ts';
import { isLate, today } from '../plan/planItems.ts';
import { RagHistory } from './RagHistory.tsx';
import { RatingChoices } from './RatingChoices.tsx';
import { dayInWords, type RatingSpan, ratingSpan } from './ratingSpan.ts';
import { needsReason } from './reviewCounts.ts';
import { WhatNext } from './WhatNext.tsx';

interface LastPlanInspectorProps {
  readonly item: PlanItem;
  readonly onRate: (actionIds: readonly string[], rag: Rag | null) => void;
}

/** Everything about one action of the last plan. Give it a key by action, so that its fields are that action's. */
export const LastPlanInspector = memo(function LastPlanInspector({ item, onRate }: LastPlanInspectorProps) {
  const { action, current } = item;
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
        <Standing ratings={ratings} isLate={isLate(item, today())} />
        <Changing stays>
          <RatingChoices
            name={`rating-${action.id}`}
            legend="Rating"
            value={rag}
            onChange={(next) => onRate([action.id], next)}
          />
        </Changing>
        <div className={styles.record}>
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
              description={
                needsReason(item) ? 'Reason needed: it goes into the submission.' : 'It goes into the submission.'
              }
              value={current?.explanation ?? ''}
              onSave={(text) => saveActionText(action.id, 'explanation', text)}
            />
          ) : null}
        </div>
      </section>
      <WhatNext action={action} rag={rag} />
      <DocumentComments targetId={action.id} />
      <LinkedItems targetKind="action" target={action.id} sourceKind="voice" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="evidence" />
      <RagHistory actionId={action.id} ratings={ratings} />
      <AcrossCycles action={action} />
      <NotesToSelf action={action} />
      <FoldingSection title="Whole record" openAtFirst={false}>
        {() => <ActionRecord action={action} />}
      </FoldingSection>
      <ActionHistory actionId={action.id} ratings={ratings} />
    </>
  );
});

const noRatings: readonly Rating[] = [];

/** "Amber since 3 November, before that Red" */
function Standing({ ratings, isLate: late }: { readonly ratings: readonly Rating[]; readonly isLate: boolean }) {
  const span = ratingSpan(ratings);
  const day = today();
  return (
    <p className={styles.standing}>
      <RagBadge rag={span?.rag ?? null} /> {span ? `${sinceWords(span, day)} ` : null}
      {span?.before ? <RagBadge rag={span.before.rag} /> : null}{' '}
      {late ? <strong className={styles.late}>Late</strong> : null}
    </p>
  );
}

function sinceWords({ rag, since, before }: RatingSpan, day: string): string {
  if (rag === null) return before ? 'before' : '';
  return `since ${dayInWords(since, day)}${before ? ', before that' : ''}`;
}
