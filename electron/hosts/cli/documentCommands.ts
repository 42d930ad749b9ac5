import { existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { ReturnedDocument } from '#shared/contract/returned.ts';
import { Refusal } from '#shared/errors.ts';
import { checkSumWords, fingerprintWords } from '../../../renderer/text/checkWords.ts';
import { errorText } from '../../../renderer/text/errors.ts';
import { writeFileAtomically } from '../../core/files/atomicWrite.ts';
import { sha256Of } from '../../core/files/contents.ts';
import { safeWithEnding } from '../../core/files/fileNames.ts';
import { saveDocument } from '../../core/files/saveDocument.ts';
import { isWorkspaceName } from '../../core/workspace/places.ts';
import type { Answer } from './answer.ts';
import { BadInput, type CommandLine } from './commandLine.ts';
import {
  callsOf,
  chosenCycle,
  chosenGrouping,
  existingFile,
  type HostedCore,
  openWorkspace,
} from './workspaceAccess.ts';

export async function exportWord(line: CommandLine, core: HostedCore): Promise<Answer> {
  const style = line.text('style');
  const stylePath = style === undefined ? null : existingFile(style);
  const { to, cycle, rows } = await openForExport(line, core);
  const document = await callsOf(core)('export.word', {
    cycleId: cycle.id,
    parts: ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'],
    planAs: 'tables',
    planBy: chosenGrouping(rows, line.text('by')),
    language: languageOf(line),
    draft: line.has('draft'),
    ...(stylePath === null ? {} : { style: core.fileTokens.holdPath(stylePath) }),
  });
  await writeTo(to, document.file, core);
  const { sha256, fingerprint, issuedDocumentId } = document;
  const items = await callsOf(core)('readiness.list', { cycleId: cycle.id });
  const marked = items.filter(({ rule }) => rule === 'to-do-in-answer').map(({ message }) => message);
  return {
    exitCode: 0,
    json: {
      kind: 'word',
      file: basename(to),
      bytes: document.bytes,
      sha256,
      fingerprint,
      issued: issuedDocumentId !== null,
      stage: cycle.stage,
      toDos: marked,
    },
    text: [
      `Wrote ${to} (${document.bytes} bytes, fingerprint ${fingerprint})`,
      ...(marked.length > 0 ? ['It is printed with these marks:', ...marked.map((each) => `  ${each}`)] : []),
    ].join('\n'),
  };
}

const languageOf = (line: CommandLine) => (line.has('welsh') ? 'cy-GB' : 'en-GB');

/** Both plans unless one is named, a sheet for each theme unless another grouping is. A workbook is a working copy, so it is never issued. */
export async function exportExcel(line: CommandLine, core: HostedCore): Promise<Answer> {
  const plan = line.text('plan') ?? 'both';
  if (plan !== 'last' && plan !== 'next' && plan !== 'both') throw new BadInput('--plan is last or next.');
  const { to, cycle, rows } = await openForExport(line, core);
  const by = line.text('by') === 'one' ? 'one' : chosenGrouping(rows, line.text('by'));
  const sheets = by === 'theme' ? 'by-theme' : by;
  const workbook = await callsOf(core)('export.workbook', {
    cycleId: cycle.id,
    plan,
    sheets,
    notes: line.has('notes'),
  });
  await writeTo(to, workbook.file, core);
  const { bytes, sha256 } = workbook;
  return {
    exitCode: 0,
    json: { kind: 'excel', file: basename(to), bytes, sha256, plan, stage: cycle.stage },
    text: `Wrote ${to} (${bytes} bytes)`,
  };
}

/** Refuses what cannot be written to before anything is opened. */
export async function openForExport(line: CommandLine, core: HostedCore) {
  const to = line.text('to') ?? '';
  if (!existsSync(dirname(resolve(to)))) throw new BadInput(`There is no folder “${dirname(to)}”.`);
  const from = line.text('from') ?? '';
  if (isWorkspaceName(to) || (existsSync(to) && realpathSync(to) === realpathSync(existingFile(from))))
    throw new BadInput(`“${to}” is the name of a workspace; choose another for the document.`);
  await openWorkspace(core, from);
  const { rows } = await callsOf(core)('workspace.load', {});
  return { to, rows, cycle: chosenCycle(rows, line.text('cycle')) };
}

export async function writeTo(to: string, file: string, core: HostedCore): Promise<void> {
  const { bytes } = await core.fileTokens.read(file, Number.POSITIVE_INFINITY);
  try {
    saveDocument(resolve(to), bytes);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    // An issued copy is on record by now, and a draft took its time: what is finished is not thrown away.
    const kept = join(mkdtempSync(join(tmpdir(), 'planner-')), safeWithEnding(basename(to), 'document'));
    writeFileAtomically(kept, bytes);
    throw new BadInput(`${errorText(cause).message} The finished document is kept as ${kept}.`);
  }
}

/** Where one cannot be put in its place the other still is, and the one line says so of both. */
async function writeBoth(files: readonly (readonly [to: string, file: string])[], core: HostedCore): Promise<void> {
  const said: string[] = [];
  const refused: string[] = [];
  for (const [to, file] of files) {
    try {
      await writeTo(to, file, core);
      said.push(`Wrote ${to}.`);
    } catch (cause) {
      if (!(cause instanceof BadInput)) throw cause;
      refused.push(cause.message);
    }
  }
  if (refused.length > 0) throw new BadInput([...refused, ...said].join(' '));
}

/**
 * The public page, and the plan as csv beside it under the same name. Everything that may name somebody is left out:
 * exceptions are made on the screen, where each is looked at.
 */
export async function exportWeb(line: CommandLine, core: HostedCore): Promise<Answer> {
  const named = line.text('to') ?? '';
  // Two files are written, and the name of the csv is made of the page's.
  if (!/.\.html?$/iu.test(basename(named)))
    throw new BadInput(`“${named}” is no name for a web page; end it in .html.`);
  const { to, cycle, rows } = await openForExport(line, core);
  const csv = to.replace(/\.html?$/iu, '.csv');
  const made = await callsOf(core)('export.web', {
    cycleId: cycle.id,
    parts: ['last-plan', 'voice'],
    planBy: chosenGrouping(rows, line.text('by')),
    language: languageOf(line),
    exceptions: [],
    draft: line.has('draft'),
  });
  await writeBoth(
    [
      [to, made.page.file],
      [csv, made.plan.file],
    ],
    core,
  );
  const { page, plan, fingerprint, issuedDocumentId, redactions } = made;
  return {
    exitCode: 0,
    json: {
      kind: 'web',
      file: basename(to),
      bytes: page.bytes,
      sha256: page.sha256,
      csv: { file: basename(csv), bytes: plan.bytes, sha256: plan.sha256 },
      fingerprint,
      issued: issuedDocumentId !== null,
      stage: cycle.stage,
      redactions: redactions.map(({ kind, was, becomes, places }) => ({
        kind,
        was,
        becomes,
        where: places.map(({ where }) => where),
      })),
    },
    text: [
      `Wrote ${to} (${page.bytes} bytes, fingerprint ${fingerprint}) and ${csv} (${plan.bytes} bytes)`,
      ...(redactions.length > 0 ? ['Changed or left out, for anybody may read it:'] : []),
      ...redactions.map(
        ({ was, becomes, places }) =>
          `  ${was} ${becomes === '' ? 'is left out' : `is “${becomes}”`} (${places.map(({ where }) => where).join('; ')})`,
      ),
    ].join('\n'),
  };
}

/** A known command that only a window can carry out. */
export function exportNotHere(): never {
  throw new BadInput(
    'A PDF is not made here: the window of the application prints one. Use export web, open the page in a browser and print it, or use export word.',
  );
}

export async function check(line: CommandLine, core: HostedCore): Promise<Answer> {
  await openWorkspace(core, line.files[0] ?? '');
  const call = callsOf(core);
  const { rows } = await call('workspace.load', {});
  const cycle = chosenCycle(rows, line.text('cycle'));
  const items = await call('readiness.list', { cycleId: cycle.id });
  const count = (weight: ReadinessItem['weight']) =>
    items.filter((item) => item.weight === weight && item.dismissed === null).length;
  const ready = count('must') === 0;
  return {
    exitCode: ready ? 0 : 1,
    json: {
      ready,
      cycle: { id: cycle.id, stage: cycle.stage, due: cycle.dueOn },
      counts: { must: count('must'), should: count('should'), look: count('look') },
      items,
    },
    text: [
      ready ? 'Nothing that the submission asks for is missing.' : `${count('must')} things must still be done.`,
      ...items.map(({ weight, message, dismissed }) =>
        dismissed === null ? `  ${weight}: ${message}` : `  set aside: ${message} (${dismissed.reason})`,
      ),
    ].join('\n'),
  };
}

/** By its words: a document that was merely saved again is still the one that was issued. */
export async function verify(line: CommandLine, core: HostedCore): Promise<Answer> {
  const path = existingFile(line.files[0] ?? '');
  await openWorkspace(core, line.text('against') ?? '');
  const returned = await callsOf(core)('returned.read', { file: core.fileTokens.holdPath(path), cycleId: null });
  const { verdict, document, changed, changes } = returned;
  const file = basename(path);
  const sha256 = sha256Of(readFileSync(path));
  const issued = document
    ? `the document issued on ${document.issuedAt.slice(0, 10)}, fingerprint ${document.fingerprint}`
    : '';
  const sentence = {
    issued: `${file} is ${issued}, byte for byte.`,
    'same-words': `${file} was saved again, and its words are those of ${issued}.`,
    changed: `${file} was ${issued}; ${changed} ${changed === 1 ? 'paragraph has' : 'paragraphs have'} changed since.`,
    other: `${file} is none of the documents issued from this workspace.`,
  }[verdict];
  return {
    exitCode: verdict === 'issued' || verdict === 'same-words' ? 0 : 1,
    json: { verdict, file, sha256, document, changed, changes },
    text: [
      sentence,
      ...changes.map(changeLine),
      ...(document ? [`Fingerprint of what was issued: ${document.fingerprint}. ${fingerprintWords}`] : []),
      `Check sum of ${file}: ${sha256}. ${checkSumWords}`,
    ].join('\n'),
  };
}

function changeLine({ place, before, after }: ReturnedDocument['changes'][number]): string {
  const where = place === '' ? '' : `${place}: `;
  if (before === '') return `  ${where}added “${after}”`;
  if (after === '') return `  ${where}removed “${before}”`;
  return `  ${where}“${before}” is now “${after}”`;
}
