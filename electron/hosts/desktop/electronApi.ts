/**
 * The parts of Electron that this host uses, as it uses them. `main.ts` and `preload.ts` hand in the real ones, so the
 * compiler holds these against Electron's own types; tests hand in doubles of exactly this.
 */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}
export interface IpcEvent {
  /** Null once the frame has gone elsewhere. */
  readonly senderFrame: SenderFrame | null;
}
export interface IpcMain {
  handle(channel: string, listener: (event: IpcEvent, ...parameters: unknown[]) => Promise<unknown>): void;
}
export interface IpcRenderer {
  invoke(channel: string, ...parameters: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...parameters: unknown[]) => void): unknown;
  removeListener(channel: string, listener: (event: unknown, ...parameters: unknown[]) => void): unknown;
}
export interface WebUtils {
  getPathForFile(file: File): string;
}

export interface FileFilter {
  name: string;
  extensions: string[];
}
export interface Dialog {
  showOpenDialog(options: { title: string; filters: FileFilter[]; properties: 'openFile'[] }): Promise<{
    canceled: boolean;
    filePaths: string[];
  }>;
  showSaveDialog(options: { title: string; defaultPath: string; filters: FileFilter[] }): Promise<{
    canceled: boolean;
    filePath: string;
  }>;
}

export interface MessageDialog {
  showMessageBox(options: {
    type: 'question';
    message: string;
    detail: string;
    buttons: string[];
    defaultId: number;
    cancelId: number;
    noLink: boolean;
  }): Promise<{ response: number }>;
}
export interface LeavingDialog {
  showMessageBoxSync(options: {
    type: 'warning';
    message: string;
    detail: string;
    buttons: string[];
    defaultId: number;
    cancelId: number;
    noLink: boolean;
  }): number;
}
export interface LeavingContents {
  on(event: 'will-prevent-unload', listener: (event: Preventable) => void): unknown;
}
export interface Shell {
  openExternal(address: string): Promise<void>;
}

interface Preventable {
  preventDefault(): void;
}
interface Navigation extends Preventable {
  readonly url: string;
}
export interface WebContents {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (details: Navigation) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}
export interface Session {
  setPermissionRequestHandler(
    handler: (contents: { getURL(): string }, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string, origin: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
}
export interface Protocol {
  handle(
    scheme: string,
    handler: (request: { readonly url: string; readonly method: string }) => Promise<Response>,
  ): void;
}

export interface MenuItem {
  label?: string;
  role?:
    | 'appMenu'
    | 'close'
    | 'quit'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'pasteAndMatchStyle'
    | 'selectAll'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut'
    | 'togglefullscreen'
    | 'toggleDevTools'
    | 'minimize'
    | 'windowMenu';
  type?: 'separator';
  submenu?: MenuItem[];
}
