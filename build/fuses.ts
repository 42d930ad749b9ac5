import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * What Electron's program can do beyond running this application, by the place of each fuse in it. Whatever lets
 * somebody run other code under our name is off; a fuse that is not listed here stops the packaging.
 */
export const wantedFuses: Readonly<Record<number, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/**
 * Fuses of newer programs that only say how code is run, and stay as Electron ships them. Eight: WebAssembly traps
 * memory faults by signal handlers.
 */
const leftAsShipped: ReadonlySet<number> = new Set([8]);

/** How a fuse is written in the program. */
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

/**
 * Sets every fuse of the program and reads them back. Throws where one is not as wanted, is unknown or is missing.
 * @param signsAnew on Apple silicon nothing starts whose signature does not fit any more, be it one by nobody.
 */
export async function setFuses(program: string, signsAnew = false): Promise<void> {
  await flipFuses(program, { version: FuseVersion.V1, ...wantedFuses, resetAdHocDarwinSignature: signsAnew });
  const wrong = await fusesNotAsWanted(program);
  if (wrong.length > 0) throw new Error(`Fuses of ${program} are not as wanted: ${wrong.join(', ')}.`);
}

/** The places of the fuses that are not as wanted; of those in the program, and of those wanted. */
export async function fusesNotAsWanted(program: string): Promise<readonly number[]> {
  const { version, ...wire } = await getCurrentFuseWire(program);
  if (version !== FuseVersion.V1)
    throw new Error(`The fuses of ${program} are of version ${version}, which is not known.`);
  const states = new Map(Object.entries(wire).map(([place, state]) => [Number(place), Number(state)]));
  const places = new Set([...states.keys(), ...Object.keys(wantedFuses).map(Number)]);
  return [...places].filter((place) => {
    if (leftAsShipped.has(place)) return false;
    const wanted = wantedFuses[place];
    return wanted === undefined || states.get(place) !== (wanted ? on : off);
  });
}
