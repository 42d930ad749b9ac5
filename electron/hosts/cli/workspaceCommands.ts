import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { errorText } from '../../../renderer/text/errors.ts';
import { writeFileAtomically } from '../../core/files/atomicWrite.ts';
import { isWorkspaceName, samplePath } from '../../core/workspace/places.ts';
import type { Answer } from './answer.ts';
import { BadInput, type CommandLine } from './commandLine.ts';
import { showWorkspace } from './showWorkspace.ts';
import { callsOf, existingFile, type HostedCore, openWorkspace, Refused } from './workspaceAccess.ts';

/** A core whose data is in a folder of its own, for making the sample somewhere else than among the workspaces. */
export type CoreIn = (dataFolder: string) => HostedCore;

export async function newWorkspace(line: CommandLine, core: HostedCore, coreIn: CoreIn): Promise<Answer> {
  const path = newPath(line.files[0] ?? '');
  const questionSet = await questionsOf(line, core);
  const stage = line.text('stage') ?? String(questionSet?.stage ?? 3);
  if (questionSet && String(questionSet.stage) !== stage)
    throw new BadInput(`The question set is for Stage ${questionSet.stage}, not for Stage ${stage}.`);
  if (!questionSet && !/^[123]$/.test(stage)) throw new BadInput(`--stage is 1, 2 or 3, not “${stage}”.`);
  const signedOn = signedDay(line.text('signed'));
  if (line.has('sample')) {
    if (questionSet) throw new BadInput('The sample has its own questions; leave out --questions.');
    if (stage !== '3') throw new BadInput('The sample is at Stage 3; leave out --stage.');
    await copySample(path, coreIn);
    await openWorkspace(core, path);
    const fields = {
      ...(line.text('institution') ? { name: line.text('institution') } : {}),
      ...(signedOn ? { signedOn } : {}),
    };
    if (Object.keys(fields).length > 0) await callsOf(core)('institution.edit', { fields });
  } else {
    await callsOf(core)('workspace.create', {
      institution: line.text('institution')?.trim() || 'Unnamed institution',
      stage: Number(stage),
      signedOn,
      ...(questionSet ? { questionSet } : {}),
      file: core.fileTokens.holdPath(path),
    });
  }
  const { rows } = await callsOf(core)('workspace.load', {});
  const { institution, cycles, plans } = showWorkspace(rows);
  return {
    exitCode: 0,
    json: {
      file: basename(path),
      institution,
      cycles: cycles.map(({ id, stage, due }) => ({ id, stage, due })),
      plans: plans.map(({ id, title, role, actions }) => ({ id, title, role, actions: actions.length })),
    },
    text: `Made ${basename(path)}`,
  };
}

/** The question set that was given as a file, checked; undefined where none was. */
async function questionsOf(line: CommandLine, core: HostedCore): Promise<QuestionSet | undefined> {
  const name = line.text('questions');
  if (name === undefined) return undefined;
  const path = existingFile(name);
  return (await callsOf(core)('questionSet.read', { file: core.fileTokens.holdPath(path) })).content;
}

function newPath(name: string): string {
  const path = resolve(isWorkspaceName(name) ? name : `${name}.tcplan`);
  if (existsSync(path)) throw new BadInput(`“${basename(path)}” is there already and was left as it is.`);
  if (!existsSync(dirname(path))) throw new BadInput(`There is no folder “${dirname(name)}”.`);
  return path;
}

function signedDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = new Date(`${text}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new BadInput(`--signed is a day as 2020-09-14, not “${text}”.`);
  return text;
}

/** The sample is made where samples are made, closed, and its one file copied. */
async function copySample(path: string, coreIn: CoreIn): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  try {
    const core = coreIn(folder);
    try {
      await callsOf(core)('workspace.openSample', {});
    } finally {
      core.close();
    }
    // Whole or not at all; that the name is free was asked before.
    writeFileAtomically(path, readFileSync(samplePath(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function doctor(line: CommandLine, core: HostedCore): Promise<Answer> {
  const path = existingFile(line.files[0] ?? '');
  const call = callsOf(core);
  const file = basename(path);
  try {
    await call('workspace.open', { file: core.fileTokens.holdPath(path) });
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    const { recovery, appVersion } = await call('app.state', {});
    // In use, missing or out of reach: nothing is known about what is in it.
    if (!recovery) throw cause;
    const { message, remedy } = errorText(cause.error);
    return {
      exitCode: 1,
      json: {
        file,
        ok: false,
        integrity: recovery.code,
        findings: recovery.findings,
        quarantined: recovery.quarantined,
        versions: { application: appVersion },
        backups: recovery.backups,
      },
      text: [message, remedy, ...recovery.findings, `Backups: ${recovery.backups.length}`].filter(Boolean).join('\n'),
    };
  }
  const [{ appVersion }, backups, { rows }] = await Promise.all([
    call('app.state', {}),
    call('workspace.backups', {}),
    call('workspace.load', {}),
  ]);
  const named = rows.version.map(({ name, namedAt }) => ({ name, namedAt }));
  return {
    exitCode: 0,
    json: {
      file,
      ok: true,
      integrity: 'ok',
      findings: [],
      quarantined: null,
      versions: { application: appVersion, named },
      backups,
    },
    text: [
      `${file} is whole.`,
      `Backups: ${backups.length}`,
      ...backups.map(({ madeAt, reason }) => `  ${madeAt} (${reason})`),
      `Named versions: ${named.length}`,
    ].join('\n'),
  };
}

export async function show(line: CommandLine, core: HostedCore): Promise<Answer> {
  await openWorkspace(core, line.files[0] ?? '');
  const { rows } = await callsOf(core)('workspace.load', {});
  const shown = showWorkspace(rows);
  return {
    exitCode: 0,
    json: shown,
    text: [
      shown.institution?.name ?? 'No institution',
      ...shown.cycles.map(({ stage, due, answers }) => {
        const ready = answers.filter(({ state }) => state === 'ready').length;
        return `Stage ${stage}, due ${due}: ${ready} of ${answers.length} answers ready`;
      }),
      ...shown.plans.map(({ title, role, actions }) => `${title} (${role}): ${actions.length} actions`),
      `Voice: ${shown.voice.length}, evidence: ${shown.evidence.length}`,
      ...shown.amendments.map(
        ({ number, of, started, name, reason }) =>
          `Amendment ${number}${of === null ? '' : ` of ${of}`}, started on ${started}${name === '' ? '' : ` by ${name}`}: ${reason}`,
      ),
    ].join('\n'),
  };
}

export async function undo(line: CommandLine, core: HostedCore): Promise<Answer> {
  await openWorkspace(core, line.files[0] ?? '');
  const { label } = await callsOf(core)('history.undo', {});
  return { exitCode: 0, json: { undone: label }, text: `Undone: ${label}` };
}

export async function backUp(line: CommandLine, core: HostedCore): Promise<Answer> {
  await openWorkspace(core, line.files[0] ?? '');
  const backup = await callsOf(core)('workspace.backUp', {});
  return { exitCode: 0, json: backup, text: `Backed up at ${backup.madeAt}, ${backup.bytes} bytes, verified` };
}
