import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChannelInput } from '#shared/contract/contract.ts';
import { importLimits } from '#shared/limits.ts';
import { isTickedBeforehand, withoutBeforehand } from '#shared/model/importChoices.ts';
import type { ImportPreview } from '#shared/model/importPreview.ts';
import { fileTooLarge, ImportError } from '../../core/import/importError.ts';
import { previewFile } from '../../core/import/previewFile.ts';
import type { Answer } from './answer.ts';
import { BadInput, type CommandLine } from './commandLine.ts';
import { callsOf, chosenPlan, existingFile, type HostedCore, openWorkspace, Refused } from './workspaceAccess.ts';

export async function previewImport(line: CommandLine, core: HostedCore): Promise<Answer> {
  const path = existingFile(line.files[0] ?? '');
  const against = line.text('against');
  if (against === undefined && line.text('plan') !== undefined)
    throw new BadInput('--plan names a plan of a workspace, so it needs --against FILE.');
  const preview = against === undefined ? await previewAlone(path) : await previewAgainst(path, against, line, core);
  return { exitCode: 0, json: preview, text: describePreview(preview) };
}

/** Without a workspace: what the file holds, matched to nothing. */
async function previewAlone(path: string): Promise<ImportPreview> {
  const fileName = basename(path);
  try {
    if (statSync(path).size > importLimits.fileBytes) throw fileTooLarge(fileName);
    return await previewFile(readFileSync(path), fileName, {});
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause;
    throw new Refused({ code: cause.code === 'import-cancelled' ? 'cancelled' : cause.code, detail: cause.detail });
  }
}

async function previewAgainst(
  path: string,
  workspace: string,
  line: CommandLine,
  core: HostedCore,
): Promise<ImportPreview> {
  return (await readInto(path, workspace, line, core)).preview;
}

async function readInto(path: string, workspace: string, line: CommandLine, core: HostedCore) {
  await openWorkspace(core, workspace);
  const { rows } = await callsOf(core)('workspace.load', {});
  const planId = chosenPlan(rows, line.text('plan'));
  return callsOf(core)('import.preview', { file: core.fileTokens.holdPath(path), planId });
}

export async function applyImport(line: CommandLine, core: HostedCore): Promise<Answer> {
  const path = existingFile(line.files[0] ?? '');
  const { previewId, preview } = await readInto(path, line.text('into') ?? '', line, core);
  if (preview.actions.length === 0)
    throw new Refused({ code: 'file-not-a-plan', detail: { fileName: preview.source.fileName } });
  const choices = usualChoices(preview, line.has('likely'));
  const report = await callsOf(core)('import.apply', { previewId, choices, blanks: 'keep' });
  const left = preview.actions.filter((action) => !choices.some(({ key }) => key === action.key));
  return {
    exitCode: 0,
    json: {
      ...report,
      source: preview.source,
      leftActions: left.map(({ ref, action, source, match }) => ({ ref, action, source, match })),
      missing: preview.missing ?? [],
    },
    text: await reportOf(report.importRunId, core),
    messages: [
      ...left.map(
        ({ ref, match }) =>
          `Left for you to decide: ${ref || 'an action'}, which resembles ${match?.ref || 'one of the plan'}.`,
      ),
      ...keptAsSigned(preview, choices),
      // The report itself lists them for a person.
      ...(line.json ? report.problems : []),
    ],
  };
}

/** The report as it can be saved in the application, for a terminal. */
async function reportOf(importRunId: string, core: HostedCore): Promise<string> {
  const { file } = await callsOf(core)('import.report', { importRunId });
  const { bytes } = await core.fileTokens.read(file, importLimits.fileBytes);
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').trimEnd();
}

type Choices = ChannelInput<'import.apply'>['choices'];

/** What is ticked before anybody looks; with `withLikely` also the likely matches, as they are proposed. */
export function usualChoices(
  { actions, tables }: Pick<ImportPreview, 'actions' | 'tables'>,
  withLikely = false,
): Choices {
  return actions
    .filter((action) => withLikely || isTickedBeforehand(action, tables))
    .map((action) => {
      const { key, match } = action;
      return { key, actionId: match?.id ?? null, without: withoutBeforehand(action) };
    });
}

/** Which actions keep words that the file has otherwise, because they were signed. */
function keptAsSigned({ actions }: Pick<ImportPreview, 'actions'>, choices: Choices): readonly string[] {
  const taken = new Set(choices.map(({ key }) => key));
  const kept = actions.filter((action) => taken.has(action.key) && withoutBeforehand(action).length > 0);
  if (kept.length === 0) return [];
  const names = kept.map(({ ref, match }) => match?.ref || ref || 'an action').join(', ');
  return [`Kept as it was signed, for the file has other words: ${names}. An amendment lets them be taken over.`];
}

function describePreview(preview: ImportPreview): string {
  return [
    `${preview.source.fileName}: ${preview.actions.length} actions, RAG ${preview.ragScheme}`,
    ...preview.tables.map(({ sheet, use, why, actions }) => `  ${sheet}: ${use}, ${actions} actions. ${why}`),
    ...preview.actions.map(({ ref, action, rag, match }) =>
      [`  ${ref || '–'}`, rag ?? 'not yet rated', match ? match.kind : '', action.replace(/\s+/g, ' ').slice(0, 80)]
        .filter(Boolean)
        .join(' · '),
    ),
    ...preview.problems.map(({ message }) => `  ! ${message}`),
  ].join('\n');
}
