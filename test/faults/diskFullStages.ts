import { join } from 'node:path';
import { saveDocument } from '#core/files/saveDocument.ts';
import type { Services } from '#core/services.ts';
import { codeOf, saysDiskRefused, saysFull } from '#core/workspace/connection.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { Refusal } from '#shared/errors.ts';
import { migrationsOf, type Task, workspaceIn } from './killedState.ts';

/** What needs room on a disk, each tried where there is none. */
export const stages = [
  'editing',
  'attaching',
  'backup',
  'migration',
  'restore',
  'export',
  'save-back',
  'making',
] as const;
export type Stage = (typeof stages)[number];

const taskOf = (stage: Stage): Task => (stage === 'migration' || stage === 'save-back' ? stage : 'editing');
export const openStage = (stage: Stage, folder: string): string => workspaceIn(folder, taskOf(stage));
export const migrationsOfStage = (stage: Stage) => migrationsOf(taskOf(stage));

/** Opens the workspace and does one stage of work; gives `done` or the code of the refusal. */
export async function doStage(
  stage: Stage,
  services: Services,
  folder: string,
  onceOpen: () => void = () => undefined,
): Promise<string> {
  const { session, ports, fileTokens, call, dispatch } = services;
  const path = openStage(stage, folder);
  const open = () => session.change(openWorkspaceFile(path, ports, { migrations: migrationsOfStage(stage) }));
  const answer = async (channel: string, input: unknown): Promise<string> => {
    const result = await dispatch(channel, input);
    return result.ok ? 'done' : result.error.code;
  };
  const tryOpen = (): string => {
    try {
      open();
      return 'done';
    } catch (cause) {
      if (cause instanceof Refusal) return cause.code;
      // As the one way in answers for them.
      return saysFull(cause) ? 'disk-full' : saysDiskRefused(cause) ? 'disk-refused' : codeOf(cause);
    }
  };
  const opened = stage === 'migration' ? 'done' : tryOpen();
  if (opened !== 'done') return opened;
  const { rows } = stage === 'migration' ? { rows: null } : await call('workspace.load', {});
  onceOpen();
  switch (stage) {
    case 'editing':
    case 'save-back':
      return answer('action.change', {
        planId: rows?.cycle.at(-1)?.newPlanId,
        kind: 'paste',
        changes: [],
        added: Array.from({ length: 40 }, (_, number) => ({ fields: { text: `Action ${number}. `.repeat(1_500) } })),
      });
    case 'attaching': {
      const bytes = Buffer.alloc(1_500_000, 'The workshop in numbers. ');
      const file = fileTokens.holdBytes('numbers.txt', bytes);
      return answer('evidence.attach', { id: rows?.evidence[0]?.id, file });
    }
    case 'backup':
      return answer('workspace.backUp', {});
    case 'restore': {
      const isBackedUp = (await call('workspace.backups', {})).length > 0;
      const backedUp = isBackedUp ? 'done' : await answer('workspace.backUp', {});
      if (backedUp !== 'done') return backedUp;
      return answer('workspace.restore', { backupId: (await call('workspace.backups', {}))[0]?.id });
    }
    case 'making':
      return answer('workspace.create', { institution: 'Westmere University', stage: 3, signedOn: null });
    case 'migration':
      return tryOpen();
    case 'export':
      try {
        saveDocument(join(folder, 'exports', 'submission.docx'), Buffer.alloc(1_500_000, 'submission'));
        return 'done';
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        return cause.code;
      }
  }
}
