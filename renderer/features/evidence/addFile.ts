import type { Result } from '#shared/result.ts';
import { ask, run, showError } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';
import { kindOfFile, numbersInWords, titleOfFile } from './evidenceWords.ts';

/** Endings that the dialog offers; what is taken in is kept byte for byte and never run. */
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

export interface Taken {
  readonly id: string;
  readonly number: number;
  /** False where the same bytes were evidence already; then this is that item. */
  readonly added: boolean;
}

/** Makes an item of evidence of a file that the host holds, in one step; null when it could not be taken in. */
export async function addFile(file: HeldFileName, datedOn: string | null, evenIfKept = false): Promise<Taken | null> {
  const fields = { kind: kindOfFile(file.fileName), title: titleOfFile(file.fileName), datedOn };
  const result = await ask('evidence.addFile', { file: file.token, fields, evenIfKept });
  if (result.ok) return result.value;
  showError(result.error);
  return null;
}

/** Says that a file was evidence already, with the way to keep it as an item of its own all the same. */
export function sayKept(
  file: HeldFileName,
  datedOn: string | null,
  number: number,
  onAdded: (id: string) => void,
): void {
  const anyway = async (): Promise<void> => {
    const taken = await addFile(file, datedOn, true);
    if (taken) onAdded(taken.id);
  };
  notify({
    kind: 'done',
    message: `${file.fileName} is kept already, as evidence ${number}. One item may serve many actions and answers, so nothing was added.`,
    action: { label: 'Add it all the same', run: () => void anyway() },
  });
}

/** Takes a file into the workspace and puts it to an item; what stood there before joins its earlier files. */
export async function attach(id: string, file: HeldFileName): Promise<Result<unknown>> {
  const result = await ask('evidence.attach', { id, file: file.token });
  if (!result.ok) showError(result.error);
  else if (result.value.alsoAt.length > 0) {
    const where = numbersInWords(result.value.alsoAt);
    notify({ kind: 'done', message: `The same file stands at evidence ${where} as well. Its bytes are kept once.` });
  }
  return result;
}

/** Puts an earlier file in the place of the one that stands there, or only takes that one away. */
export const setFile = (id: string, attachmentId: string | null): Promise<Result<unknown>> =>
  run('evidence.setFile', { id, attachmentId });

/** A copy of the attached file, or of an earlier one, to where the person wants it. */
export async function saveOut(id: string, attachmentId?: string): Promise<void> {
  const held = await ask('evidence.saveOut', { id, ...(attachmentId === undefined ? {} : { attachmentId }) });
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
