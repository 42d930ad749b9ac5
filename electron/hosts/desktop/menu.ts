import type { MenuItem } from './electronApi.ts';

/**
 * The menu has what a person expects of the system: clipboard, size, window. Undo and redo are not in it, because
 * they belong to the page: what they take back is a step of the workspace, not a key press.
 */
export function menuTemplate(platform: NodeJS.Platform, isPackaged: boolean): MenuItem[] {
  const edit: MenuItem[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
  ];
  const view: MenuItem[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [{ role: platform === 'darwin' ? 'close' : 'quit' }] },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ];
}
