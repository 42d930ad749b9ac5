import { useEffect } from 'react';
import { create } from 'zustand';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { ask } from '../../actions/run.ts';

interface QuestionSetState {
  /** Those that come with the application; null until they are here. */
  readonly shipped: readonly QuestionSet[] | null;
  /** The one that was last opened from a file, to be looked at or moved to. */
  readonly opened: { readonly fileName: string; readonly content: QuestionSet } | null;
}

export const useQuestionSets = create<QuestionSetState>(() => ({ shipped: null, opened: null }));

/** They never change while the application runs, so they are asked for once. */
export function useShippedSets(): readonly QuestionSet[] {
  const shipped = useQuestionSets((state) => state.shipped);
  useEffect(() => {
    if (shipped === null)
      void ask('questionSet.shipped', {}).then((result) => {
        if (result.ok) useQuestionSets.setState({ shipped: result.value });
      });
  }, [shipped]);
  return shipped ?? none;
}
const none: readonly QuestionSet[] = [];
