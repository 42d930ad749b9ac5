import type { Recovery } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import type { Events } from '../events.ts';
import type { OpenWorkspace, WorkspaceSession } from '../services.ts';

export function createWorkspaceSession(events: Events): WorkspaceSession {
  let open: OpenWorkspace | null = null;
  let recovery: Recovery | null = null;
  let recoveryPath: string | null = null;
  return {
    current: () => open,
    required: () => {
      if (!open) throw new Refusal('workspace-not-open');
      return open;
    },
    change: (next) => {
      if (open && open !== next) open.close();
      open = next;
      next?.workingCopy?.follow((workingCopy) => events.emit({ type: 'workingCopy', workingCopy }));
      if (next) {
        recovery = null;
        recoveryPath = null;
      }
      events.emit({ type: 'workspace', workspace: next?.info ?? null });
    },
    recovery: () => recovery,
    recoveryPath: () => recoveryPath,
    setRecovery: (found, path) => {
      recovery = found;
      recoveryPath = found && path ? path : null;
    },
  };
}
