import type { AppEvent } from '#shared/contract/workspace.ts';
import type { PlannerBridge } from '../../../renderer/platform/desktop.ts';
import type { IpcRenderer, WebUtils } from './electronApi.ts';
import { ipcChannels } from './ipcChannels.ts';

/** What the page gets: five functions over named messages. It never sees ipcRenderer, nor a path. */
export function createBridge(ipcRenderer: IpcRenderer, webUtils: WebUtils): PlannerBridge {
  const invoke = (channel: string, ...parameters: unknown[]) => ipcRenderer.invoke(channel, ...parameters) as never;
  return {
    call: (channel, input, screen) => invoke(ipcChannels.call, channel, input, screen),
    events: (listener) => {
      const hear = (_event: unknown, event: unknown) => listener(event as AppEvent);
      ipcRenderer.on(ipcChannels.event, hear);
      return () => {
        ipcRenderer.removeListener(ipcChannels.event, hear);
      };
    },
    pickFile: (options) => invoke(ipcChannels.pickFile, options),
    takeFile: async (file) => {
      // A dropped file has a place on the disk; a pasted picture has none and goes over as bytes.
      const path = webUtils.getPathForFile(file);
      return path === ''
        ? invoke(ipcChannels.takeBytes, file.name, new Uint8Array(await file.arrayBuffer()))
        : invoke(ipcChannels.takePath, path);
    },
    saveFile: (token, fileName) => invoke(ipcChannels.saveFile, token, fileName),
  };
}
