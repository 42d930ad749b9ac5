import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { createCore } from '../../core/core.ts';
import { prepareToPreview } from '../../core/import/previewFile.ts';
import { createPorts, dataFolderOf } from '../ports.ts';
import { pageAddress } from './address.ts';
import { createDialogs } from './dialogs.ts';
import { guardContents, guardSession } from './guards.ts';
import { registerIpc } from './ipc.ts';
import { askBeforeLeaving } from './leaving.ts';
import { menuTemplate } from './menu.ts';
import { workspaceIn } from './openingFile.ts';
import { createOpenOutside } from './openOutside.ts';
import { createPagePrinter, printWindowOptions } from './printPage.ts';
import { schemePrivileges, servePage } from './protocol.ts';
import { windowOptions } from './window.ts';

/** The build puts everything side by side: this file, the page, the worker, migrations and resources. */
const built = import.meta.dirname;
const dataFolder = dataFolderOf(process.platform, process.env, homedir());
// Electron's own files beside ours, and not in the roaming folder that is its custom on Windows.
app.setPath('userData', join(dataFolder, 'window'));
protocol.registerSchemesAsPrivileged(schemePrivileges);
app.enableSandbox();

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  // A thread cannot be started from inside the archive, so the packaged worker lies beside it.
  const importWorkerUrl = pathToFileURL(
    join(built.replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`), 'importWorker.js'),
  );
  const core = createCore(
    createPorts({
      host: 'desktop',
      resourcesFolder: join(built, 'resources'),
      appVersion: app.getVersion(),
      dataFolder,
      importWorkerUrl,
    }),
  );
  const openWorkspace = async (path: string): Promise<void> => {
    // A file that cannot be opened is explained on the Start page, from what the core remembers of it.
    await core.dispatch('workspace.open', { file: core.fileTokens.holdPath(path) });
  };
  const makeWindow = (): void => {
    const window = new BrowserWindow(windowOptions(join(built, 'preload.cjs'), process.platform));
    window.once('ready-to-show', () => window.show());
    void window.loadURL(pageAddress);
  };
  const showWindow = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    if (window) window.focus();
    else makeWindow();
  };

  const words = process.argv.slice(app.isPackaged ? 1 : 2);
  let first = workspaceIn(words, process.cwd());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) void openWorkspace(path).then(showWindow);
    else first = path;
  });
  app.on('second-instance', (_event, secondWords, workingFolder) => {
    const path = workspaceIn(secondWords.slice(1), workingFolder);
    showWindow();
    if (path) void openWorkspace(path);
  });
  const openOutside = createOpenOutside(dialog, shell);
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, openOutside);
    askBeforeLeaving(contents, dialog);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', showWindow);
  // After the last window, so that what it saved while closing has arrived.
  app.on('will-quit', () => core.close());

  void app.whenReady().then(async () => {
    guardSession(session.defaultSession);
    servePage(protocol, join(built, 'renderer'));
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
    registerIpc({
      ipcMain,
      core,
      dialogs: createDialogs(
        dialog,
        core.fileTokens,
        (purpose) => {
          if (purpose === 'import-plan') prepareToPreview(importWorkerUrl);
        },
        undefined,
        createPagePrinter(() => new BrowserWindow(printWindowOptions)),
      ),
      send: (channel, event) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, event);
      },
    });
    if (first) await openWorkspace(first);
    else if (words.includes('--sample')) await core.dispatch('workspace.openSample', {});
    showWindow();
  });
}
