import { useEffect, useState } from 'react';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

interface Readiness {
  /** null until the first answer. An answer that follows takes its place, so that the list does not blink. */
  readonly items: readonly ReadinessItem[] | null;
  readonly error: AppError | null;
}

/** Writing rests this long before the checks are made again: they read the whole workspace. */
const restMilliseconds = 600;

/** What is left before the submission is complete, asked again after each change. */
export function useReadiness(cycleId: string | undefined): Readiness {
  const stepId = useWorkspace((state) => state.history.stepId);
  const [readiness, setReadiness] = useState<Readiness>({ items: null, error: null });
  const known = readiness.items !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why it is asked again; `known` only sets the wait
  useEffect(() => {
    if (!cycleId) return;
    let wanted = true;
    const check = () =>
      void ask('readiness.list', { cycleId }).then((result) => {
        if (!wanted) return;
        setReadiness((before) =>
          result.ok ? { items: result.value, error: null } : { items: before.items, error: result.error },
        );
      });
    const timer = setTimeout(check, known ? restMilliseconds : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [cycleId, stepId]);
  return readiness;
}
