import { createHash } from 'node:crypto';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import type { CommentPreview, PreviewComment } from '#shared/model/commentPreview.ts';
import type { ImportReport, ReportLine } from '#shared/model/importPreview.ts';
import type { CommandContext, Handlers } from '../../services.ts';
import { addVoice } from '../../voice/addVoice.ts';
import { refusalOf } from '../importError.ts';
import { previewComments } from '../previewFile.ts';
import { excerpt } from '../understand/plainText.ts';
import { alreadyIn } from './alreadyIn.ts';
import { shownComments } from './commentPreviews.ts';
import { rememberComments, rememberedComments } from './rememberComments.ts';

export const commentHandlers: Pick<Handlers, 'import.previewComments' | 'import.applyComments'> = {
  'import.previewComments': async ({ file, corrections = {} }, context) => {
    context.progress(null, 'Reading the file');
    const { fileName, bytes } = await context.fileTokens.read(file, importLimits.fileBytes);
    const remembered = corrections.remembered === false ? [] : rememberedComments(context.rows);
    const bounds = { signal: context.signal, workerUrl: context.ports.importWorkerUrl };
    const understood = await previewComments(bytes, fileName, { corrections, remembered }, bounds).catch(
      (cause: unknown) => {
        throw refusalOf(cause);
      },
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const preview: CommentPreview = {
      ...understood,
      source: { fileName, sha256 },
      comments: alreadyIn(understood.comments, context.rows.all('voice', {}, ['number'])),
    };
    const before = context.rows.all('importRun', { sha256, planId: null, undoneAt: null }, ['appliedAt']).at(-1);
    return {
      previewId: shownComments.keep(context.session.required(), { preview, corrections }),
      preview,
      importedBefore: before?.appliedAt ?? null,
    };
  },

  'import.applyComments': async ({ previewId, keys }, context) => {
    const workspace = context.session.required();
    const { preview, corrections } = shownComments.take(workspace, previewId);
    context.progress(null, 'Backing up');
    workspace.backUp('import');
    context.progress(null, 'Bringing the comments in');
    return context.change(`Brought in comments of ${preview.source.fileName}`, (command) => {
      const report = bringIn(command, preview, keys);
      rememberComments(command, preview, corrections);
      const importRunId = command.ports.newId();
      command.rows.insert('importRun', {
        id: importRunId,
        planId: null,
        fileName: preview.source.fileName,
        sha256: preview.source.sha256,
        appliedAt: command.now,
        stepId: command.stepId,
        undoneAt: null,
        report,
      });
      return { importRunId, ...report };
    });
  },
};

/** Makes an entry of every chosen comment, as shown, inside the running step. Throws `not-found` for an unknown key. */
function bringIn(
  context: CommandContext,
  { comments, forAll, problems }: CommentPreview,
  keys: ParsedInput<'import.applyComments'>['keys'],
): ImportReport {
  const known = new Set(comments.map(({ key }) => key));
  if (keys.some((key) => !known.has(key))) throw new Refusal('not-found', { place: 'preview' });
  const chosen = new Set(keys);
  const lines = comments.map((comment): ReportLine => {
    const { key, words } = comment;
    const action = excerpt(words, importLimits.reportActionCharacters);
    if (!chosen.has(key)) return { key, outcome: 'left', ref: '', action, fields: [] };
    const { number } = addVoice(context, fieldsOf(comment, forAll), 'keys');
    return { key, outcome: 'created', ref: `Voice ${number}`, action, fields: [] };
  });
  const created = lines.filter(({ outcome }) => outcome === 'created').length;
  return {
    created,
    changed: 0,
    same: 0,
    left: lines.length - created,
    problems: [...problems],
    lines,
    notInFile: [],
  };
}

function fieldsOf(comment: PreviewComment, { kind, asked, replied }: CommentPreview['forAll']) {
  const { words, groupName, personName, heardOn, channel, themes, consent, changed, whyNot } = comment;
  return { words, groupName, personName, heardOn, channel, themes, consent, changed, whyNot, kind, asked, replied };
}
