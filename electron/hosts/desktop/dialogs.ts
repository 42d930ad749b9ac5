import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import type { FilePurpose, HeldFileName, PickOptions } from '../../../renderer/platform/platform.ts';
import type { Core } from '../../core/core.ts';
import type { FileLayer } from '../../core/files/atomicWrite.ts';
import { saveDocument } from '../../core/files/saveDocument.ts';
import { holderName, lockPathOf } from '../../core/workspace/lock.ts';
import { fileEnding, isWorkspaceName } from '../../core/workspace/places.ts';
import type { Dialog } from './electronApi.ts';
import type { PrintPage } from './printPage.ts';

type FileTokens = Core['fileTokens'];

const titles: Readonly<Record<FilePurpose, string>> = {
  'open-workspace': 'Open a workspace',
  'import-plan': 'Choose a plan to read',
  attach: 'Attach a file',
  logo: 'Choose a logo',
  'house-style': 'Choose the house style',
  'official-form': 'Choose the blank form',
  questions: 'Choose a question set',
  verify: 'Choose the document to verify',
  'merge-copy': 'Choose the copy that came back',
};

/**
 * The system's dialogs; what was chosen becomes a token before it leaves.
 * A web page may be saved as a PDF as well: `print` makes it.
 * @param onAsked is called while the person looks for a file, so that what will read it can get ready.
 */
export function createDialogs(
  dialog: Dialog,
  fileTokens: FileTokens,
  onAsked: (purpose: FilePurpose) => void = () => undefined,
  files?: FileLayer,
  print?: PrintPage,
) {
  return {
    pick: async ({ accept, purpose }: PickOptions): Promise<HeldFileName | null> => {
      onAsked(purpose);
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: titles[purpose],
        filters: filtersFor(accept),
        properties: ['openFile'],
      });
      const path = filePaths[0];
      return canceled || path === undefined ? null : { token: fileTokens.holdPath(path), fileName: basename(path) };
    },

    /** Refuses as `saveDocument` does; the token stays, so that the finished file can be saved elsewhere. */
    save: async (token: string, fileName: string): Promise<{ readonly saved: boolean }> => {
      // Read first: a token that is not known should not ask where to save.
      const { bytes, fileName: held } = await fileTokens.read(token, Number.POSITIVE_INFINITY);
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Save as',
        defaultPath: basename(fileName),
        filters: [...filtersFor([extname(fileName)]), ...(print && isWebPage(fileName) ? [pdf] : [])],
      });
      if (canceled || filePath === '') return { saved: false };
      if (isWorkspaceName(held) && !isWorkspaceName(filePath)) return saveUnderEnding(filePath, bytes, files);
      if (isWorkspaceName(filePath) && isWorkspaceName(held)) {
        // A copy of a workspace may take the place of an earlier one, but not of one that somebody has open.
        if (existsSync(lockPathOf(filePath)))
          throw new Refusal('workspace-in-use', { fileName: basename(filePath), holder: holderName(filePath) });
      } else if (isWorkspaceName(filePath)) {
        const reason = 'A document cannot take the place of a workspace. Choose a name with another ending.';
        throw new Refusal('export-failed', { fileName: basename(filePath), reason });
      }
      const printed = print && isWebPage(fileName) && extname(filePath).toLowerCase() === '.pdf';
      saveDocument(filePath, printed ? await print(bytes) : bytes, files);
      return { saved: true };
    },
  };
}
export type Dialogs = ReturnType<typeof createDialogs>;

/** Under the ending of a workspace, which was left out; nobody has agreed to what would be replaced by that. */
function saveUnderEnding(chosen: string, bytes: Uint8Array, files: FileLayer | undefined): { readonly saved: boolean } {
  const path = chosen + fileEnding;
  if (existsSync(path)) {
    const reason = 'A workspace of that name is there already. Choose another name.';
    throw new Refusal('export-failed', { fileName: basename(path), reason });
  }
  saveDocument(path, bytes, files);
  return { saved: true };
}

const pdf = { name: 'PDF', extensions: ['pdf'] };
const isWebPage = (fileName: string): boolean => extname(fileName).toLowerCase() === '.html';

function filtersFor(accept: readonly string[]) {
  const extensions = accept
    .map((ending) => ending.replace(/^\./, ''))
    .filter((ending) => /^[A-Za-z0-9]+$/.test(ending));
  return extensions.length === 0 ? [] : [{ name: extensions.map((ending) => `.${ending}`).join(', '), extensions }];
}
