import type { LeavingContents, LeavingDialog } from './electronApi.ts';

/**
 * A page that asks to stay (a workspace that could not be saved back) is closed only when the person says so: without
 * this the window would stay open without a word.
 */
export function askBeforeLeaving(contents: LeavingContents, dialog: LeavingDialog): void {
  contents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync({
      type: 'warning',
      message: 'The workspace could not be saved back in its folder.',
      detail:
        'Nothing is lost: every change is in the copy on this computer, and the next time that the workspace is opened here it goes on from there. Until then, others do not see the changes.',
      buttons: ['Go on working', 'Close all the same'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing what prevents the closing.
    if (answer === 1) event.preventDefault();
  });
}
