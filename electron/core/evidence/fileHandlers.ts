import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { fileLimits } from '#shared/limits.ts';
import type { Evidence } from '#shared/model/tables.ts';
import { contentOf, sha256Of } from '../files/contents.ts';
import type { Handlers, JobContext } from '../services.ts';
import { addEvidence } from './editEvidence.ts';
import { itemsWithContent, keepAttachment, setFile } from './repository.ts';

/** Files that come to an item of evidence, change there and leave it as copies. Nothing here opens one. */
export const evidenceFileHandlers: Pick<
  Handlers,
  'evidence.addFile' | 'evidence.attach' | 'evidence.setFile' | 'evidence.saveOut'
> = {
  'evidence.addFile': async ({ file, fields, evenIfKept }, context) => {
    const { fileName, bytes } = await readWhole(file, context);
    const [kept] = evenIfKept ? [] : itemsWithContent(context.rows, sha256Of(bytes));
    if (kept) return { id: kept.id, number: kept.number, added: false };
    return context.change(`Added the file ${fileName} as evidence`, (command) => {
      const { id, number } = addEvidence(command, fields, 'fields');
      command.rows.update('evidence', id, { attachmentId: keepAttachment(command, fileName, bytes).id });
      command.label(`Added the file ${fileName} as evidence ${number}`);
      return { id, number, added: true };
    });
  },

  'evidence.attach': async ({ id, file }, context) => {
    context.rows.get('evidence', id);
    const { fileName, bytes } = await readWhole(file, context);
    return context.change(`Attached ${fileName}`, (command) => {
      const evidence = command.rows.get('evidence', id);
      const attachment = keepAttachment(command, fileName, bytes);
      setFile(command, evidence, attachment.id);
      command.label(
        evidence.attachmentId === null
          ? `Attached ${fileName} to evidence ${evidence.number}`
          : `Replaced the file of evidence ${evidence.number} with ${fileName}`,
      );
      const others = itemsWithContent(command.rows, attachment.sha256).filter((other) => other.id !== id);
      return { attachmentId: attachment.id, alsoAt: others.map(({ number }) => number) };
    });
  },

  'evidence.setFile': ({ id, attachmentId }, context) => {
    const evidence = context.rows.get('evidence', id);
    if (attachmentId !== null) ensureOwn(context, evidence, attachmentId);
    setFile(context, evidence, attachmentId);
    const name = attachmentId === null ? null : context.rows.get('attachment', attachmentId).fileName;
    context.label(
      name === null
        ? `Took the file away from evidence ${evidence.number}`
        : `Made ${name} the file of evidence ${evidence.number} again`,
    );
    return {};
  },

  'evidence.saveOut': async ({ id, attachmentId }, context) => {
    const evidence = context.rows.get('evidence', id);
    const wanted = attachmentId ?? evidence.attachmentId;
    if (wanted === null) throw new Refusal('not-found', { place: 'attachment' });
    ensureOwn(context, evidence, wanted);
    const { sha256, fileName } = context.rows.get('attachment', wanted);
    return { file: context.fileTokens.holdBytes(fileName, contentOf(context.rows.database, sha256)), fileName };
  },
};

async function readWhole(file: ParsedInput<'evidence.attach'>['file'], { fileTokens, signal }: JobContext) {
  const { fileName, bytes } = await fileTokens.read(file, fileLimits.attachmentBytes);
  if (bytes.byteLength === 0) throw new Refusal('file-empty', { fileName });
  signal.throwIfAborted();
  return { fileName, bytes };
}

/** The file stands at the item or stood there before: the bytes of another item are not to be had by guessing ids. */
function ensureOwn({ rows }: Pick<JobContext, 'rows'>, evidence: Evidence, attachmentId: string): void {
  if (evidence.attachmentId === attachmentId) return;
  if (rows.all('earlierFile', { evidenceId: evidence.id, attachmentId }).length === 0)
    throw new Refusal('not-found', { place: 'attachment' });
}
