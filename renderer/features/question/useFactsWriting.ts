import { useCallback, useRef } from 'react';
import type { Facts } from '#shared/model/facts.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** How long the news of a write may take after the answer to it. */
const newsMilliseconds = 10_000;

export type WriteFacts = (change: (facts: Facts) => Facts) => Promise<Result<unknown>>;

interface FactsOnTheirWay {
  readonly facts: Facts;
  /** What the facts were before, one write after another: as long as the page has one of these, the news is to come. */
  readonly before: ReadonlySet<string>;
  readonly writes: number;
  readonly answeredAt: number;
}

/**
 * The facts of an answer are saved together. Each change is made to the facts as they will be once what is on its way
 * has arrived, so that two fields filled in quickly one after the other never undo each other.
 */
export function useFactsWriting(answerId: string): WriteFacts {
  const going = useRef<FactsOnTheirWay | null>(null);
  return useCallback(
    async (change) => {
      const stored = useWorkspace.getState().rows.answer.get(answerId)?.facts ?? {};
      const last = going.current;
      const base = last !== null && isOnItsWay(last, stored) ? last : null;
      const from = base?.facts ?? stored;
      const facts = change(from);
      going.current = {
        facts,
        before: new Set([...(base?.before ?? []), JSON.stringify(from)]),
        writes: (base?.writes ?? 0) + 1,
        answeredAt: 0,
      };
      const result = await run('answer.setFacts', { id: answerId, facts: { ...facts } });
      const now = going.current;
      const writes = Math.max(0, now.writes - 1);
      // Refused: what was refused is no base for the next change.
      going.current = !result.ok && writes === 0 ? null : { ...now, writes, answeredAt: Date.now() };
      return result;
    },
    [answerId],
  );
}

function isOnItsWay({ before, writes, answeredAt }: FactsOnTheirWay, stored: Facts): boolean {
  if (writes > 0) return true;
  // Facts as they were before may also be back because the write was undone.
  const isUndone = useWorkspace.getState().history.redo !== null;
  return !isUndone && before.has(JSON.stringify(stored)) && Date.now() - answeredAt < newsMilliseconds;
}
