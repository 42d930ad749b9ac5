import { realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where a file lives, as far as its path tells. */
export interface FileLocation {
  readonly kind: 'local' | 'network' | 'synced';
  /** The service or the kind of share, for a person to recognise. */
  readonly where: string;
}

const networks: readonly (readonly [RegExp, string])[] = [
  [/^[\\/]{2}(?![.?][\\/])/u, 'a network folder'],
  [/^[\\/]{2}[?.][\\/]UNC[\\/]/iu, 'a network folder'],
  [/\/gvfs\//u, 'a network folder'],
  [/^\/(?:mnt|net|Volumes)\//u, 'a mounted folder'],
  [/^\/(?:media|run\/media)\//u, 'a removable disk'],
];

const synced: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive(?:$| - |-)/iu, 'OneDrive'],
  [/^SharePoint(?:$| - )/iu, 'SharePoint'],
  [/^Dropbox(?:$| \()/iu, 'Dropbox'],
  [/^(?:Google Drive|GoogleDrive|My Drive)(?:$|-)/iu, 'Google Drive'],
  [/^(?:iCloud Drive|iCloudDrive|com~apple~CloudDocs)$/iu, 'iCloud Drive'],
  [/^Box(?: Sync)?$/iu, 'Box'],
  [/^Nextcloud\d*$/iu, 'Nextcloud'],
  [/^ownCloud\d*$/iu, 'ownCloud'],
];

/**
 * Recognises network and synchronised folders by their names, on every system: there, file locks may not hold, and
 * another computer may have the same file open. `local` means only that nothing speaks against it.
 */
export function locationOf(path: string): FileLocation {
  for (const part of path.split(/[\\/]/u)) {
    const service = synced.find(([name]) => name.test(part));
    if (service) return { kind: 'synced', where: service[1] };
  }
  const network = networks.find(([pattern]) => pattern.test(path));
  return network ? { kind: 'network', where: network[1] } : { kind: 'local', where: 'this computer' };
}

/**
 * Where a file lives, asking the folder itself too: on Windows the real path of a mapped drive is its share, a link
 * may lead to a synchronised folder, and Linux names the file system. Never throws.
 */
export function folderLocationOf(path: string): FileLocation {
  const named = locationOf(path);
  if (named.kind !== 'local') return named;
  const folder = dirname(path);
  try {
    // A slash at the end, because the folder's own name counts too.
    const real = locationOf(`${realpathSync.native(folder)}/`);
    if (real.kind !== 'local') return real;
    const isNetwork = process.platform === 'linux' && networkFileSystems.has(statfsSync(folder).type);
    return isNetwork ? { kind: 'network', where: 'a network folder' } : named;
  } catch {
    // A folder that is missing or may not be looked at: opening says so itself.
    return named;
  }
}

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
