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
