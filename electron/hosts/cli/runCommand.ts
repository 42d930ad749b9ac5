import { assertNever } from '#shared/assertNever.ts';
import { Refusal } from '#shared/errors.ts';
import { errorText } from '../../../renderer/text/errors.ts';
import type { Answer } from './answer.ts';
import { BadInput, type CommandLine, readCommandLine, usageText } from './commandLine.ts';
import { check, exportExcel, exportNotHere, exportWeb, exportWord, verify } from './documentCommands.ts';
import { exportForm, openOfficialForm } from './formCommands.ts';
import { handOverCopy, mergeCopy } from './handoverCommands.ts';
import { applyImport, previewImport } from './importCommands.ts';
import { type HostedCore, Refused } from './workspaceAccess.ts';
import { backUp, doctor, newWorkspace, show, undo } from './workspaceCommands.ts';

export interface Terminal {
  readonly print: (text: string) => void;
  readonly tell: (message: string) => void;
}
/** A core over the usual data folder, or over another. */
export type MakeCore = (dataFolder?: string) => HostedCore;

/** Runs one command and returns its exit code: 0 done, 1 found wanting, 2 bad usage or bad input. Never throws. */
export async function runCommand(words: readonly string[], makeCore: MakeCore, terminal: Terminal): Promise<0 | 1 | 2> {
  let core: HostedCore | null = null;
  try {
    const line = readCommandLine(words);
    if (!line) {
      const asked = words.length > 0;
      (asked ? terminal.print : terminal.tell)(usageText);
      return asked ? 0 : 2;
    }
    core = makeCore();
    const answer = await answerTo(line, core, makeCore);
    for (const message of answer.messages ?? []) terminal.tell(message);
    terminal.print(line.json ? JSON.stringify(answer.json, null, 2) : answer.text);
    return answer.exitCode;
  } catch (cause) {
    terminal.tell(sentenceOf(cause));
    return 2;
  } finally {
    core?.close();
  }
}

function answerTo(line: CommandLine, core: HostedCore, makeCore: MakeCore): Promise<Answer> {
  switch (line.command) {
    case 'new':
      return newWorkspace(line, core, makeCore);
    case 'doctor':
      return doctor(line, core);
    case 'show':
      return show(line, core);
    case 'import preview':
      return previewImport(line, core);
    case 'import apply':
      return applyImport(line, core);
    case 'form open':
      return openOfficialForm(line, core);
    case 'export word':
      return exportWord(line, core);
    case 'export excel':
      return exportExcel(line, core);
    case 'export form':
      return exportForm(line, core);
    case 'export web':
      return exportWeb(line, core);
    case 'export pdf':
      return exportNotHere();
    case 'check':
      return check(line, core);
    case 'verify':
      return verify(line, core);
    case 'handover':
      return handOverCopy(line, core);
    case 'merge':
      return mergeCopy(line, core);
    case 'undo':
      return undo(line, core);
    case 'backup':
      return backUp(line, core);
    default:
      return assertNever(line.command);
  }
}

/** One line for people: no stack, no code of ours. */
function sentenceOf(cause: unknown): string {
  if (cause instanceof BadInput) return cause.message;
  const error = cause instanceof Refused ? cause.error : cause instanceof Refusal ? cause : null;
  if (error) {
    const { message, remedy } = errorText({ code: error.code, detail: error.detail });
    const { place } = error.detail;
    const placed = place && !message.includes(place) ? `${message} (${place})` : message;
    return [placed, remedy].filter(Boolean).join(' ');
  }
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'The file or its folder may not be written to.';
  if (code === 'ENOSPC') return 'The disk is full.';
  if (code === 'EISDIR') return 'A folder has that name.';
  return `Something went wrong and nothing was changed (${(cause as Error)?.name ?? 'unknown'}).`;
}
