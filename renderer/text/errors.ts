import type { AppError, ErrorCode } from '#shared/errors.ts';
import { fileErrorTexts } from './fileErrors.ts';

/** Where a person meets the error: beside the field they are in, in a dialog about a file, or as a notice. */
export type ErrorPlace = 'field' | 'dialog' | 'notice';

export interface ErrorText {
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

interface Entry {
  readonly place: ErrorPlace;
  readonly text: (detail: AppError['detail']) => ErrorText;
}

const file = (detail: AppError['detail']): string => (detail.fileName ? `“${detail.fileName}”` : 'The file');
const say = (message: string, remedy: string): ErrorText => ({ message, remedy });

/** Every code has its sentence and its way out, or this does not compile. */
const entries: Readonly<Record<ErrorCode, Entry>> = {
  'channel-unknown': {
    place: 'notice',
    text: () =>
      say(
        'This part of the application did not answer.',
        'Close it and open it again; nothing that was saved is lost.',
      ),
  },
  'input-invalid': {
    place: 'field',
    text: ({ reason }) =>
      say(
        reason ? `This cannot be kept as it is: ${reason}.` : 'This cannot be kept as it is.',
        'Change it and try again.',
      ),
  },
  'not-found': {
    place: 'notice',
    text: () => say('That is no longer here: it was removed or undone.', 'Undo, or look in History, to bring it back.'),
  },
  conflict: {
    place: 'notice',
    text: () => say('This was changed somewhere else in the meantime.', 'Look at it again, then repeat the change.'),
  },
  'refused-by-rule': {
    place: 'field',
    text: ({ reason }) => say(reason ?? 'That does not fit with what is there.', ''),
  },
  internal: {
    place: 'notice',
    text: () =>
      say(
        'Something went wrong and nothing was changed.',
        'Try again; if it happens again, close the application and open it anew.',
      ),
  },
  'screen-failed': {
    place: 'dialog',
    text: () =>
      say(
        'This page could not be shown.',
        'What was saved is safe. Choose another page from the contents, or reload the window.',
      ),
  },
  cancelled: { place: 'notice', text: () => say('Stopped. Nothing was changed.', '') },
  'workspace-not-open': {
    place: 'notice',
    text: () => say('No workspace is open.', 'Open one from the Start screen.'),
  },
  'workspace-missing': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is not where it was.`,
        'It may have been moved or renamed. Open it from its new place, or restore a backup.',
      ),
  },
  'workspace-in-use': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is open ${detail.holder ? `by ${detail.holder}` : 'somewhere else'}.`,
        'Close it there, then try again. Only one person can write in it at a time.',
      ),
  },
  'workspace-not-ours': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is not a workspace of this application.`,
        'Choose a file that ends in .tcplan. To bring in a plan from Excel or Word, open a workspace first.',
      ),
  },
  'workspace-empty-file': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is empty: it holds nothing at all.`,
        'A copy or synchronisation may have been cut short. Restore a backup, or copy the file again.',
      ),
  },
  'workspace-newer': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was made by a newer version of this application.`,
        'Update the application to open it. The file has not been touched.',
      ),
  },
  'workspace-damaged': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is damaged and was not opened.`,
        'A copy of it is kept. Restore the newest verified backup from the list.',
      ),
  },
  'workspace-read-only': {
    place: 'notice',
    text: ({ reason }) =>
      reason
        ? say(reason, 'Leave it to go on in the workspace, or go back to it to go on from it.')
        : say(
            'This workspace can be read but not changed here.',
            'Copy the file to a folder where changes are allowed and open that copy.',
          ),
  },
  'workspace-exists': {
    place: 'dialog',
    text: (detail) => say(`${file(detail)} exists already and was left as it is.`, 'Open it, or choose another name.'),
  },
  'workspace-migration-failed': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} could not be brought up to this version.`,
        'The file is unchanged. Restore a backup, or open it with the version that made it.',
      ),
  },
  'workspace-replaced': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was moved, replaced or deleted by another program while it was open, so this was not saved.`,
        detail.place
          ? `Everything saved before is kept as “${detail.place}” among your workspaces. Close this one and open that.`
          : 'Put the file back where it was, or close this workspace and open the file from its new place.',
      ),
  },
  'disk-full': {
    place: 'notice',
    text: () => say('The disk is full, so this was not saved.', 'Make room, then choose Retry.'),
  },
  'disk-refused': {
    place: 'notice',
    text: () =>
      say(
        'The disk did not take this, so it was not saved.',
        'It may be full for you, taken out or failing. Make room or connect it again, then choose Retry.',
      ),
  },
  'copy-damaged': {
    place: 'dialog',
    text: (detail) =>
      say(`${file(detail)} is damaged, so nothing of it was taken.`, 'Ask for it again, or for a backup of it.'),
  },
  'copy-is-this-workspace': {
    place: 'dialog',
    text: (detail) =>
      say(`${file(detail)} is the workspace that is open.`, 'Choose the copy that came back from somebody else.'),
  },
  'copy-not-handed-over': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was not handed over from a workspace: it is one of its own, or was copied by hand.`,
        'Only what was made by “Hand over a copy” knows what both began with. Open the file by itself to look at it.',
      ),
  },
  'copy-of-another': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was handed over from another workspace${detail.holder ? `, by ${detail.holder}` : ''}.`,
        'Open the workspace that it came from and merge it there.',
      ),
  },
  'backup-missing': {
    place: 'dialog',
    text: () => say('That backup is no longer there.', 'Choose another one from the list.'),
  },
  'backup-damaged': {
    place: 'dialog',
    text: () => say('That backup is damaged and was not used.', 'Choose another one from the list.'),
  },
  'nothing-to-undo': {
    place: 'notice',
    text: () => say('There is nothing to undo.', 'The workspace is as it was made, and that itself is not undone.'),
  },
  'nothing-to-redo': { place: 'notice', text: () => say('There is nothing to redo.', '') },
  'undo-conflict': {
    place: 'notice',
    text: ({ edited = [] }) =>
      say(
        edited.length === 0
          ? 'This cannot be taken back by itself, because something it changed has been edited since.'
          : `This cannot be taken back by itself, because of what was edited since. ${edited.join('; ')}.`,
        'Undo the later changes first, or choose which values to keep.',
      ),
  },
  'file-token-unknown': { place: 'notice', text: () => say('That file is no longer at hand.', 'Choose it again.') },
  'file-unreadable': {
    place: 'dialog',
    text: (detail) =>
      detail.kind === 'folder'
        ? fileErrorTexts['file-type-unsupported'](detail)
        : say(
            `${file(detail)} could not be read.`,
            'It may be open in another program or its folder may be out of reach. Close it there, or copy it to this computer, and choose it again.',
          ),
  },
  'file-empty': { place: 'dialog', text: fileErrorTexts['file-empty'] },
  'file-not-a-plan': { place: 'dialog', text: fileErrorTexts['file-not-a-plan'] },
  'file-encrypted': { place: 'dialog', text: fileErrorTexts['file-encrypted'] },
  'file-damaged': { place: 'dialog', text: fileErrorTexts['file-damaged'] },
  'file-too-large': { place: 'dialog', text: fileErrorTexts['file-too-large'] },
  'file-type-unsupported': { place: 'dialog', text: fileErrorTexts['file-type-unsupported'] },
  'question-set-refused': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is not a question set that can be used. ${detail.reason ?? ''}`.trim(),
        'Mend it in the program that wrote it, or begin a copy of a form that comes with the application.',
      ),
  },
  'import-timed-out': { place: 'dialog', text: fileErrorTexts['import-timed-out'] },
  'import-preview-expired': {
    place: 'dialog',
    text: (detail) =>
      say(detail.reason ?? 'The preview is out of date.', 'Choose the file again to see what it would change now.'),
  },
  'form-not-word': { place: 'dialog', text: fileErrorTexts['form-not-word'] },
  'form-has-macros': { place: 'dialog', text: fileErrorTexts['form-has-macros'] },
  'form-no-prompts': { place: 'dialog', text: fileErrorTexts['form-no-prompts'] },
  'style-not-word': { place: 'dialog', text: fileErrorTexts['style-not-word'] },
  'style-has-macros': { place: 'dialog', text: fileErrorTexts['style-has-macros'] },
  'style-has-none': { place: 'dialog', text: fileErrorTexts['style-has-none'] },
  'export-failed': {
    place: 'dialog',
    text: (detail) => say(detail.reason ?? 'The document could not be made.', 'Nothing was written. Try again.'),
  },
  'export-not-here': {
    place: 'dialog',
    text: () =>
      say(
        'This kind of document cannot be made here.',
        'Use the desktop application, or print the page from the browser.',
      ),
  },
  'file-name-refused': {
    place: 'field',
    text: () =>
      say(
        'Windows does not accept that name for a file.',
        'Leave out \\ / : * ? " < > |, a dot at the end and names such as CON, and keep it short.',
      ),
  },
  'save-disk-full': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was not saved, because the disk is full.`,
        'Make room there, or choose Save again and another disk: the finished document is kept until then.',
      ),
  },
  'save-not-allowed': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was not saved, because nothing may be written in that folder.`,
        'Choose Save again and another folder, such as Documents: the finished document is kept until then.',
      ),
  },
  'save-folder-missing': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} was not saved, because its folder is out of reach.`,
        'Connect the drive or the network again, or choose Save again and another folder: the finished document is kept until then.',
      ),
  },
  'file-in-use': {
    place: 'dialog',
    text: (detail) =>
      say(
        `${file(detail)} is open in another program.`,
        'Close it there and choose Save again: the finished document is kept until then.',
      ),
  },
  'signed-off': {
    place: 'notice',
    text: ({ reason }) => say(reason ?? 'This was signed, so it stays as it is until an amendment is started.', ''),
  },
  'host-unreachable': {
    place: 'notice',
    text: () =>
      say('The application has stopped answering.', 'What was saved is safe. Start it again, then choose Retry.'),
  },
};

export const errorText = ({ code, detail }: AppError): ErrorText => entries[code].text(detail);
export const placeOfError = (code: ErrorCode): ErrorPlace => entries[code].place;
