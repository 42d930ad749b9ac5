import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleCore } from '#core/core.ts';
import { saveDocument } from '#core/files/saveDocument.ts';
import type { Ports } from '#core/ports.ts';
import type { Services } from '#core/services.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { migrationsOf, type Said, stateOf, type Task, workspaceIn } from './killedState.ts';

/** Work of one kind, a round at a time, that says what it has done; see killedWork.ts for the lines. */
export interface Work {
  readonly start: () => void;
  readonly round: (number: number) => Promise<void>;
  readonly close: () => void;
}

export function workOf(
  task: Task,
  folder: string,
  ports: Ports,
  random: (below: number) => number,
  say: (said: Said) => void,
): Work {
  const path = workspaceIn(folder, task);
  const { services, core } = assembleCore(ports);
  const { call } = services;
  const state = () => stateOf(services);
  const open = () => {
    services.session.change(openWorkspaceFile(path, ports, { migrations: migrationsOf(task) }));
  };

  /** A change that may be undone, and that is sometimes done again. */
  const editing = async (number: number): Promise<void> => {
    const choice = random(8);
    const { history } = await call('workspace.load', {});
    if (choice === 0 && history.undo !== null) await call('history.undo', {});
    else if (choice === 1 && history.redo !== null) await call('history.redo', {});
    else await edit(services, number, random);
  };

  const work: Readonly<Record<Task, (number: number) => Promise<void>>> = {
    editing: async (number) => {
      say({ will: 'edit' });
      await editing(number);
      say({ did: state() });
    },
    import: async (number) => {
      const planId = (await call('workspace.load', {})).rows.cycle.at(-1)?.lastPlanId ?? '';
      const name = ['plain.xlsx', 'windows-1252.csv', 'word-tables.docx'][number % 3] ?? '';
      const bytes = readFileSync(join(import.meta.dirname, '../fixtures/plans', name));
      const { previewId, preview } = await call('import.preview', {
        file: core.fileTokens.holdBytes(name, bytes),
        planId,
      });
      say({ will: 'import' });
      await call('import.apply', { previewId, choices: preview.actions.map(({ key }) => ({ key, actionId: null })) });
      say({ did: state() });
    },
    migration: async () => {
      say({ will: 'migrate' });
      open();
      say({ did: state() });
      await edit(services, 1, random);
      say({ did: state() });
    },
    backup: async (number) => {
      await edit(services, number, random);
      say({ did: state() });
      say({ will: 'back up' });
      const { id } = await call('workspace.backUp', {});
      say({ backup: id, state: state() });
    },
    restore: async (number) => {
      await edit(services, number, random);
      const kept = state();
      say({ did: kept });
      const { id } = await call('workspace.backUp', {});
      say({ backup: id, state: kept });
      await edit(services, number + 1_000, random);
      say({ did: state() });
      say({ may: kept });
      say({ will: 'restore' });
      await call('workspace.restore', { backupId: id });
      say({ did: state() });
    },
    export: async (number) => {
      await edit(services, number, random);
      say({ did: state() });
      const { rows } = await call('workspace.load', {});
      const { file, fileName, sha256 } = await call('export.word', {
        cycleId: rows.cycle.at(-1)?.id ?? '',
        parts: ['brief', 'questions', 'new-plan'],
        planAs: 'tables',
        language: 'en-GB',
        draft: true,
      });
      say({ document: sha256 });
      const { bytes } = await core.fileTokens.read(file, Number.POSITIVE_INFINITY);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${fileName} has another sum`);
      say({ will: 'save' });
      saveDocument(join(folder, 'exports', 'submission.docx'), bytes);
      say({ did: state() });
    },
    'save-back': async (number) => {
      if (!services.session.current()) open();
      say({ will: 'edit' });
      await editing(number);
      say({ did: state() });
      if (number % 2 === 0) return;
      say({ will: 'save back' });
      services.session.change(null);
      open();
      say({ did: state() });
    },
    making: async (number) => {
      say({ will: 'make' });
      if (number % 2 === 1) await call('workspace.openSample', {});
      else await call('workspace.create', { institution: 'Westmere University', stage: 3, signedOn: null });
      say({ made: services.session.required().path });
    },
  };

  // What they open, and when, is what these are about.
  const opensItself: ReadonlySet<Task> = new Set<Task>(['migration', 'save-back', 'making']);
  return {
    start: () => {
      if (opensItself.has(task)) return;
      open();
      say({ did: state() });
    },
    round: work[task],
    close: core.close,
  };
}

/** One change of a kind that a person makes. */
async function edit({ call }: Services, number: number, random: (below: number) => number): Promise<void> {
  const { rows } = await call('workspace.load', {});
  const planId = rows.cycle.at(-1)?.newPlanId ?? '';
  const actions = rows.action.filter((action) => action.planId === planId && !action.binned);
  const { id } = actions[random(actions.length)] ?? {};
  const kinds: readonly (() => Promise<unknown>)[] = [
    () => call('action.add', { planId, fields: { text: `Added ${number}. `.repeat(1 + random(400)) } }),
    () => call('institution.edit', { fields: { profile: `Profile ${number}. `.repeat(1 + random(900)) } }),
    () => call('signatory.add', { fields: { role: `Role ${number}`, name: 'Priya Raman', title: '' } }),
    ...(id
      ? [
          () => call('action.edit', { id, fields: { text: `Edited ${number}. `.repeat(1 + random(100)) } }),
          () => call('rating.give', { actionIds: [id], rag: 'amber', explanation: `Given ${number}` }),
          () => call('action.bin', { ids: [id] }),
        ]
      : []),
  ];
  await (kinds[random(kinds.length)] ?? kinds[0])?.();
}
