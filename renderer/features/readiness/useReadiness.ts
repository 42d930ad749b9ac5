import { useEffect, useState } from 'react';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { useWorkspace } from '../../stores/workspace.ts';

interface Readiness {
  /** null until the first answer. An answer that follows takes its place, so that the list does not blink. */
  readonly items: readonly ReadinessItem[] | null;
  /** What was set aside with a reason. */
  readonly aside: readonly ReadinessItem[];
  readonly error: AppError | null;
}

/** Writing rests this long before the checks are made again: they read the whole workspace. */
const restMilliseconds = 600;

/** What is left before the submission is complete, asked again after each change. */
export function useReadiness(cycleId: string | undefined): Readiness {
  const stepId = useWorkspace((state) => state.history.stepId);
  const [readiness, setReadiness] = useState<Readiness>({ items: null, aside: [], error: null });
  const known = readiness.items !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why it is asked again; `known` only sets the wait
  useEffect(() => {
    if (!cycleId) return;
    let wanted = true;
    const check = () =>
      void ask('readiness.list', { cycleId }).then((result) => {
        if (!wanted) return;
        setReadiness((before) =>
          result.ok ? { ...parted(result.value), error: null } : { ...before, error: result.error },
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

const parted = (all: readonly ReadinessItem[]): Pick<Readiness, 'items' | 'aside'> => ({
  items: all.filter(({ dismissed }) => dismissed === null),
  aside: all.filter(({ dismissed }) => dismissed !== null),
});
