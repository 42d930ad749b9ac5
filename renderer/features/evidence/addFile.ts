import type { Result } from '#shared/result.ts';
import { ask, run, showError } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { kindOfFile, titleOfFile } from './evidenceWords.ts';

/** Endings that the dialog offers; what is taken in is kept byte for byte and never opened. */
export const attachable: readonly string[] = [
  ...[
    '.pdf',
    '.docx',
    '.doc',
    '.odt',
    '.pptx',
    '.ppt',
    '.xlsx',
    '.xls',
    '.ods',
    '.csv',
    '.txt',
    '.html',
    '.eml',
    '.msg',
  ],
  ...['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.mp3', '.m4a', '.mp4', '.zip'],
];

/** Makes an item of evidence of a file that the host holds; the id of the item, or null when it could not be taken in. */
export async function addFile(file: HeldFileName, datedOn: string | null): Promise<string | null> {
  const fields = { kind: kindOfFile(file.fileName), title: titleOfFile(file.fileName), datedOn };
  const added = await run('evidence.add', { fields });
  if (!added.ok) {
    showError(added.error);
    return null;
  }
  const { id } = added.value;
  const attached = await attach(id, file);
  if (attached.ok) return id;
  // An item that was made for a file is nothing without it.
  await run('evidence.bin', { ids: [id] });
  return null;
}

/** Takes a file into the workspace and puts it to an item; what stood there before stays in History. */
export async function attach(id: string, file: HeldFileName): Promise<Result<unknown>> {
  const result = await ask('evidence.attach', { id, file: file.token });
  if (!result.ok) showError(result.error);
  return result;
}

/** A copy of the attached file, to where the person wants it. */
export async function saveOut(id: string): Promise<void> {
  const held = await ask('evidence.saveOut', { id });
  if (!held.ok) {
    showError(held.error);
    return;
  }
  const { file, fileName } = held.value;
  const saved = await host().platform.saveFile(file, fileName);
  if (!saved.ok) showError(saved.error);
  else if (saved.value.saved) notify({ kind: 'done', message: `A copy of ${fileName} was saved.` });
}

/**
 * The files of a paste that is meant for the screen: not one into a field that has words to give (a copied cell of a
 * workbook comes as text and as a picture of itself).
 */
export function pastedFiles(event: ClipboardEvent): readonly File[] {
  const data = event.clipboardData;
  if (!data || data.files.length === 0) return [];
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && data.types.includes('text/plain') ? [] : [...data.files];
}
