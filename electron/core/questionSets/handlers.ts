import { Refusal } from '#shared/errors.ts';
import { questionSetLimits } from '#shared/limits.ts';
import { loadQuestionSets } from '../cycle/questionSets.ts';
import { sha256Of } from '../files/contents.ts';
import { safeFileName } from '../files/fileNames.ts';
import type { Handlers } from '../services.ts';
import { moveForm } from './moveForm.ts';
import { questionSetBytes, readQuestionSet } from './readQuestionSet.ts';

export const questionSetHandlers: Pick<
  Handlers,
  | 'questionSet.shipped'
  | 'questionSet.read'
  | 'questionSet.save'
  | 'questionSet.move'
  | 'ownQuestionSet.add'
  | 'ownQuestionSet.edit'
  | 'ownQuestionSet.remove'
> = {
  'questionSet.shipped': (_input, { ports }) => loadQuestionSets(ports.resourcesFolder),

  'questionSet.read': async ({ file }, { fileTokens }) => {
    const { fileName, bytes } = await fileTokens.read(file, questionSetLimits.fileBytes);
    return { fileName, content: readQuestionSet(bytes, fileName) };
  },

  'questionSet.save': async ({ content }, { fileTokens, signal }) => {
    const bytes = questionSetBytes(content);
    signal.throwIfAborted();
    const fileName = `${safeFileName(`${content.id} ${content.version}`, 'Question set')}.json`;
    return {
      file: fileTokens.holdBytes(fileName, bytes),
      fileName,
      bytes: bytes.byteLength,
      sha256: sha256Of(bytes),
    };
  },

  'questionSet.move': ({ cycleId, content, destinations }, context) => {
    const moved = moveForm(context, cycleId, content, destinations);
    context.label(`Moved the draft of Stage ${content.stage} to the form ${content.version}`);
    return moved;
  },

  'ownQuestionSet.add': ({ content }, { rows, ports, now, label }) => {
    if (rows.all('ownQuestionSet').length >= questionSetLimits.own) {
      const reason = `There are ${questionSetLimits.own} question sets of your own already. Remove one that is not needed.`;
      throw new Refusal('refused-by-rule', { reason });
    }
    const id = ports.newId();
    rows.insert('ownQuestionSet', { id, content, editedAt: now });
    label(`Began the question set ${nameOf(content.title)}`);
    return { id };
  },
  'ownQuestionSet.edit': ({ id, content, what }, { rows, now, label }) => {
    const before = rows.get('ownQuestionSet', id);
    if (JSON.stringify(before.content) === JSON.stringify(content)) return {};
    rows.update('ownQuestionSet', id, { content, editedAt: now });
    label(`${what} in the question set ${nameOf(content.title)}`);
    return {};
  },
  'ownQuestionSet.remove': ({ id }, { rows, label }) => {
    const { content } = rows.get('ownQuestionSet', id);
    rows.remove('ownQuestionSet', id);
    label(`Removed the question set ${nameOf(content.title)}`);
    return {};
  },
};

const nameOf = (title: string): string => (title.trim() === '' ? 'without a title' : `“${title.slice(0, 80)}”`);
