import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type MergeChoice, type MergePreview, mergeChoiceSchema } from '#shared/contract/handover.ts';
import { saveDocument } from '../../core/files/saveDocument.ts';
import { isWorkspaceName } from '../../core/workspace/places.ts';
import type { Answer } from './answer.ts';
import { BadInput, type CommandLine } from './commandLine.ts';
import { callsOf, existingFile, type HostedCore, openWorkspace } from './workspaceAccess.ts';

export async function handOverCopy(line: CommandLine, core: HostedCore): Promise<Answer> {
  const to = newCopy(line.text('to') ?? '');
  const toName = line.text('for')?.trim() ?? '';
  if (toName === '') throw new BadInput('--for names who is given the copy.');
  await openWorkspace(core, line.files[0] ?? '');
  const call = callsOf(core);
  const { rows } = await call('workspace.load', {});
  const byName = line.text('by')?.trim() || rows.institution[0]?.contactName.trim() || '';
  if (byName === '') throw new BadInput('--by names who hands the copy over; the workspace names no contact.');
  const withInternal = !line.has('without-internal');
  const { elsewhere, entries } = await call('handover.look', {});
  const { file, bytes, ...facts } = await call('handover.make', { toName, byName, withInternal });
  const held = await core.fileTokens.read(file, Number.POSITIVE_INFINITY);
  saveDocument(to, held.bytes);
  await call('handover.record', { ...facts, fileName: basename(to) });
  return {
    exitCode: 0,
    json: { ...facts, fileName: basename(to), bytes, leftBehind: withInternal ? 0 : entries, elsewhere },
    text: `Wrote ${to} for ${toName} (${bytes} bytes, checked whole), ${
      withInternal ? 'with everything' : `without ${entries === 1 ? '1 internal entry' : `${entries} internal entries`}`
    }`,
    messages: withInternal
      ? []
      : elsewhere.map(({ voice, place }) => `Words of voice ${voice} also stand in: ${place}. They went along.`),
  };
}

export async function mergeCopy(line: CommandLine, core: HostedCore): Promise<Answer> {
  const copy = existingFile(line.files[0] ?? '');
  const choice = choiceOf(line.text('conflicts'));
  await openWorkspace(core, line.text('into') ?? '');
  const call = callsOf(core);
  const file = core.fileTokens.holdPath(copy);
  const preview = await call('merge.read', { file });
  const { conflicts, items, seen } = preview;
  const told = {
    items: items.map(({ kind, name, presence }) => ({ kind, name, presence })),
    conflicts: conflicts.map(({ name, field, common, here, copy: there, mayKeepBoth }) => ({
      name,
      field,
      common,
      here,
      copy: there,
      mayKeepBoth,
    })),
  };
  if (conflicts.length > 0 && choice === null) {
    return {
      exitCode: 1,
      json: { merged: false, sentence: null, changes: 0, notes: preview.notes, ...told },
      text: openQuestions(preview),
    };
  }
  const report = await call('merge.apply', {
    file,
    seen,
    leftOut: [],
    choices: conflicts.map(({ key, mayKeepBoth }) => ({
      key,
      choice: choice === 'both' && !mayKeepBoth ? 'here' : (choice ?? 'here'),
    })),
  });
  return {
    exitCode: 0,
    json: { merged: true, ...report, ...told },
    text: [`${report.sentence}.`, ...report.notes].join('\n'),
  };
}

function newCopy(name: string): string {
  const path = resolve(isWorkspaceName(name) ? name : `${name}.tcplan`);
  if (existsSync(path)) throw new BadInput(`“${basename(path)}” is there already and was left as it is.`);
  if (!existsSync(dirname(path))) throw new BadInput(`There is no folder “${dirname(name)}”.`);
  return path;
}

function choiceOf(text: string | undefined): MergeChoice | null {
  if (text === undefined) return null;
  const choice = mergeChoiceSchema.safeParse(text);
  if (!choice.success) throw new BadInput(`--conflicts is here, copy or both, not “${text}”.`);
  return choice.data;
}

const openQuestions = ({ conflicts }: MergePreview): string =>
  [
    `Nothing was merged: ${conflicts.length === 1 ? '1 question is' : `${conflicts.length} questions are`} open.`,
    ...conflicts.map(({ name, field }) => `  ${name}${field === '' ? '' : ` (${field})`}`),
    'Decide them in the window, or give --conflicts here, copy or both.',
  ].join('\n');
