import { useMemo } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useRatings } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './AcrossCycles.module.css';
import { ancestorsOf, descendantsOf, type Kin } from './actionLineage.ts';
import { outcomeKind, sameWords } from './outcomes.ts';
import { PlaceOfAction } from './PlaceOfAction.tsx';

/** The action in the plans before and after its own: what it came from, with the words it had then, and where it went. */
export function AcrossCycles({ action }: { readonly action: Action }) {
  const lineages = useWorkspace((state) => state.rows.lineage);
  const actions = useWorkspace((state) => state.rows.action);
  const earlier = useMemo(() => ancestorsOf(action.id, lineages, actions), [action.id, lineages, actions]);
  const later = useMemo(() => descendantsOf(action.id, lineages, actions), [action.id, lineages, actions]);
  if (earlier.length === 0 && later.length === 0) return null;
  return (
    <FoldingSection title="Across cycles" count={countOf(earlier) + countOf(later)}>
      {() => (
        <>
          <Line title="Came from" kin={earlier} of={action} direction="earlier" />
          <Line title="Goes on" kin={later} of={action} direction="later" />
        </>
      )}
    </FoldingSection>
  );
}

const countOf = (kin: readonly Kin[]): number =>
  kin.reduce((sum, each) => sum + (each.action ? 1 : 0) + countOf(each.kin), 0);

interface LineProps {
  readonly title: string;
  readonly kin: readonly Kin[];
  readonly of: Action;
  readonly direction: 'earlier' | 'later';
}

function Line({ title, ...line }: LineProps) {
  if (line.kin.length === 0) return null;
  return (
    <>
      <h4 className={styles.title}>{title}</h4>
      <Generation {...line} />
    </>
  );
}

function Generation({ kin, of, direction }: Omit<LineProps, 'title'>) {
  return (
    <ul className={styles.generation}>
      {kin.map((each) => (
        <Member key={each.lineage.id} kin={each} of={of} direction={direction} />
      ))}
    </ul>
  );
}

/** One action before or after `of`. What was decided is told of the earlier of the two. */
function Member({ kin, of, direction }: { readonly kin: Kin } & Pick<LineProps, 'of' | 'direction'>) {
  const { lineage, action } = kin;
  const rag = useRatings().get(action?.id ?? '')?.[0]?.rag ?? null;
  const isEarlier = direction === 'earlier';
  const [from, successor] = isEarlier ? [action, of] : [of, action];
  const kind = from ? outcomeKind({ lineage, successor }, from) : null;
  return (
    <li>
      {action ? (
        <>
          <span className={styles.place}>
            <span>
              <PlaceOfAction action={action} joint={isEarlier ? 'of' : 'in'} />
            </span>
            {isEarlier || rag !== null ? <RagBadge rag={rag} /> : null}
          </span>
          {sameWords(action.text, of.text) ? (
            <p className={styles.meta}>In the same words</p>
          ) : (
            <p className={styles.text}>{action.text}</p>
          )}
        </>
      ) : null}
      {kind === null ? null : <p className={styles.meta}>{kind}</p>}
      {lineage.reason.trim() === '' ? null : <p className={styles.reason}>{lineage.reason}</p>}
      {action && kin.kin.length > 0 ? <Generation kin={kin.kin} of={action} direction={direction} /> : null}
    </li>
  );
}

/** "From V2 of the last plan (Amber)": the nearest only, for the head of a record. */
export function CameFrom({ action }: { readonly action: Action }) {
  const lineages = useWorkspace((state) => state.rows.lineage);
  const actions = useWorkspace((state) => state.rows.action);
  const ratings = useRatings();
  const origins = useMemo(() => ancestorsOf(action.id, lineages, actions), [action.id, lineages, actions]);
  return origins.map(({ lineage, action: from }) =>
    from ? (
      <p key={lineage.id} className={styles.place}>
        <span>
          From <PlaceOfAction action={from} joint="of" />
        </span>
        <RagBadge rag={ratings.get(from.id)?.[0]?.rag ?? null} />
      </p>
    ) : null,
  );
}
