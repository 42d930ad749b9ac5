import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';

/** What a person decides on before an issue: what is still open, or that nobody can say. */
export interface BeforeIssue {
  readonly items: readonly ReadinessItem[];
  readonly error: AppError | null;
}

/** An issue is for good, so it asks first what is still open. Null where nothing is, and only then nothing is asked. */
export async function beforeIssue(cycleId: string): Promise<BeforeIssue | null> {
  const readiness = await ask('readiness.list', { cycleId });
  if (!readiness.ok) return { items: [], error: readiness.error };
  const items = readiness.value.filter((item) => item.weight === 'must');
  return items.length > 0 ? { items, error: null } : null;
}
