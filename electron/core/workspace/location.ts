import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { mountedAt } from './mounts.ts';

/** Where a file lives, as far as its path and its folder tell. */
export interface FileLocation {
  readonly kind: 'local' | 'network' | 'synced';
  /** The service or the kind of folder, for a person to recognise: it stands after “in”. */
  readonly where: string;
}

/** What is asked of the computer, so that a test can tell of another one. None of it throws but `realPath`. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The folder without links and mapped drives; throws where it cannot be looked at. */
  readonly realPath: (folder: string) => string;
  readonly exists: (path: string) => boolean;
  /** Null where there is no such file. */
  readonly read: (path: string) => string | null;
  /** The number of the file system on Linux; null elsewhere. */
  readonly fileSystem: (folder: string) => number | null;
}

const thisComputer: FileLocation = { kind: 'local', where: 'this computer' };
const network = (where: string): FileLocation => ({ kind: 'network', where });
const synced = (where: string): FileLocation => ({ kind: 'synced', where });

const networks: readonly (readonly [RegExp, string])[] = [
  [/^[\\/]{2}(?![.?][\\/])/u, 'a network folder'],
  [/^[\\/]{2}[?.][\\/]UNC[\\/]/iu, 'a network folder'],
  [/\/gvfs\//u, 'a network folder'],
  [/^\/(?:mnt|net|Network|Volumes)\//u, 'a mounted folder'],
  [/^\/(?:media|run\/media)\//u, 'a folder on a removable disk'],
];

const services: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive(?:$| - |-)/iu, 'OneDrive'],
  [/^SharePoint(?:$| - )/iu, 'SharePoint'],
  [/^Dropbox(?:$| \()/iu, 'Dropbox'],
  [/^(?:Google Drive|GoogleDrive|My Drive|Shared drives)(?:$|-)/iu, 'Google Drive'],
  [/^(?:iCloud Drive|iCloudDrive|com~apple~CloudDocs)$/iu, 'iCloud Drive'],
  [/^Box(?: Sync)?$/iu, 'Box'],
  [/^Nextcloud\d*$/iu, 'Nextcloud'],
  [/^ownCloud\d*$/iu, 'ownCloud'],
];

/** What synchronisation programs leave in the folder that they keep, whatever a person has called it. */
const marks: readonly (readonly [string, string])[] = [
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.stfolder', 'a folder that Syncthing keeps'],
];

/**
 * Recognises network and synchronised folders by their names, on every system: there, file locks may not hold, and
 * another computer may have the same file open. `local` means only that nothing speaks against it.
 */
export function locationOf(path: string): FileLocation {
  const parts = path.split(/[\\/]/u);
  for (const part of parts) {
    const service = services.find(([name]) => name.test(part));
    if (service) return synced(service[1]);
  }
  // On a Mac, services of all makes have their folders here, each under its own name.
  const cloud = parts.indexOf('CloudStorage');
  if (cloud > 0 && parts[cloud - 1] === 'Library') return synced(parts[cloud + 1]?.split('-')[0] || 'a cloud folder');
  const found = networks.find(([pattern]) => pattern.test(path));
  return found ? network(found[1]) : thisComputer;
}

/**
 * Where a file lives, asking the computer too: which folders the services say are theirs, the folder without links and
 * mapped drives (of which Windows gives the share), what lies in it and above it, and the file system. Never throws.
 */
export function folderLocationOf(path: string, surroundings: Surroundings = ofThisComputer): FileLocation {
  const folder = folderOf(path);
  const named = locationOf(path);
  if (named.kind !== 'local') return named;
  const told = tellingFolder(folder, surroundings);
  if (told) return told;
  let real: string;
  try {
    real = surroundings.realPath(folder);
  } catch {
    // A folder that is missing or may not be looked at: opening says so itself.
    return named;
  }
  // A slash at the end, because the folder's own name counts too.
  const realNamed = locationOf(`${real}/`);
  if (realNamed.kind !== 'local') return realNamed;
  return tellingFolder(real, surroundings) ?? fileSystemOf(real, surroundings) ?? named;
}

/** Cut as it is written, so that a path of another system can be asked about too. */
const folderOf = (path: string): string => (path.includes('\\') ? path.replace(/[\\/][^\\/]*$/u, '') : dirname(path));

/** A folder that a service says is its own, or that holds what one leaves behind. */
function tellingFolder(folder: string, surroundings: Surroundings): FileLocation | null {
  const inside = withParents(folder);
  for (const [root, where] of rootsOf(surroundings)) {
    if (inside.some((each) => sameFolder(each, root, surroundings.platform))) return synced(where);
  }
  for (const parent of inside) {
    const mark = marks.find(([name]) => surroundings.exists(`${parent}/${name}`));
    if (mark) return synced(mark[1]);
  }
  return null;
}

/** The folders that OneDrive puts into the environment, and those in the file where Dropbox says where its own are. */
function rootsOf({ environment, home, read }: Surroundings): readonly (readonly [string, string])[] {
  const oneDrive = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap((name) => environment[name] ?? []);
  const places = [environment.APPDATA, environment.LOCALAPPDATA].flatMap((place) =>
    place ? [`${place}\\Dropbox`] : [],
  );
  const dropbox = [...places, `${home}/.dropbox`].flatMap((place) => pathsIn(read(`${place}/info.json`)));
  return [
    ...oneDrive.map((root) => [root, 'OneDrive'] as const),
    ...dropbox.map((root) => [root, 'Dropbox'] as const),
  ].filter(([root]) => root !== '');
}

/** `{ "personal": { "path": "…" }, "business": { "path": "…" } }` */
function pathsIn(json: string | null): readonly string[] {
  if (json === null) return [];
  try {
    const accounts = JSON.parse(json) as Readonly<Record<string, { readonly path?: unknown } | null>>;
    return Object.values(accounts ?? {}).flatMap((account) =>
      typeof account?.path === 'string' ? [account.path] : [],
    );
  } catch {
    // Cut short or of a form of its own: then it says nothing.
    return [];
  }
}

const sameFolder = (one: string, other: string, platform: NodeJS.Platform): boolean => {
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/\/+$/u, '');
  // Windows and macOS do not tell capitals apart.
  return platform === 'linux' ? plain(one) === plain(other) : plain(one).toLowerCase() === plain(other).toLowerCase();
};

/** A folder and those above it, nearest first. */
function withParents(folder: string): readonly string[] {
  const parts = folder.replace(/[\\/]+$/u, '').split(/(?<=[\\/])/u);
  return parts
    .map((_part, index) =>
      parts
        .slice(0, parts.length - index)
        .join('')
        .replace(/[\\/]+$/u, ''),
    )
    .filter(Boolean);
}

function fileSystemOf(folder: string, { platform, read, fileSystem }: Surroundings): FileLocation | null {
  if (platform !== 'linux') return null;
  const mounted = mountedAt(folder, read('/proc/self/mountinfo') ?? '');
  if (mounted) return mounted;
  const number = fileSystem(folder);
  return number !== null && networkFileSystems.has(number) ? network('a network folder') : null;
}

const ofThisComputer: Surroundings = {
  platform: process.platform,
  environment: process.env,
  home: homedir(),
  realPath: (folder) => realpathSync.native(folder),
  exists: existsSync,
  read: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // Not there, or not for us: then it says nothing.
      return null;
    }
  },
  fileSystem: (folder) => {
    try {
      return statfsSync(folder).type;
    } catch {
      // As above.
      return null;
    }
  },
};

/** Linux's numbers of NFS, SMB, CIFS, SMB 2 and AFS; of CIFS and SMB 2 as they come, signed, on some systems too. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969,
  0x517b,
  0xff534d42,
  0xfe534d42,
  0x5346414f,
  0xff534d42 | 0,
  0xfe534d42 | 0,
]);
