/** The page's own address. A scheme of ours, so that the page has an origin and no rights over files. */
export const scheme = 'app';
const pageOrigin = `${scheme}://planner`;
export const pageAddress = `${pageOrigin}/`;

/** `URL.origin` is "null" for schemes that the platform does not know, so the parts are compared. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === pageOrigin;
  } catch {
    // Not an address at all, so not ours.
    return false;
  }
}
