/**
 * A process that is killed at its work, for the tests of this folder:
 *   node killedWork.ts TASK FOLDER SEED DIE_AT [ROUNDS]
 * It does one kind of work in `FOLDER`, for ever or that many ROUNDS, after which it closes and ends. It kills itself
 * before its file operation number DIE_AT, if that is not 0. It says one JSON line each: `will` before something is done, `did` once it is acknowledged, with the state of
 * the workspace then; `may` for a state that holds if it is killed on the way to it; `backup` and `document` for what
 * was made.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { assembleCore } from '#core/core.ts';
import { saveDocument } from '#core/files/saveDocument.ts';
import type { Services } from '#core/services.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { interceptFileOperations } from './fileOperations.ts';
import { migrationsOf, type Said, stateOf, type Task, workspaceIn } from './killedState.ts';
import { randomOf } from './mutations.ts';

const [, , task, folder = '', seed = '0', dieAt = '0', rounds = '0'] = process.argv;
const random = randomOf(Number(seed));
const ports = { ...testPorts({ folder: join(folder, 'data') }), now: () => new Date(), newId: randomUUID };
const path = workspaceIn(folder, task as Task);
const { services, core } = assembleCore(ports);
const { call } = services;
// Written at once and whole: a line that was said must not be lost with the process.
const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`);
const state = () => stateOf(services);
const open = () => {
  services.session.change(openWorkspaceFile(path, ports, { migrations: migrationsOf(task as Task) }));
};

/** One change of a kind that a person makes. */
async function edit({ call }: Services, number: number): Promise<void> {
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

/** A change that may be undone, and that is sometimes done again. */
async function editing(number: number): Promise<void> {
  const choice = random(8);
  const { history } = await call('workspace.load', {});
  if (choice === 0 && history.undo !== null) await call('history.undo', {});
  else if (choice === 1 && history.redo !== null) await call('history.redo', {});
  else await edit(services, number);
}

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
    await edit(services, 1);
    say({ did: state() });
  },
  backup: async (number) => {
    await edit(services, number);
    say({ did: state() });
    say({ will: 'back up' });
    const { id } = await call('workspace.backUp', {});
    say({ backup: id, state: state() });
  },
  restore: async (number) => {
    await edit(services, number);
    const kept = state();
    say({ did: kept });
    const { id } = await call('workspace.backUp', {});
    say({ backup: id, state: kept });
    await edit(services, number + 1_000);
    say({ did: state() });
    say({ may: kept });
    say({ will: 'restore' });
    await call('workspace.restore', { backupId: id });
    say({ did: state() });
  },
  export: async (number) => {
    await edit(services, number);
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

mkdirSync(join(folder, 'exports'), { recursive: true });
const once: ReadonlySet<string> = new Set<Task>(['migration', 'save-back', 'making']);
if (!once.has(task ?? '')) open();
if (!once.has(task ?? '')) say({ did: state() });
let operations = 0;
if (dieAt !== '0') {
  interceptFileOperations({
    before: () => {
      operations += 1;
      if (operations === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
    },
  });
}
for (let number = 1; ; number += 1) {
  await work[task as Task](number);
  if (number === Number(rounds)) {
    core.close();
    say({ operations });
    process.exit(0);
  }
  if (task === 'migration' || (task === 'making' && number === 2)) break;
}
// Done with all of it: what is left to do is to wait for the end.
say({ operations });
setInterval(() => undefined, 60_000);
