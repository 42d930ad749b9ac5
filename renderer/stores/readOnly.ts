import type { AppError } from '#shared/errors.ts';
import { useWorkspace } from './workspace.ts';

/** Whether what is shown cannot be changed: a backup that is looked at, or a file that can only be read. */
export const useReadOnly = (): boolean => useWorkspace((state) => state.info?.readOnly ?? false);

/** What to tell somebody who begins a change all the same; null where changes are taken. */
export function readOnlyError(): AppError | null {
  const { info } = useWorkspace.getState();
  if (!info?.readOnly) return null;
  const reason = 'This is a backup: it can be looked at, but not changed.';
  return { code: 'workspace-read-only', detail: info.lookedAt ? { reason } : {} };
}
