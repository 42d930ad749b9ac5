import type { FileLocation } from './location.ts';

const kinds: readonly (readonly [RegExp, FileLocation])[] = [
  [/^nfs4?$/u, { kind: 'network', where: 'a network folder (NFS)' }],
  [/^(?:cifs|smb3?|smbfs)$/u, { kind: 'network', where: 'a network folder (SMB)' }],
  [
    /^(?:afs|ceph|glusterfs|fuse\.glusterfs|lustre|beegfs|gpfs|ocfs2)$/u,
    { kind: 'network', where: 'a network folder' },
  ],
  [/^(?:davfs|fuse\.davfs2?)$/u, { kind: 'network', where: 'a network folder (WebDAV)' }],
  [/^fuse\.sshfs$/u, { kind: 'network', where: 'a network folder (SSH)' }],
  [/^fuse\.rclone$/u, { kind: 'network', where: 'a network folder (rclone)' }],
  [/^fuse\.onedriver$/u, { kind: 'synced', where: 'OneDrive' }],
  [/^fuse\.google-drive-ocamlfuse$/u, { kind: 'synced', where: 'Google Drive' }],
  [
    /^(?:9p|virtiofs|vboxsf|prl_fs|fuse\.vmhgfs-fuse)$/u,
    { kind: 'network', where: 'a folder shared with another system' },
  ],
  // Another program answers for every file of it: whether it keeps locks is up to that program.
  [/^fuse(?:\..*)?$/u, { kind: 'network', where: 'a folder that another program provides (FUSE)' }],
];

/** Programs that show a disk of this computer in another way: encrypted, joined, laid over another. */
const local = /^fuse\.(?:fuse-overlayfs|lxcfs|gocryptfs|encfs|cryfs|mergerfs|bindfs|ntfs-3g|exfat|snapfuse)$/u;

/**
 * What a folder is by the mount table of Linux (`/proc/self/mountinfo`); null for a disk of this computer, and where the
 * table does not say.
 */
export function mountedAt(folder: string, mountinfo: string): FileLocation | null {
  let longest = -1;
  let type = '';
  for (const line of mountinfo.split('\n')) {
    // “36 35 98:0 /root /mount/point options … - type source options”
    const [before = '', after = ''] = line.split(' - ');
    const point = before.split(' ')[4];
    if (point === undefined) continue;
    const path = point.replace(/\\(\d{3})/gu, (_code, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const isIn = folder === path || folder.startsWith(path.endsWith('/') ? path : `${path}/`);
    // The later of two at one place lies over the earlier.
    if (!isIn || path.length < longest) continue;
    longest = path.length;
    type = after.split(' ')[0] ?? '';
  }
  // What everything lies on is this computer, in a container too, whatever brings it there.
  if (longest <= 1 || local.test(type)) return null;
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}
