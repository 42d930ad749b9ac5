import { isOurs } from './address.ts';
import type { Session, WebContents } from './electronApi.ts';

/** The page may put text on the clipboard (copy from the grid); no other right is ever given. */
const granted = 'clipboard-sanitized-write';

/** No permissions, no devices, and not one request to anything but the page's own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(permission === granted && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === granted && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocal(url) }));
}

/** A page in memory (blob, data) and the developer's tools are on this machine too. */
const isLocal = (url: string): boolean => isOurs(url) || /^(blob|data|devtools|chrome-extension):/.test(url);

/**
 * Keeps every window on our page: nowhere else, no second one, nothing embedded. What would have been a second one goes
 * to `openOutside`.
 */
export function guardContents(contents: WebContents, openOutside: (address: string) => unknown): void {
  const stay = (details: { readonly url: string; preventDefault(): void }): void => {
    if (!isOurs(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
