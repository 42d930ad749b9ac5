import { useCallback, useRef } from 'react';
import type { Facts } from '#shared/model/facts.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** How long the news of a write may take after the answer to it. */
const newsMilliseconds = 1_000;

export type WriteFacts = (change: (facts: Facts) => Facts) => Promise<Result<unknown>>;

/**
 * The facts of an answer are saved together. Each change is made to the facts as they will be once what is on its way
 * has arrived, so that two fields filled in quickly one after the other never undo each other.
 */
export function useFactsWriting(answerId: string): WriteFacts {
  const going = useRef<{ facts: Facts; writes: number; answeredAt: number } | null>(null);
  return useCallback(
    async (change) => {
      const stored = useWorkspace.getState().rows.answer.get(answerId)?.facts ?? {};
      const last = going.current;
      const isOnItsWay =
        last !== null &&
        (last.writes > 0 ||
          (Date.now() - last.answeredAt < newsMilliseconds && JSON.stringify(stored) !== JSON.stringify(last.facts)));
      const facts = change(isOnItsWay ? last.facts : stored);
      const writing = { facts, writes: (isOnItsWay ? last.writes : 0) + 1, answeredAt: 0 };
      going.current = writing;
      const result = await run('answer.setFacts', { id: answerId, facts: { ...facts } });
      const now = going.current;
      now.writes = Math.max(0, now.writes - 1);
      now.answeredAt = Date.now();
      // Refused: what was refused is no base for the next change.
      if (!result.ok && now.writes === 0) going.current = null;
      return result;
    },
    [answerId],
  );
}
