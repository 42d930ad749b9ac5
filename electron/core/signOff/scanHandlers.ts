import { Refusal } from '#shared/errors.ts';
import { fileLimits } from '#shared/limits.ts';
import { keepAttachment } from '../evidence/repository.ts';
import { contentOf } from '../files/contents.ts';
import type { Handlers } from '../services.ts';
import { signOffWords } from './rules.ts';

/** The signed page as it was scanned: it can join the record at any time, for it changes nothing that was signed. */
export const scanHandlers: Pick<Handlers, 'signOff.attachScan' | 'signOff.removeScan' | 'signOff.saveScan'> = {
  'signOff.attachScan': async ({ id, file }, context) => {
    const { step } = context.rows.get('signOff', id);
    const { fileName, bytes } = await context.fileTokens.read(file, fileLimits.attachmentBytes);
    if (bytes.byteLength === 0) throw new Refusal('file-empty', { fileName });
    context.signal.throwIfAborted();
    return context.change(`Attached ${fileName} to ${signOffWords[step]}`, (command) => {
      command.rows.get('signOff', id);
      command.rows.update('signOff', id, { scanId: keepAttachment(command, fileName, bytes).id });
      return {};
    });
  },

  'signOff.removeScan': ({ id }, { rows, label }) => {
    const { step } = rows.get('signOff', id);
    rows.update('signOff', id, { scanId: null });
    label(`Took the scan away from ${signOffWords[step]}`);
    return {};
  },

  'signOff.saveScan': async ({ id }, { rows, fileTokens }) => {
    const { scanId } = rows.get('signOff', id);
    if (scanId === null) throw new Refusal('not-found', { place: 'attachment' });
    const { sha256, fileName } = rows.get('attachment', scanId);
    return { file: fileTokens.holdBytes(fileName, contentOf(rows.database, sha256)), fileName };
  },
};
