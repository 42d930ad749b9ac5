import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { dayInWords } from '../cycle/rules.ts';
import { safeFileName } from '../files/fileNames.ts';
import { newestChangeId } from '../history/steps.ts';
import type { Handlers } from '../services.ts';
import { fileEnding } from '../workspace/places.ts';
import { applyMerge } from './applyMerge.ts';
import { finishedFile, makeCopy } from './makeCopy.ts';
import { ownId } from './ownId.ts';
import { planMerge } from './planMerge.ts';
import { previewMerge } from './previewMerge.ts';
import { withReturnedCopy } from './returnedCopy.ts';
import { wordsElsewhere } from './wordsElsewhere.ts';

export const handoverHandlers: Pick<
  Handlers,
  | 'handover.look'
  | 'handover.make'
  | 'handover.sendBack'
  | 'handover.record'
  | 'handover.forget'
  | 'merge.read'
  | 'merge.apply'
> = {
  'handover.look': (_input, { rows }) => wordsElsewhere(rows),

  'handover.make': async ({ toName, byName, withInternal }, context) => {
    const { rows, session, ports, fileTokens, progress, signal } = context;
    const { info, database } = session.required();
    if (info.readOnly) throw new Refusal('workspace-read-only', { fileName: info.fileName });
    progress(null, 'Making the copy and checking it');
    const facts = { id: ports.newId(), toName, byName, handedAt: ports.now().toISOString(), withInternal };
    const wanted = { ...facts, workspaceId: ownId(rows), versionId: ports.newId() };
    const bytes = await makeCopy(database, ports.dataFolder, wanted, signal);
    const institution = rows.all('institution')[0]?.name ?? '';
    const name = safeFileName(`${institution} for ${toName} ${ports.today()}`, 'Copy of the workspace');
    const fileName = basename(name + fileEnding);
    return { ...facts, fileName, file: fileTokens.holdBytes(fileName, bytes), bytes: bytes.byteLength };
  },

  'handover.sendBack': async (_input, { rows, session, ports, fileTokens, progress, signal }) => {
    const [origin] = rows.all('origin');
    if (!origin)
      throw new Refusal('refused-by-rule', {
        reason: 'This workspace was not handed over, so it goes back to nobody.',
      });
    progress(null, 'Making the file and checking it');
    const bytes = await finishedFile(session.required().database, ports.dataFolder, signal);
    const name = safeFileName(`From ${origin.toName} back to ${origin.byName} ${ports.today()}`, 'Copy that goes back');
    const fileName = basename(name + fileEnding);
    return { file: fileTokens.holdBytes(fileName, bytes), fileName };
  },

  'handover.record': (copy, { rows, label }) => {
    if (rows.find('handover', copy.id)) return {};
    rows.insert('handover', { ...copy, fromId: ownId(rows), mergedAt: null, mergedThrough: null, mergedMark: '' });
    label(`Handed over a copy to ${copy.toName}`);
    return {};
  },

  'handover.forget': ({ id }, { rows, label }) => {
    const { toName, handedAt } = rows.get('handover', id);
    rows.remove('handover', id);
    label(`Took the copy of ${toName} of ${dayInWords(handedAt.slice(0, 10))} off the list`);
    return {};
  },

  'merge.read': async ({ file }, context) => {
    context.progress(null, 'Reading the copy');
    return withReturnedCopy(context, file, (copy) =>
      previewMerge(planMerge(context.rows, copy), copy, newestChangeId(context.rows.database)),
    );
  },

  'merge.apply': async ({ file, seen, leftOut, choices }, context) => {
    context.progress(null, 'Merging the copy');
    return withReturnedCopy(context, file, (copy) => {
      const { rows, session } = context;
      // What was shown is what is done: neither the copy nor the workspace has moved on since.
      if (copy.sha256 !== seen.sha256 || newestChangeId(rows.database) !== seen.change) throw new Refusal('conflict');
      const { info, backUp } = session.required();
      if (info.readOnly) throw new Refusal('workspace-read-only', { fileName: info.fileName });
      backUp('merge');
      return context.change(`Merged the copy of ${copy.origin.toName}`, (command) =>
        applyMerge(command, planMerge(command.rows, copy), copy, { leftOut, choices }),
      );
    });
  },
};
