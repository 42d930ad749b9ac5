import { isAllowedHref } from '#shared/model/richText.ts';
import type { MessageDialog, Shell } from './electronApi.ts';

/** Of an address in a question: longer ones say no more about where they lead. */
const shownCharacters = 300;

/**
 * Opens an address in the browser or the mail program of the system, after asking: what stands in a workspace may have
 * come from somebody else. Only web and mail addresses are ever asked about, and one at a time.
 */
export function createOpenOutside(dialog: MessageDialog, shell: Shell): (address: string) => Promise<boolean> {
  let asking = false;
  return async (address) => {
    if (asking || !isAllowedHref(address)) return false;
    // As it is sent and not as it was written: letters that only look like others, and writing from the right, show.
    const { href, protocol } = new URL(address);
    asking = true;
    try {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        message:
          protocol === 'mailto:' ? 'Write to this address in the mail program?' : 'Open this address in the browser?',
        detail: href.length > shownCharacters ? `${href.slice(0, shownCharacters)}…` : href,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response !== 0) return false;
      await shell.openExternal(href);
      return true;
    } catch {
      // The system has no program for it, and says so itself.
      return false;
    } finally {
      asking = false;
    }
  };
}
