/** How the window is made: the page in a sandbox, with the five functions of the preload script and nothing else. */
export const windowOptions = (preload: string, platform: NodeJS.Platform) =>
  ({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    // Shown when the first screen is there, so that nobody looks at an empty one.
    show: false,
    title: 'Technician Commitment Planner',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // Elsewhere Electron fetches dictionaries over the network, and nothing here reaches it.
      spellcheck: platform === 'darwin',
    },
  }) as const;
