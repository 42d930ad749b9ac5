import { basename } from 'node:path';
import type { Answer } from './answer.ts';
import type { CommandLine } from './commandLine.ts';
import { openForExport, writeTo } from './documentCommands.ts';
import { callsOf, chosenCycle, existingFile, type HostedCore, openWorkspace } from './workspaceAccess.ts';

/** Keeps a blank official form in a workspace and pairs its prompts; guesses stay guesses unless they are confirmed. */
export async function openOfficialForm(line: CommandLine, core: HostedCore): Promise<Answer> {
  const path = existingFile(line.files[0] ?? '');
  await openWorkspace(core, line.text('into') ?? '');
  const call = callsOf(core);
  const cycle = chosenCycle((await call('workspace.load', {})).rows, line.text('cycle'));
  const { id } = await call('officialForm.open', { cycleId: cycle.id, file: core.fileTokens.holdPath(path) });
  if (line.has('confirm')) await call('officialForm.confirmAll', { id });
  const { rows } = await call('workspace.load', {});
  const prompts = rows.officialPrompt
    .filter(({ formId }) => formId === id)
    .toSorted((one, other) => one.position - other.position);
  return {
    exitCode: 0,
    json: {
      file: basename(path),
      stage: cycle.stage,
      prompts: prompts.map(({ text, guidance, place, questionKey, part, sureness, reason, confirmed }) => ({
        text,
        guidance,
        place,
        question: questionKey,
        part,
        sureness,
        reason,
        confirmed,
      })),
    },
    text: [
      `Read ${prompts.length} ${prompts.length === 1 ? 'prompt' : 'prompts'} in ${basename(path)}`,
      ...prompts.map(({ text, questionKey, part, sureness, confirmed }) => {
        const answer = questionKey === null ? 'nothing' : part === null ? questionKey : `${questionKey}, ${part}`;
        return `  ${text.slice(0, 70)} → ${answer} (${confirmed ? 'confirmed' : sureness})`;
      }),
    ].join('\n'),
  };
}

/** The official form itself, with each answer in its place. */
export async function exportForm(line: CommandLine, core: HostedCore): Promise<Answer> {
  const { to, cycle } = await openForExport(line, core);
  const form = await callsOf(core)('export.form', {
    cycleId: cycle.id,
    draft: line.has('draft'),
    language: line.has('welsh') ? 'cy-GB' : 'en-GB',
  });
  await writeTo(to, form.file, core);
  const { bytes, sha256, fingerprint, issuedDocumentId, filled, guesses, afterBoxes, inAppendix, leftOut, blank } =
    form;
  return {
    exitCode: 0,
    json: {
      kind: 'form',
      file: basename(to),
      bytes,
      sha256,
      fingerprint,
      issued: issuedDocumentId !== null,
      filled,
      guesses,
      afterBoxes,
      inAppendix,
      leftOut,
      blank,
      stage: cycle.stage,
    },
    text: [
      `Wrote ${to} (${bytes} bytes, ${filled} ${filled === 1 ? 'prompt' : 'prompts'} filled)`,
      ...(guesses === 0 ? [] : [`${guesses} of them by a guess, which the screen Official form shows.`]),
      ...listed('Placed after the drawn box, since there is no room for it in the box', afterBoxes),
      ...listed('Left blank, since nothing is written for it yet', blank),
      ...listed('In an appendix, since the form does not ask for it', inAppendix),
      ...listed('Printed nowhere, as was chosen', leftOut),
    ].join('\n'),
  };
}

/** A heading with a line for each title below it; nothing for none. */
const listed = (heading: string, titles: readonly string[]): readonly string[] =>
  titles.length === 0 ? [] : [`${heading}:`, ...titles.map((title) => `  ${title}`)];
