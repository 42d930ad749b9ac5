/**
 * Stands in for Electron so that the built main process can be run by Node: it starts, registers its handlers, and
 * then answers the calls that the parent process sends as messages. No window is made by it.
 */
import { registerHooks } from 'node:module';

const handlers = new Map();
const listeners = new Map();
globalThis.electronStandIn = {
  app: {
    isPackaged: true,
    setPath: () => undefined,
    enableSandbox: () => undefined,
    requestSingleInstanceLock: () => true,
    getVersion: () => '0.0.0-built',
    isReady: () => true,
    quit: () => undefined,
    whenReady: async () => undefined,
    on: (event, listener) => listeners.set(event, listener),
  },
  BrowserWindow: class {
    static getAllWindows = () => [];
    once = () => undefined;
    loadURL = async () => process.send({ ready: [...handlers.keys()] });
  },
  dialog: {},
  ipcMain: { handle: (channel, listener) => handlers.set(channel, listener) },
  Menu: { setApplicationMenu: () => undefined, buildFromTemplate: () => ({}) },
  protocol: { registerSchemesAsPrivileged: () => undefined, handle: () => undefined },
  session: {
    defaultSession: {
      setPermissionRequestHandler: () => undefined,
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      webRequest: { onBeforeRequest: () => undefined },
    },
  },
};
const source = `const electron = globalThis.electronStandIn;
export const { ${Object.keys(globalThis.electronStandIn).join(', ')} } = electron;`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(specifier, context),
});

process.on('message', async ({ id, channel, parameters }) => {
  if (channel === 'quit') {
    listeners.get('will-quit')?.();
    process.exit(0);
  }
  const event = { senderFrame: { url: 'app://planner/', parent: null } };
  process.send({ id, answer: await handlers.get(channel)(event, ...parameters) });
});
