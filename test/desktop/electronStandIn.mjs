/**
 * Stands in for Electron so that the built main process can be run by Node: it starts, registers its handlers, and
 * then answers the calls that the parent process sends as messages. No window is made by it; what the application asks
 * of Electron is noted, and the parent process can ask for it.
 */
import { registerHooks } from 'node:module';

const handlers = new Map();
const listeners = new Map();
const noted = { privileges: [], windows: [], addresses: [], opened: [], sandboxed: false, paths: {} };
const session = {};
let pageHandler = null;
const contents = {
  on: (event, listener) => contentsListeners.set(event, listener),
  setWindowOpenHandler: (handler) => {
    contentsListeners.set('open', handler);
  },
};
const contentsListeners = new Map();
globalThis.electronStandIn = {
  app: {
    isPackaged: true,
    setPath: (name, path) => {
      noted.paths[name] = path;
    },
    enableSandbox: () => {
      noted.sandboxed = true;
    },
    requestSingleInstanceLock: () => true,
    getVersion: () => '0.0.0-built',
    isReady: () => true,
    quit: () => undefined,
    whenReady: async () => undefined,
    on: (event, listener) => listeners.set(event, listener),
  },
  BrowserWindow: class {
    static getAllWindows = () => [];
    constructor(options) {
      noted.windows.push(structuredClone(options));
    }
    once = () => undefined;
    loadURL = async (address) => {
      noted.addresses.push(address);
      process.send({ ready: [...handlers.keys()] });
    };
  },
  // A person who says yes to everything.
  dialog: { showMessageBox: async () => ({ response: 0 }) },
  shell: {
    openExternal: async (address) => {
      noted.opened.push(address);
    },
  },
  ipcMain: { handle: (channel, listener) => handlers.set(channel, listener) },
  Menu: { setApplicationMenu: () => undefined, buildFromTemplate: () => ({}) },
  protocol: {
    registerSchemesAsPrivileged: (schemes) => noted.privileges.push(...schemes),
    handle: (scheme, handler) => {
      noted.scheme = scheme;
      pageHandler = handler;
    },
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler) => {
        session.request = handler;
      },
      setPermissionCheckHandler: (handler) => {
        session.check = handler;
      },
      setDevicePermissionHandler: (handler) => {
        session.device = handler;
      },
      webRequest: {
        onBeforeRequest: (handler) => {
          session.web = handler;
        },
      },
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

/** What the parent process may ask: as Electron would ask the application. */
const answers = {
  noted: () => noted,
  page: async (url, method = 'GET') => {
    const answer = await pageHandler({ url, method });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  },
  permission: (permission, url) => {
    let requested = null;
    session.request({ getURL: () => url }, permission, (given) => {
      requested = given;
    });
    return { requested, checked: session.check(null, permission, url), device: session.device() };
  },
  request: (url) => {
    let cancelled = null;
    session.web({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  },
  navigation: (event, url) => {
    listeners.get('web-contents-created')({}, contents);
    let prevented = false;
    const details = {
      url,
      preventDefault: () => {
        prevented = true;
      },
    };
    if (event === 'open') return contentsListeners.get('open')(details);
    contentsListeners.get(event)(details);
    return prevented;
  },
  from: async (frame, channel, ...parameters) => {
    try {
      return await handlers.get(channel)({ senderFrame: frame }, ...parameters);
    } catch (cause) {
      return { thrown: cause.message };
    }
  },
};

process.on('message', async ({ id, channel, ask, parameters }) => {
  if (channel === 'quit') {
    listeners.get('will-quit')?.();
    process.exit(0);
  }
  if (ask) {
    process.send({ id, answer: await answers[ask](...parameters) });
    return;
  }
  const event = { senderFrame: { url: 'app://planner/', parent: null } };
  process.send({ id, answer: await handlers.get(channel)(event, ...parameters) });
});
