import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import { ask } from '../actions/run.ts';
import { useWorkspace } from '../stores/workspace.ts';

export type Hit = ChannelOutput<'search.find'>[number];

const mostHits = 30;
/** Typing rests this long before it is asked for. */
const restMilliseconds = 80;

interface Search {
  /** Of the words before while these are looked up; null where nothing was sought, or the host did not answer. */
  readonly hits: readonly Hit[] | null;
  readonly isAsking: boolean;
}

/** What has the words of a text, asked again after each step. */
export function useSearch(text: string): Search {
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly Hit[] | null } | null>(null);
  const newest = useWorkspace((state) => state.history.stepId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why the words are looked up again
  useEffect(() => {
    if (text.trim() === '') {
      // Nothing is set where nothing changes: a state that every step sets is drawn once more for every step.
      if (found !== null) setFound(null);
      return;
    }
    // A later answer never gives way to an earlier one.
    let wanted = true;
    const timer = setTimeout(() => {
      void ask('search.find', { text, limit: mostHits }).then((result) => {
        if (wanted) setFound((before) => ({ text, hits: result.ok ? result.value : (before?.hits ?? null) }));
      });
    }, restMilliseconds);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, newest]);
  return { hits: found?.hits ?? null, isAsking: text.trim() !== '' && found?.text !== text };
}
