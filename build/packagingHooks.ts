import { join } from 'node:path';
import { type AfterPackContext, Arch } from 'electron-builder';
import { setFuses } from './fuses.ts';

/** Everything is in the bundles but one native module, which the list of files names: no modules are to be gathered. */
export const beforeBuild = async (): Promise<boolean> => false;

/** The last thing before the package is signed: after it, the system notices when a fuse is turned back. */
export async function afterPack({ appOutDir, arch, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const { productFilename } = packager.appInfo;
  const programs: Readonly<Record<string, string>> = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.config.linux?.executableName ?? productFilename,
  };
  const program = programs[electronPlatformName];
  if (!program) throw new Error(`Where the program lies is not known for ${electronPlatformName}.`);
  // Where there is a certificate, electron-builder signs over this afterwards.
  const signsAnew = process.platform === 'darwin' && electronPlatformName === 'darwin' && arch === Arch.arm64;
  await setFuses(join(appOutDir, program), signsAnew);
}
