import type {
  Dialog,
  IpcEvent,
  IpcMain,
  IpcRenderer,
  SenderFrame,
  WebUtils,
} from '../../electron/hosts/desktop/electronApi.ts';

/** The page's own main frame. */
export const ourFrame: SenderFrame = { url: 'app://planner/', parent: null };

/**
 * Electron's two ends of ipc joined in memory: everything is cloned as Electron clones it, and an error arrives at
 * the page as an error of `invoke`.
 */
export function electronDouble() {
  const handlers = new Map<string, (event: IpcEvent, ...parameters: unknown[]) => Promise<unknown>>();
  const listeners = new Map<string, Set<(event: unknown, ...parameters: unknown[]) => void>>();
  let sender: SenderFrame | null = ourFrame;
  const ipcMain: IpcMain = {
    handle: (channel, listener) => {
      handlers.set(channel, listener);
    },
  };
  const ipcRenderer: IpcRenderer = {
    invoke: async (channel, ...parameters) => {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler({ senderFrame: sender }, ...structuredClone(parameters)));
    },
    on: (channel, listener) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener: (channel, listener) => listeners.get(channel)?.delete(listener),
  };
  return {
    ipcMain,
    ipcRenderer,
    channels: () => [...handlers.keys()],
    send: (channel: string, event: unknown) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, structuredClone(event));
    },
    /** From now on messages come from this frame. */
    sendFrom: (frame: SenderFrame | null) => {
      sender = frame;
    },
  };
}

/** A person who picks the same file and the same place every time; null is Cancel. */
export const dialogDouble = (pick: string | null, save: string | null): Dialog => ({
  showOpenDialog: async () => ({ canceled: pick === null, filePaths: pick === null ? [] : [pick] }),
  showSaveDialog: async () => ({ canceled: save === null, filePath: save ?? '' }),
});

/** Files on the disk say where they are; those in memory have no path. */
export const webUtilsDouble = (paths: Readonly<Record<string, string>> = {}): WebUtils => ({
  getPathForFile: (file) => paths[file.name] ?? '',
});
